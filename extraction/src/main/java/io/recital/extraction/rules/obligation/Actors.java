package io.recital.extraction.rules.obligation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who acts in a contract by what they are said to do: a name that shall pay, may inspect and will notify is one of
 * a party, even where no definition says so.
 */
final class Actors {
    private static final Pattern ACTS = Pattern.compile("(?<![\\w’'&.-])(?:The\\s+|the\\s+)?"
            + "(?<who>[\\p{Lu}\\p{Ll}]?\\p{Lu}[\\w&-]*(?:[’']s(?=\\s+(?:shall|will|must|may)\\b))?(?:\\s+\\p{Lu}[\\w&-]*){0,3})\\s+"
            + "(?:(?:shall|will|must|may)(?:\\s+not)?|agrees\\s+(?:not\\s+)?to|undertakes\\s+to)\\s+"
            + "(?:(?:also|promptly|immediately|then|further|each|at\\s+all\\s+times|\\w+ly)\\s+)?(?<verb>[a-z]+)\\b");
    private static final Pattern LEADING = Pattern.compile(
            "^(?:The|If|When|Where|Each|Such|Any|No|That|This|These|All|Such|Upon|In|Neither|Both|Either)\\s+");
    /** Last words of names of things. */
    private static final Pattern THING = Pattern.compile(
            "(?i).*\\b(?:agreements?|sections?|articles?|services?|products?|terms?|payments?|notices?|invoices?|schedules?|exhibits?|part(?:y|ies)|fees?|prices?"
                    + "|licenses?|licences?|software|work|goods|polic(?:y|ies)|amounts?|dates?|information|provisions?|contracts?|amendments?|warrant(?:y|ies)"
                    + "|royalt(?:y|ies)|orders?|systems?|sites?|content|data|territory|closing|events?|defaults?|laws?|rights?|periods?|materials?|documents?"
                    + "|deliverables?|milestones?|rates?|charges?|credits?|claims?|reports?|plans?|marks?|property|page|statements?|budgets?|programs?|projects?|it|they|there|which)$");
    /** What things do, and what says nothing about who does it. */
    private static final Set<String> OF_THINGS = Set.of(
            "be",
            "apply",
            "mean",
            "include",
            "continue",
            "terminate",
            "expire",
            "commence",
            "survive",
            "remain",
            "become",
            "constitute",
            "prevail",
            "govern",
            "contain",
            "inure",
            "bind",
            "take",
            "begin",
            "end",
            "accrue",
            "extend",
            "renew",
            "cover",
            "consist",
            "follow",
            "supersede",
            "result",
            "occur",
            "exceed",
            "have",
            "not",
            "only",
            "control",
            "refer",
            "run",
            "equal",
            "cease",
            "operate",
            "state");

    private static final int LEAST = 2;
    private static final int LONGEST = 40;

    private Actors() {}

    /** Their names as the text writes them, without article. */
    static List<String> in(String text) {
        Map<String, Integer> acts = new HashMap<>();
        Matcher matcher = ACTS.matcher(text);
        while (matcher.find()) {
            String who = LEADING.matcher(matcher.group("who")).replaceFirst("").replaceAll("\\s+", " ");
            if (!OF_THINGS.contains(matcher.group("verb")) && isAName(who)) {
                acts.merge(who, 1, Integer::sum);
            }
        }
        return acts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isAName(String who) {
        return who.length() >= 2
                && who.length() <= LONGEST
                && !LEADING.matcher(who + " ").lookingAt()
                && !THING.matcher(who).matches();
    }
}
