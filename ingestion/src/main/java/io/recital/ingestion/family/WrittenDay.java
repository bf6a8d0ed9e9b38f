package io.recital.ingestion.family;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the first day that stands in words, as contracts write it in English and German. */
final class WrittenDay {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> GERMAN = List.of(
            "januar", "februar", "m\u00e4r", "april", "mai", "juni", "juli", "august", "sept", "okt", "nov", "dez");
    private static final Pattern DAY = Pattern.compile(
            "(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:day\\s+of\\s+)?(?<m1>\\p{L}{3,9})\\.?,?\\s+(?<y1>\\d{4})"
                    + "|(?<m2>\\p{L}{3,9})\\s+(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y2>\\d{4})"
                    + "|(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2})");

    private WrittenDay() {}

    static Optional<LocalDate> first(String text) {
        for (Matcher day = DAY.matcher(text); day.find(); ) {
            Optional<LocalDate> found = read(day);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> read(Matcher day) {
        try {
            if (day.group("y3") != null) {
                return Optional.of(LocalDate.parse(day.group()));
            }
            boolean dayFirst = day.group("d1") != null;
            int month = month(day.group(dayFirst ? "m1" : "m2"));
            return month == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(dayFirst ? "y1" : "y2")),
                            month,
                            Integer.parseInt(day.group(dayFirst ? "d1" : "d2"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < 12; i++) {
            if (plain.startsWith(MONTHS.get(i)) || plain.startsWith(GERMAN.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
