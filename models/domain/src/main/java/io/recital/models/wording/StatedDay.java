package io.recital.models.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar day as a contract writes it with the month in words, or as year, month and day: {@code 31 January 2026}. */
public final class StatedDay {
    private static final List<String> MONTHS =
            Arrays.asList("jan feb mar apr may jun jul aug sep oct nov dec".split(" "));
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    /** A regular expression, case-insensitive where it is used, for such a day; it has no groups. */
    public static final String REGEX = "(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+)?" + MONTH + ",?\\s+\\d{4}|"
            + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})";

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAME = Pattern.compile("[a-z]{3,}");

    private StatedDay() {}

    /** The day that is written; empty where there is no such day. */
    public static Optional<LocalDate> parse(String written) {
        List<String> numbers =
                NUMBER.matcher(written).results().map(found -> found.group()).toList();
        try {
            if (numbers.size() == 3) {
                return Optional.of(LocalDate.parse(written.strip()));
            }
            Matcher name = NAME.matcher(written.toLowerCase(Locale.ROOT).replace("day of", ""));
            int month = name.find() ? MONTHS.indexOf(name.group().substring(0, 3)) + 1 : 0;
            return numbers.size() == 2
                    ? Optional.of(
                            LocalDate.of(Integer.parseInt(numbers.get(1)), month, Integer.parseInt(numbers.get(0))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
