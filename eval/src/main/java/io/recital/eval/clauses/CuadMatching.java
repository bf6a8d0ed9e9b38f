package io.recital.eval.clauses;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The matching of CUAD's publications: word sets with a Jaccard index of at least a half.
 *
 * <p>A prediction may match several spans, and several predictions the same one, which then counts once. For
 * {@code Parties} a prediction that contains the span's text matches too.
 */
public final class CuadMatching implements Matching {
    private final Map<String, StoredText> contracts;
    private final Map<String, Set<String>> words = new HashMap<>();

    /** @param contracts the texts that predictions count in, by file name */
    public CuadMatching(Map<String, StoredText> contracts) {
        this.contracts = Map.copyOf(contracts);
    }

    @Override
    public String name() {
        return "cuad";
    }

    @Override
    public List<Outcome> outcomes(List<PredictedSpan> predictions, List<GoldSpan> gold) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean[] found = new boolean[gold.size()];
        for (PredictedSpan prediction : predictions) {
            String text = text(prediction);
            int fresh = 0;
            boolean wrong = true;
            for (int i = 0; i < found.length; i++) {
                if (matches(text, gold.get(i))) {
                    wrong = false;
                    fresh += found[i] ? 0 : 1;
                    found[i] = true;
                }
            }
            outcomes.add(Outcome.of(prediction, fresh, wrong ? 1 : 0));
        }
        return outcomes;
    }

    private String text(PredictedSpan prediction) {
        StoredText contract = contracts.get(prediction.file());
        if (contract == null) {
            throw new IllegalArgumentException("No contract named " + prediction.file());
        }
        return contract.slice(new Span(prediction.start(), prediction.end()));
    }

    private boolean matches(String text, GoldSpan gold) {
        if (gold.label().equals("Parties") && text.contains(gold.text())) {
            return true;
        }
        Set<String> ours = words.computeIfAbsent(text, CuadMatching::wordsOf);
        Set<String> theirs = words.computeIfAbsent(gold.text(), CuadMatching::wordsOf);
        long both = ours.stream().filter(theirs::contains).count();
        long either = ours.size() + theirs.size() - both;
        return either > 0 && 2 * both >= either;
    }

    static Set<String> wordsOf(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "");
        Set<String> words = new HashSet<>(Arrays.asList(plain.split("\\s+")));
        words.remove("");
        return words;
    }
}
