package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Liquidated damages of so much for each unit that fails, such as each late delivery of a month. */
record DamagesTerm(Governed<CommercialLever> lever, Money rate, String unit) {
    /** In which time a unit counts, which is no part of its name: {@code Late Delivery of that month}. */
    private static final Pattern OF_A_PERIOD = Pattern.compile(
            "\\s+(?:of|in|during)\\s+(?:that|the|such|an?|each|any)\\s+(?:\\p{L}+\\s+)?(?:month|quarter|year|period)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|where|when|should|whenever)\\s+(?<what>[^,;.]{1,80}?)\\s+(?:misses|is\\s+missed|fails|falls|drops|does\\s+not|is\\s+not|is\\s+below|is\\s+above|exceeds|are\\s+not)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The term of a lever; empty for other levers, and for damages that run by time. */
    static Optional<DamagesTerm> of(Governed<CommercialLever> lever) {
        CommercialLever content = lever.content();
        boolean byTime = content.find(Name.FREQUENCY)
                .filter(frequency -> frequency instanceof TypedValue.Length length && isShort(length.value()))
                .isPresent();
        if (content.lever() != LeverType.LIQUIDATED_DAMAGES || byTime) {
            return Optional.empty();
        }
        Optional<Money> rate = content.find(Name.RATE)
                .filter(TypedValue.Amount.class::isInstance)
                .map(value -> ((TypedValue.Amount) value).value().toMoney(java.math.RoundingMode.HALF_UP));
        Optional<String> unit = content.find(Name.BASE)
                .filter(TypedValue.Text.class::isInstance)
                .map(TypedValue::display);
        return rate.flatMap(money -> unit.map(counted -> new DamagesTerm(
                        lever, money, OF_A_PERIOD.matcher(counted).replaceAll(""))))
                .filter(term -> !TellingWords.of(term.unit).has("day", "week", "delay"));
    }

    private static boolean isShort(TimeSpan span) {
        return span.unit() != TimeSpan.Unit.MONTHS
                && span.unit() != TimeSpan.Unit.QUARTERS
                && span.unit() != TimeSpan.Unit.YEARS;
    }

    Finding finding() {
        return lever.finding();
    }

    List<Citation> words() {
        return Stream.concat(Stream.of(lever.finding()), lever.replaced().stream())
                .flatMap(finding -> finding.citations().stream())
                .toList();
    }

    CurrencyUnit currency() {
        return rate.getCurrencyUnit();
    }

    /** How many go free. */
    BigDecimal free() {
        return lever.content()
                .find(Name.FLOOR)
                .filter(TypedValue.Quantity.class::isInstance)
                .map(value -> ((TypedValue.Quantity) value).value())
                .orElse(BigDecimal.ZERO);
    }

    Optional<TypedValue> cap() {
        return lever.content().find(Name.CAP);
    }

    Optional<ClaimWindow> claimWindow() {
        return lever.content()
                .find(Name.PERIOD)
                .filter(TypedValue.Length.class::isInstance)
                .map(value -> ClaimWindow.read(((TypedValue.Length) value).value(), words()))
                .or(() -> ClaimWindow.find(words()));
    }

    /** What must be missed for damages to be due, as the clause names it; empty when each failing unit counts. */
    Optional<String> condition() {
        return words().stream()
                .map(citation -> CONDITION.matcher(citation.quote()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group("what"))
                .findFirst();
    }

    /** The rate's words. */
    Optional<Citation> rateWords() {
        return words().stream().findFirst();
    }
}
