package io.recital.extraction.rules.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /** Third persons that are no plural of a noun, with their base forms. */
    private static final Map<String, String> THIRD_PERSON = Map.ofEntries(
            Map.entry("sends", "send"),
            Map.entry("gives", "give"),
            Map.entry("delivers", "deliver"),
            Map.entry("notifies", "notify"),
            Map.entry("pays", "pay"),
            Map.entry("keeps", "keep"),
            Map.entry("provides", "provide"),
            Map.entry("confirms", "confirm"),
            Map.entry("submits", "submit"),
            Map.entry("tells", "tell"),
            Map.entry("informs", "inform"),
            Map.entry("carries out", "carry out"),
            Map.entry("makes", "make"),
            Map.entry("replaces", "replace"),
            Map.entry("destroys", "destroy"),
            Map.entry("deletes", "delete"),
            Map.entry("appoints", "appoint"),
            Map.entry("reimburses", "reimburse"),
            Map.entry("maintains", "maintain"),
            Map.entry("furnishes", "furnish"),
            Map.entry("obtains", "obtain"),
            Map.entry("ensures", "ensure"),
            Map.entry("hands over", "hand over"),
            Map.entry("proves", "prove"),
            Map.entry("publishes", "publish"),
            Map.entry("removes", "remove"),
            Map.entry("brings", "bring"),
            Map.entry("shows", "show"));

    private static final Pattern IN_PRESENT_TENSE =
            Pattern.compile("(?<=\\band\\s|,\\s)(?<adverb>(?:then|also|promptly|immediately)\\s+)?(?<verb>"
                    + String.join("|", THIRD_PERSON.keySet()) + ")(?=\\s)");
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

    /** What was made before is handed over: {@code write a plan and let the Buyer have it by June} is one thing. */
    private static final Pattern HANDS_OVER = Pattern.compile(
            "(?:let|send|give|submit|deliver|provide|hand\\s+over|present|furnish|forward|make)\\s+(?:[\\w’'-]+\\s+){0,4}?(?:it|them|the\\s+same)\\b(?!\\s+with\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_WORDS = 3;

    private Conjuncts() {}

    /** The same with the base forms of verbs that go on in the present tense: {@code insures it and proves this}. */
    static String withBaseForms(String action) {
        return IN_PRESENT_TENSE
                .matcher(action)
                .replaceAll(verb -> Objects.requireNonNullElse(verb.group(1), "") + THIRD_PERSON.get(verb.group(2)));
    }

    /** The parts of an action, each beginning with its verb; the action alone where it is one. */
    static List<String> of(String action) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        Matcher joint = JOINT.matcher(action);
        while (joint.find()) {
            String before = action.substring(from, joint.start());
            boolean handsOver =
                    HANDS_OVER.matcher(action.substring(joint.end())).lookingAt();
            if (!handsOver && isWhole(before, joint.group())) {
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
