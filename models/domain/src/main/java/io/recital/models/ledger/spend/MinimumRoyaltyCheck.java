package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.NameWords;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Minimum royalties of a year against all royalties for sales of that year, whenever they were invoiced. */
public final class MinimumRoyaltyCheck implements Check {
    static final String NAME = "minimum-royalty";

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern SETTLED = Pattern.compile("\\bshortfall|\\bminimum\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MINIMUM = NameWords.of(
                    "minimum annual royalty royalties guaranteed guarantee sum amount yearly payment")
            .all();

    private static final Pattern LOWERED = Pattern.compile(
            "\\b(?:minimum|guarantee\\w*|figure|sum|amount|it)\\b[^;]{0,60}?\\b(?:is|are|shall\\s+be|will\\s+be)\\s+(?:reduced|lowered|abated|suspended|waived)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        return new Levers(dossier.family())
                .everStated(LeverType.MINIMUM_COMMITMENT)
                .filter(Minimums::isRoyalty)
                .flatMap(term -> years(dossier, term)
                        .filter(year -> year.to().isBefore(dossier.asOf()))
                        .flatMap(year -> judge(dossier, term, year).stream()))
                .toList();
    }

    /** Minimums that the royalties of their year cover. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        return new Levers(dossier.family())
                .everStated(LeverType.MINIMUM_COMMITMENT)
                .filter(Minimums::isRoyalty)
                .flatMap(term -> years(dossier, term)
                        .filter(year -> year.to().isBefore(dossier.asOf()))
                        .flatMap(year -> covered(dossier, term, year).stream()))
                .toList();
    }

    private static Optional<InOrder> covered(Dossier dossier, LeverTerm term, Period year) {
        Optional<Money> minimum = term.find(Name.VOLUME, TypedValue.Amount.class)
                .map(amount -> amount.value().toMoney(RoundingMode.HALF_UP));
        List<InvoiceLine> billed = billed(dossier, about(term), year);
        if (minimum.isEmpty() || billed.isEmpty() || !isWhole(billed, year)) {
            return Optional.empty();
        }
        Money accrued = Royalties.sum(dossier, billed, minimum.get().getCurrencyUnit());
        if (accrued.isLessThan(minimum.get())) {
            return Optional.empty();
        }
        return Optional.of(new InOrder(
                NAME,
                term.text(Name.ITEM) + " for " + year + ": royalties come to " + accrued + " and cover the minimum of "
                        + minimum.get(),
                year,
                "",
                term.rests(),
                billed.stream()
                        .map(line -> line.kind().label() + ":" + line.id())
                        .toList(),
                List.of(
                        new Derivation(
                                Operation.SUM,
                                List.of(new Derivation.Input(
                                        billed.size() + " invoice lines for sales of the year",
                                        accrued.toString(),
                                        null)),
                                accrued.toString()),
                        new Derivation(
                                Operation.GREATEST,
                                List.of(
                                        new Derivation.Input(
                                                "minimum of the year",
                                                minimum.get().toString(),
                                                null),
                                        new Derivation.Input("royalties of the year", accrued.toString(), null)),
                                accrued.toString()))));
    }

    /** The year that begins on the lever's day, or that its item names; each year where it is for every one. */
    private static Stream<Period> years(Dossier dossier, LeverTerm term) {
        Optional<Period> one = term.find(Name.FROM, TypedValue.Day.class)
                .filter(day -> ContractYears.of(dossier.family(), term)
                        .map(years -> years.holding(day.value()).from().equals(day.value()))
                        .orElse(true))
                .map(day -> new Period(day.value(), day.value().plusYears(1).minusDays(1)))
                .or(() -> namedYear(dossier, term));
        int months = ContractYears.months(term);
        boolean every = one.isEmpty()
                && term.find(Name.FROM, TypedValue.Day.class).isEmpty()
                && (term.lever().find(Name.FREQUENCY).isPresent() || months < 12)
                && months > 0;
        return every
                ? ContractYears.of(dossier.family(), term).map(years -> years.until(dossier.asOf())).stream()
                        .flatMap(List::stream)
                        .filter(year -> !ContractYears.isShort(year, months))
                : one.stream();
    }

    /** The year that its item names, such as {@code Guaranteed sum 2027}: the one that begins in it. */
    private static Optional<Period> namedYear(Dossier dossier, LeverTerm term) {
        Matcher named = YEAR.matcher(term.text(Name.ITEM));
        boolean isNamed = term.find(Name.FROM, TypedValue.Day.class).isEmpty() && named.find();
        return isNamed
                ? ContractYears.of(dossier.family(), term)
                        .map(years -> years.start().atYear(Integer.parseInt(named.group())))
                        .map(from -> new Period(from, from.plusYears(1).minusDays(1)))
                : Optional.empty();
    }

    private static Optional<Outcome> judge(Dossier dossier, LeverTerm term, Period year) {
        Optional<Money> minimum = term.find(Name.VOLUME, TypedValue.Amount.class)
                .map(amount -> amount.value().toMoney(RoundingMode.HALF_UP));
        NameWords about = about(term);
        if (minimum.isEmpty() || isSettled(dossier, year)) {
            return Optional.empty();
        }
        if (isLowered(dossier, term, year)) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "Whether the minimum royalty for " + year + " was reached cannot be told",
                    "by how much what happened in " + year + " lowers the minimum",
                    term.rests()));
        }
        List<InvoiceLine> billed = billed(dossier, about, year);
        if (billed.isEmpty() || !isWhole(billed, year)) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "Whether the minimum royalty for " + year + " was reached cannot be told",
                    "the royalties for each quarter of " + year,
                    term.rests()));
        }
        Money invoiced = Royalties.sum(dossier, billed, minimum.get().getCurrencyUnit());
        List<LedgerEntry> unbilled = RoyaltyCheck.unbilled(dossier, about, year).stream()
                .filter(entry -> entry.amount().getCurrencyUnit().equals(invoiced.getCurrencyUnit()))
                .toList();
        Money accrued = unbilled.stream().map(LedgerEntry::amount).reduce(invoiced, Money::plus);
        return minimum.get().isGreaterThan(accrued)
                ? Optional.of(entry(dossier, term, year, minimum.get(), invoiced, unbilled, billed))
                : Optional.empty();
    }

    /** Whether something happened by which the clause lets the minimum fall. */
    private static boolean isLowered(Dossier dossier, LeverTerm term, Period year) {
        Set<String> said = term.inItsSection(LOWERED)
                .flatMap(each -> NameWords.of(each.citation().quote()).all().stream())
                .filter(word -> word.length() > 4)
                .collect(Collectors.toSet());
        said.removeAll(MINIMUM);
        said.removeAll(NameWords.of(term.words()).all());
        return !said.isEmpty()
                && (dossier.facts().events().stream()
                                .anyMatch(event ->
                                        year.holds(event.date()) && isSaid(event.event() + " " + event.subject(), said))
                        || dossier.facts().measurements().stream()
                                .anyMatch(row -> year.holds(row.period().from()) && isSaid(row.measure(), said)));
    }

    private static boolean isSaid(String name, Set<String> said) {
        return NameWords.of(name).all().stream().anyMatch(said::contains);
    }

    /** The royalties of a year; where none is called so, what is called as the minimum is. */
    private static List<InvoiceLine> billed(Dossier dossier, NameWords about, Period year) {
        List<InvoiceLine> royalties = Royalties.billed(dossier, about, year);
        return royalties.isEmpty() && !about.equals(NameWords.of("royalty"))
                ? Royalties.of(dossier, about, year)
                : royalties;
    }

    /** What the minimum is upon: the words of its item that do not only say that it is one. */
    private static NameWords about(LeverTerm term) {
        Set<String> words =
                new LinkedHashSet<>(NameWords.of(term.text(Name.ITEM)).all());
        words.removeAll(MINIMUM);
        words.removeIf(word -> YEAR.matcher(word).matches());
        return new NameWords(words.isEmpty() ? Set.of("royalty") : words);
    }

    private static boolean isSettled(Dossier dossier, Period year) {
        return dossier.facts().invoiceLines().stream()
                .anyMatch(line -> Royalties.isRoyalty(line)
                        && SETTLED.matcher(line.description()).find()
                        && line.invoiceDate().isAfter(year.to())
                        && line.invoiceDate().isBefore(year.to().plusYears(1)));
    }

    /** Whether there are royalties for the first and the last days of the year and for each quarter between. */
    private static boolean isWhole(List<InvoiceLine> billed, Period year) {
        Set<LocalDate> ends = billed.stream()
                .flatMap(line -> Stream.ofNullable(line.service()))
                .map(Period::to)
                .collect(Collectors.toSet());
        int step = Math.min(3, RoyaltyPeriods.months(year));
        boolean byQuarters = step > 0 && isByPeriods(year, step, ends);
        return byQuarters || (RoyaltyPeriods.months(year) % 6 == 0 && isByPeriods(year, 6, ends));
    }

    private static boolean isByPeriods(Period year, int months, Set<LocalDate> ends) {
        return Stream.iterate(
                        year.from().plusMonths(months).minusDays(1),
                        end -> !end.isAfter(year.to()),
                        end -> end.plusDays(1).plusMonths(months).minusDays(1))
                .allMatch(ends::contains);
    }

    private static LedgerEntry entry(
            Dossier dossier,
            LeverTerm term,
            Period year,
            Money minimum,
            Money invoiced,
            List<LedgerEntry> unbilled,
            List<InvoiceLine> billed) {
        Money accrued = unbilled.stream().map(LedgerEntry::amount).reduce(invoiced, Money::plus);
        Money open = minimum.minus(accrued);
        Optional<LeverTerm.Said> until = Royalties.lastInvoice(dossier, term);
        List<Finding> rests = new ArrayList<>(term.rests());
        until.map(LeverTerm.Said::finding).ifPresent(rests::add);
        List<Derivation.Input> inputs = new ArrayList<>();
        inputs.add(new Derivation.Input(
                billed.size() + " invoice lines for sales of the year", invoiced.toString(), null));
        unbilled.forEach(entry ->
                inputs.add(new Derivation.Input(entry.title(), entry.amount().toString(), null)));
        return new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                term.text(Name.ITEM) + " for " + year + ": the royalties fall short and the rest was not invoiced",
                year,
                open,
                rests,
                billed.stream()
                        .map(line -> line.kind().label() + ":" + line.id())
                        .toList(),
                List.of(
                        new Derivation(Operation.SUM, inputs, accrued.toString()),
                        new Derivation(
                                Operation.DIFFERENCE,
                                List.of(
                                        term.input("minimum of the year", minimum.toString()),
                                        new Derivation.Input("royalties of the year", accrued.toString(), null)),
                                open.toString())),
                until.flatMap(said -> Royalties.lastDay(dossier, term, said, year.to()))
                        .orElse(null),
                0.85);
    }
}
