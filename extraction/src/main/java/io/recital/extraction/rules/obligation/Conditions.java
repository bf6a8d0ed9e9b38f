package io.recital.extraction.rules.obligation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what sets an obligation off and what follows when it is not met. */
final class Conditions {
    private static final String EVENT =
            "(?:if|when|whenever|where|should|upon|on(?:\\s+(?:receipt|expiry|expiration|termination|completion|delivery|request|demand|notice))|in\\s+the\\s+event(?:\\s+(?:that|of))?"
                    + "|in\\s+case\\s+of|following|after|once|as\\s+soon\\s+as|at\\s+the\\s+(?:request|end|expiration|written\\s+request)|promptly\\s+(?:upon|after|following)|immediately\\s+(?:upon|after|following)|within\\s+[^,;]{3,60}\\s+(?:of|after|following)|at\\s+\\w+[’']s\\s+(?:written\\s+)?request)";
    private static final Pattern LEADING = Pattern.compile(
            "^(?:.*[;.]\\s+|(?:and|but|however|further|additionally|accordingly)\\b[,\\s]*)?(?<trigger>" + EVENT
                    + "\\b.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile(
            "(?<!\\bthe\\s)(?<!\\bbased\\s)(?<!\\bagreed\\s)(?<!\\brely\\s)(?<!\\bdays\\s)(?<!\\bday\\s)(?<!\\bmonths\\s)(?<!\\bmonth\\s)(?<!\\bhours\\s)(?<!\\bdependent\\s)\\b(?<trigger>(?:if|upon|in\\s+the\\s+event(?:\\s+(?:that|of))?|following|on\\s+receipt\\s+of|when|whenever|after|once|in\\s+case\\s+of)\\s+(?!necessary|applicable|any\\b|required|appropriate|possible|so\\b|requested\\s+by\\s+applicable)[^;.]{4,260}?)(?=$|[;.]|,\\s+(?:the|and|but|which|provided|in\\s+which)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "[\\s,;:—–-]+(?<consequence>(?:failing\\s+which|failing\\s+that|in\\s+default\\s+(?:of\\s+which|whereof)|or\\s+else)\\b.*|(?<=[,;—–]\\s)otherwise,?\\s+.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile(
            "^(?:failure\\s+(?:to\\s+(?:do\\s+so|comply|meet|pay|deliver|provide|give|perform|submit)|by\\s+[^,]{3,40}\\s+to\\s+)|(?:in\\s+the\\s+event\\s+(?:that\\s+)?|if\\s+|should\\s+|where\\s+)[^,.;]{2,60}?\\s*(?:fails?|failure)\\s+to\\s+(?:do\\s+so|comply|meet|pay|deliver|provide|give|perform|submit|make|reach|achieve)|in\\s+default\\s+of|failing\\s+(?:which|this|that))\\b",
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
