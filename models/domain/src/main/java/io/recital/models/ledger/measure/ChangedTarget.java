package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the last twelve months' measurements would have earned in credits if a measure's target had been another. */
public final class ChangedTarget {
    private static final List<String> ASSUMED = List.of(
            "Measured is what was measured; the counterparty would have acted otherwise under another target",
            "A band of credits that ends or begins at the old target does so at the new one",
            "Credits are those of the periods in which the measure is missed, after their caps, claimed or not; what other"
                    + " measures earn in these periods is among them");

    private final Dossier dossier;
    private final String measure;
    private final BigDecimal target;
    private final Period year;

    private ChangedTarget(Dossier dossier, String measure, BigDecimal target) {
        this.dossier = dossier;
        this.measure = plain(measure);
        this.target = target;
        this.year = new Period(dossier.asOf().minusYears(1).plusDays(1), dossier.asOf());
    }

    /**
     * One for each currency in which there are credits now or then; one without a sum where there are none in either case.
     * Nothing where no measure bears the name.
     *
     * @param measure its name or code, or words that its name has
     */
    public static List<Scenario> of(Dossier dossier, String measure, BigDecimal target) {
        return new ChangedTarget(dossier, measure, target).scenarios();
    }

    private List<Scenario> scenarios() {
        List<Finding> changed = dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(this::isMeant)
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<MeasureResult> now = results(dossier);
        Dossier other = new Dossier(changedFamily(), dossier.facts(), dossier.asOf()).with(dossier.book());
        List<MeasureResult> then = results(other);
        List<CreditDue> duesNow = dues(dossier);
        List<CreditDue> duesThen = dues(other);
        Set<String> touched = Stream.concat(duesNow.stream(), duesThen.stream())
                .filter(due -> due.missed().stream().anyMatch(this::isOfTheMeasure))
                .map(ChangedTarget::key)
                .collect(Collectors.toSet());
        duesNow.removeIf(due -> !touched.contains(key(due)));
        duesThen.removeIf(due -> !touched.contains(key(due)));
        String counts = "“" + changed.get(0).content().summary() + "” with a target of " + target.toPlainString()
                + ": missed in " + missed(then) + " instead of " + missed(now) + " of " + then.size()
                + " measured periods, " + year;
        Set<CurrencyUnit> currencies = Stream.concat(duesNow.stream(), duesThen.stream())
                .map(due -> due.due().getCurrencyUnit())
                .collect(Collectors.toCollection(TreeSet::new));
        if (currencies.isEmpty()) {
            return List.of(
                    new Scenario(counts + "; no credit in either case", null, null, null, ASSUMED, changed, List.of()));
        }
        return currencies.stream()
                .map(currency -> scenario(counts, changed, of(currency, duesNow), of(currency, duesThen), currency))
                .toList();
    }

    private static List<CreditDue> of(CurrencyUnit currency, List<CreditDue> dues) {
        return dues.stream()
                .filter(due -> due.due().getCurrencyUnit().equals(currency))
                .toList();
    }

    private static String key(CreditDue due) {
        return due.contract() + " " + due.period();
    }

    private boolean isOfTheMeasure(MeasureResult result) {
        return result.measure().findings().stream().anyMatch(this::isMeant);
    }

    private boolean isMeant(Finding finding) {
        return finding.content() instanceof PerformanceMeasure content
                && content.target() != null
                && (plain(content.name()).contains(measure)
                        || finding.citations().stream()
                                .anyMatch(citation -> plain(citation.quote()).equals(measure)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private List<MeasureResult> results(Dossier of) {
        return MeasureResults.of(of).stream()
                .filter(result -> isOfTheMeasure(result)
                        && result.value() != null
                        && year.holds(result.period().to()))
                .toList();
    }

    private static long missed(List<MeasureResult> results) {
        return results.stream().filter(MeasureResult::isMissed).count();
    }

    /** The credits of the year, claimed or not. */
    private List<CreditDue> dues(Dossier of) {
        return CreditDues.of(of, MeasureResults.of(of)).dues().stream()
                .filter(due -> year.holds(due.period().to()) && due.due().isPositive())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private ContractFamily changedFamily() {
        return new ContractFamily(
                dossier.family().counterparty(),
                dossier.family().members().stream()
                        .map(member -> new FamilyMember(
                                member.contract(),
                                member.references(),
                                member.findings().stream().map(this::changed).toList(),
                                member.definitions(),
                                member.beside(),
                                member.ended(),
                                member.lost()))
                        .toList(),
                dossier.family().relations());
    }

    private Finding changed(Finding finding) {
        return isMeant(finding)
                ? new Finding(
                        finding.id(),
                        finding.contract(),
                        finding.document(),
                        finding.clause(),
                        changed((PerformanceMeasure) finding.content()),
                        finding.citations(),
                        finding.confidence(),
                        finding.provenance(),
                        finding.fromOcr(),
                        finding.review())
                : finding;
    }

    private PerformanceMeasure changed(PerformanceMeasure content) {
        BigDecimal old = content.target();
        return new PerformanceMeasure(
                content.name(),
                content.term(),
                content.metric(),
                content.comparison(),
                target,
                content.unit(),
                content.window(),
                PromisedMeasure.moved(content.credits(), old, target),
                content.cap(),
                content.claimWindow(),
                content.stated(),
                content.step(),
                content.allocation());
    }

    private static Scenario scenario(
            String title, List<Finding> rests, List<CreditDue> now, List<CreditDue> then, CurrencyUnit currency) {
        List<Derivation> workings = new ArrayList<>();
        Money sumNow = sum("credit now", now, currency, workings);
        Money sumThen = sum("credit then", then, currency, workings);
        return new Scenario(
                title + "; credits of " + sumThen + " instead of " + sumNow,
                sumNow,
                sumThen,
                null,
                ASSUMED,
                rests,
                workings);
    }

    private static Money sum(String what, List<CreditDue> dues, CurrencyUnit currency, List<Derivation> workings) {
        Money sum = dues.stream().map(CreditDue::due).reduce(Money.zero(currency), Money::plus);
        List<Input> inputs = dues.stream()
                .map(due -> new Input(what + ", " + due.period(), due.due().toString(), null))
                .toList();
        if (!inputs.isEmpty()) {
            workings.add(new Derivation(Operation.SUM, inputs, sum.toString()));
        }
        return sum;
    }
}
