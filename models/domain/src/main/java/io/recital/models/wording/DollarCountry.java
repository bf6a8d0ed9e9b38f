package io.recital.models.wording;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/** A country whose money is a dollar of its own, and by what its contracts show that they are of there. */
public enum DollarCountry {
    UNITED_STATES(
            "USD",
            "United\\s+States(?:\\s+of\\s+America)?|U\\.?\\s?S\\.?(?:\\s?A\\.?)?(?![\\p{L}\\d])|American",
            "US|U\\.S\\.|USD",
            "United\\s+States|U\\.S\\.A?\\.?|" + Names.STATES,
            "L\\.?L\\.?C\\.?|Delaware|United\\s+States|U\\.S\\.A\\.?|USA|(?:an?|State\\s+of)\\s+(?:" + Names.STATES
                    + ")|(?:[A-Z]{2}|" + Names.STATES + ")\\s+\\d{5}(?:-\\d{4})?"),
    AUSTRALIA(
            "AUD",
            "Australian?",
            "A|AU|AUD",
            "Australia|New\\s+South\\s+Wales|NSW|Victoria|Queensland|Tasmania|Northern\\s+Territory|Australian\\s+Capital\\s+Territory",
            "Pty\\.?|Proprietary\\s+Limited|A\\.?B\\.?N\\.?\\s*:?\\s*\\d[\\d ]+|A\\.?C\\.?N\\.?\\s*:?\\s*\\d[\\d ]+|(?:NSW|VIC|QLD|TAS|ACT|(?:SA|WA|NT)(?=\\s+\\d{4}))\\s+\\d{4}"),
    CANADA(
            "CAD",
            "Canad(?:a|ian)|Cdn\\.?",
            "C|CA|CAN|CDN|CAD",
            "Canada|Ontario|Qu[eé]bec|British\\s+Columbia|Alberta|Manitoba|Saskatchewan|Nova\\s+Scotia|New\\s+Brunswick|Newfoundland|Prince\\s+Edward\\s+Island|Yukon|Nunavut|Northwest\\s+Territories",
            "ULC|(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)\\s+[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|[A-Z]\\d[A-Z]\\s\\d[A-Z]\\d|(?:an?|the\\s+Province\\s+of)\\s+(?:Ontario|Qu[eé]bec|British\\s+Columbia|Alberta|Manitoba|Saskatchewan|Nova\\s+Scotia)|Canada\\s+Inc"),
    NEW_ZEALAND(
            "NZD",
            "New\\s+Zealand|NZ",
            "NZ|NZD",
            "New\\s+Zealand",
            "NZBN|New\\s+Zealand\\s+(?:Limited|Ltd)|\\(NZ\\)\\s+(?:Limited|Ltd)"),
    SINGAPORE(
            "SGD",
            "Singapore(?:an)?",
            "S|SG|SGD",
            "Singapore",
            "Pte\\.?|Private\\s+Limited\\s*\\(?UEN|UEN|Singapore\\s+\\d{6}"),
    HONG_KONG(
            "HKD",
            "Hong\\s*Kong",
            "HK|HKD",
            "Hong\\s*Kong(?:\\s+SAR)?",
            "Kowloon|Hong\\s*Kong\\s+(?:Limited|Ltd)|Wan\\s?chai");

    /** Constants of an enum can only name what stands outside of it. */
    private static final class Names {
        static final String STATES =
                "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|(?:State\\s+of\\s+)Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New\\s+Hampshire|New\\s+Jersey|New\\s+Mexico|New\\s+York|North\\s+Carolina|North\\s+Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode\\s+Island|South\\s+Carolina|South\\s+Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|District\\s+of\\s+Columbia";
    }

    private final String code;
    private final String name;
    private final Pattern named;
    private final Pattern prefixed;
    private final Pattern law;
    private final Pattern party;

    DollarCountry(String code, String name, String signs, String law, String party) {
        this.code = code;
        this.name = name;
        this.named = Pattern.compile("(?:\\b(?:" + name + ")[\\s-]+(?i:dollars?|cents?|currency|funds)\\b"
                + "|\\b(?i:(?:lawful\\s+)?(?:money|currency|dollars?)\\s+of\\s+(?:the\\s+)?(?:Commonwealth\\s+of\\s+|Dominion\\s+of\\s+)?)(?:"
                + name + ")"
                + "|(?<![\\p{L}])" + code + "(?=\\s?[$\\d])|\\d\\s?" + code + "(?![\\p{L}])"
                + "|\\b(?i:prices?|amounts?|fees?|charges?|rates?|costs?|totals?|values?|sums?|currency|payable|stated|expressed|quoted|invoiced|paid|denominated|dollars|payments?)\\b[^.;|\\n]{0,40}?(?:\\b(?i:in)\\s+|\\(|:\\s*)"
                + code + "(?![\\p{L}]))");
        this.prefixed = Pattern.compile("(?<![\\p{L}.])(?:" + signs + ")\\s?\\$");
        this.law = Pattern.compile("\\b(?:" + law + ")\\b");
        this.party = Pattern.compile("(?<![\\p{L}\\d])(?:" + party + ")(?![\\p{L}\\d])");
    }

    /** Its money. */
    public CurrencyUnit dollar() {
        return CurrencyUnit.of(code);
    }

    /** A regular expression for the country's name before or after the word for its money; it has no groups. */
    public static String names() {
        return Arrays.stream(values())
                .map(country -> country.name)
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
    }

    /** Those whose dollars are named by their words or codes. */
    public static Set<DollarCountry> named(String words) {
        return matching(words, country -> country.named);
    }

    /** Those whose dollars stand by a sign with letters, such as {@code US$}. */
    public static Set<DollarCountry> prefixed(String words) {
        return matching(words, country -> country.prefixed);
    }

    /** Those whose law is chosen. */
    public static Set<DollarCountry> ofLaw(String words) {
        return matching(words, country -> country.law);
    }

    /** Those in which companies are at home, as their names, numbers and addresses tell. */
    public static Set<DollarCountry> ofParties(String words) {
        return matching(words, country -> country.party);
    }

    private static Set<DollarCountry> matching(String words, Function<DollarCountry, Pattern> pattern) {
        Set<DollarCountry> found = EnumSet.noneOf(DollarCountry.class);
        for (DollarCountry country : values()) {
            if (pattern.apply(country).matcher(words).find()) {
                found.add(country);
            }
        }
        return found;
    }
}
