package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.TimeSpan;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads notice periods: {@code on 30 days' written notice} is at least 30 days before what the notice is of. */
final class NoticePeriods {
    private static final Pattern NOTICE = Pattern.compile(
            "^[’']?s?\\s*(?:,?\\s*(?:advance|prior|previous|written|(?:or|and)\\s+more|in)\\s*)*(?:notice|notification)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF = Pattern.compile(
            "^\\s*,?\\s*(?:in\\s+writing\\s+|to\\s+[^,;.]{3,40}?\\s+)?(?:of|before|prior\\s+to)\\s+(?<event>[^,;.()]{3,160})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "(?:\\b(?:upon|on|with|by|giving|subject\\s+to|at\\s+least|(?:no|not)\\s+less\\s+than|minimum\\s+of|of)\\s+)+(?:the\\s+|its\\s+|a\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERB = Pattern.compile(
            "\\b(?<verb>terminate|end|cancel|inspect|audit|examine|visit|reschedule|suspend|change|adjust|increase|renew|extend)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What a notice is of when its own words do not say, by the verb of the right that it exercises. */
    private static final Map<String, String> EVENT_OF = Map.ofEntries(
            Map.entry("terminate", "termination"),
            Map.entry("end", "termination"),
            Map.entry("cancel", "cancellation"),
            Map.entry("inspect", "inspection"),
            Map.entry("audit", "the audit"),
            Map.entry("examine", "examination"),
            Map.entry("visit", "the visit"),
            Map.entry("reschedule", "the agreed date"),
            Map.entry("suspend", "suspension"),
            Map.entry("change", "the change"),
            Map.entry("adjust", "the adjustment"),
            Map.entry("increase", "the increase"),
            Map.entry("renew", "renewal"),
            Map.entry("extend", "the extension"));

    private NoticePeriods() {}

    /**
     * The deadline that a notice of a length makes; empty where no notice follows it.
     *
     * @param start where the length begins in the action
     * @param end where it ends
     * @param ahead the length, null when it can only be recited
     */
    static Optional<Deadline> read(String action, int start, int end, @Nullable TimeSpan ahead) {
        String after = action.substring(end);
        Matcher notice = NOTICE.matcher(after);
        if (!notice.find()) {
            return Optional.empty();
        }
        @Nullable String event = event(action, start, after.substring(notice.end()));
        if (ahead != null && event != null) {
            return Optional.of(new Deadline.Before(ahead, event));
        }
        String before = action.substring(0, start);
        Matcher lead = LEAD.matcher(before);
        int from = lead.find() ? lead.start() : start;
        String words = action.substring(from, end + notice.end());
        return Optional.of(new Deadline.Stated(words.strip().replaceAll("\\s+", " ")));
    }

    private static @Nullable String event(String action, int start, String afterNotice) {
        Matcher of = OF.matcher(afterNotice);
        if (of.find()) {
            return EventWords.cut(of.group("event"));
        }
        Matcher verb = VERB.matcher(action);
        return verb.find() && verb.start() < start
                ? EVENT_OF.get(verb.group("verb").toLowerCase(Locale.ROOT))
                : null;
    }
}
