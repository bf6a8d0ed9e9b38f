package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** A royalty of a sum for each unit: on all that were reported, less those that the clause leaves free. */
final class UnitRoyalty {
    private static final Pattern FREE = Pattern.compile(
            "(?<what>[^.;]{5,100}?)\\s+(?:is|are|shall\\s+be|remain)\\s+(?:free\\s+of|exempt\\s+from|not\\s+subject\\s+to)\\s+(?:any\\s+|the\\s+)?royalt\\w*(?<limit>[^.;]*)"
                    + "|\\bno\\s+royalt\\w*\\s+(?:is|are|shall\\s+be)\\s+(?:due|payable|owed)\\s+(?:on|upon|for)\\s+(?<what2>[^.;]{5,100})(?<limit2>)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile(
            "\\b(?:up\\s+to|not\\s+exceed(?:ing)?|limited\\s+to|(?:no|not)\\s+more\\s+than|at\\s+most)\\s+(?:[\\p{L}-]+\\s+(?:per\\s?cent|percent)\\s*\\(\\s*)?(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent|percent)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> MOVED = NameWords.of(
                    "sold shipped manufactured made produced delivered distributed")
            .all();

    private final Dossier dossier;
    private final RoyaltyTerm royalty;
    private final Period period;
    private final List<Derivation> steps = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private UnitRoyalty(Dossier dossier, RoyaltyTerm royalty, Period period) {
        this.dossier = dossier;
        this.royalty = royalty;
        this.period = period;
    }

    static List<Outcome> judge(Dossier dossier, RoyaltyTerm royalty, Period period, List<InvoiceLine> billed) {
        if (billed.isEmpty()) {
            return List.of();
        }
        UnitRoyalty unit = new UnitRoyalty(dossier, royalty, period);
        Optional<BigDecimal> units = unit.reported();
        Optional<BigDecimal> due = units.flatMap(unit::lessFree);
        if (due.isEmpty()) {
            return List.of(RoyaltyCheck.notCheckable(
                    royalty.term(),
                    period,
                    "the reported number of “" + royalty.name()
                            + "” for the whole of the period, and of those that are free"));
        }
        return unit.difference(due.get(), billed).stream()
                .<Outcome>map(entry -> entry)
                .toList();
    }

    /** The units of the period, from the one measure that counts them. */
    private Optional<BigDecimal> reported() {
        NameWords base = NameWords.of(royalty.term().text(Name.BASE));
        NameWords counted = base.holds(royalty.item()) ? base : royalty.item();
        return counted(named(counted))
                .or(() -> counted(named(royalty.item()).stream()
                        .filter(row ->
                                NameWords.of(row.measure()).all().stream().anyMatch(MOVED::contains))
                        .toList()));
    }

    private List<Measurement> named(NameWords words) {
        List<Measurement> all = dossier.facts().measurements().stream()
                .filter(row -> NameWords.of(row.measure()).holds(words)
                        && ReportedSales.currency(row.unit()).isEmpty())
                .toList();
        List<Measurement> exact = all.stream()
                .filter(row -> NameWords.of(row.measure()).equals(words))
                .toList();
        return exact.isEmpty() ? all : exact;
    }

    private Optional<BigDecimal> counted(List<Measurement> rows) {
        List<Measurement> own = ReportedSales.latest(rows, period);
        boolean one = rows.stream().map(Measurement::measure).distinct().count() == 1;
        if (!one || own.stream().mapToLong(row -> row.period().days()).sum() != period.days()) {
            return Optional.empty();
        }
        BigDecimal sum = ReportedSales.sum(own);
        steps.add(ReportedSales.step(own.get(0).measure(), own, sum));
        own.forEach(row -> this.rows.add(row.kind().label() + ":" + row.id()));
        return Optional.of(sum);
    }

    /** Empty where some are free and how many there were is not reported. */
    private Optional<BigDecimal> lessFree(BigDecimal units) {
        Optional<LeverTerm.Said> free = royalty.term().findInItsClauses(FREE);
        if (free.isEmpty()) {
            return Optional.of(units);
        }
        Matcher said = free.get().matcher();
        String what = said.group("what") == null ? said.group("what2") : said.group("what");
        String limit = said.group("what") == null ? what : said.group("limit");
        return counted(freeRows(NameWords.of(what))).map(there -> {
            BigDecimal left = free(there, units, limit);
            BigDecimal due = units.subtract(left);
            steps.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("units", units.toPlainString(), null),
                            free.get().input("free of royalty", left.toPlainString())),
                    due.toPlainString()));
            return due;
        });
    }

    /** The rows of a measure about the item whose other words all stand in the words for what is free. */
    private List<Measurement> freeRows(NameWords what) {
        return dossier.facts().measurements().stream()
                .filter(row -> {
                    Set<String> beside =
                            new LinkedHashSet<>(NameWords.of(row.measure()).all());
                    boolean about = beside.removeAll(royalty.item().all());
                    beside.removeAll(MOVED);
                    return about && !beside.isEmpty() && what.all().containsAll(beside);
                })
                .toList();
    }

    private BigDecimal free(BigDecimal there, BigDecimal units, String limit) {
        Matcher share = SHARE.matcher(limit);
        if (!share.find()) {
            return there;
        }
        BigDecimal exact =
                units.multiply(new BigDecimal(share.group("percent"))).movePointLeft(2);
        BigDecimal most = exact.setScale(0, RoundingMode.FLOOR);
        steps.add(new Derivation(
                Operation.WHOLE_QUOTIENT,
                List.of(
                        new Input("units times percent", exact.movePointRight(2).toPlainString(), null),
                        new Input("hundred", "100", null)),
                most.toPlainString()));
        BigDecimal left = there.min(most);
        steps.add(new Derivation(
                Operation.LEAST,
                List.of(
                        new Input("counted", there.toPlainString(), null),
                        new Input("most that are free", most.toPlainString(), null)),
                left.toPlainString()));
        return left;
    }

    private Optional<LedgerEntry> difference(BigDecimal units, List<InvoiceLine> billed) {
        BigMoney each = royalty.perUnit().orElseThrow();
        Money owed = each.multipliedBy(units).toMoney(RoundingMode.HALF_UP);
        Money invoiced = Royalties.sum(dossier, billed, each.getCurrencyUnit());
        Money open = owed.minus(invoiced);
        if (!open.isPositive()) {
            return Optional.empty();
        }
        steps.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        royalty.term().input("royalty for each", each.toString()),
                        new Input("units", units.toPlainString(), null)),
                owed.toString()));
        steps.add(new Derivation(
                Operation.DIFFERENCE,
                List.of(
                        new Input("royalty due", owed.toString(), null),
                        new Input(billed.size() + " invoice lines for the period", invoiced.toString(), null)),
                open.toString()));
        billed.forEach(line -> rows.add(line.kind().label() + ":" + line.id()));
        Optional<LeverTerm.Said> until = Royalties.lastInvoice(dossier, royalty.term());
        List<Finding> rests = Stream.concat(
                        royalty.term().rests().stream(), until.stream().map(LeverTerm.Said::finding))
                .distinct()
                .toList();
        return Optional.of(new LedgerEntry(
                RoyaltyCheck.NAME,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE,
                "Royalties on “" + royalty.name() + "” for " + period + " were invoiced " + open + " too low",
                period,
                open,
                rests,
                rows,
                steps,
                until.flatMap(said -> Royalties.lastDay(dossier, royalty.term(), said, period.to()))
                        .orElse(null),
                0.85));
    }
}
