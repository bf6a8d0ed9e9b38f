package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The cost of an audit that found more wrong than a share: the side that was audited bears it. Where the tenant had its
 * licensee audited it is not billed yet, where its supplier, not claimed; where the tenant was audited, it is an exposure.
 */
public final class AuditCostCheck implements Check {
    static final String NAME = "audit-cost";

    private static final Pattern PASSED_ON = Pattern.compile(
            "\\b(?:audit\\w*|inspection|examination|accountants?)\\b[^.]{0,60}\\b(?:costs?|fees?|expenses?|reimburs\\w*)|\\b(?:costs?|fees?|expenses?|reimburs\\w*)\\b[^.]{0,60}\\b(?:audit|inspection|examination|accountants?)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<AuditCostTerm> terms = AuditCostTerm.of(dossier);
        if (terms.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, List<AuditResult>> audits = AuditResult.of(dossier).stream()
                .collect(Collectors.groupingBy(
                        result -> result.row().reportedOn(), LinkedHashMap::new, Collectors.toList()));
        List<Outcome> outcomes = new ArrayList<>();
        for (List<AuditResult> audit : audits.values()) {
            terms.stream()
                    .flatMap(term -> judge(dossier, term, of(term, audit)).stream())
                    .findFirst()
                    .ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private static List<AuditResult> of(AuditCostTerm term, List<AuditResult> audit) {
        return audit.stream()
                .filter(result -> term.wrong() == AuditCostTerm.Wrong.EITHER || term.wrong() == result.wrong())
                .toList();
    }

    private static Optional<Outcome> judge(Dossier dossier, AuditCostTerm term, List<AuditResult> results) {
        List<AuditResult> wrong = results.stream()
                .filter(result -> result.difference().signum() > 0)
                .toList();
        if (wrong.isEmpty() || isPassedOn(dossier, wrong.get(0).row())) {
            return Optional.empty();
        }
        if (wrong.stream().anyMatch(result -> result.stated().signum() <= 0)) {
            return Optional.of(notCheckable(
                    term,
                    wrong,
                    "what had been paid or reported for " + wrong.get(0).period()));
        }
        List<AuditResult> held = term.parts() ? wrong : results;
        Optional<AuditResult> met = wrong.stream()
                .filter(result -> isMet(term, List.of(result)).orElse(false))
                .findFirst();
        Optional<Boolean> whole = isMet(term, held);
        boolean unclear = !term.parts()
                && results.size() > 1
                && whole.filter(is -> is == met.isPresent()).isEmpty();
        boolean open = met.isEmpty()
                && wrong.stream()
                        .anyMatch(result -> isMet(term, List.of(result)).isEmpty());
        if (unclear || open) {
            return Optional.of(notCheckable(
                    term,
                    wrong,
                    "of what the share of " + term.share().toPlainString()
                            + " % is taken, where it makes a difference"));
        }
        return met.map(result -> outcome(dossier, term, result));
    }

    /** Whether some results together are beyond the share; empty where it depends on what the words do not say. */
    private static Optional<Boolean> isMet(AuditCostTerm term, List<AuditResult> results) {
        BigDecimal difference = sum(results.stream().map(AuditResult::difference));
        boolean ofStated = term.isMetBy(difference, sum(results.stream().map(AuditResult::stated)));
        boolean ofDue = term.isMetBy(difference, sum(results.stream().map(AuditResult::due)));
        return switch (term.base()) {
            case STATED -> Optional.of(ofStated);
            case DUE -> Optional.of(ofDue);
            case UNSAID -> ofStated == ofDue ? Optional.of(ofStated) : Optional.empty();
        };
    }

    private static BigDecimal sum(Stream<BigDecimal> parts) {
        return parts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Outcome outcome(Dossier dossier, AuditCostTerm term, AuditResult result) {
        List<Input> costs = new ArrayList<>();
        Set<String> rows = new LinkedHashSet<>(result.rows());
        List<InvoiceLine> bills = AuditResult.bills(dossier, result.row())
                .filter(line -> line.currency().equals(result.currency()))
                .toList();
        BigDecimal sum = sum(bills.stream().map(InvoiceLine::net));
        bills.forEach(line -> {
            costs.add(Input.of(
                    "invoice " + line.invoice() + ", line " + line.line(),
                    line.net().toPlainString(),
                    new FactCell(line.kind().label(), line.id(), "net")));
            rows.add(line.kind().label() + ":" + line.id());
        });
        if (bills.isEmpty()) {
            List<Measurement> told = AuditResult.costs(dossier, result.row());
            sum = sum(told.stream().map(AuditResult::value));
            told.forEach(row -> {
                costs.add(AuditResult.cell(row.measure(), row));
                rows.add(AuditResult.key(row));
            });
        }
        if (sum.signum() <= 0) {
            return notCheckable(term, List.of(result), "what the audit cost");
        }
        Money amount = Money.of(result.currency(), sum, RoundingMode.HALF_UP);
        List<Derivation> steps = new ArrayList<>(result.workings());
        steps.add(share(term, result));
        steps.add(new Derivation(Operation.SUM, costs, amount.toString()));
        LeakageClass leakage = leakage(dossier, result);
        return new LedgerEntry(
                        NAME,
                        leakage,
                        "The audit of " + result.period() + " found more wrong than "
                                + term.share().stripTrailingZeros().toPlainString() + " %: its cost "
                                + (leakage == LeakageClass.EXPOSURE ? "can be asked of us" : "was not passed on"),
                        new Period(result.period().from(), result.row().reportedOn()),
                        amount,
                        List.of(term.finding()),
                        List.copyOf(rows),
                        steps,
                        null,
                        0.85)
                .claiming(new Claimed(
                        Claimed.Part.CONSEQUENCE,
                        Set.of(NAME + " " + result.row().reportedOn())));
    }

    /** What the difference is in percent of what the share is taken of, cut off: that is enough to be beyond it or not. */
    private static Derivation share(AuditCostTerm term, AuditResult result) {
        boolean due = term.base() == AuditCostTerm.Base.DUE;
        BigDecimal of = due ? result.due() : result.stated();
        String share = result.difference()
                .multiply(BigDecimal.valueOf(100))
                .divide(of, 4, RoundingMode.DOWN)
                .toPlainString();
        return new Derivation(
                Operation.RATE,
                List.of(
                        AuditResult.cell("difference that the audit found", result.row())
                                        .value()
                                        .equals(result.difference().toPlainString())
                                ? AuditResult.cell("difference that the audit found", result.row())
                                : new Input(
                                        "difference that the audit found",
                                        result.difference().toPlainString(),
                                        null),
                        new Input(due ? "what should have been" : "what had been stated", of.toPlainString(), null),
                        term.input(
                                "per cent; the cost is borne beyond "
                                        + term.share().toPlainString() + " %",
                                "100")),
                share);
    }

    private static LeakageClass leakage(Dossier dossier, AuditResult result) {
        boolean under = result.wrong() != AuditCostTerm.Wrong.OVER;
        if (dossier.isOfASeller()) {
            return under ? LeakageClass.UNDER_BILLING : LeakageClass.EXPOSURE;
        }
        return under ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT;
    }

    /** Whether it was invoiced, credited or claimed already. */
    private static boolean isPassedOn(Dossier dossier, Measurement row) {
        Stream<String> invoiced = dossier.facts().invoiceLines().stream()
                .filter(line -> line.invoiceDate().isAfter(row.period().to())
                        && (line.direction() == Direction.ISSUED || line.net().signum() < 0))
                .map(InvoiceLine::description);
        Stream<String> credited = dossier.facts().creditNotes().stream().map(note -> note.description());
        Stream<String> claimed = dossier.facts().claims().stream()
                .filter(claim -> claim.sentOn().isAfter(row.period().to()))
                .map(claim -> claim.subject());
        return Stream.of(invoiced, credited, claimed)
                .flatMap(each -> each)
                .anyMatch(words -> PASSED_ON.matcher(words).find());
    }

    private static NotCheckable notCheckable(AuditCostTerm term, List<AuditResult> results, String missing) {
        return new NotCheckable(
                NAME,
                "Who bears the cost of the audit of " + results.get(0).period() + " cannot be told",
                missing,
                List.of(term.finding()));
    }
}
