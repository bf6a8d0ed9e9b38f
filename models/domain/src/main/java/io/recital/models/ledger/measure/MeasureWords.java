package io.recital.models.ledger.measure;

import io.recital.models.wording.SpelledNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a measure's name as reports shorten, inflect and translate them: {@code Techn. Verfügbarkeit} is technical
 * availability, {@code answered in 20 s} within twenty seconds.
 */
final class MeasureWords {
    private static final Pattern WORD =
            Pattern.compile("(?<word>\\p{L}[\\p{L}'’]*|\\d+(?:\\.\\d+)?)(?<short>\\.(?!\\d))?");
    private static final Set<String> SAYS_NOTHING =
            Set.of("pct", "percent", "percentage", "per", "cent", "ratio", "quota", "quote", "count", "number");
    /** What measures are called beside the usual word, in English and German. */
    private static final Map<String, List<String>> ALSO = Map.ofEntries(
            Map.entry("availability", List.of("available", "uptime", "verfügbarkeit", "verfuegbarkeit")),
            Map.entry("abandon", List.of("abandoned", "abandonment", "given", "give")),
            Map.entry("technical", List.of("technische", "technischer")),
            Map.entry("response", List.of("respond", "responded", "reaction", "reaktion", "reaktionszeit")),
            Map.entry("score", List.of("mark", "rating", "grade")),
            Map.entry("accuracy", List.of("accurate", "correct", "genauigkeit")),
            Map.entry("delivery", List.of("deliver", "delivered", "lieferung")),
            Map.entry("complaint", List.of("reklamation", "reklamationen")),
            Map.entry("second", List.of("s", "sec", "secs")),
            Map.entry("minute", List.of("min", "mins")),
            Map.entry("hour", List.of("h", "hrs", "stunde", "stunden")));

    private static final Map<String, String> USUAL = usual();
    private static final int SHORTEST = 3;

    private final List<String> words = new ArrayList<>();
    private final Set<String> shortened = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    private MeasureWords() {}

    private static Map<String, String> usual() {
        Map<String, String> usual = new HashMap<>();
        ALSO.forEach((word, others) -> others.forEach(other -> usual.put(stem(other), stem(word))));
        return Map.copyOf(usual);
    }

    /** The words of a name, each once; those that tell nothing are left out unless nothing else is there. */
    static MeasureWords of(String name) {
        MeasureWords all = new MeasureWords();
        MeasureWords telling = new MeasureWords();
        Matcher matcher = WORD.matcher(name.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group("word").replaceFirst("['’]s?$", "");
            if (!TellingWords.of(word).isEmpty()) {
                boolean isShort = matcher.group("short") != null;
                all.add(word, isShort);
                if (!SAYS_NOTHING.contains(word)) {
                    telling.add(word, isShort);
                }
            }
        }
        return telling.words.isEmpty() ? all : telling;
    }

    private void add(String word, boolean isShort) {
        String plain = Character.isDigit(word.charAt(0))
                ? word
                : SpelledNumber.parse(word).map(String::valueOf).orElseGet(() -> stem(word));
        String usual = USUAL.getOrDefault(plain, plain);
        if (!words.contains(usual)) {
            words.add(usual);
            if (Character.isDigit(usual.charAt(0))) {
                numbers.add(usual);
            }
            if (isShort) {
                shortened.add(usual);
            }
        }
    }

    /** Without the endings by which one word becomes another of its family. */
    static String stem(String word) {
        String stem = word;
        for (String ending : List.of("ings", "ing", "ers", "er", "ies", "ed", "es", "s", "ment")) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 4) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1) && stem.length() < word.length();
        return doubled && "lsz".indexOf(stem.charAt(last)) < 0
                ? stem.substring(0, last)
                : stem.length() > 4 && (stem.endsWith("e") || stem.endsWith("y")) ? stem.substring(0, last) : stem;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    List<String> all() {
        return List.copyOf(words);
    }

    int size() {
        return words.size();
    }

    Set<String> numbers() {
        return Collections.unmodifiableSet(numbers);
    }

    /** Whether numbers tell the two names apart. */
    boolean hasOtherNumbers(MeasureWords other) {
        return !numbers.isEmpty() && !other.numbers.isEmpty() && !numbers.equals(other.numbers);
    }

    /** How many of these words the other has too, in full or cut short. */
    int shared(MeasureWords other) {
        int shared = 0;
        boolean isAnyShort = !shortened.isEmpty() || !other.shortened.isEmpty();
        for (String word : words) {
            if (other.words.contains(word)
                    || (isAnyShort && other.words.stream().anyMatch(theirs -> isCutShort(word, theirs, other)))) {
                shared++;
            }
        }
        return shared;
    }

    private boolean isCutShort(String own, String theirs, MeasureWords other) {
        return (shortened.contains(own) && cutsShort(own, theirs))
                || (other.shortened.contains(theirs) && cutsShort(theirs, own));
    }

    /** Whether letters of a word are left out, at its end or within. */
    static boolean cutsShort(String brief, String full) {
        if (brief.length() < SHORTEST || full.length() <= brief.length() || brief.charAt(0) != full.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < full.length() && at < brief.length(); i++) {
            if (full.charAt(i) == brief.charAt(at)) {
                at++;
            }
        }
        return at == brief.length();
    }

    /** How alike two names are, from 0 to 1: the words they share among the words they have. */
    double likeness(MeasureWords other) {
        return isEmpty() || other.isEmpty() ? 0 : 2.0 * shared(other) / (size() + other.size());
    }
}
