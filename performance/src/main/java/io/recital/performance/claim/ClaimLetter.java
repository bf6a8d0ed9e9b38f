package io.recital.performance.claim;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.LedgerTotal;
import io.recital.models.ledger.Outcome;
import io.recital.models.report.Standing;
import io.recital.performance.claim.LetterLine.Style;
import io.recital.performance.claim.NothingToClaim.Category;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * A letter that asks for what can be claimed: accepted findings only, nothing that is too late, each sum with the words
 * that it rests on, the facts, and the calculation.
 */
public final class ClaimLetter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final List<LetterLine> lines = new ArrayList<>();

    private ClaimLetter(String counterparty, List<LedgerEntry> entries, LocalDate asOf) {
        add(Style.TEXT, counterparty);
        add(Style.TEXT, asOf.format(DAY));
        add(Style.HEADING, "Claim for " + sum(entries));
        add(
                Style.TEXT,
                "Under our contracts with you the following is owed to us. Each sum is given with the words of the"
                        + " contract that it rests on, the records that show it, and its calculation. Sums are without"
                        + " tax unless the contract says otherwise.");
        for (int i = 0; i < entries.size(); i++) {
            entry(i + 1, entries.get(i));
        }
        add(Style.HEADING, "What we ask for");
        add(
                Style.TEXT,
                "Please credit or pay " + sum(entries)
                        + ", or tell us in writing which of the items you dispute and why. All other rights remain"
                        + " reserved.");
    }

    /** Throws {@link NothingToClaim} where no letter can be written. */
    public static ClaimLetter of(Standing standing, LocalDate asOf) {
        List<LedgerEntry> entries = standing.claimableOn(asOf);
        if (entries.isEmpty()) {
            throw nothing(standing, asOf);
        }
        return new ClaimLetter(standing.name(), entries, asOf);
    }

    private static NothingToClaim nothing(Standing standing, LocalDate asOf) {
        String counterparty = standing.name();
        List<LedgerEntry> claimable = standing.ledger().entries().stream()
                .filter(standing::isClaimable)
                .toList();
        List<LedgerTotal> totals = new Ledger(claimable.stream()
                        .filter(entry -> !entry.isDisputed())
                        .<Outcome>map(entry -> entry)
                        .toList())
                .totals(asOf);
        List<Money> provisional = totals.stream()
                .map(LedgerTotal::provisional)
                .filter(Money::isPositive)
                .toList();
        if (!provisional.isEmpty()) {
            return new NothingToClaim(
                    Category.NOT_REVIEWED,
                    "Nothing can be claimed from " + counterparty + " yet: what is found ("
                            + joined(provisional)
                            + ") rests on findings that nobody has accepted. Review them; the leakage report lists them"
                            + " by money at stake.");
        }
        if (claimable.stream().anyMatch(entry -> entry.isDisputed() && !entry.isLapsedOn(asOf))) {
            return new NothingToClaim(
                    Category.DISPUTED,
                    "Nothing can be claimed from " + counterparty
                            + " yet: what is found rests on measurements that are disputed. Settle the disputes; the"
                            + " governance report lists them.");
        }
        if (!claimable.isEmpty()) {
            return new NothingToClaim(
                    Category.TOO_LATE,
                    "Nothing can be claimed from " + counterparty + " any more: the last day for every claim is over.");
        }
        return new NothingToClaim(
                Category.NOTHING_OWED,
                "There is nothing to claim from " + counterparty + ": no check found that it owes something on "
                        + asOf.format(DAY) + ".");
    }

    private void entry(int number, LedgerEntry entry) {
        add(Style.HEADING, number + ". " + entry.title() + ": " + entry.amount());
        add(
                Style.TEXT,
                "For " + entry.period().from().format(DAY) + " to "
                        + entry.period().to().format(DAY)
                        + (entry.recoverableUntil() == null
                                ? "."
                                : "; to be claimed by "
                                        + entry.recoverableUntil().format(DAY) + "."));
        quotes(entry);
        add(Style.TEXT, "Calculation:");
        entry.workings().forEach(step -> add(Style.FIGURES, step(step)));
        add(Style.TEXT, "Records: " + String.join(", ", entry.rows()));
    }

    /** The words of each clause in one line, as they follow each other in it; a sum may be computed by others than its findings cite. */
    private void quotes(LedgerEntry entry) {
        Map<String, List<Citation>> byPlace = Stream.concat(
                        entry.rests().stream().flatMap(finding -> finding.citations().stream()),
                        entry.workings().stream()
                                .flatMap(step -> step.inputs().stream())
                                .flatMap(input -> Stream.ofNullable(input.citation())))
                .distinct()
                .collect(Collectors.groupingBy(ClaimLetter::place, LinkedHashMap::new, Collectors.toList()));
        byPlace.forEach((place, citations) -> add(
                Style.QUOTE,
                place + ": "
                        + citations.stream()
                                .sorted(Comparator.comparing(
                                        citation -> citation.span().start()))
                                .map(citation -> "“" + citation.quote().replaceAll("\\s+", " ") + "”")
                                .distinct()
                                .collect(Collectors.joining(" … "))));
    }

    private static String place(Citation citation) {
        return citation.file()
                + (citation.path().isEmpty() ? "" : ", " + citation.path())
                + (citation.page() == null ? "" : ", page " + citation.page());
    }

    private static String step(Derivation step) {
        return step.operation().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of "
                + step.inputs().stream()
                        .map(input -> input.what() + " " + input.value())
                        .collect(Collectors.joining("; "))
                + " = " + step.result();
    }

    private static String sum(List<LedgerEntry> entries) {
        Map<String, Money> byCurrency = new TreeMap<>();
        entries.forEach(
                entry -> byCurrency.merge(entry.amount().getCurrencyUnit().getCode(), entry.amount(), Money::plus));
        return joined(List.copyOf(byCurrency.values()));
    }

    private static String joined(List<Money> sums) {
        return sums.stream().map(Money::toString).collect(Collectors.joining(" and "));
    }

    private void add(Style style, String text) {
        lines.add(new LetterLine(style, text));
    }

    /** As plain text. */
    public String text() {
        return LetterDocument.text(lines);
    }

    /** As a Word document. */
    public byte[] docx() {
        return LetterDocument.write(lines);
    }
}
