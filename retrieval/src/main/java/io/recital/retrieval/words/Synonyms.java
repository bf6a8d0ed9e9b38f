package io.recital.retrieval.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that questions and contracts use for the same thing, as a table beside this class lists them. */
public final class Synonyms {
    private static final Map<String, String> BY_STEM = new HashMap<>();
    private static final Map<Pattern, String> PHRASES = new LinkedHashMap<>();
    private static final Map<Pattern, String> LETTERS = new LinkedHashMap<>();

    static {
        read().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(Synonyms::add);
    }

    private Synonyms() {}

    private static boolean isOfLetters(String other) {
        return other.matches("\\p{Lu}{2,4}s?");
    }

    private static String read() {
        try (InputStream in = Synonyms.class.getResourceAsStream("synonyms.txt")) {
            if (in == null) {
                throw new IllegalStateException("The table of synonyms is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line) {
        String[] sides = line.split(":\\s*", 2);
        String head = sides[0].strip();
        if (!head.contains(" ")) {
            BY_STEM.putIfAbsent(Words.stem(head), Words.stem(head));
        }
        for (String other : sides[1].split(",\\s*")) {
            if (other.strip().contains(" ") || head.contains(" ")) {
                PHRASES.put(Pattern.compile("(?i)\\b" + Pattern.quote(other.strip()) + "\\b"), head);
                if (isOfLetters(other.strip())) {
                    LETTERS.put(Pattern.compile("\\b" + Pattern.quote(other.strip()) + "\\b"), head);
                }
            } else {
                BY_STEM.putIfAbsent(Words.stem(other.strip().toLowerCase(Locale.ROOT)), Words.stem(head));
            }
        }
    }

    /** The stem that stands for all of its meaning; the stem itself where the table does not know it. */
    static String groupOf(String stem) {
        return BY_STEM.getOrDefault(stem, stem);
    }

    /** The question with letters such as SOW put into the words that they stand for. */
    public static String spelledOut(String question) {
        String put = question;
        for (Map.Entry<Pattern, String> phrase : LETTERS.entrySet()) {
            put = phrase.getKey().matcher(put).replaceAll(phrase.getValue());
        }
        return put;
    }

    /** The question with sayings of several words put into the one word that contracts use. */
    public static String inContractWords(String question) {
        String put = question;
        for (Map.Entry<Pattern, String> phrase : PHRASES.entrySet()) {
            put = phrase.getKey().matcher(put).replaceAll(phrase.getValue());
        }
        return put;
    }
}
