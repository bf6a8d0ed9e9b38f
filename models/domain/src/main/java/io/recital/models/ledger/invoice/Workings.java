package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.invoice.AllowedPrice.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Writes down a computation, step by step, so that a reader can do the sum again. */
final class Workings {
    private final CurrencyUnit currency;
    private final List<Derivation> steps = new ArrayList<>();

    Workings(CurrencyUnit currency) {
        this.currency = currency;
    }

    List<Derivation> steps() {
        return steps;
    }

    static Input cell(String what, PerformanceFact fact, String column, BigDecimal value) {
        return Input.of(what, value.toPlainString(), new FactCell(fact.kind().label(), fact.id(), column));
    }

    Input cited(String what, BigDecimal amount, Finding finding, String said) {
        return new Input(what, money(amount), quote(finding, said));
    }

    /** The citation in which a number stands, or else the first. */
    static @Nullable Citation quote(Finding finding, String said) {
        String digits = said.replaceAll("[^\\d]", "").replaceAll("0+$", "");
        return finding.citations().stream()
                .filter(citation -> !digits.isEmpty()
                        && citation.quote().replaceAll("[^\\d]", "").startsWith(digits))
                .findFirst()
                .orElse(finding.citations().get(0));
    }

    static Input earlier(String what, String value) {
        return new Input(what, value, null);
    }

    String money(BigDecimal amount) {
        return currency.getCode() + " " + amount.toPlainString();
    }

    Workings step(Operation operation, String result, Input... inputs) {
        steps.add(new Derivation(operation, List.of(inputs), result));
        return this;
    }

    /** The quantity of lines: of one as it stands there, of several their sum. */
    Input sum(String what, List<InvoiceLine> lines) {
        Input[] quantities = lines.stream()
                .map(line -> cell(what + ", invoice " + line.invoice(), line, "quantity", line.quantity()))
                .toArray(Input[]::new);
        if (quantities.length == 1) {
            return quantities[0];
        }
        BigDecimal sum = lines.stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        step(Operation.SUM, sum.toPlainString(), quantities);
        return earlier(what, sum.toPlainString());
    }

    /** How the agreed price became the one that is allowed. */
    Input price(AllowedPrice allowed) {
        BigMoney base = allowed.base();
        Finding stated = allowed.agreed().source().finding();
        Input input =
                cited("agreed price", base.getAmount(), stated, base.getAmount().toPlainString());
        BigMoney whole = allowed.agreed().price();
        if (whole != null && !whole.isEqual(base)) {
            Citation parts = stated.citations().get(0);
            Input year = cited(
                    "agreed price", whole.getAmount(), stated, whole.getAmount().toPlainString());
            String part = money(base.getAmount());
            String number = Integer.toString(allowed.agreed().instalments());
            step(Operation.QUOTIENT, part, year, new Input("equal instalments", number, parts));
            input = earlier("instalment", part);
        }
        for (Step step : allowed.steps()) {
            Input percent = step.formula() == null ? percent(step) : factor(step, step.formula());
            String adjusted = money(step.price().getAmount());
            step(Operation.PRODUCT, adjusted, input, percent);
            input = earlier("price from " + step.effective(), adjusted);
        }
        return input;
    }

    private Input percent(Step step) {
        String factor = BigDecimal.ONE
                .add(step.percent().movePointLeft(2))
                .stripTrailingZeros()
                .toPlainString();
        Citation clause = step.adjustment().source().finding().citations().get(0);
        if (step.before() == null || step.after() == null) {
            return new Input("1 and the percentage of the adjustment", factor, clause);
        }
        Input after = cell(
                "index, " + step.after().month(),
                step.after(),
                "value",
                step.after().value());
        Input before = cell(
                "index, " + step.before().month(),
                step.before(),
                "value",
                step.before().value());
        String ratio = step.after()
                .value()
                .divide(step.before().value(), 6, RoundingMode.HALF_UP)
                .toPlainString();
        step(Operation.QUOTIENT, ratio, after, before);
        return new Input("change of the index as far as the clause lets it count", factor, clause);
    }

    /** The sum of a formula's shares. */
    private Input factor(Step step, PriceFormula.Factor formula) {
        Citation clause = step.adjustment().source().finding().citations().get(0);
        List<Input> shares = new ArrayList<>();
        shares.add(new Input("share that is fixed", formula.fixed().toPlainString(), clause));
        for (PriceFormula.Counted counted : formula.counted()) {
            String name = counted.share().symbol();
            String ratio = counted.ratio().setScale(12, RoundingMode.HALF_UP).toPlainString();
            Input now = cell(
                    name + ", " + counted.value().month(),
                    counted.value(),
                    "value",
                    counted.value().value());
            Input then = new Input(name + ", base", counted.base().toPlainString(), clause);
            step(Operation.QUOTIENT, ratio, now, then);
            BigDecimal product = counted.share().weight().multiply(counted.ratio());
            String share = product.setScale(12, RoundingMode.HALF_UP).toPlainString();
            Input weight =
                    new Input("share of " + name, counted.share().weight().toPlainString(), clause);
            step(Operation.PRODUCT, share, weight, earlier(name, ratio));
            shares.add(earlier("share of " + name, share));
        }
        int scale = formula.decimals() == null ? 10 : formula.decimals();
        String factor = formula.value().setScale(scale, RoundingMode.HALF_UP).toPlainString();
        step(Operation.SUM, factor, shares.toArray(Input[]::new));
        return earlier("factor of the formula", factor);
    }
}
