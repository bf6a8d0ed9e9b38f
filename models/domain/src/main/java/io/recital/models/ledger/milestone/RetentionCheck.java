package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Parts of milestone payments that were kept back and not released in time. */
public final class RetentionCheck implements Check {
    /** The check's name. */
    public static final String NAME = "retention";

    private static final Pattern ITSELF = Pattern.compile(
            "\\bretention\\b|\\bretained\\b|\\b(?:held|kept)\\s+back\\b|\\beinbehalt", Pattern.CASE_INSENSITIVE);
    private static final double CONFIDENCE = 0.9;

    @Override
    public List<Outcome> run(Dossier dossier) {
        Map<FamilyMember, List<MilestoneCourse>> byContract = new LinkedHashMap<>();
        for (MilestoneCourse course : Milestones.of(dossier)) {
            byContract
                    .computeIfAbsent(course.scope().contract(), contract -> new ArrayList<>())
                    .add(course);
        }
        return byContract.values().stream()
                .flatMap(courses -> Stream.of(
                                judge(dossier, courses).stream(),
                                EarlyRetention.of(dossier, courses).stream(),
                                unkept(dossier, courses))
                        .flatMap(outcomes -> outcomes))
                .toList();
    }

    /** While the last result is not accepted, so that nothing that is kept back can be due. */
    private static Stream<Outcome> unkept(Dossier dossier, List<MilestoneCourse> courses) {
        boolean open = courses.stream()
                .filter(course -> course.findDue().isPresent())
                .max(Comparator.comparing(course -> course.findDue().orElseThrow()))
                .filter(last -> last.findAccepted(dossier.asOf()).isEmpty())
                .isPresent();
        return open
                ? Retention.of(courses.get(0).scope()).stream()
                        .flatMap(retention -> UnkeptRetention.of(dossier, courses, retention).stream())
                : Stream.empty();
    }

    private static Optional<Outcome> judge(Dossier dossier, List<MilestoneCourse> courses) {
        Scope scope = courses.get(0).scope();
        Optional<Retention> retention = Retention.of(scope);
        Optional<MilestoneCourse> end = courses.stream()
                .filter(course -> course.findDue().isPresent())
                .max(Comparator.comparing(course -> course.findDue().orElseThrow()));
        Optional<Governed<FindingContent>> release = end.flatMap(last ->
                Retention.findRelease(scope, new MilestoneName(last.milestone().content())));
        Optional<Dated> finallyAccepted = end.flatMap(last -> last.findAccepted(dossier.asOf()));
        if (retention.isEmpty() || release.isEmpty() || finallyAccepted.isEmpty()) {
            return Optional.empty();
        }
        LocalDate until =
                Retention.releasedBy(release.get(), finallyAccepted.get().day(), scope);
        if (!until.isBefore(dossier.asOf())) {
            return Optional.empty();
        }
        if (courses.stream().anyMatch(course -> course.findPayment().isEmpty()) || currencies(courses) != 1) {
            return Optional.of(new NotCheckable(
                    NAME,
                    "Release of the retention",
                    "the payment of each milestone",
                    List.of(retention.get().term().finding())));
        }
        return owed(dossier, courses, retention.get(), release.get(), finallyAccepted.get());
    }

    private static long currencies(List<MilestoneCourse> courses) {
        return courses.stream()
                .map(course -> course.findPayment().orElseThrow().getCurrencyUnit())
                .distinct()
                .count();
    }

    private static Optional<Outcome> owed(
            Dossier dossier,
            List<MilestoneCourse> courses,
            Retention retention,
            Governed<FindingContent> release,
            Dated accepted) {
        CurrencyUnit currency = courses.get(0).findPayment().orElseThrow().getCurrencyUnit();
        BigDecimal price = courses.stream()
                .map(course -> course.findPayment().orElseThrow().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<InvoiceLine> lines = Stream.concat(
                        courses.stream().flatMap(course -> course.invoices().stream()),
                        retentionInvoices(dossier, courses))
                .distinct()
                .toList();
        BigDecimal invoiced = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal retained = price.multiply(retention.percent()).movePointLeft(2);
        BigDecimal open = retained.min(price.subtract(invoiced));
        Money amount = Money.of(currency, open, RoundingMode.HALF_UP);
        if (!amount.isPositive()) {
            return Optional.empty();
        }
        List<Finding> rests = new ArrayList<>(List.of(retention.term().finding(), release.finding()));
        courses.forEach(course -> rests.addAll(course.milestone().rests()));
        List<String> rows = Stream.concat(
                        Stream.of(accepted.key()), lines.stream().map(Milestones::key))
                .toList();
        return Optional.of(new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.UNCLAIMED_ENTITLEMENT : LeakageClass.EXPOSURE,
                "The retention of " + retention.percent().stripTrailingZeros().toPlainString()
                        + " % has been due since final acceptance and was not released",
                new Period(accepted.day(), dossier.asOf()),
                amount,
                rests,
                rows,
                workings(retention, price, invoiced, retained, amount),
                null,
                CONFIDENCE));
    }

    /** Lines for the retention itself, which name no milestone. */
    static Stream<InvoiceLine> retentionInvoices(Dossier dossier, List<MilestoneCourse> courses) {
        FamilyMember contract = courses.get(0).scope().contract();
        return dossier.facts().invoiceLines().stream()
                .filter(line -> (contract.bears(line.order()) || contract.bears(line.contract()))
                        && ITSELF.matcher(line.description()).find()
                        && courses.stream()
                                        .filter(course -> course.invoices().contains(line))
                                        .count()
                                != 1);
    }

    private static List<Derivation> workings(
            Retention retention, BigDecimal price, BigDecimal invoiced, BigDecimal retained, Money amount) {
        Input percent = new Input(
                "retention",
                retention.percent().toPlainString() + " %",
                retention.term().finding().citations().get(0));
        Input all = new Input("payments of all milestones", price.toPlainString(), null);
        return List.of(
                new Derivation(Operation.PERCENT_OF, List.of(percent, all), retained.toPlainString()),
                new Derivation(
                        Operation.DIFFERENCE,
                        List.of(all, new Input("invoiced", invoiced.toPlainString(), null)),
                        price.subtract(invoiced).toPlainString()),
                new Derivation(
                        Operation.LEAST,
                        List.of(
                                new Input("retained", retained.toPlainString(), null),
                                new Input(
                                        "not invoiced", price.subtract(invoiced).toPlainString(), null)),
                        amount.getAmount().toPlainString()));
    }
}
