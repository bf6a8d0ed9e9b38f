package io.recital.models.family;

import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a document says beside the words that its terms of money cite: the other sentences of their clauses (days that go
 * free, what does not count) and the other cells of their rows (the number of an item). A finding cites what makes it one,
 * and the rest of its clause goes with it.
 *
 * @param sentences in the order of the text
 * @param rows the cells of each row of which some finding cites a cell
 */
public record Beside(List<Citation> sentences, List<List<Citation>> rows) {
    /** Nothing but what findings cite. */
    public static final Beside NOTHING = new Beside(List.of(), List.of());

    private static final Set<FindingKind> OF_MONEY =
            EnumSet.of(FindingKind.LEVER, FindingKind.MEASURE, FindingKind.MILESTONE);

    public Beside {
        sentences = List.copyOf(sentences);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What stands beside findings in the clauses of their document. */
    static Beside of(Collection<Finding> findings, UUID document, List<Clause> clauses) {
        Map<String, List<Citation>> cited = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> OF_MONEY.contains(finding.content().kind()))
                .flatMap(finding -> finding.citations().stream())
                .filter(citation -> citation.document().equals(document))
                .forEach(citation -> cited.computeIfAbsent(citation.path(), path -> new ArrayList<>())
                        .add(citation));
        List<Citation> sentences = new ArrayList<>();
        List<List<Citation>> rows = new ArrayList<>();
        for (Clause clause : clauses) {
            List<Citation> own = cited.getOrDefault(clause.path(), List.of());
            if (!own.isEmpty()) {
                sentences.addAll(sentences(clause, own));
                clause.rows().stream()
                        .filter(row -> isCited(row, own))
                        .forEach(row -> rows.add(cells(row, own.get(0))));
            }
        }
        return new Beside(sentences, rows);
    }

    /** None of a clause within which a page ends or a table stands: its wording does not stand in one piece. */
    private static List<Citation> sentences(Clause clause, List<Citation> own) {
        StoredText text = StoredText.of(clause.text());
        if (text.length() != clause.span().length() || !clause.rows().isEmpty()) {
            return List.of();
        }
        int start = clause.span().start();
        return SentenceSplitter.split(text).stream()
                .filter(sentence -> own.stream()
                        .noneMatch(citation ->
                                citation.span().overlaps(new Span(start + sentence.start(), start + sentence.end()))))
                .map(sentence -> citation(
                        own.get(0),
                        new Span(start + sentence.start(), start + sentence.end()),
                        text.slice(sentence),
                        CitationRole.CLAUSE))
                .toList();
    }

    private static boolean isCited(TableRow row, List<Citation> own) {
        return !row.header()
                && row.cells().stream()
                        .anyMatch(cell -> own.stream()
                                .anyMatch(citation -> citation.span().overlaps(cell.span())));
    }

    private static List<Citation> cells(TableRow row, Citation beside) {
        return row.cells().stream()
                .filter(cell -> !cell.text().isBlank()
                        && cell.text().codePointCount(0, cell.text().length())
                                == cell.span().length())
                .map(cell -> citation(beside, cell.span(), cell.text(), CitationRole.CELL))
                .toList();
    }

    private static Citation citation(Citation beside, Span span, String quote, CitationRole role) {
        return new Citation(
                beside.contract(),
                beside.document(),
                beside.file(),
                beside.path(),
                beside.page(),
                span,
                quote,
                Sha256.of(quote),
                role);
    }
}
