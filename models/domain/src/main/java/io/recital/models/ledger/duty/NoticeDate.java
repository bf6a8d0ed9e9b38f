package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last days of a notice, counted backwards and always to the earlier day.
 *
 * @param received by then it must have arrived
 * @param sent by then it should be on its way
 * @param assumptions each one sentence
 */
public record NoticeDate(LocalDate received, LocalDate sent, List<String> assumptions) {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("one", 1),
            Map.entry("second", 2),
            Map.entry("two", 2),
            Map.entry("third", 3),
            Map.entry("three", 3),
            Map.entry("fourth", 4),
            Map.entry("four", 4),
            Map.entry("fifth", 5),
            Map.entry("five", 5),
            Map.entry("ten", 10));
    private static final Pattern AFTER_POSTING = Pattern.compile(
            "\\b(?<count>first|second|third|fourth|fifth|one|two|three|four|five|ten|\\d{1,2})\\s+(?:\\(\\d+\\)\\s+)?(?:business|working)?\\s*days?\\s+after\\s+(?:the\\s+date\\s+of\\s+)?(?:posting|mailing|dispatch|sending|deposit|it\\s+(?:is|was)\\s+(?:posted|sent|mailed))",
            Pattern.CASE_INSENSITIVE);

    public NoticeDate {
        assumptions = List.copyOf(assumptions);
    }

    /**
     * @param last the last day on which it can be received, as the contract counts
     * @param words what the contract says of how notices are given
     */
    static NoticeDate of(LocalDate last, BusinessCalendar calendar, String words) {
        List<String> assumptions = new ArrayList<>();
        LocalDate received = calendar.onOrBefore(last);
        if (!received.equals(last)) {
            assumptions.add(last + " is no business day there, so the notice should arrive on " + received);
        }
        Matcher posting = AFTER_POSTING.matcher(words);
        int days = posting.find() ? number(posting.group("count")) : 1;
        assumptions.add(
                posting.reset().find()
                        ? "It counts as received " + days + " business days after it was sent"
                        : "One business day is left for delivery, as the contract does not say when a notice that was sent counts as received");
        assumptions.add("Counted in " + calendar);
        return new NoticeDate(received, calendar.minus(received, days), assumptions);
    }

    private static int number(String word) {
        Integer number = NUMBERS.get(word.toLowerCase(Locale.ROOT));
        return number == null ? Integer.parseInt(word) : number;
    }
}
