package io.recital.retrieval.answer;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says once, and how often, what would be said of several rows in the same words. */
final class RepeatedSentences {
    private RepeatedSentences() {}

    /** In the order of the first of each; with the quotes and workings of all. */
    static List<AnswerSentence> once(List<AnswerSentence> sentences) {
        Map<String, List<AnswerSentence>> same = new LinkedHashMap<>();
        sentences.forEach(sentence ->
                same.computeIfAbsent(sentence.text(), text -> new ArrayList<>()).add(sentence));
        return same.values().stream()
                .map(all -> all.size() == 1 ? all.get(0) : together(all))
                .toList();
    }

    private static AnswerSentence together(List<AnswerSentence> all) {
        String text = all.get(0).text();
        List<Derivation> workings = new ArrayList<>();
        all.forEach(sentence -> workings.addAll(sentence.derivations()));
        workings.add(new Derivation(
                Operation.COUNT,
                all.stream().map(sentence -> new Input("said of", text, null)).toList(),
                String.valueOf(all.size())));
        return new AnswerSentence(
                text.replaceFirst("\\.$", "") + " (so in " + all.size() + " cases).",
                all.stream()
                        .flatMap(sentence -> sentence.citations().stream())
                        .distinct()
                        .toList(),
                workings);
    }
}
