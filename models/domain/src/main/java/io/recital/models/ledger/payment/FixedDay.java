package io.recital.models.ledger.payment;

import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of a month on which an invoice falls due, such as the fifteenth of the month after the one in which it came.
 *
 * @param day of the month; 31 for its last
 * @param monthsLater how many months after that in which the clock starts
 */
record FixedDay(int day, int monthsLater) {
    private static final List<String> ORDINALS = Arrays.asList(
            ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
                            + " sixteenth seventeenth eighteenth nineteenth twentieth")
                    .split(" "));
    private static final String DAY =
            "(?<day>\\d{1,2}(?:st|nd|rd|th)?|" + String.join("|", ORDINALS) + "|twenty-?fifth|last)";
    private static final String NEXT =
            "(?:(?<second>second|2nd)\\s+)?(?:(?:following|next|subsequent)\\s+(?:calendar\\s+)?month|(?:calendar\\s+)?month\\s+(?:(?:that|which)\\s+)?(?:(?:next\\s+)?follow(?:s|ing)|(?:next\\s+)?after))";
    private static final Pattern STATED = Pattern.compile(
            "(?:^|\\b(?:on|by|before|no\\s+later\\s+than|not\\s+later\\s+than|until)\\s+(?:or\\s+before\\s+)?)the\\s+"
                    + DAY + "(?:\\s*\\(\\d{1,2}(?:st|nd|rd|th)?\\))?(?:\\s+(?:calendar\\s+)?day)?\\s+of\\s+the\\s+"
                    + NEXT,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "(?:^|\\b(?:by|at|before|on|no\\s+later\\s+than|not\\s+later\\s+than)\\s+)the\\s+end\\s+of\\s+the\\s+"
                    + NEXT,
            Pattern.CASE_INSENSITIVE);

    /** The words by which a day of a later month is told: what they leave says in which month the time starts. */
    static final Pattern NEXT_MONTH = Pattern.compile(
            "\\b(?:end|" + DAY.substring(DAY.indexOf('>') + 1, DAY.length() - 1) + ")(?:\\s+day)?\\s+of\\s+the\\s+"
                    + NEXT.replace("?<second>", "?:"),
            Pattern.CASE_INSENSITIVE);

    FixedDay {
        if (day < 1 || day > 31 || monthsLater < 0) {
            throw new IllegalArgumentException("No day of a month: " + day + ", " + monthsLater);
        }
    }

    /** The day that words state; empty where they state none, or business days of a month. */
    static Optional<FixedDay> in(String words) {
        Matcher stated = STATED.matcher(words);
        if (stated.find()) {
            int later = stated.group("second") == null ? 1 : 2;
            return number(stated.group("day")).map(day -> new FixedDay(day, later));
        }
        Matcher end = END.matcher(words);
        return end.find() ? Optional.of(new FixedDay(31, end.group("second") == null ? 1 : 2)) : Optional.empty();
    }

    private static Optional<Integer> number(String written) {
        String plain = written.toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)(?:st|nd|rd|th)", "");
        if (plain.equals("last")) {
            return Optional.of(31);
        }
        int ordinal = ORDINALS.indexOf(plain);
        Optional<Integer> day = ordinal >= 0
                ? Optional.of(ordinal + 1)
                : plain.startsWith("twenty") ? Optional.of(25) : SpelledNumber.parse(plain);
        return day.filter(number -> number >= 1 && number <= 31);
    }

    LocalDate after(LocalDate start) {
        YearMonth month = YearMonth.from(start).plusMonths(monthsLater);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    String display() {
        return (day == 31 ? "the last day" : "day " + day) + " of the "
                + (monthsLater == 1 ? "next month" : "month after the next");
    }
}
