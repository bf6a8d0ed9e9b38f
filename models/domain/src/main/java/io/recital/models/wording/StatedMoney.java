package io.recital.models.wording;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** A sum of money in the words of a clause, such as {@code CAD 9.50} or {@code £1,200}. */
public final class StatedMoney {
    /** For use within a larger expression; it has no groups. */
    public static final String REGEX = "(?:[£$€]\\s?|\\b[A-Z]{3}\\s)\\d{1,3}(?:,?\\d{3})*(?:\\.\\d+)?";

    private static final Pattern SUM =
            Pattern.compile("(?<currency>[£$€]|[A-Za-z]{3})\\s?(?<amount>[\\d,]+(?:\\.\\d+)?)");
    private static final Map<String, String> SIGNS = Map.of("£", "GBP", "€", "EUR");

    private StatedMoney() {}

    /**
     * The sum; empty where its currency is none.
     *
     * @param dollar what the sign alone means
     */
    public static Optional<BigMoney> of(String words, CurrencyUnit dollar) {
        Matcher sum = SUM.matcher(words);
        if (!sum.find()) {
            return Optional.empty();
        }
        String sign = sum.group("currency").toUpperCase(Locale.ROOT);
        try {
            CurrencyUnit currency = sign.equals("$") ? dollar : CurrencyUnit.of(SIGNS.getOrDefault(sign, sign));
            return Optional.of(
                    BigMoney.of(currency, new BigDecimal(sum.group("amount").replace(",", ""))));
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }
}
