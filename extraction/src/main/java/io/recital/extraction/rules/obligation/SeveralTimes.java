package io.recital.extraction.rules.obligation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the times apart at which one thing is to be done again: {@code within 30 days after the Effective Date, and within 30
 * days after each release} falls due twice, by two events.
 */
final class SeveralTimes {
    private static final String LIMIT = "(?:within|(?:no|not)\\s+later\\s+than|not\\s+more\\s+than)\\s+";
    private static final String AFTER = "(?:after|of|from|following|upon)\\s+";
    private static final String ALSO =
            "\\s*[,;]?\\s+and,?\\s+(?:(?:again|also|then|thereafter|further|subsequently|in\\s+each\\s+case|once\\s+more),?\\s+)*";
    /** A second time that is counted by itself: {@code and again within 10 days of each renewal}. */
    private static final Pattern SECOND = Pattern.compile("(?i)\\b(?<first>" + LIMIT
            + "[^,;.]{1,40}?\\b(?:day|week|month|quarter|year|hour)s?[^,;.]{0,12}?\\s" + AFTER
            + "[^;.]{3,120}?)" + ALSO + "(?<second>" + LIMIT
            + "[^,;.]{1,40}?\\b(?:day|week|month|quarter|year|hour)s?[^,;.]{0,12}?\\s" + AFTER + "[^;.]{3,160})");
    /** The same time after something that happens again and again: {@code within 30 days of signature and of each renewal}. */
    private static final Pattern SAME = Pattern.compile(
            "(?i)\\b(?<time>" + LIMIT + "[^,;.]{1,40}?\\b(?:day|week|month|quarter|year|hour)s?[^,;.]{0,12}?\\s" + AFTER
                    + ")(?<first>(?!each\\b|every\\b|any\\b)[^;.]{3,90}?)" + ALSO + "(?:" + AFTER
                    + "(?=(?:each|every)\\s)|(?=(?:each|every)\\s+(?:anniversary|renewal|extension|further|later|subsequent|following)\\b))(?<second>[^,;.]{3,160})");

    private static final Pattern THEREAFTER =
            Pattern.compile("(?i)\\s*,?\\s*\\b(?:thereafter|afterwards|after\\s+that)\\b");

    private SeveralTimes() {}

    /** The words once for each time that they name, or as they are where they name one. */
    static List<String> of(String words) {
        Matcher second = SECOND.matcher(words);
        if (second.find()) {
            return List.of(with(words, second, second.group("first")), with(words, second, second.group("second")));
        }
        Matcher same = SAME.matcher(words);
        return same.find()
                ? List.of(
                        with(words, same, same.group("time") + same.group("first")),
                        with(words, same, same.group("time") + same.group("second")))
                : List.of(words);
    }

    private static String with(String words, Matcher found, String time) {
        return words.substring(0, found.start())
                + THEREAFTER.matcher(time).replaceAll("")
                + words.substring(found.end());
    }
}
