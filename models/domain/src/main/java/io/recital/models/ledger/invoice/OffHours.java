package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Times that have prices of their own, such as nights, weekends and holidays, and the words by which prices and lines name them. */
final class OffHours {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:saturdays?|sundays?|weekends?|holidays?|nights?|night[- ]?time|overtime|evenings?|(?:after|out[- ]of)[- ](?:business[- ]|office[- ]|normal[- ])?hours|off[- ]?hours"
                    + "|outside\\s+(?:of\\s+)?(?:normal|business|working|office|regular|core)|wochenend\\w*|samstag\\w*|sonntag\\w*|feiertag\\w*|nachtarbeit|nachts)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Pattern PER_NIGHT = Pattern.compile("(?i)\\b(?:hotel|overnight|accommodation|lodging)");

    private OffHours() {}

    /** Whether words name such a time; nights in a hotel are none. */
    static boolean isNamedIn(String words) {
        return NAMED.matcher(words).find() && !PER_NIGHT.matcher(words).find();
    }

    /** Whether a line says that it is for such a time, or is for one day of a weekend. */
    static boolean isOf(InvoiceLine line) {
        return isNamedIn(line.description()) || isOnADayOff(line);
    }

    /** Whether a line is for one day of a weekend. */
    static boolean isOnADayOff(InvoiceLine line) {
        return line.service() != null
                && line.service().days() == 1
                && WEEKEND.contains(line.service().from().getDayOfWeek());
    }
}
