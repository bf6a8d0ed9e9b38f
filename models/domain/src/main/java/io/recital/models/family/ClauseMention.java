package io.recital.models.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sentence that names clauses by their numbers, such as {@code paragraphs 4.2 to 4.8 of Schedule 3}.
 *
 * @param numbers each that is named alone, without blanks
 * @param ranges each first and last number, both named
 * @param part such as {@code schedule 3}; null where the sentence names none
 * @param owner which document the sentence says that they are of
 * @param start in the sentence, of all that belongs to the name
 * @param end in the sentence
 */
record ClauseMention(
        List<String> numbers, List<Range> ranges, @Nullable String part, Owner owner, int start, int end) {
    /** Which document clauses are said to be of. */
    enum Owner {
        UNSAID,
        AGREEMENT,
        ORDER,
        /** Another change of the agreement. */
        CHANGE,
        /** The document that speaks. */
        SPEAKER
    }

    /** Clauses of one level, from one number to another. */
    record Range(String first, String last) {
        boolean holds(String number) {
            String parent = parent(first);
            return parent.equals(parent(last))
                    && parent.equals(parent(number))
                    && isBetween(last(first), last(number), last(last));
        }

        private static String parent(String number) {
            return number.replaceFirst("(?:\\.?\\d+|\\(\\w+\\))$", "");
        }

        private static String last(String number) {
            return number.substring(parent(number).length()).replaceAll("\\W", "");
        }

        private static boolean isBetween(String from, String asked, String to) {
            boolean counted = (from + asked + to).chars().allMatch(Character::isDigit);
            return counted
                    ? Integer.parseInt(from) <= Integer.parseInt(asked)
                            && Integer.parseInt(asked) <= Integer.parseInt(to)
                    : from.length() == asked.length()
                            && asked.length() == to.length()
                            && from.compareTo(asked) <= 0
                            && asked.compareTo(to) <= 0;
        }
    }

    static final String PARTS = "(?:Schedule|Annex(?:ure)?|Exhibit|Appendix|Attachment|Anlage|Addendum)";
    private static final String PART = "(?:" + PARTS + "\\s+(?!to\\b|of\\b|is\\b|are\\b|and\\b)[\\w-]{1,6}\\b)";
    /** A part as documents call it, such as {@code Schedule 3}. */
    static final Pattern NAMED_PART = Pattern.compile("\\b" + PART, Pattern.CASE_INSENSITIVE);

    private static final String WORD =
            "(?:\\b(?:sub-?)?(?:clauses?|sections?|articles?|paragraphs?|paras?\\.?|conditions?|provisions?)|\\bZiffern?|\\bAbschnitte?|§§?)";
    private static final String NUMBER =
            "(?:\\d{1,3}(?:\\.\\d{1,3})*[A-Z]?|[IVXL]{1,5}(?![\\p{L}.]))(?:\\s?\\((?:[a-z]{1,2}|[ivx]{1,4}|\\d{1,2})\\))*";
    private static final String JOIN = "(?:\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or|und|&)\\s+)";
    private static final String TO = "(?:\\s+(?:to|through|until|bis)\\s+(?:and\\s+including\\s+)?|\\s*[–—-]\\s*)";
    private static final String NUMBERS =
            NUMBER + "(?:(?:" + JOIN + "|" + TO + ")(?:" + WORD + "\\s*)?" + NUMBER + ")*";
    private static final String OF = "(?:,?\\s+(?:of|in|to|under|from)\\s+(?:Part\\s+\\w{1,4}\\s+(?:of|to)\\s+)?"
            + "(?:(?<which>the|this|that|our|your|said)\\s+)?(?<of>" + PART
            + "|(?:[\\p{L}&.-]+\\s+){0,4}?(?:Agreement|Contract|Amendment|Addendum|Deed|Letter|Note|Variation|Statement\\s+of\\s+Work|Work\\s+Order|Order\\s+Form|SOW|Order|Terms|Conditions|Vertrag(?:e?s)?)\\b))?";
    private static final Pattern MENTION = Pattern.compile(
            "(?:\\b(?<before>" + PART + ")(?:,\\s*|\\s+(?:at\\s+|in\\s+|under\\s+)?))?" + WORD + "\\s*(?<numbers>"
                    + NUMBERS + ")(?!\\d)(?:\\s*\\([^)]{4,80}\\))?" + OF,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "(?<first>" + NUMBER + ")" + TO + "(?:" + WORD + "\\s*)?(?<last>" + NUMBER + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile(NUMBER, Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_A_CHANGE =
            Pattern.compile("(?:Amendment|Addendum|Deed|Letter|Note|Variation)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_AN_ORDER = Pattern.compile(
            "(?:Statement\\s+of\\s+Work|Work\\s+Order|Order\\s+Form|SOW|Order)$", Pattern.CASE_INSENSITIVE);

    ClauseMention {
        numbers = List.copyOf(numbers);
        ranges = List.copyOf(ranges);
    }

    /** All of a sentence, in its order. */
    static List<ClauseMention> in(String sentence) {
        List<ClauseMention> mentions = new ArrayList<>();
        for (Matcher mention = MENTION.matcher(sentence); mention.find(); ) {
            mentions.add(of(mention));
        }
        return mentions;
    }

    private static ClauseMention of(Matcher mention) {
        List<Range> ranges = new ArrayList<>();
        for (Matcher range = RANGE.matcher(mention.group("numbers")); range.find(); ) {
            ranges.add(new Range(plain(range.group("first")), plain(range.group("last"))));
        }
        List<String> numbers = ONE.matcher(mention.group("numbers"))
                .results()
                .map(number -> plain(number.group()))
                .toList();
        String of = mention.group("of");
        String part = of != null && NAMED_PART.matcher(of).matches() ? of : mention.group("before");
        return new ClauseMention(
                numbers,
                ranges,
                part == null ? null : plainPart(part),
                owner(of, mention.group("which")),
                mention.start(),
                mention.end());
    }

    private static Owner owner(@Nullable String of, @Nullable String which) {
        if (of == null) {
            return Owner.UNSAID;
        }
        boolean isThis = "this".equalsIgnoreCase(which);
        if (NAMED_PART.matcher(of).matches()) {
            return isThis ? Owner.SPEAKER : Owner.UNSAID;
        }
        if (OF_A_CHANGE.matcher(of).find()) {
            return isThis ? Owner.SPEAKER : Owner.CHANGE;
        }
        return OF_AN_ORDER.matcher(of).find() ? Owner.ORDER : Owner.AGREEMENT;
    }

    /** A number as it is compared. */
    static String plain(String number) {
        return number.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    /** The name of a part as it is compared. */
    static String plainPart(String part) {
        return part.strip().replaceAll("[\\s,]+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether it names a number, alone or within a range. */
    boolean names(String number) {
        return numbers.contains(number) || ranges.stream().anyMatch(range -> range.holds(number));
    }
}
