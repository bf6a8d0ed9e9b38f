package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Deadline;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recites times that name no computable day: {@code throughout the Term}, {@code for six years}, {@code upon delivery}. */
final class StatedDeadlines {
    private static final String NUMBER =
            "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|twenty[- ]four|thirty|thirty[- ]six|forty[- ]five|sixty|ninety|(?:one|a)\\s+hundred(?:\\s+and)?(?:\\s+\\w+)?)(?:\\s*\\(\\d{1,3}\\))?";
    private static final String LENGTH = NUMBER
            + "\\s+(?:further\\s+|consecutive\\s+|full\\s+|calendar\\s+|contract\\s+|business\\s+|working\\s+)*(?:minute|hour|day|week|month|quarter|year)s?\\b";
    private static final String THEREAFTER = "(?:\\s*,?\\s*and\\s+for\\s+(?:a\\s+(?:further\\s+)?period\\s+of\\s+)?"
            + LENGTH + "\\s*(?:thereafter|afterwards|(?:after|following)\\s+(?:its|the|such|that)\\s+\\w+)?)?";
    private static final String EVENT_NOUN =
            "(?:receipt|request|demand|termination|expiry|expiration|completion|delivery|shipment|approval|acceptance|signature|execution|invoice|end|start|commencement|loss|closing|arrival|(?:effective|signing|commencement|amendment|closing|start)\\s+date|notice)";
    private static final String MODIFIERS = "(?:(?!its\\s+own\\b)[\\w’'-]+\\s+){0,3}?";
    private static final String CLAUSE = "[^,;.]{2,110}";

    private static final Pattern YEARLY = Pattern.compile(
            "\\b(?i:by|on|before|(?:no|not)\\s+later\\s+than|on\\s+or\\s+before)\\s+(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:day\\s+)?(?:of\\s+)?\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+\\s+\\d{1,2}(?:st|nd|rd|th)?)\\s+(?:of|in)\\s+(?:each|every|any|the)\\s+[^,;.]{3,70}");
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    /** A day of the year, or a month each year: {@code by 31 October}, {@code every April}, {@code by the end of March each year}. */
    private static final Pattern OF_THE_YEAR = Pattern.compile(
            "\\b(?:(?i:by|before|on|(?:no|not)\\s+later\\s+than|on\\s+or\\s+before)\\s+(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:day\\s+)?(?:of\\s+)?"
                    + MONTH + "|" + MONTH
                    + "\\s+\\d{1,2}(?:st|nd|rd|th)?)\\b(?!,?\\s*\\d)(?!\\s+(?:and|to|or)\\s)(?:,?\\s+(?:each|every)\\s+(?:\\w+\\s+)?year)?"
                    + "|(?i:each|every)\\s+" + MONTH + "\\b(?!\\s*\\d)"
                    + "|(?i:by|before|at)\\s+(?:the\\s+)?(?:end|middle|start)\\s+of\\s+" + MONTH
                    + "\\s+(?:of\\s+|in\\s+)?(?:each|every)\\s+(?:\\w+\\s+)?year)");

    private static final Pattern LIMITED = Pattern.compile(
            "\\b(?:(?:no|not)\\s+more\\s+(?:often\\s+)?than|(?:only|at\\s+most))\\s+(?:once|twice)\\s+(?:in|per|each|every|a)\\s+[^,;.]{3,90}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:"
                    + "(?:throughout|during)\\s+(?:the|its|their|any|such|that|this|step-in|each|a)?\\s*[^,;.]{3,60}?"
                    + "(?=$|[,;.]|\\s+and\\b|\\s+(?:shall|will|may|must)\\b)"
                    + THEREAFTER
                    + "|for\\s+the\\s+(?:duration|remainder|whole|rest|life)\\s+of\\s+[^,;.]{3,40}?(?=$|[,;.]|\\s+and\\b)"
                    + THEREAFTER
                    + "|for\\s+the\\s+(?:(?:initial|renewal)\\s+)?term\\b" + THEREAFTER
                    + "|(?:up\\s+)?until\\s+" + CLAUSE
                    + "|at\\s+all\\s+times|at\\s+any\\s+time\\s+(?:after|before|during)\\s+" + CLAUSE
                    + "|for\\s+(?:so|as)\\s+long(?:\\s+only)?\\s+as\\s+" + CLAUSE
                    + "|(?:for\\s+)?(?:a\\s+(?:further\\s+)?period\\s+of\\s+|up\\s+to\\s+|at\\s+least\\s+|the\\s+(?:first|next)\\s+)?(?<=for\\s|of\\s|to\\s|least\\s|first\\s|next\\s)"
                    + LENGTH
                    + "(?!\\s+of\\b|[’'])(?:\\s+(?:after|from|following)\\s+[^,;.]{3,60}|\\s+(?:thereafter|afterwards))?"
                    + "|every\\s+(?:" + LENGTH + "|hour|day|morning|week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
                    + "|(?<![\\w-])(?:while|whilst|whenever|when|as\\s+soon\\s+as|before|after)\\s+(?!all\\b|sales?\\s+tax)"
                    + CLAUSE
                    + "|on\\s+(?:or\\s+(?:before|after)\\s+)?the\\s+(?:next|same|following|last|first|\\d{1,2}(?:st|nd|rd|th))\\s+(?:\\w+\\s+)?(?:day|date)\\b[^,;.]{0,70}"
                    + "|(?:throughout|by)\\s+(?:the\\s+(?:end|close|start|(?:due\\s+)?dates?)\\b|its\\s+due\\s+date|noon|\\d{1,2}[:.]\\d\\d)[^,;.]{0,70}"
                    + "|in\\s+the\\s+time\\s+window\\b[^,;.]{0,40}|in\\s+(?:good\\s+time|January|February|March|April|June|July|August|September|October|November|December)\\b"
                    + "|(?:on|upon)\\s+" + MODIFIERS + EVENT_NOUN + "\\b[^,;.]{0,60}"
                    + "|from\\s+(?:the\\s+(?:same|effective|signing|commencement|amendment)\\s+date|\\d{1,2}\\s+\\p{Lu}\\p{Ll}+\\s+\\d{4}\\s+to\\s+\\d{1,2}\\s+\\p{Lu}\\p{Ll}+\\s+\\d{4})"
                    + "|with\\s+(?:each|every|the(?:\\s+(?:first|next))?|its\\s+next)\\s+(?:invoice|shipment|delivery|consignment)\\b[^,;.]{0,40}"
                    + "|at\\s+(?:the|each|every)\\s+[^,;.]{0,20}(?:review|meeting)\\b[^,;.]{0,50}"
                    + "|with\\s+effect\\s+from\\s+" + CLAUSE
                    + "|on\\s+time\\b|at\\s+once\\b|prompt\\b"
                    + ")",
            Pattern.CASE_INSENSITIVE);
    /** Words before which a length or an {@code upon} is not about time to act. */
    private static final Pattern NOT_AFTER = Pattern.compile(
            "(?:based|rely|relying|agreed|dependent|(?:not|days?|months?|years?|weeks?|hours?|immediately|notice)[’']?)\\s+$",
            Pattern.CASE_INSENSITIVE);

    private StatedDeadlines() {}

    /** A day of each year, which a computed recurrence would misstate. */
    static Optional<Deadline> findYearly(String words) {
        return first(YEARLY, words);
    }

    /** A day or month of a year that is not named: what the rest of the clause says tells whether it is each year. */
    static Optional<Deadline> findOfTheYear(String words) {
        Matcher matcher = OF_THE_YEAR.matcher(words);
        return matcher.find() ? Optional.of(new Deadline.Stated(flat(matcher.group()))) : Optional.empty();
    }

    /** A limit to how often. */
    static Optional<Deadline> findLimit(String words) {
        return first(LIMITED, words);
    }

    /** The first stated time. */
    static Optional<Deadline> find(String words) {
        return first(WORDS, words);
    }

    private static Optional<Deadline> first(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        while (matcher.find()) {
            String stated = flat(EventWords.cut(matcher.group()));
            if (stated.length() > 3
                    && !NOT_AFTER.matcher(words.substring(0, matcher.start())).find()) {
                return Optional.of(new Deadline.Stated(stated));
            }
        }
        return Optional.empty();
    }

    private static String flat(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
