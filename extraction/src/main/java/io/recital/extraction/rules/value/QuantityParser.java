package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads counts and quantities with the unit that the contract names: {@code 10,000 units}, {@code five (5) users}. */
public final class QuantityParser implements ValueParser {
    /** Units of purchase, use and work (case-insensitive). */
    static final String UNITS =
            "(?:pieces?|pcs|units?|items?|users?|seats?|licen[cs]es?|copies|tons?|tonnes?|metric\\s+tons?"
                    + "|metric\\s+tonnes?|kg|kilograms?|lbs?|pounds(?!\\s+sterling)|ounces?|barrels?|gallons?|lit(?:er|re)s?|cases?|pallets?|boxes"
                    + "|cartons?|bottles?|vials?|doses?|kits?|transactions?|requests?|orders?|calls?|tickets?|incidents?|employees|subscribers?"
                    + "|customers|sites?|stores?|locations?|outlets?|MWh?|kWh?|megawatts?|Dth|MMBtu|MCF|TEUs?|containers?|GB|TB|MB"
                    + "|pages|page\\s+views|impressions?|clicks|miles|kilomet(?:er|re)s?|km|events?|samples?|batch(?:es)?|devices?"
                    + "|servers?|systems|invoices?|points?|labels?|rolls?|sheets?|reams?|vehicles?|aircraft|flights?|shipments?"
                    + "|deliveries|man-?hours|person-?days|man-?days|FTEs?)";

    private static final Pattern QUANTITY = Pattern.compile(
            Numeral.regex() + "(?:\\s+(?<scale>million|thousand))?\\s+(?:[a-z][a-z-]{1,15}\\s+)?(?<unit>" + UNITS
                    + ")(?![A-Za-z])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<ValueMatch> findAll(String text) {
        List<ValueMatch> matches = new ArrayList<>();
        Matcher matcher = QUANTITY.matcher(text);
        while (matcher.find()) {
            String unit = matcher.group("unit").replaceAll("\\s+", " ");
            Optional<TypedValue> value = Numeral.of(matcher)
                    .as(number -> Optional.of(new TypedValue.Quantity(
                            "million".equalsIgnoreCase(matcher.group("scale"))
                                    ? number.movePointRight(6)
                                    : "thousand".equalsIgnoreCase(matcher.group("scale"))
                                            ? number.movePointRight(3)
                                            : number,
                            unit)));
            value.ifPresent(found -> matches.add(new ValueMatch(matcher.start(), matcher.end(), found)));
        }
        return matches;
    }
}
