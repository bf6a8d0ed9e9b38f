package io.recital.retrieval.statement;

import io.recital.retrieval.words.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From when and until when a statement holds by its own words.
 *
 * @param from null where its words say nothing of a beginning
 * @param until last day; null where its words say nothing of an end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
    private static final Pattern FROM = Pattern.compile(
            "(?i)\\b(?:from|since|as of|with effect (?:from|on)|effective(?: as of| from| on)?|on or after|after|beginning(?: on| with)?"
                    + "|commencing(?: on)?|starting(?: on)?|takes effect (?:on|from)|applies from|ab|à partir du)\\W*(?:and including )?$");
    private static final Pattern UNTIL = Pattern.compile(
            "(?i)\\b(?:until|till|through|up to(?: and including)?|before|prior to|ending(?: on)?|bis)\\W*$");
    private static final Pattern TO = Pattern.compile("(?i)^\\W*(?:to|until|till|through|bis|-|–|—)\\W*$");

    /** Read from its words; with neither beginning nor end where these name no days so. */
    public static Validity of(String words) {
        LocalDate from = null;
        LocalDate until = null;
        List<Dates.Named> dates = Dates.in(words);
        for (int i = 0; i < dates.size(); i++) {
            Dates.Named date = dates.get(i);
            String before = words.substring(i == 0 ? 0 : dates.get(i - 1).end(), date.start());
            if (i > 0 && TO.matcher(before).matches()) {
                from = from == null ? dates.get(i - 1).first() : from;
                until = date.last();
            } else if (FROM.matcher(before).find()) {
                from = from == null ? date.first() : from;
            } else if (UNTIL.matcher(before).find()) {
                until = until == null ? date.last() : until;
            }
        }
        return from != null && until != null && from.isAfter(until)
                ? new Validity(null, null)
                : new Validity(from, until);
    }

    /** Whether it holds on a day, as far as its words say. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public boolean isStated() {
        return from != null || until != null;
    }
}
