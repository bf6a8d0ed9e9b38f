package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.words.AnswerForm;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts the items of a list or the rows of a table where a question asks how many there are. */
final class Counted {
    private static final Pattern HOW_MANY =
            Pattern.compile("(?i)\\bhow many (?<noun>(?:[\\p{L}-]+ )??[\\p{L}-]+s|(?:[\\p{L}-]+ )?people)\\b");
    private static final int NAMING_CELLS = 2;
    private static final int LONGEST_NAME = 60;

    private Counted() {}

    /** The count with what was counted; empty where the question asks for none, or where it is not sure what to count. */
    static Optional<AnswerSentence> of(Ranking.Result result, Understanding question) {
        Matcher asked = HOW_MANY.matcher(question.text());
        if (!asked.find() || AnswerForm.SPAN.standsIn("3 " + asked.group("noun"))) {
            return Optional.empty();
        }
        List<Ranked> items = Items.of(result, question);
        if (items.size() < 2 || !areCalled(asked.group("noun"), items, result)) {
            return Optional.empty();
        }
        return Optional.of(sentence(items, asked.group("noun")));
    }

    /** Whether what leads to them, or the header of what names them, calls them so: a number beside them tells of something else. */
    private static boolean areCalled(String noun, List<Ranked> items, Ranking.Result result) {
        Statement first = items.get(0).statement();
        StringBuilder called = new StringBuilder(String.join(" ", first.clause().headingPath()));
        result.provisions().with(first).stream()
                .filter(one -> !one.isRow() && !Provisions.isItem(one))
                .forEach(lead -> called.append(' ').append(lead.quote()));
        first.cells().stream()
                .limit(NAMING_CELLS)
                .forEach(cell -> called.append(' ').append(cell.header()));
        Set<String> there = Words.meanings(Words.of(called.toString()));
        Set<String> wanted = Words.meanings(result.coverage().wanted(noun));
        return !wanted.isEmpty() && there.containsAll(wanted);
    }

    private static AnswerSentence sentence(List<Ranked> items, String noun) {
        List<Citation> citations = new ArrayList<>();
        List<Derivation.Input> inputs = new ArrayList<>();
        for (Ranked item : items) {
            Citation citation = item.statement().cite().get(0);
            citations.add(citation);
            inputs.add(new Derivation.Input(noun, name(item), citation));
        }
        String count = String.valueOf(items.size());
        String names = items.stream().map(Counted::name).collect(Collectors.joining("; "));
        return new AnswerSentence(
                items.get(0).statement().contract().title() + ": " + count + " " + noun + ": " + names + ".",
                citations,
                List.of(new Derivation(Operation.COUNT, inputs, count)));
    }

    /** The first words of an item, or the first cells of a row. */
    private static String name(Ranked item) {
        String words = item.statement().isRow()
                ? item.statement().cells().stream()
                        .limit(2)
                        .map(cell -> cell.value().text())
                        .collect(Collectors.joining(" "))
                : item.statement().body();
        String plain = words.replaceAll("\\s+", " ").strip();
        int cut = plain.length() <= LONGEST_NAME ? -1 : plain.lastIndexOf(' ', LONGEST_NAME);
        return cut < 0 ? plain : plain.substring(0, cut) + " …";
    }
}
