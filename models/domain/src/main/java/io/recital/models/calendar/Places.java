package io.recital.models.calendar;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places whose holidays are known, by the names that contracts give them. */
final class Places {
    private static final String PREFIX = "country.description.";

    /** How laws, banks and cities are called beside the names of countries and their parts. */
    private static final Map<String, String> ALSO_CALLED = Map.ofEntries(
            Map.entry("United States", "us"),
            Map.entry("U.S.", "us"),
            Map.entry("USA", "us"),
            Map.entry("Delaware", "us.de"),
            Map.entry("Tennessee", "us.tn"),
            Map.entry("City of New York", "us.ny"),
            Map.entry("United Kingdom", "gb"),
            Map.entry("Great Britain", "gb"),
            Map.entry("English", "gb.eng"),
            Map.entry("London", "gb.eng"),
            Map.entry("Scots", "gb.sct"),
            Map.entry("Scottish", "gb.sct"),
            Map.entry("Irish", "ie"),
            Map.entry("German", "de"),
            Map.entry("Frankfurt", "de.he"),
            Map.entry("Munich", "de.by.mu"),
            Map.entry("Austrian", "at"),
            Map.entry("Swiss", "ch"),
            Map.entry("French", "fr"),
            Map.entry("Paris", "fr"),
            Map.entry("Dutch", "nl"),
            Map.entry("Amsterdam", "nl"),
            Map.entry("Belgian", "be"),
            Map.entry("Italian", "it"),
            Map.entry("Spanish", "es"),
            Map.entry("Portuguese", "pt"),
            Map.entry("Danish", "dk"),
            Map.entry("Norwegian", "no"),
            Map.entry("Swedish", "se"),
            Map.entry("Finnish", "fi"),
            Map.entry("Polish", "pl"),
            Map.entry("Czech", "cz"));

    private static final Pattern GERMAN = Pattern.compile("\\b[Dd]eutsche[nmrs]?\\b");

    private static final Map<String, List<String>> CODES = codes();

    private static final Pattern NAMES = Pattern.compile(CODES.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(joining("|", "(?<state>[Ss]tate of )?(?<![\\p{L}\\d])(?<name>", ")(?![\\p{L}\\d])")));

    private Places() {}

    /** Codes of the places that words name, such as {@code us.ny}. Of a country and its part only the part. */
    static Set<String> namedIn(String words) {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = NAMES.matcher(words);
        while (matcher.find()) {
            codes.add(choose(CODES.getOrDefault(matcher.group("name"), List.of()), matcher.group("state") != null));
        }
        if (GERMAN.matcher(words).find()) {
            codes.add("de");
        }
        codes.removeIf(code -> codes.stream().anyMatch(other -> other.startsWith(code + ".")));
        return codes;
    }

    /** Of places of one name the state where it is called one, otherwise the largest. */
    private static String choose(List<String> codes, boolean state) {
        return codes.stream()
                .min(Comparator.comparing((String code) -> !(state && code.startsWith("us.")))
                        .thenComparing(String::length)
                        .thenComparing(code -> code))
                .orElseThrow();
    }

    private static Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new TreeMap<>();
        for (Locale language : List.of(Locale.ROOT, Locale.GERMAN)) {
            ResourceBundle names = ResourceBundle.getBundle("descriptions.country_descriptions", language);
            for (String key : names.keySet()) {
                String name = names.getString(key).strip();
                if (key.startsWith(PREFIX) && name.length() > 3) {
                    add(codes, name, key.substring(PREFIX.length()));
                }
            }
        }
        ALSO_CALLED.forEach((name, code) -> add(codes, name, code));
        return codes;
    }

    private static void add(Map<String, List<String>> codes, String name, String code) {
        codes.computeIfAbsent(name, key -> new ArrayList<>()).add(code);
    }
}
