package io.recital.retrieval.portfolio;

import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/** Computes what is due when less is bought than was committed to. Call it in the name of a tenant. */
public final class Shortfalls {
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)\\b(?:nothing|not (?:buy|order|ship|purchase) anything|no (?:orders|purchases|volume) at all|zero)\\b");
    private static final Pattern SHORT = Pattern.compile(
            "(?i)\\b(?:shortfall of|short by|short of the minimum by|missing|miss the minimum by|too few)\\b\\D{0,20}(\\d[\\d,.]*\\d|\\d)|(\\d[\\d,]*\\d|\\d) (?:\\S+ ){0,2}(?:short|too few|(?:below|under|less than|short of) (?:the|our|its|that) (?:minimum|commitment))");
    private static final Pattern MAKE_UP = Pattern.compile("(?i)\\b(?:cost|owe|pay|due|charge)");

    private static final int MOST = 50;

    private final Understanding question;
    private final QueryRun run;

    public Shortfalls(Understanding question, QueryRun run) {
        this.question = question;
        this.run = run;
    }

    private record Stated(TypedValue value, Citation citation) {}

    /** What would be due; empty where it is not asked for, or where the contract does not state it. */
    public Optional<Sum> find(List<Counterparty> counterparties) {
        Matcher missing = SHORT.matcher(question.text());
        boolean some = missing.find();
        if (!MAKE_UP.matcher(question.text()).find()
                || (!some && !NOTHING.matcher(question.text()).find())) {
            return Optional.empty();
        }
        List<Finding> levers = levers(counterparties);
        Optional<Stated> rate = find(levers, Name.RATE);
        Optional<Stated> volume = find(levers, Name.VOLUME);
        if (rate.isEmpty() || volume.isEmpty()) {
            return Optional.empty();
        }
        Input amount = some
                ? new Input("missing", missing.group(1) != null ? missing.group(1) : missing.group(2), null)
                : new Input(
                        "minimum commitment",
                        volume.get().value().display(),
                        volume.get().citation());
        BigDecimal number = some
                ? new BigDecimal(amount.value().replace(",", ""))
                : Measured.of(volume.get().value()).map(Measured::number).orElse(BigDecimal.ZERO);
        return due(rate.get(), volume.get(), amount, number, levers.get(0));
    }

    private Optional<Sum> due(Stated rate, Stated volume, Input amount, BigDecimal number, Finding lever) {
        Input price = new Input("due on what is missing", rate.value().display(), rate.citation());
        BigMoney due;
        List<Input> inputs;
        if (rate.value() instanceof TypedValue.Amount each) {
            due = each.value().multipliedBy(number);
            inputs = List.of(amount, price);
        } else if (rate.value() instanceof TypedValue.Percent percent
                && volume.value() instanceof TypedValue.Amount committed) {
            due = BigMoney.of(committed.value().getCurrencyUnit(), number)
                    .multipliedBy(percent.value().movePointLeft(2));
            inputs = List.of(price, amount);
        } else {
            return Optional.empty();
        }
        String result = new TypedValue.Amount(
                        BigMoney.of(due.getCurrencyUnit(), due.getAmount().stripTrailingZeros()))
                .display();
        Operation operation = rate.value() instanceof TypedValue.Percent ? Operation.PERCENT_OF : Operation.PRODUCT;
        List<Citation> citations = new ArrayList<>(List.of(rate.citation()));
        if (amount.citation() != null) {
            citations.add(amount.citation());
        }
        return Optional.of(new Sum(
                result + " would be due.", lever.contract(), citations, new Derivation(operation, inputs, result)));
    }

    /** The minimum commitments of the family that is meant, those that speak first before others. */
    private List<Finding> levers(List<Counterparty> counterparties) {
        Optional<Family> family = NamedFamilies.theOne(question, Portfolio.families(run, counterparties));
        if (family.isEmpty()) {
            return List.of();
        }
        List<Finding> found = run.findings(new TypedQuery.Findings(
                FindingKind.LEVER,
                Set.of(LeverType.MINIMUM_COMMITMENT.label()),
                family.get().contracts(),
                "",
                MOST));
        return family.get().speaking(question.asOf()).stream()
                .flatMap(member -> found.stream()
                        .filter(finding ->
                                finding.contract().equals(member.contract().id())))
                .toList();
    }

    private static Optional<Stated> find(List<Finding> levers, Name name) {
        return levers.stream()
                .flatMap(finding -> ((CommercialLever) finding.content())
                        .find(name).stream()
                                .map(value -> new Stated(value, StatedTerm.telling(finding.citations(), value))))
                .findFirst();
    }
}
