package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The wording of a clause in which levers are read as sentences: all but its tables, and the cells that hold terms. */
final class LeverWording {
    private static final Pattern ENGLISH =
            Pattern.compile("\\s*(?:english|englisch|anglais)\\b.*", Pattern.CASE_INSENSITIVE);

    private LeverWording() {}

    static List<Wording> of(ContractReading contract, Clause clause) {
        if (clause.rows().isEmpty()) {
            return List.of(Wording.of(contract, clause));
        }
        List<Wording> wordings = new ArrayList<>();
        int next = clause.span().start();
        for (TableRow row : clause.rows()) {
            List<Span> cells = row.cells().stream()
                    .map(TableCell::span)
                    .filter(span -> !span.isEmpty())
                    .toList();
            if (!cells.isEmpty()) {
                add(contract, next, cells.get(0).start(), wordings);
                cellsOf(contract, row, wordings);
                next = Math.max(next, cells.get(cells.size() - 1).end());
            }
        }
        add(contract, next, clause.span().end(), wordings);
        return wordings;
    }

    /** The English column of a clause in two languages, and a line of a summary of terms. */
    private static void cellsOf(ContractReading contract, TableRow row, List<Wording> wordings) {
        if (row.header()) {
            return;
        }
        for (TableCell cell : row.cells()) {
            if (ENGLISH.matcher(cell.header()).matches() && !cell.span().isEmpty()) {
                wordings.add(Wording.within(contract, cell.span()));
            }
        }
        if (KeyTerms.isLine(row) && KeyTerms.read(contract, row).isEmpty()) {
            Span subject = row.cells().get(0).span();
            Span terms = row.cells().get(1).span();
            add(contract, Math.min(subject.start(), terms.start()), Math.max(subject.end(), terms.end()), wordings);
        }
    }

    private static void add(ContractReading contract, int from, int to, List<Wording> wordings) {
        if (from < to && !contract.text().slice(new Span(from, to)).isBlank()) {
            wordings.add(Wording.within(contract, new Span(from, to)));
        }
    }
}
