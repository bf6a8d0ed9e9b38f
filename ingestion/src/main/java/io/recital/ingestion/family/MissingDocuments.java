package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import io.recital.models.clause.Clause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds schedules that an agreement refers to and that are neither in it nor beside it. */
final class MissingDocuments {
    private static final Pattern LABEL = Pattern.compile(
            "\\b(?<kind>Schedule|Exhibit|Annex|Appendix|Attachment|Anlage)\\s+(?<number>\\d{1,2}|[A-Z])\\b(?!\\.\\d)");
    /** What belongs to another document or is a mere form of words. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\s+(?:of|to)\\s+(?:the|that|an?)\\s+(?!this\\b)\\p{Lu}", Pattern.UNICODE_CHARACTER_CLASS);

    private MissingDocuments() {}

    /**
     * A schedule that is not there.
     *
     * @param start of the first place that refers to it, in UTF-16 units
     */
    record Missing(String name, int start, int end) {}

    static List<Missing> of(FamilyDocument document, List<FamilyDocument> family) {
        if (document.part() != Part.AGREEMENT && document.part() != Part.RESTATEMENT) {
            return List.of();
        }
        Map<String, Missing> missing = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(document.text());
        while (label.find()) {
            String name = label.group("kind") + " " + label.group("number");
            boolean elsewhere = ELSEWHERE
                    .matcher(document.text())
                    .region(label.end(), document.text().length())
                    .lookingAt();
            if (!elsewhere && !missing.containsKey(name) && !isThere(name, document, family)) {
                missing.put(name, new Missing(name, label.start(), label.end()));
            }
        }
        return new ArrayList<>(missing.values());
    }

    private static boolean isThere(String name, FamilyDocument document, List<FamilyDocument> family) {
        String plain = name.toLowerCase(Locale.ROOT);
        boolean inside = document.reading().clauses().stream().anyMatch(clause -> isItsHeading(clause, plain));
        return inside
                || family.stream()
                        .filter(other -> !other.equals(document))
                        .anyMatch(other -> other.label()
                                        .filter(label -> label.equalsIgnoreCase(name))
                                        .isPresent()
                                || other.title().toLowerCase(Locale.ROOT).contains(plain));
    }

    private static boolean isItsHeading(Clause clause, String plain) {
        String path = clause.path().toLowerCase(Locale.ROOT);
        return path.equals(plain) || path.startsWith(plain + ",");
    }
}
