package io.recital.extraction.rules.value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which currency a contract's sign, code or name means. */
public final class Currencies {
    private static final Pattern CODE = Pattern.compile(
            "USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|INR|SEK|NOK|DKK|NZD|SGD|HKD|ZAR|BRL|MXN|ILS|KRW|PLN|CZK|HUF");
    private static final Map<String, String> SPELLINGS = spellings();

    private Currencies() {}

    /** In the order in which they are looked for: the more specific first. */
    private static Map<String, String> spellings() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("RMB", "CNY");
        map.put("RENMINBI", "CNY");
        map.put("NIS", "ILS");
        map.put("CANADIAN", "CAD");
        map.put("AUSTRALIAN", "AUD");
        map.put("NEWZEALAND", "NZD");
        map.put("HONGKONG", "HKD");
        map.put("SINGAPORE", "SGD");
        map.put("US$", "USD");
        map.put("CA$", "CAD");
        map.put("CAN$", "CAD");
        map.put("CDN$", "CAD");
        map.put("AU$", "AUD");
        map.put("HK$", "HKD");
        map.put("NZ$", "NZD");
        map.put("C$", "CAD");
        map.put("A$", "AUD");
        map.put("S$", "SGD");
        map.put("R$", "BRL");
        map.put("£", "GBP");
        map.put("STERLING", "GBP");
        map.put("POUND", "GBP");
        map.put("€", "EUR");
        map.put("EURO", "EUR");
        map.put("¥", "JPY");
        map.put("YEN", "JPY");
        map.put("FRANC", "CHF");
        map.put("$", "USD");
        map.put("DOLLAR", "USD");
        map.put("CENT", "USD");
        return map;
    }

    /** The code of what a sign, code or name stands for; empty where it is none. */
    public static Optional<String> find(String unit) {
        String plain = unit.toUpperCase(Locale.ROOT).replaceAll("[\\s.]", "");
        Matcher code = CODE.matcher(plain);
        if (code.find()) {
            return Optional.of(code.group());
        }
        return SPELLINGS.entrySet().stream()
                .filter(spelling -> plain.contains(spelling.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
