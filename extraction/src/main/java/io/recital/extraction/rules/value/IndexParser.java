package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the published indices and rates that prices and interest follow, by their usual names. */
public final class IndexParser implements ValueParser {
    private static final Map<String, Pattern> INDICES = indices();

    /** In the order in which they claim words: the more specific first. */
    private static Map<String, Pattern> indices() {
        Map<String, Pattern> map = new LinkedHashMap<>();
        map.put(
                "CPI-U",
                compile(
                        "\\bCPI-U\\b|consumer\\s+price\\s+index(?:es)?\\s+for\\s+all\\s+urban\\s+consumers(?:\\s*\\([^)]{2,12}\\))?"));
        map.put("CPI-W", compile("\\bCPI-W\\b|consumer\\s+price\\s+index\\s+for\\s+urban\\s+wage\\s+earners"));
        map.put("CPI", compile("\\bCPI\\b|consumer\\s+prices?\\s+index(?:\\s*\\([\"“]?CPI[\"”]?\\))?"));
        map.put("RPI", compile("\\bRPI\\b|retail\\s+prices?\\s+index(?:\\s*\\([\"“]?RPI[\"”]?\\))?"));
        map.put("PPI", compile("\\bPPI\\b|producer\\s+price\\s+index(?:\\s*\\([\"“]?PPI[\"”]?\\))?"));
        map.put("HICP", compile("\\bHICP\\b|harmoni[sz]ed\\s+index\\s+of\\s+consumer\\s+prices"));
        map.put("National Living Wage", compile("national\\s+living\\s+wage"));
        map.put("National Minimum Wage", compile("national\\s+minimum\\s+wage"));
        map.put("minimum wage", compile("(?:statutory|federal|state|legal)\\s+minimum\\s+(?:hourly\\s+)?wage"));
        map.put("CPIH", compile("\\bCPIH\\b"));
        map.put("SPPI", compile("\\bSPPI\\b|services\\s+producer\\s+prices?\\s+index"));
        map.put("ECI", compile("employment\\s+cost\\s+index"));
        map.put("SOFR", compile("\\bSOFR\\b|secured\\s+overnight\\s+financing\\s+rate"));
        map.put("SONIA", compile("\\bSONIA\\b|sterling\\s+overnight\\s+index\\s+average"));
        map.put("EURIBOR", compile("\\bEURIBOR\\b|euro\\s+interbank\\s+offered\\s+rate"));
        map.put("LIBOR", compile("\\bLIBOR\\b|london\\s+inter-?bank\\s+offered\\s+rate"));
        map.put(
                "Bank of England base rate",
                compile("(?:bank\\s+of\\s+england(?:['’]s)?\\s+(?:official\\s+)?(?:base|bank)\\s+rate"
                        + "|base\\s+(?:lending\\s+)?rate\\s+of\\s+(?:the\\s+)?bank\\s+of\\s+england)"));
        map.put("base rate", compile("\\bbase\\s+(?:lending\\s+)?rate\\b"));
        map.put("prime rate", compile("\\bprime\\s+(?:(?:lending|interest|commercial)\\s+)?rate\\b"));
        map.put("federal funds rate", compile("federal\\s+funds\\s+rate"));
        return map;
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public List<ValueMatch> findAll(String text) {
        List<ValueMatch> matches = new ArrayList<>();
        INDICES.forEach((name, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                ValueMatch match = new ValueMatch(matcher.start(), matcher.end(), new TypedValue.Text(name));
                if (matches.stream().noneMatch(match::overlaps)) {
                    matches.add(match);
                }
            }
        });
        matches.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return matches;
    }
}
