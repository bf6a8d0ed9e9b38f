package io.recital.extraction.rules.obligation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what sets an obligation off and what follows when it is not met. */
final class Conditions {
    private static final String EVENT =
            "(?:if|when|whenever|where|should|upon|on(?:\\s+(?:the\\s+)?(?:end|receipt|expiry|expiration|termination|completion|delivery|request|demand|notice))|in\\s+the\\s+event(?:\\s+(?:that|of))?"
                    + "|in\\s+case\\s+of|following|after|once|as\\s+soon\\s+as|at\\s+the\\s+(?:request|end|expiration|written\\s+request)|promptly\\s+(?:upon|after|following)|immediately\\s+(?:upon|after|following)|within\\s+[^,;]{3,60}\\s+(?:of|after|following)|at\\s+\\w+[’']s\\s+(?:written\\s+)?request)";
    private static final Pattern LEADING = Pattern.compile(
            "^(?:.*[;.]\\s+|(?:and|but|however|further|additionally|accordingly)\\b[,\\s]*)?(?<trigger>" + EVENT
                    + "\\b.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile(
            "(?<trigger>(?:\\b(?:if|when|whenever|in\\s+the\\s+event(?:\\s+(?:that|of))?|in\\s+case\\s+of|on\\s+receipt\\s+of)|(?<!\\bthe\\s)(?<!\\bbased\\s)(?<!\\bagreed\\s)(?<!\\brely\\s)(?<!\\b(?:day|month|week|year|hour|minute)s?\\s)(?<!\\bdependent\\s)\\b(?:upon|following|after|once))\\s+(?!and\\b|necessary|applicable|any\\b|required|appropriate|possible|so\\b|requested\\s+by\\s+applicable)[^;.]{4,260}?)(?=$|[;.]|,\\s+(?:the|and|but|which|provided|in\\s+which)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "\\s*[,;:—–-]\\s*(?<consequence>(?:failing\\s+which|failing\\s+that|in\\s+default\\s+(?:of\\s+which|whereof)|or\\s+else)\\b.*|(?<=[,;—–]\\s)otherwise,?\\s+.*"
                    + "|(?<=;\\s)(?:(?:later|other|late)\\s+\\w+\\s+(?:are|is)\\s+(?:excluded|lost|invalid|barred|void)|after\\s+(?:that|which)\\b[^;.]{0,40}\\b(?:lapses?|expires?|lost|excluded|void)\\b).*"
                    + "|(?<=,\\s)and\\s+(?:any|every|each|an?|the|such)\\s+[\\w\\s]{2,40}?\\s(?:not\\s+so\\s+\\w+|made\\s+later|not\\s+\\w+\\s+in\\s+(?:that\\s+)?time)\\b.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile(
            "^(?:failure\\s+(?:to\\s+(?:do\\s+so|comply|meet|pay|deliver|provide|give|perform|submit)|by\\s+[^,]{3,40}\\s+to\\s+)|(?:in\\s+the\\s+event\\s+(?:that\\s+)?|if\\s+|should\\s+|where\\s+)[^,.;]{2,60}?\\s*(?:fails?|failure)\\s+to\\s+(?:do\\s+so|comply|meet|pay|deliver|provide|give|perform|submit|make|reach|achieve)|in\\s+default\\s+of|failing\\s+(?:which|this|that)|if\\s+(?:we|you|they|it)\\s+do(?:es)?\\s+not\\b|if\\s+(?:we|you|they|it)\\s+do(?:es)?\\s+neither"
                    + "|after\\s+that\\s+[^.]{2,40}\\b(?:lost|lapses?|excluded|expires?)|without\\s+(?:such\\s+|an?\\s+)?(?:\\w+\\s+){0,2}(?:notice|record|claim|report)\\b"
                    + "|(?:an?|any|every)\\s+[\\w\\s]{2,40}?\\s(?:that\\s+is\\s+not\\s+\\w+\\s+in\\s+(?:that\\s+)?time|made\\s+later|not\\s+(?:so\\s+)?\\w+\\s+in\\s+(?:that\\s+)?time))\\b",
            Pattern.CASE_INSENSITIVE);

    private Conditions() {}

    /** The event in the words before the subject; null when they name none. */
    static @Nullable String leadingTrigger(String lead) {
        Matcher matcher = LEADING.matcher(lead.strip());
        return matcher.find() ? tidy(matcher.group("trigger")) : null;
    }

    /** The event named after the verb; null when none is. */
    static @Nullable String trailingTrigger(String action) {
        Matcher matcher = TRAILING.matcher(action);
        return matcher.find() ? tidy(matcher.group("trigger")) : null;
    }

    /** Where the consequence begins in the words of an action, separators included; -1 when it names none. */
    static int consequenceStart(String action) {
        Matcher matcher = CONSEQUENCE.matcher(action);
        return matcher.find() ? matcher.start() : -1;
    }

    /** The consequence without its separators. */
    static String consequence(String action, int start) {
        return tidy(action.substring(start).replaceFirst("^[\\s,;:—–-]+", ""));
    }

    /** Whether a following sentence says what follows from failure. */
    static boolean isConsequence(String sentence) {
        return NEXT.matcher(sentence.strip()).find();
    }

    static String tidy(String words) {
        return words.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("(?i)[\\s,;:.—–-]*(?:\\b(?:then|and|or))?[\\s,;:.—–-]*$", "");
    }
}
