package io.recital.samples.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Says whether wording states a date, in the forms that contracts use. */
public final class WrittenDate {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US),
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY),
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT),
            DateTimeFormatter.ISO_LOCAL_DATE);

    private WrittenDate() {}

    public static boolean states(String wording, LocalDate date) {
        String line = wording.replaceAll("[\\s\\u00a0]+", " ");
        return FORMS.stream().anyMatch(form -> Wording.find(date.format(form), line, 0) >= 0)
                || statesOrnately(line, date);
    }

    /** As in {@code this 3rd day of March, 2025}. */
    private static boolean statesOrnately(String line, LocalDate date) {
        String month = date.format(DateTimeFormatter.ofPattern("MMMM", Locale.UK));
        return line.matches("(?i).*\\b" + date.getDayOfMonth() + "(?:st|nd|rd|th)(?: day of)? " + month + ",? "
                + date.getYear() + "\\b.*");
    }
}
