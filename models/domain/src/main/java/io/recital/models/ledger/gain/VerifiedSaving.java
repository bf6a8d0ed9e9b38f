package io.recital.models.ledger.gain;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was saved against the baseline in a period, as reported and verified; negative where more was spent.
 *
 * @param amount null where something is missing
 * @param baseline where one is known
 * @param missing the inputs without which it is not known; empty otherwise
 */
record VerifiedSaving(
        Period period,
        @Nullable Money amount,
        Optional<Money> baseline,
        List<String> missing,
        List<Derivation> workings,
        List<String> rows) {
    private static final Pattern SAVING = words("\\bsavings?\\b|einsparung|cost\\s+reduction");
    private static final Pattern BASELINE = words(
            "\\bbaseline\\b|\\btarget\\s+(?:costs?|price|spend)\\b|\\breference\\s+(?:costs?|spend)\\b|\\bbudget(?:ed)?\\b");
    private static final Pattern ACTUAL = words(
            "\\b(?:actual|out-?turn|final|incurred|real|verified|audited)\\s+(?:costs?|charges|spend)\\b|\\bactuals?\\b|\\bout-?turn\\b|ist-?kosten");
    private static final Pattern VERIFIED = words(
            "\\b(?:verified|audited|agreed|approved|confirmed|certified|signed[\\s-]off|accepted|geprüft|validated)\\b");
    private static final Pattern NOT_YET = words(
            "\\b(?:not\\s+(?:yet\\s+)?(?:\\p{L}+\\s+)?(?:verified|audited|agreed|approved|confirmed|accepted)|unverified|unaudited|preliminary|provisional|estimate[ds]?|forecast|disputed|pending|subject\\s+to)\\b");

    VerifiedSaving {
        missing = List.copyOf(missing);
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** The periods under a contract for which savings, costs or a baseline are reported in money, and that are over. */
    static List<Period> periods(Dossier dossier, String contract) {
        return rows(dossier, contract)
                .filter(row -> SAVING.matcher(row.measure()).find()
                        || ACTUAL.matcher(row.measure()).find())
                .map(Measurement::period)
                .filter(period -> period.to().isBefore(dossier.asOf()))
                .distinct()
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::to))
                .toList();
    }

    private static java.util.stream.Stream<Measurement> rows(Dossier dossier, String contract) {
        return dossier.facts().measurements().stream()
                .filter(row -> row.contract().startsWith(contract) || contract.startsWith(row.contract()))
                .filter(row -> row.value() != null && currency(row).isPresent());
    }

    /** What was saved in a period. */
    static VerifiedSaving of(Dossier dossier, String contract, Period period, GainShareTerm term) {
        List<String> missing = new ArrayList<>();
        Optional<Measurement> saving = last(dossier, contract, period, SAVING);
        Optional<Measurement> actual = last(dossier, contract, period, ACTUAL);
        Optional<Measurement> base = last(dossier, contract, period, BASELINE);
        Optional<Money> baseline = base.map(VerifiedSaving::money).or(term::baseline);
        if (baseline.isEmpty() && (saving.isEmpty() || !isAgreed(saving.get()))) {
            missing.add("the baseline of " + period + " that both sides agreed to");
        } else if (base.isPresent()
                && term.baseline().isEmpty()
                && !isAgreed(base.get())
                && !isAgreed(dossier, contract)) {
            missing.add("that both sides agreed to the baseline of " + period);
        }
        if (saving.isEmpty() && actual.isEmpty()) {
            missing.add("the verified savings of " + period);
        } else if (saving.or(() -> actual).filter(VerifiedSaving::isAgreed).isEmpty()) {
            missing.add("that the savings of " + period + " were verified");
        }
        return missing.isEmpty()
                ? worked(period, saving, actual, base, baseline, term)
                : new VerifiedSaving(period, null, baseline, missing, List.of(), ids(saving, actual, base));
    }

    private static VerifiedSaving worked(
            Period period,
            Optional<Measurement> saving,
            Optional<Measurement> actual,
            Optional<Measurement> base,
            Optional<Money> baseline,
            GainShareTerm term) {
        if (saving.isPresent()) {
            return new VerifiedSaving(
                    period,
                    money(saving.get()),
                    baseline,
                    List.of(),
                    List.of(new Derivation(
                            Operation.SUM,
                            List.of(cell(saving.get(), "verified savings")),
                            money(saving.get()).toString())),
                    ids(saving, base));
        }
        Money cost = money(actual.orElseThrow());
        Money from = baseline.orElseThrow();
        if (!from.getCurrencyUnit().equals(cost.getCurrencyUnit())) {
            return new VerifiedSaving(
                    period,
                    null,
                    baseline,
                    List.of("baseline and costs in one currency"),
                    List.of(),
                    ids(actual, base));
        }
        Input basis = base.map(row -> cell(row, "agreed baseline"))
                .orElseGet(() -> new Input("baseline", from.toString(), term.stated()));
        Money saved = from.minus(cost);
        return new VerifiedSaving(
                period,
                saved,
                baseline,
                List.of(),
                List.of(new Derivation(
                        Operation.DIFFERENCE,
                        List.of(basis, cell(actual.orElseThrow(), "verified cost")),
                        saved.toString())),
                ids(actual, base));
    }

    private static Input cell(Measurement row, String what) {
        return Input.of(
                what + ", " + row.measure(),
                money(row).toString(),
                new FactCell(FactKind.MEASUREMENT.label(), row.id(), "value"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<String> ids(Optional<Measurement>... rows) {
        return java.util.Arrays.stream(rows)
                .flatMap(Optional::stream)
                .map(row -> FactKind.MEASUREMENT.label() + ":" + row.id())
                .distinct()
                .toList();
    }

    /** Of several reports of a period the last counts. */
    private static Optional<Measurement> last(Dossier dossier, String contract, Period period, Pattern name) {
        return rows(dossier, contract)
                .filter(row -> row.period().equals(period)
                        && name.matcher(row.measure()).find())
                .filter(row ->
                        !name.equals(ACTUAL) || !SAVING.matcher(row.measure()).find())
                .filter(row ->
                        !name.equals(SAVING) || !BASELINE.matcher(row.measure()).find())
                .max(Comparator.comparing(Measurement::reportedOn).thenComparing(Measurement::id));
    }

    private static boolean isAgreed(Measurement row) {
        String words = row.measure() + " " + row.note();
        return VERIFIED.matcher(words).find() && !NOT_YET.matcher(words).find();
    }

    private static boolean isAgreed(Dossier dossier, String contract) {
        return dossier.facts().events().stream()
                .filter(event -> event.contract().startsWith(contract) || contract.startsWith(event.contract()))
                .map(VerifiedSaving::words)
                .anyMatch(words -> BASELINE.matcher(words).find()
                        && VERIFIED.matcher(words).find()
                        && !NOT_YET.matcher(words).find());
    }

    private static String words(ContractEvent event) {
        return event.event().replace('-', ' ') + " " + event.subject() + " " + event.note();
    }

    private static Optional<CurrencyUnit> currency(Measurement row) {
        String unit = row.unit().strip().toUpperCase(Locale.ROOT);
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(currency -> currency.getCode().equals(unit))
                .findFirst();
    }

    private static Money money(Measurement row) {
        BigDecimal value = row.value() == null ? BigDecimal.ZERO : row.value();
        return Money.of(currency(row).orElseThrow(), value, RoundingMode.HALF_UP);
    }
}
