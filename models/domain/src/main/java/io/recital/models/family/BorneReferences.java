package io.recital.models.family;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the number that a document bears, by which invoices and reports name it. */
public final class BorneReferences {
    /** Groups of capitals and digits, such as {@code AB/2025/7-S1}. */
    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2,}[A-Z0-9]*(?:[/-][A-Z0-9]+){2,}\\b");
    /** A document bears its number where it begins; further down it speaks of others. */
    private static final int BEGINNING = 1500;

    private BorneReferences() {}

    /** The number in the beginning of a stored text; none where it bears none. */
    public static Set<String> in(String text) {
        Matcher reference = REFERENCE.matcher(text.substring(0, Math.min(BEGINNING, text.length())));
        while (reference.find()) {
            if (reference.group().chars().anyMatch(Character::isDigit)) {
                return Set.of(reference.group());
            }
        }
        return Set.of();
    }
}
