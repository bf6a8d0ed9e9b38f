package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells an unsigned copy by its empty signature block, or by what it calls itself. */
final class Signatures {
    private static final int TAIL = 2500;
    private static final Pattern EMPTY =
            Pattern.compile("\\b(?:Name|Date|Datum|By|Signature|Unterschrift)\\s*:\\s*_{3,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLED = Pattern.compile(
            "\\b(?:Name|Date|Datum|By|Signature)\\s*:\\s*(?!_)[\\p{L}\\d/]|(?<!\\w)/s/|\\bsigned by\\b\\s+\\p{Lu}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COPY = Pattern.compile(
            "\\b(?:unsigned|copy for signature|execution version pending|draft for signature)\\b",
            Pattern.CASE_INSENSITIVE);

    private Signatures() {}

    /** Where it shows that nobody signed, in UTF-16 units of the text; empty where somebody did, or nobody has to. */
    static Optional<int[]> findEmpty(FamilyDocument document) {
        if (document.part() == Part.SCHEDULE || document.part() == Part.SUPPLEMENT) {
            return Optional.empty();
        }
        String text = document.text();
        int from = Math.max(0, text.length() - TAIL);
        Matcher empty = EMPTY.matcher(text).region(from, text.length());
        if (empty.find() && !FILLED.matcher(text).region(from, text.length()).find()) {
            return Optional.of(new int[] {empty.start(), empty.end()});
        }
        Matcher copy = COPY.matcher(document.head());
        return copy.find() ? Optional.of(new int[] {copy.start(), copy.end()}) : Optional.empty();
    }
}
