package io.recital.ingestion.segment;

import io.recital.models.wording.SpelledNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the number at a place of a text, in all the ways in which contracts number. */
final class Labels {
    private static final String ROMAN = "(?:X{0,3}(?:IX|IV|V?I{0,3}))";
    private static final Pattern ATTACHMENT = Pattern.compile(
            "(?i:(schedule|exhibit|annex|annexure|appendix|attachment|addendum))\\s+(?i:no\\.?\\s+)?[\"“']?"
                    + "([A-Z]{1,2}(?:-\\d{1,2}|\\d{1,2})?|\\d{1,2}(?:\\.\\d{1,2}|-?[A-Z])?|[IVX]{1,5})[\"”']?(?![\\w])");
    private static final Pattern ARTICLE = Pattern.compile(
            "(?i:(article|part|chapter))\\s+([IVXLC]{1,6}|\\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten"
                    + "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))(?![\\w])[.:]?");
    private static final Pattern SECTION = Pattern.compile(
            "(?:(?i:section|sec\\.|clause|paragraph)\\s+|§+\\s*)(\\d{1,2}(?:\\.\\d{1,3}){0,4})(?![\\w])[.:)]?");
    private static final Pattern DECIMAL =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3}){0,4})(?:\\.(?!\\d)|:)?(?=\\s|$|[\"“\\[(A-Z])");
    private static final Pattern DIGIT = Pattern.compile("(\\(?)(\\d{1,2})\\)(?=\\s|$|[A-Z\"“])");
    private static final Pattern LETTER =
            Pattern.compile("(?:(\\()([a-zA-Z]{1,5})\\)|([a-z]{1,5}|[A-Z]{1,5})([.)]))(?=\\s|$|[A-Z\"“(])");
    private static final Pattern LOWER_ROMAN = Pattern.compile(ROMAN.toLowerCase(Locale.ROOT));
    private static final Pattern UPPER_ROMAN = Pattern.compile(ROMAN);

    /** What was read: one or two readings and the index after the number. */
    record Reading(List<Label> labels, int end) {}

    private Labels() {}

    /** Reads the number that starts at an index; no labels when there is none. */
    static Reading at(String text, int start, int limit) {
        Matcher matcher = ATTACHMENT.matcher(text);
        if (looksAt(matcher, start, limit)) {
            return one(attachment(matcher.group(1), matcher.group(2)), matcher.end());
        }
        if (looksAt(matcher.usePattern(ARTICLE), start, limit)) {
            return one(division(matcher.group(1), matcher.group(2)), matcher.end());
        }
        if (looksAt(matcher.usePattern(SECTION), start, limit) || looksAt(matcher.usePattern(DECIMAL), start, limit)) {
            return one(decimal(matcher.group(1)), matcher.end());
        }
        if (looksAt(matcher.usePattern(DIGIT), start, limit)) {
            String digits = matcher.group(2);
            return one(
                    new Label(
                            LabelKind.BRACKETED_DIGIT,
                            matcher.group(1) + ")",
                            digits,
                            List.of(Integer.parseInt(digits))),
                    matcher.end());
        }
        if (looksAt(matcher.usePattern(LETTER), start, limit)) {
            boolean bracketed = matcher.group(1) != null;
            return new Reading(
                    letters(bracketed ? matcher.group(2) : matcher.group(3), bracketed ? "()" : matcher.group(4)),
                    matcher.end());
        }
        return new Reading(List.of(), start);
    }

    /** Reads a number that the format generated, such as {@code 7.2} or {@code (b)}. */
    static List<Label> of(String generated) {
        String text = generated.strip();
        Reading reading = at(text, 0, text.length());
        return reading.end() >= text.length() ? reading.labels() : List.of();
    }

    private static boolean looksAt(Matcher matcher, int start, int limit) {
        matcher.region(start, limit);
        matcher.useTransparentBounds(true);
        matcher.useAnchoringBounds(false);
        return matcher.lookingAt();
    }

    private static Reading one(Label label, int end) {
        return new Reading(List.of(label), end);
    }

    private static Label attachment(String word, String number) {
        int value = number.codePointAt(0);
        return new Label(
                LabelKind.ATTACHMENT, word.toLowerCase(Locale.ROOT), capitalised(word) + " " + number, List.of(value));
    }

    private static Label division(String word, String number) {
        LabelKind kind = word.equalsIgnoreCase("article") ? LabelKind.ARTICLE : LabelKind.PART;
        Optional<Integer> said = SpelledNumber.parse(number);
        int value = said.orElseGet(() -> roman(number));
        String shown = said.isPresent() ? capitalised(number) : number;
        return new Label(kind, word.toLowerCase(Locale.ROOT), capitalised(word) + " " + shown, List.of(value));
    }

    private static Label decimal(String printed) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : printed.split("\\.")) {
            numbers.add(Integer.parseInt(part));
        }
        if (numbers.size() == 2 && numbers.get(1) == 0) {
            numbers.remove(1);
        }
        return new Label(LabelKind.DECIMAL, "", printed, numbers);
    }

    private static List<Label> letters(String letters, String form) {
        boolean lower = Character.isLowerCase(letters.charAt(0));
        List<Label> readings = new ArrayList<>();
        boolean same = letters.chars().allMatch(c -> c == letters.charAt(0));
        if (same && letters.length() <= 3) {
            int value = Character.toLowerCase(letters.charAt(0)) - 'a' + 1 + 26 * (letters.length() - 1);
            readings.add(new Label(lower ? LabelKind.LOWER : LabelKind.UPPER, form, letters, List.of(value)));
        }
        if ((lower ? LOWER_ROMAN : UPPER_ROMAN).matcher(letters).matches()) {
            LabelKind kind = lower ? LabelKind.LOWER_ROMAN : LabelKind.UPPER_ROMAN;
            readings.add(new Label(kind, form, letters, List.of(roman(letters))));
        }
        return readings;
    }

    private static int roman(String numeral) {
        int sum = 0;
        int previous = 0;
        for (int i = numeral.length() - 1; i >= 0; i--) {
            int digit =
                    switch (Character.toLowerCase(numeral.charAt(i))) {
                        case 'i' -> 1;
                        case 'v' -> 5;
                        case 'x' -> 10;
                        case 'l' -> 50;
                        default -> 100;
                    };
            sum += digit < previous ? -digit : digit;
            previous = Math.max(previous, digit);
        }
        return sum;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
