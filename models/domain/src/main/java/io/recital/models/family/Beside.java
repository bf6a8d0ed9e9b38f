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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a document says beside the words that its terms of money cite: the other sentences of their clauses and of the
 * clauses next to them in the same section (days that go free, what does not count, until when to claim) and the other
 * cells of their rows (the number of an item). A finding cites what makes it one, and the rest of its section goes with it.
 *
 * @param sentences in the order of the text
 * @param rows the cells of each row of which some finding cites a cell
 * @param charges all sentences of the clauses that speak of prices and charges, whether a finding cites them or not: what
 *     may be charged when often stands far from the price, and so does what its periods are
 * @param wholes the sentences of which obligations cite a part
 * @param consequences all sentences of the clauses that speak of what a miss or a gain brings: what one incident costs,
 *     whether credits are all that is owed, what limits them and when they or a rebate lapse often stands far from the terms
 */
public record Beside(
        List<Citation> sentences,
        List<List<Citation>> rows,
        List<Citation> charges,
        List<Citation> wholes,
        List<Citation> consequences) {
    /** Nothing but what findings cite. */
    public static final Beside NOTHING = new Beside(List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Pattern OF_CONSEQUENCES = Pattern.compile(
            "\\b(?:(?:service|performance|availability|sla|level)\\s+(?:level\\s+)?credits?\\b|credits?\\s+(?:due|payable|for\\s+a\\s+miss)|service\\s+levels?\\b"
                    + "|deductions?\\b|abatements?\\b|malus\\b|bonus(?:es)?\\b|rebates?\\b|incentives?\\b|gain[\\s-]?shar|pain[\\s-]?shar|savings\\b|sole\\s+(?:and\\s+exclusive\\s+)?remed)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_CHARGES = Pattern.compile(
            "\\b(?:charg|fees?\\b|pric|rates?\\b|costs?\\b|invoic|expens|tariff"
                    + "|surcharg|tax(?:es)?\\b|VAT\\b|reimburs|free of|billed\\b|bills?\\b|bill(?:ing|able)\\b"
                    + "|(?:one-off|single|stage|milestone|interim|progress|advance|part)[\\s-]payments?\\b|instal?lments?\\b)"
                    + "|[“\"](?:\\w+\\s)?(?:Quarter|Year|Half-Year|Period|Hours)[”\"]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_NUMBER = Pattern.compile("(?:\\.\\d+|\\(\\w+\\))+$");

    private static final Pattern SETTLING = Pattern.compile(
            "\\b(?:accept|reject|delay|refund|repa(?:y|id)|reclaim|retain|retention|extension|overcharg|overpa)",
            Pattern.CASE_INSENSITIVE);

    /** That somebody does not claim what it could, which stands in letters without any term of money. */
    private static final Pattern SET_ASIDE = Pattern.compile(
            "\\b(?:waiv\\w+|renounc\\w+|forgo(?:es)?|refrain\\w*\\s+from|not\\s+(?:to\\s+)?claim)\\b[^.]{0,80}\\b(?:damages|penalt|credits?|deductions?)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<FindingKind> OF_MONEY =
            EnumSet.of(FindingKind.LEVER, FindingKind.MEASURE, FindingKind.MILESTONE);

    public Beside {
        sentences = List.copyOf(sentences);
        rows = rows.stream().map(List::copyOf).toList();
        charges = List.copyOf(charges);
        wholes = List.copyOf(wholes);
        consequences = List.copyOf(consequences);
    }

    /** The sentence of which a citation is a part; the citation itself where it is a whole one or stands in a table. */
    public Citation wholeOf(Citation part) {
        return wholes.stream()
                .filter(whole -> whole.document().equals(part.document())
                        && whole.span().start() <= part.span().start()
                        && part.span().end() <= whole.span().end())
                .findFirst()
                .orElse(part);
    }

    /** What stands beside findings in the clauses of their document. */
    static Beside of(Collection<Finding> findings, UUID document, List<Clause> clauses) {
        Map<String, List<Citation>> cited = cited(findings, document, Beside::isOfMoney);
        Map<String, Citation> sections = new HashMap<>();
        cited.values().forEach(of -> sections.putIfAbsent(section(of.get(0).path()), of.get(0)));
        Optional<Citation> any = any(findings, document);
        List<Citation> sentences = new ArrayList<>();
        List<List<Citation>> rows = new ArrayList<>();
        for (Clause clause : clauses) {
            List<Citation> own = cited.getOrDefault(clause.path(), List.of());
            Citation near = sections.get(section(clause.path()));
            if (own.isEmpty() && near != null && !clause.path().isBlank()) {
                sentences.addAll(sentences(clause, List.of(), near));
            }
            if (own.isEmpty()
                    && near == null
                    && any.isPresent()
                    && SET_ASIDE.matcher(clause.text()).find()) {
                sentences.addAll(sentences(clause, List.of(), any.get()));
            }
            if (!own.isEmpty()) {
                sentences.addAll(sentences(clause, own, own.get(0)));
                clause.rows().stream()
                        .filter(row -> isCited(row, own))
                        .forEach(row -> rows.add(cells(row, own.get(0))));
            }
        }
        return new Beside(
                sentences,
                rows,
                about(OF_CHARGES, findings, document, clauses),
                wholes(findings, document, clauses),
                about(OF_CONSEQUENCES, findings, document, clauses));
    }

    private static Map<String, List<Citation>> cited(
            Collection<Finding> findings, UUID document, Predicate<Finding> wanted) {
        Map<String, List<Citation>> cited = new LinkedHashMap<>();
        findings.stream()
                .filter(wanted)
                .flatMap(finding -> finding.citations().stream())
                .filter(citation -> citation.document().equals(document))
                .forEach(citation -> cited.computeIfAbsent(citation.path(), path -> new ArrayList<>())
                        .add(citation));
        return cited;
    }

    private static List<Citation> wholes(Collection<Finding> findings, UUID document, List<Clause> clauses) {
        Map<String, List<Citation>> duties =
                cited(findings, document, finding -> finding.content().kind() == FindingKind.OBLIGATION);
        List<Citation> wholes = new ArrayList<>();
        for (Clause clause : clauses) {
            List<Citation> parts = duties.getOrDefault(clause.path(), List.of());
            if (!parts.isEmpty() && clause.rows().isEmpty()) {
                wording(clause, parts.get(0))
                        .filter(sentence -> parts.stream().anyMatch(part -> isPartOf(part, sentence)))
                        .forEach(wholes::add);
            }
        }
        return wholes;
    }

    private static boolean isPartOf(Citation part, Citation sentence) {
        return part.span().length() < sentence.span().length()
                && sentence.span().start() <= part.span().start()
                && part.span().end() <= sentence.span().end();
    }

    /** A term of money, or a duty by which one comes due, goes back or lapses. */
    private static boolean isOfMoney(Finding finding) {
        return OF_MONEY.contains(finding.content().kind())
                || (finding.content().kind() == FindingKind.OBLIGATION
                        && finding.citations().stream()
                                .anyMatch(citation ->
                                        SETTLING.matcher(citation.quote()).find()));
    }

    /** All sentences of the clauses that speak of something. */
    private static List<Citation> about(
            Pattern subject, Collection<Finding> findings, UUID document, List<Clause> clauses) {
        return any(findings, document).stream()
                .flatMap(citation -> clauses.stream()
                        .filter(clause -> subject.matcher(clause.text()).find())
                        .flatMap(clause -> wording(clause, citation)))
                .toList();
    }

    private static Optional<Citation> any(Collection<Finding> findings, UUID document) {
        return findings.stream()
                .flatMap(finding -> finding.citations().stream())
                .filter(citation -> citation.document().equals(document))
                .findFirst();
    }

    /** The sentences of a clause, and of one with a table those around its rows. */
    private static Stream<Citation> wording(Clause clause, Citation any) {
        StoredText text = StoredText.of(clause.text());
        if (text.length() != clause.span().length()) {
            return Stream.empty();
        }
        int start = clause.span().start();
        List<Integer> cells = clause.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell ->
                        Stream.of(cell.span().start() - start, cell.span().end() - start))
                .map(place -> Math.max(0, Math.min(place, text.length())))
                .toList();
        int first = cells.stream().min(Integer::compare).orElse(text.length());
        int last = cells.stream().max(Integer::compare).orElse(text.length());
        return Stream.of(new Span(0, first), new Span(last, text.length()))
                .flatMap(part -> SentenceSplitter.split(text, part).stream())
                .map(sentence -> new Citation(
                        any.contract(),
                        any.document(),
                        any.file(),
                        clause.path(),
                        null,
                        new Span(start + sentence.start(), start + sentence.end()),
                        text.slice(sentence),
                        Sha256.of(text.slice(sentence)),
                        CitationRole.CLAUSE));
    }

    /** None of a clause within which a page ends or a table stands: its wording does not stand in one piece. */
    private static List<Citation> sentences(Clause clause, List<Citation> own, Citation near) {
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
                        near,
                        clause.path(),
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
                .map(cell -> citation(beside, beside.path(), cell.span(), cell.text(), CitationRole.CELL))
                .toList();
    }

    /** The part of a contract that a clause stands in: its path without the last number. */
    public static String section(String path) {
        return LAST_NUMBER.matcher(path).replaceFirst("");
    }

    private static Citation citation(Citation beside, String path, Span span, String quote, CitationRole role) {
        return new Citation(
                beside.contract(),
                beside.document(),
                beside.file(),
                path,
                path.equals(beside.path()) ? beside.page() : null,
                span,
                quote,
                Sha256.of(quote),
                role);
    }
}
