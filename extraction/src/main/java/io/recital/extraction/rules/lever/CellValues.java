package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.Currencies;
import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.TableCell;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Reads a table cell that holds a price or a percentage and nothing else but its unit. */
final class CellValues {
    private static final Pattern PLAIN = Pattern.compile("\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*");
    private static final Pattern CURRENCY = Pattern.compile(
            "\\b(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|JPY)\\b|(?:\\b(?:US|AU?|CA?|NZ|HK|S))?[$]|[€£]|\\beuros?\\b"
                    + "|\\b(?:pounds\\s+)?sterling\\b|\\bSwiss\\s+francs\\b|\\b(?:(?:US|Australian|Canadian|Singapore|New\\s+Zealand|Hong\\s+Kong)\\s+)?dollars\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile(
            "\\s*(?:(?:per|each|an?|for\\s+each|/)\\s*(?<unit>[\\p{L}][\\p{L}\\s-]{0,40}))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private CellValues() {}

    /**
     * A price or percentage with its unit.
     *
     * @param unit what it is paid for, empty where the cell does not say
     */
    record Price(TypedValue value, String unit) {}

    /** A bare number is an amount only when its header or the words above the table name the currency. */
    static Optional<Price> price(TableCell cell, String lead) {
        String text = cell.text();
        Optional<ValueMatch> stated = Values.rate(text, 0).or(() -> new Redaction().findFirst(text));
        if (stated.isPresent()) {
            Matcher unit = UNIT.matcher(text.substring(stated.get().end()));
            boolean alone = stated.get().start() < 2 && unit.matches();
            return alone
                    ? Optional.of(new Price(
                            stated.get().value(),
                            unit.group("unit") == null ? "" : unit.group("unit").strip()))
                    : Optional.empty();
        }
        return plain(cell, lead).map(value -> new Price(value, ""));
    }

    private static Optional<TypedValue> plain(TableCell cell, String lead) {
        Matcher number = PLAIN.matcher(cell.text());
        if (!number.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(",", ""));
        Optional<String> currency = currency(cell.header());
        if (currency.isEmpty() && cell.header().contains("%")) {
            return Optional.of(new TypedValue.Percent(value));
        }
        return currency.or(() -> currency(lead))
                .<TypedValue>map(code -> new TypedValue.Amount(BigMoney.of(CurrencyUnit.of(code), value)))
                .or(() -> Optional.of(new TypedValue.Quantity(value, "")));
    }

    private static Optional<String> currency(String text) {
        Matcher currency = CURRENCY.matcher(text);
        return currency.find() ? Currencies.find(currency.group()) : Optional.empty();
    }
}
