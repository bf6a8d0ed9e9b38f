package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates that a form leaves blank ({@code this ___ day of March, 2018}) or that name no day ({@code July 2013}). */
final class OpenDates {
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final String YEAR = "(?:19|20)(?:\\d\\d|_{1,4})";
    private static final String BLANK = "(?:_{2,}|\\[[\\s●•_*]{0,20}\\])";
    private static final Pattern OPEN = Pattern.compile(
            "(?:\\bthis\\s+)?(?:\\b\\d{1,2}(?:st|nd|rd|th)?|" + BLANK
                    + "|(?<=\\bthis))\\s*(?:st|nd|rd|th)?\\s+day\\s+of\\s*(?:" + MONTH + "|" + BLANK + ")?[\\s,]*(?:"
                    + YEAR
                    + "|(?:19|20)\\b|(?<=,\\s?)" + BLANK + ")?"
                    + "|\\b" + MONTH + "\\s+" + BLANK + "[\\s,]*" + YEAR
                    + "|" + BLANK + "[\\s_,]*" + YEAR + "|(?<=as\\sof\\s{1,3}),\\s*" + YEAR
                    + "|\\b" + MONTH + ",?\\s+" + YEAR + "(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private OpenDates() {}

    /** Those in a range, each with its words for a value, except where a full date is written. */
    static List<ValueMatch> find(String text, int from, int to, List<ValueMatch> days) {
        List<ValueMatch> found = new ArrayList<>();
        Matcher open = OPEN.matcher(text).region(from, to);
        while (open.find()) {
            int start = open.start();
            int end = open.end() - trailing(open.group());
            boolean full = days.stream().anyMatch(day -> day.start() < end && start < day.end());
            if (!full) {
                found.add(new ValueMatch(
                        start,
                        end,
                        new TypedValue.Text(text.substring(start, end).replaceAll("\\s+", " "))));
            }
        }
        return found;
    }

    private static int trailing(String words) {
        return words.length() - words.replaceFirst("[\\s,]+$", "").length();
    }
}
