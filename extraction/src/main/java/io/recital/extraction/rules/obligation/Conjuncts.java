package io.recital.extraction.rules.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what one modal phrase governs: {@code keep a plan, test it yearly and send the result} are three duties. */
final class Conjuncts {
    /** Verbs that rarely stand in a list of nouns. */
    private static final String VERB =
            "(?:send|give|deliver|notify|pay|keep|provide|return|confirm|submit|tell|inform|test|carry\\s+out|take|make|replace|repair|destroy|delete|appoint|reimburse"
                    + "|credit|maintain|furnish|issue|report|use|disclose|let|allow|obtain|ensure|put|place|store|resume|hand\\s+over|prove|present|publish|update|remove|cooperate|assist"
                    + "|wear|follow|refrain|comply|cause|procure|photograph|erase|list|name|bring|try|help|book|wrap|block|show|record|list|permit|preserve|correct)";

    private static final Pattern JOINT = Pattern.compile(
            "(?:,\\s+and\\s+|,\\s+|\\s+and\\s+)(?:(?:then|also|promptly|immediately|thereafter|(?:to)(?=\\s))\\s+)?(?=(?<verb>"
                    + VERB + ")\\s+(?!(?:of|and|or|by|in\\s+force|,))\\S)");
    private static final Pattern NESTED = Pattern.compile(
            "\\b(?:to\\s+" + VERB
                    + "|(?:to\\s+(?:enter|inspect|do|continue|access|visit|review|use|build|take))|that|which|who|whether|how|may|shall|must|not)\\b[^,]{0,200}$");
    private static final Pattern SHARED_TIME = Pattern.compile(
            ",\\s+(?:within|by|no\\s+later\\s+than|on\\s+or\\s+before|for\\s+a\\s+period\\s+of)\\s+[^,]{3,80}$",
            Pattern.CASE_INSENSITIVE);
    /** Of two things, the time that ends the second goes for the first. */
    private static final Pattern TIME_OF_BOTH = Pattern.compile(
            ",?\\s+(?:within|by|no\\s+later\\s+than|on\\s+or\\s+before|for\\s+a\\s+period\\s+of)\\s+(?=[^,;]*\\b(?:days?|weeks?|months?|years?|hours?|\\d{4})\\b)[^,;]{3,80}$",
            Pattern.CASE_INSENSITIVE);
    /** Words that open an adjunct, so that the verb is still to come. */
    private static final Pattern NO_VERB = Pattern.compile(
            "^\\W*(?:at|as|upon|in|on|within|during|if|when|where|subject|after|before|for|from|by|to\\s+the\\s+extent|not|neither|either|both|under)\\b[^,]*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIMED = Pattern.compile(
            "\\b(?:within|promptly|immediately|at\\s+all\\s+times|throughout|during|until|(?:every|each)\\s+(?:\\w+\\s+)?(?:day|week|month|quarter|year)|once|monthly|weekly|quarterly|annually|by\\s+[^,]*\\d)\\b",
            Pattern.CASE_INSENSITIVE);
    /** A verb that has an adjunct and still waits for its object: {@code provide at its expense}. */
    private static final Pattern NO_OBJECT = Pattern.compile(
            "^\\W*(?:\\w+ly\\s+)?[a-z]+\\s+(?:at|in|on|upon|for|with|by|under)\\s+(?:its|their|the|all|such)\\b[^,]{0,40}$",
            Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_WORDS = 3;

    private Conjuncts() {}

    /** The parts of an action, each beginning with its verb; the action alone where it is one. */
    static List<String> of(String action) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        Matcher joint = JOINT.matcher(action);
        while (joint.find()) {
            String before = action.substring(from, joint.start());
            if (isWhole(before, joint.group())) {
                parts.add(before);
                from = joint.end();
            }
        }
        String last = action.substring(from);
        parts.add(last);
        Matcher shared = (parts.size() == 2 ? TIME_OF_BOTH : SHARED_TIME).matcher(last);
        return parts.size() > 1 && shared.find() ? shared(parts, shared.group()) : parts;
    }

    /** A time set off by a comma at the end goes for all that stands before it. */
    private static List<String> shared(List<String> parts, String time) {
        return parts.stream()
                .map(part -> part.endsWith(time) || TIMED.matcher(part).find() ? part : part + time)
                .toList();
    }

    private static boolean isWhole(String before, String joint) {
        boolean nested = !joint.startsWith(",") && NESTED.matcher(before).find();
        return !nested
                && !NO_VERB.matcher(before).find()
                && !(joint.startsWith(",") && NO_OBJECT.matcher(before).find())
                && before.strip().split("\\s+").length >= FEWEST_WORDS
                && balanced(before);
    }

    private static boolean balanced(String words) {
        return words.chars().filter(c -> c == '(').count()
                == words.chars().filter(c -> c == ')').count();
    }
}
