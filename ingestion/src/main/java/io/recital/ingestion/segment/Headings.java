package io.recital.ingestion.segment;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells headings from sentences by their wording alone. */
final class Headings {
    private static final int LONGEST = 120;
    private static final Pattern RUN_IN = Pattern.compile(
            "(.{2,100}?)(?:\\.(?=\\s|$|[\"“])|:(?=\\s|$)|\\s[-–—](?=\\s)|(?<=\\S)\\s{3,}|[ \\t]*\\R|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'’&/.\\-]*");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with",
            "per", "upon", "under", "not", "its", "between", "than", "other", "that", "non", "s", "re", "vs", "via",
            "no");
    private static final Pattern SENTENCE_WORDS = Pattern.compile(
            "(?i)\\b(shall|will|may|must|is|are|was|were|means|has|have|hereby|agrees?|this|such|any|each|if|provided)\\b");
    private static final Pattern NEVER = Pattern.compile(
            "/s/|_{3,}|\\.{4,}|(?i)^\\s*(by|name|title|date|dated|attn|attention|its|to|fax|tel|and|or|between|parties)\\b\\s*[:.]?"
                    + "|^\\W*$|(?i)^page\\b|^\\[[^]]*]$|(?i)\\bsource:");

    private Headings() {}

    /** Where the heading that starts at an index ends; the index itself when there is none. */
    static int endOf(String text, int from, int to) {
        Matcher matcher = RUN_IN.matcher(text);
        matcher.region(from, Math.min(to, from + LONGEST));
        if (!matcher.lookingAt()) {
            return from;
        }
        String candidate = matcher.group(1);
        boolean whole = text.substring(matcher.end(), to).isBlank();
        boolean colon = matcher.end() > matcher.end(1) && text.charAt(matcher.end(1)) == ':';
        if (!whole && matcher.end(1) - from > 90) {
            return from;
        }
        return isCapitals(candidate) || isTitle(candidate) || (!colon && isShortPhrase(candidate))
                ? matcher.end(1)
                : from;
    }

    /** Whether a whole paragraph is a heading in capitals. */
    static boolean isCapitalHeading(String paragraph) {
        String line = paragraph.strip();
        return line.length() <= LONGEST
                && isCapitals(line)
                && !line.endsWith(",")
                && !line.endsWith(";")
                && words(line) <= 12
                && line.chars().filter(Character::isLetter).count() >= 4;
    }

    /** Whether a whole paragraph is a heading in title case, such as "Governing Law". */
    static boolean isTitleHeading(String paragraph) {
        String line = paragraph.strip();
        return line.length() <= 70
                && words(line) <= 9
                && !line.matches("(?s).*[.;,]$|.*[\\d@$%].*|.*\\n.*")
                && isTitle(line);
    }

    static boolean isCapitals(String candidate) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < candidate.length(); i++) {
            char c = candidate.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
        }
        return upper >= 3 && lower * 12 <= upper && !NEVER.matcher(candidate).find() && words(candidate) <= 16;
    }

    private static boolean isTitle(String candidate) {
        Matcher word = WORD.matcher(candidate);
        int count = 0;
        int large = 0;
        while (word.find()) {
            count++;
            boolean small = SMALL.contains(word.group());
            if (count == 1 && !Character.isUpperCase(word.group().charAt(0))) {
                return false;
            }
            if (!small && Character.isLowerCase(word.group().charAt(0))) {
                return false;
            }
            large += small ? 0 : 1;
        }
        return count > 0
                && count <= 14
                && large > 0
                && Character.isLetter(candidate.charAt(0))
                && !NEVER.matcher(candidate).find();
    }

    private static boolean isShortPhrase(String candidate) {
        return words(candidate) <= 7
                && Character.isUpperCase(candidate.charAt(0))
                && !SENTENCE_WORDS.matcher(candidate).find()
                && !candidate.contains(",")
                && !NEVER.matcher(candidate).find();
    }

    static int words(String line) {
        Matcher matcher = WORD.matcher(line);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
