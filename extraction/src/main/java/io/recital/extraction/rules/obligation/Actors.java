package io.recital.extraction.rules.obligation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            + "(?<who>[Ww]e|[Yy]ou|(?<=[Tt]he\\s)(?:contractor|vendor|supplier|customer|government|client|consultant|licensee|licensor|buyer|seller|distributor|company)(?=\\s)|(?:[\\p{Lu}\\p{Ll}]?\\p{Lu}[\\w&-]*|"
            + PartyWords.BRAND
            + ")(?:[’']s(?=\\s+(?:shall|will|must|may)\\b))?(?:\\s+\\p{Lu}[\\w&-]*){0,3})\\s+"
            + "(?:(?:shall|will|must|may)(?:\\s+not)?|agrees\\s+(?:not\\s+)?to|undertakes\\s+to)\\s+"
            + "(?:(?:also|promptly|immediately|then|further|each|at\\s+all\\s+times|\\w+ly)\\s+)?(?<verb>[a-z]+)\\b");
    private static final Pattern PERSON = Pattern.compile("(?i)we|you");
    private static final Pattern LOWER_ROLE = Pattern.compile("[a-z]{5,12}");
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

    /** Roles beside those of the two sides. */
    private static final Pattern OFFICE = Pattern.compile(
            "Officer|Agent|Committee|Manager|Affiliate|Trustee|Party|Recipient|Discloser|[Pp]rocessor|Controller|Member|Participant|Representative|Guarantor|Indemnit");

    private static final int LEAST = 2;
    private static final int LONGEST = 40;

    /** How often each is said to act. */
    private final Map<String, Integer> acts;

    private Actors(Map<String, Integer> acts) {
        this.acts = Map.copyOf(acts);
    }

    /** Reads a whole contract. */
    static Actors of(String text) {
        Map<String, Integer> acts = new HashMap<>();
        Matcher matcher = ACTS.matcher(text);
        while (matcher.find()) {
            String who = withoutThing(
                    LEADING.matcher(matcher.group("who")).replaceFirst("").replaceAll("\\s+", " "));
            if (!OF_THINGS.contains(matcher.group("verb")) && isAName(who)) {
                acts.merge(PERSON.matcher(who).matches() ? who.toLowerCase(Locale.ROOT) : who, 1, Integer::sum);
            }
        }
        return new Actors(acts);
    }

    /** Without the end of an adjunct before it: {@code Throughout the Term Licensor shall}. */
    private static String withoutThing(String who) {
        int last = who.lastIndexOf(' ');
        return last > 0
                        && PartyWords.ROLES.contains(who.substring(last + 1))
                        && THING.matcher(who.substring(0, last)).matches()
                ? who.substring(last + 1)
                : who;
    }

    /** The names of those who act again and again, as the text writes them, without article. */
    List<String> names() {
        return acts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST
                        && !PERSON.matcher(entry.getKey()).matches()
                        && !LOWER_ROLE.matcher(entry.getKey()).matches())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * The two who act most often, the more frequent first; fewer when the text has fewer.
     *
     * @param named what the contract calls its parties, who count although no usual role names them
     */
    List<String> leading(List<String> named) {
        return acts.entrySet().stream()
                .filter(entry -> isASide(entry.getKey(), named))
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(2)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether each of these is said to act. */
    boolean act(List<String> names) {
        return names.stream().allMatch(acts::containsKey);
    }

    private static boolean isASide(String who, List<String> named) {
        return PERSON.matcher(who).matches()
                || named.contains(who)
                || LOWER_ROLE.matcher(who).matches()
                || (PartyWords.ROLES.contains(who) && !OFFICE.matcher(who).find());
    }

    private static boolean isAName(String who) {
        return who.length() >= 2
                && who.length() <= LONGEST
                && !LEADING.matcher(who + " ").lookingAt()
                && !THING.matcher(who).matches();
    }
}
