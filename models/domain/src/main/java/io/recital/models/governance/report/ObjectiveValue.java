package io.recital.models.governance.report;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Claim;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.governance.Objective;
import io.recital.models.governance.Objective.Aim;
import io.recital.models.governance.Objective.Baseline;
import io.recital.models.governance.Objective.Link;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.NamedResults;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an objective has come to against its baseline.
 *
 * @param realised for a reader; {@code unknown} where an input is missing
 * @param missing that input; empty otherwise
 * @param rows by kind
 */
public record ObjectiveValue(String realised, String missing, List<Derivation> workings, List<String> rows) {
    /** What a system calls a claim for which the money came; one that came in part says not how much. */
    private static final Pattern SETTLED = Pattern.compile(
            "\\b(?:credited|paid|settled|received|refunded|offset|bezahlt|gutgeschrieben|erstattet)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_PART =
            Pattern.compile("\\b(?:part|partly|partial|partially|teil\\w*|not|un\\w+)\\b", Pattern.CASE_INSENSITIVE);

    /** A contract that is linked, with the counterparty whose it is. */
    private record Linked(Link link, Standing standing, FamilyMember member) {
        boolean bears(String... references) {
            return Stream.of(references).anyMatch(member::bears);
        }
    }

    public ObjectiveValue {
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    public static ObjectiveValue of(Objective objective, List<Standing> standings, LocalDate asOf) {
        Baseline baseline = objective.baseline();
        if (baseline == null) {
            return unknown("an agreed baseline");
        }
        Optional<Period> window = objective.windowOn(asOf);
        List<Linked> linked = linked(objective, standings);
        if (window.isEmpty() || linked.isEmpty()) {
            return unknown(window.isEmpty() ? "a day that counts: it has not begun" : "a linked contract");
        }
        return switch (baseline.basis()) {
            case SETTLED_CLAIMS -> settled(linked, window.get());
            case INVOICES -> invoiced(objective.aim(), baseline, linked, window.get());
            case MEASUREMENTS -> measured(baseline, linked, window.get());
        };
    }

    private static ObjectiveValue unknown(String missing) {
        return new ObjectiveValue("unknown", missing, List.of(), List.of());
    }

    private static List<Linked> linked(Objective objective, List<Standing> standings) {
        return objective.links().stream()
                .flatMap(link -> standings.stream()
                        .flatMap(standing -> standing.family().find(link.contract()).stream()
                                .map(member -> new Linked(link, standing.inMemory(), member))))
                .toList();
    }

    private static ObjectiveValue settled(List<Linked> linked, Period window) {
        List<Claim> claims = linked.stream()
                .flatMap(each -> each.standing().dossier().facts().claims().stream()
                        .filter(claim -> each.bears(claim.contract())))
                .distinct()
                .filter(claim -> window.holds(claim.sentOn()))
                .toList();
        if (claims.isEmpty()) {
            return unknown("claims under the linked contracts in " + window);
        }
        List<Claim> settled = claims.stream()
                .filter(claim -> SETTLED.matcher(claim.status()).find()
                        && !IN_PART.matcher(claim.status()).find())
                .toList();
        Map<CurrencyUnit, List<Claim>> byCurrency =
                settled.stream().collect(Collectors.groupingBy(Claim::currency, TreeMap::new, Collectors.toList()));
        List<Derivation> workings = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        byCurrency.forEach((currency, same) -> {
            String sum = money(currency, same.stream().map(Claim::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
            workings.add(new Derivation(
                    Operation.SUM,
                    same.stream()
                            .map(claim -> Input.of(
                                    claim.subject(),
                                    claim.amount().toPlainString(),
                                    new FactCell(claim.kind().label(), claim.id(), "amount")))
                            .toList(),
                    sum));
            sums.add(sum);
        });
        return new ObjectiveValue(
                sums.isEmpty() ? "nothing came back" : String.join(" and ", sums) + " came back",
                "",
                workings,
                settled.stream()
                        .map(claim -> claim.kind().label() + ":" + claim.id())
                        .toList());
    }

    private static ObjectiveValue invoiced(Aim aim, Baseline baseline, List<Linked> linked, Period window) {
        Direction direction = aim == Aim.REVENUE_GROWTH ? Direction.ISSUED : Direction.RECEIVED;
        Money before = baseline.amount();
        Period then = baseline.period();
        List<InvoiceLine> lines = linked.stream()
                .flatMap(each -> each.standing().dossier().facts().invoiceLines().stream()
                        .filter(line -> each.bears(line.contract(), line.order())))
                .distinct()
                .filter(line -> line.direction() == direction && window.holds(line.invoiceDate()))
                .toList();
        if (before == null || then == null || lines.isEmpty()) {
            return unknown("invoice lines under the linked contracts in " + window);
        }
        CurrencyUnit currency = before.getCurrencyUnit();
        if (lines.stream().anyMatch(line -> !line.currency().equals(currency))) {
            return unknown("invoices in " + currency + " only: others cannot be held against the baseline");
        }
        BigDecimal net = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal product = before.getAmount().multiply(BigDecimal.valueOf(window.days()));
        BigDecimal expected =
                product.divide(BigDecimal.valueOf(then.days()), currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        BigDecimal gain = aim == Aim.SAVINGS ? expected.subtract(net) : net.subtract(expected);
        String now = money(currency, net);
        String old = money(currency, expected);
        List<Derivation> workings = List.of(
                new Derivation(
                        Operation.PRODUCT,
                        List.of(
                                input(
                                        "baseline, agreed by " + baseline.agreedBy(),
                                        money(currency, before.getAmount())),
                                input("days since " + window.from(), Long.toString(window.days()))),
                        money(currency, product)),
                new Derivation(
                        Operation.QUOTIENT,
                        List.of(
                                input("that", money(currency, product)),
                                input("days of the baseline", Long.toString(then.days()))),
                        old),
                new Derivation(
                        Operation.SUM, lines.stream().map(ObjectiveValue::net).toList(), now),
                new Derivation(
                        Operation.DIFFERENCE,
                        aim == Aim.SAVINGS
                                ? List.of(input("as before", old), input("invoiced", now))
                                : List.of(input("invoiced", now), input("as before", old)),
                        money(currency, gain)));
        return new ObjectiveValue(
                money(currency, gain.abs()) + (gain.signum() < 0 ? " worse than" : " better than") + " the baseline",
                "",
                workings,
                lines.stream()
                        .map(line -> line.kind().label() + ":" + line.id())
                        .toList());
    }

    private static Input net(InvoiceLine line) {
        return Input.of(
                "invoice " + line.invoice() + ", line " + line.line(),
                line.net().toPlainString(),
                new FactCell(line.kind().label(), line.id(), "net"));
    }

    private static ObjectiveValue measured(Baseline baseline, List<Linked> linked, Period window) {
        BigDecimal before = baseline.value();
        Optional<Linked> link =
                linked.stream().filter(each -> each.link().measure() != null).findFirst();
        String measure = link.map(each -> each.link().measure()).orElse(null);
        if (before == null || measure == null) {
            return unknown("a linked measure");
        }
        List<MeasureResult> results = NamedResults.of(link.get().standing().dossier(), measure).stream()
                .filter(result -> window.holds(result.period().from())
                        && window.holds(result.period().to()))
                .toList();
        Optional<Average> average = Average.of(results);
        if (average.isEmpty()) {
            return unknown("measurements of “" + measure + "” in " + window);
        }
        var content = results.get(0).measure().content();
        BigDecimal now = average.get().value();
        Optional<BigDecimal> gain = Average.gain(content.comparison(), before, now);
        String unit = content.unit().isEmpty() ? "" : " " + content.unit();
        return gain.map(by -> new ObjectiveValue(
                        now.toPlainString() + unit + ", " + by.abs().toPlainString()
                                + (by.signum() < 0 ? " worse than" : " better than") + " the baseline",
                        "",
                        average.get().workings(),
                        average.get().rows()))
                .orElseGet(() -> unknown("whether more or less is better"));
    }

    private static Input input(String what, String value) {
        return new Input(what, value, null);
    }

    private static String money(CurrencyUnit currency, BigDecimal amount) {
        return currency.getCode() + " " + amount.toPlainString();
    }
}
