package io.recital.models.ledger.spend;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import io.recital.models.ledger.lever.StatedTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What was invoiced as royalties, and for how long more may be. */
final class Royalties {
    private static final Pattern ROYALTY = Pattern.compile("\\broyalt|Lizenzgebühr", Pattern.CASE_INSENSITIVE);
    private static final Pattern OMITTED = Pattern.compile(
            "(?:\\binvoic\\w+\\b[^.]{0,80})?\\b(?:omitted|not\\s+(?:been\\s+)?(?:invoiced|billed)|(?:invoiced|billed|reported|paid)\\s+(?:too\\s+(?:low|little)|short|not\\s+at\\s+all)|under-?\\s?(?:pa|report|bill|stat|invoic)\\w+|missed)\\b[^.]{0,120}\\bwithin\\b[^.]{0,80}\\bend\\s+of\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_THE_YEAR = Pattern.compile(
            "\\bend\\s+of\\s+(?:the|that|each)\\s+(?:\\p{L}+\\s+){0,2}year\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BESIDE =
            Pattern.compile("\\bminimum\\b|\\bshortfall|\\binterest\\b|\\badvance\\b", Pattern.CASE_INSENSITIVE);

    private Royalties() {}

    static boolean isRoyalty(InvoiceLine line) {
        return ROYALTY.matcher(line.description() + " " + line.product()).find();
    }

    static boolean isRoyalty(LeverTerm term) {
        return Stream.concat(
                        Stream.of(term.member().contract().title()),
                        term.inSection().stream()
                                .flatMap(finding -> finding.citations().stream())
                                .map(Citation::quote))
                .anyMatch(words -> ROYALTY.matcher(words).find());
    }

    /**
     * The royalty lines for sales of a period that are about something: those that name it, and those that name nothing and
     * are counted in the same unit (a later correction seldom repeats the name).
     */
    static List<InvoiceLine> billed(Dossier dossier, NameWords about, Period period) {
        Set<String> products = dossier.facts().invoiceLines().stream()
                .filter(Royalties::isRoyalty)
                .map(InvoiceLine::product)
                .filter(product -> !product.isBlank())
                .collect(Collectors.toSet());
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> isRoyalty(line) || (products.contains(line.product()) && names(line, about)))
                .filter(line ->
                        line.service() != null && period.holds(line.service().to()))
                .toList();
        Set<String> units = lines.stream()
                .filter(line -> names(line, about))
                .map(InvoiceLine::unit)
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> names(line, about) || units.contains(line.unit()))
                .toList();
    }

    private static boolean names(InvoiceLine line, NameWords about) {
        return NameWords.of(line.description()).holds(about);
    }

    /** The royalty lines for sales within a period, or of any where it is null, that name all of an item. */
    static List<InvoiceLine> of(Dossier dossier, NameWords item, @Nullable Period period) {
        return dossier.facts().invoiceLines().stream()
                .filter(line -> item.all().isEmpty() ? isRoyalty(line) && !isBeside(line) : names(line, item))
                .filter(line -> line.service() != null && (period == null || isWithin(line.service(), period)))
                .toList();
    }

    private static boolean isWithin(@Nullable Period inner, Period outer) {
        return inner != null && outer.holds(inner.from()) && outer.holds(inner.to());
    }

    /** Whether a line is for something beside the royalties on sales. */
    private static boolean isBeside(InvoiceLine line) {
        return BESIDE.matcher(line.description()).find();
    }

    /** Their sum, less credit notes for their invoices that speak of royalties. */
    static Money sum(Dossier dossier, List<InvoiceLine> lines, CurrencyUnit currency) {
        Set<String> invoices = lines.stream().map(InvoiceLine::invoice).collect(Collectors.toSet());
        BigDecimal credited = dossier.facts().creditNotes().stream()
                .filter(note -> invoices.contains(note.invoice())
                        && ROYALTY.matcher(note.description()).find())
                .map(CreditNote::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sum = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(currency, sum.subtract(credited), RoundingMode.HALF_UP);
    }

    /** What the contracts say of the last day for invoicing what was omitted; the one that the royalty stands in goes first. */
    static Optional<LeverTerm.Said> lastInvoice(Dossier dossier, LeverTerm term) {
        return Stream.concat(Stream.of(term.member()), dossier.family().members().stream())
                .flatMap(member -> member.findings().stream())
                .flatMap(finding -> LeverTerm.said(finding, OMITTED))
                .findFirst();
    }

    /** The last day, counted from the end of a period, or from that of its year where the words say so. */
    static Optional<LocalDate> lastDay(Dossier dossier, LeverTerm term, LeverTerm.Said said, LocalDate end) {
        Optional<LocalDate> year = OF_THE_YEAR.matcher(said.citation().quote()).find()
                ? ContractYears.of(dossier.family(), term)
                        .map(years -> years.holding(end).to())
                : Optional.empty();
        return lastDay(said, year.orElse(end));
    }

    private static Optional<LocalDate> lastDay(LeverTerm.Said said, LocalDate end) {
        return StatedTime.in(said.citation().quote()).map((TimeSpan span) -> {
            LocalDate day = span.after(end);
            boolean monthEnd = end.equals(end.withDayOfMonth(end.lengthOfMonth()));
            return monthEnd && span.unit() != TimeSpan.Unit.DAYS ? day.withDayOfMonth(day.lengthOfMonth()) : day;
        });
    }
}
