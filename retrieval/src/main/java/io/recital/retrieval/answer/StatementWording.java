package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.retrieval.statement.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a statement into a sentence: whose contract it is, the typed value where a finding has it, and its own words. */
final class StatementWording {
    private StatementWording() {}

    /** @param citations what the sentence rests on: a typed value is left out where a number of it does not stand there */
    static String sentence(Ranked ranked, String remark, List<Citation> citations) {
        Statement statement = ranked.statement();
        Finding finding = ranked.finding();
        String typed = finding == null ? "" : Wording.value(finding.content()) + ". ";
        List<String> quotes = citations.stream().map(Citation::quote).toList();
        String value = StatedNumbers.of(typed).missingIn(quotes).isEmpty() ? typed : "";
        return statement.contract().title() + ": " + remark + value + "“" + quote(statement) + "”";
    }

    private static String quote(Statement statement) {
        if (!statement.isRow()) {
            return plain(statement.quote());
        }
        return statement.cells().stream()
                .map(cell -> (cell.header().isEmpty() ? "" : plain(cell.header()) + ": ") + plain(cell.inUnits()))
                .collect(Collectors.joining("; "));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
