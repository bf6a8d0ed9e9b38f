package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That of several levels which are missed together not every credit is due: by one incident, or in one period.
 *
 * @param together what makes misses belong together
 * @param due which of their credits is due
 */
record IncidentRule(Together together, Due due, Citation stated) {
    /** What makes misses belong together. */
    enum Together {
        INCIDENT,
        PERIOD
    }

    /** Which of several credits is due. */
    enum Due {
        HIGHEST,
        LOWEST,
        /** One of them; the words do not say which. */
        ONE
    }

    private static final String EVENT =
            "(?:events?|incidents?|failures?|occurrences?|causes?|outages?|faults?|circumstances?|problems?|breach|default|interruptions?|disruptions?|defects?|matter|facts)";
    private static final Pattern ONE_EVENT = Pattern.compile(
            "\\b(?:same|single|one|an|any|any\\s+given|a|common|identical|that|each|particular|underlying)\\s+(?:and\\s+the\\s+same\\s+)?(?:set\\s+of\\s+|act\\s+or\\s+)?(?:underlying\\s+|root\\s+|given\\s+|specific\\s+|individual\\s+|service\\s+|related\\s+)?"
                    + EVENT + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_PERIOD = Pattern.compile(
            "\\b(?:in|for|during|within|of)\\s+(?:the\\s+same|any\\s+one|any\\s+given|any|one|a|a\\s+single|that|each)\\s+(?:calendar\\s+|measurement\\s+|measuring\\s+|service\\s+|reporting\\s+|contract\\s+)?(?:month|quarter|period|week)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String LEVELS =
            "(?:(?:service|performance|key)[\\s-]+(?:level|measure|performance|indicator)\\p{L}*|service\\s+credits?|levels?|SLAs?|KPIs?|indicators?|measures?|targets?|standards?|credits?|deductions?|abatements?|failures?|misses|metrics?)";
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:more\\s+than\\s+one|more\\s+than\\s+a\\s+single|two\\s+or\\s+more|several|multiple|both|different|various|a\\s+number\\s+of|numerous)\\b[^.;]{0,40}?\\b"
                    + LEVELS
                    + "\\b|\\b(?:in\\s+respect\\s+of|for)\\s+(?:the\\s+same|any\\s+(?:one|single)|a\\s+single|one)\\s+"
                    + EVENT + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDITS = Pattern.compile(
            "\\b(?:credits?|deductions?|abatements?|reductions?|malus|compensation|levels?|SLAs?|KPIs?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String BIGGEST = "(?:highest|higher|greatest|greater|largest|larger|biggest)";
    private static final String SMALLEST = "(?:lowest|lower|smallest|smaller|least)";
    private static final String CREDIT =
            "(?:credits?|deductions?|abatements?|reductions?|malus|compensation|one|percentage|amount|value|sum|of\\s+(?:them|those|these|the))";
    private static final Pattern HIGHEST = onlyThe(BIGGEST);
    private static final Pattern LOWEST = onlyThe(SMALLEST);
    /** Who picks one: the side that is owed takes the highest, the other the lowest. */
    private static final Pattern OWED_PICKS = picks(
            "(?:client|customer|buyer|purchaser|principal|authority|licensee|subscriber|hirer|lessee|user|company|employer|council|bank)");

    private static final Pattern OWING_PICKS = picks(
            "(?:supplier|provider|service\\s+provider|contractor|vendor|seller|licensor|carrier|operator|lessor|owner|processor|consultant)");
    private static final Pattern ONE_ONLY = Pattern.compile(
            "\\b(?:only|no\\s+more\\s+than|not\\s+more\\s+than|a\\s+maximum\\s+of|at\\s+most|just|but)\\s+(?:a\\s+single|one|once)\\b|\\b(?:a\\s+single|one)\\s+(?:service\\s+|performance\\s+)?(?:credit|deduction|abatement)\\s+only\\b|\\bnot\\s+(?:be\\s+)?(?:cumulative|cumulated|added\\s+up|aggregated)\\b|\\b(?:not|never)\\s+(?:be\\s+)?(?:credited|deducted|claim\\w*|recover\\w*|receive\\w*|due|counted|charged)\\s+(?:more\\s+than\\s+once|twice)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY_ONE = Pattern.compile(
            "\\b(?:each|every|all)\\s+(?:of\\s+(?:the|them|those|these)\\s*)?(?:such\\s+|relevant\\s+|applicable\\s+)?(?:service\\s+|performance\\s+)?(?:credits?|deductions?|abatements?|reductions?)?\\s*(?:is|are|shall|will|appl\\w+|remains?|falls?)\\b|\\b(?:credits?|deductions?|abatements?)\\s+(?:are|shall\\s+be|is)\\s+cumulative\\b",
            Pattern.CASE_INSENSITIVE);

    private static Pattern onlyThe(String which) {
        return Pattern.compile(
                "\\b(?:only|solely|just|no\\s+more\\s+than|not\\s+more\\s+than|limited\\s+to|restricted\\s+to|other\\s+than)\\b[^.;]{0,90}?\\b"
                        + which + "\\b|\\b" + which
                        + "\\b[^.;]{0,90}?\\b(?:only|alone|prevails?|applies|appl(?:y|ied)|is\\s+(?:due|payable|credited|deducted|owed|given|taken|counted)|(?:shall|will|may)\\s+(?:be\\s+(?:due|payable|credited|deducted|owed|given|taken|claimed|counted|applied)|apply|prevail|count)|counts?)\\b|\\b(?:entitled\\s+to|receives?|credits?|gives?|pays?|owes?)\\s+(?:to\\s+)?(?:\\p{L}+\\s+){0,2}the\\s+"
                        + which + "\\s+(?:\\p{L}+\\s+){0,2}" + CREDIT,
                Pattern.CASE_INSENSITIVE);
    }

    private static Pattern picks(String who) {
        return Pattern.compile(
                "\\b(?:of|at|in)\\s+(?:the\\s+)?" + who
                        + "['’]?s?['’]?\\s+(?:own\\s+|sole\\s+)?(?:choosing|choice|option|election|selection|discretion)\\b|\\b"
                        + who
                        + "\\s+(?:may|shall|can|must|is\\s+entitled\\s+to|has\\s+the\\s+right\\s+to|will)\\s+(?:only\\s+)?(?:choose|select|elect|decide|determine|nominate|pick)\\b|\\b(?:chosen|selected|elected|nominated|determined|picked)\\s+by\\s+(?:the\\s+)?"
                        + who + "\\b|\\b" + who
                        + "\\b[^.;]{0,120}\\b(?:of|at)\\s+its\\s+(?:own\\s+|sole\\s+)?(?:choosing|choice|option|election)\\b",
                Pattern.CASE_INSENSITIVE);
    }

    /** The rule for a measure, from its own words, those beside them and its document; empty where every credit is due. */
    static Optional<IncidentRule> of(PromisedMeasure measure) {
        List<IncidentRule> rules = measure.wordsOfItsDocument()
                .flatMap(citation -> read(citation).stream())
                .toList();
        return rules.stream().findFirst();
    }

    /** The rule that one sentence states. */
    static Optional<IncidentRule> read(Citation citation) {
        String quote = citation.quote();
        if (!CREDITS.matcher(quote).find()
                || !SEVERAL.matcher(quote).find()
                || EVERY_ONE.matcher(quote).find()) {
            return Optional.empty();
        }
        Optional<Due> due = due(quote);
        Optional<Together> together = ONE_EVENT.matcher(quote).find()
                ? Optional.of(Together.INCIDENT)
                : ONE_PERIOD.matcher(quote).find() ? Optional.of(Together.PERIOD) : Optional.empty();
        return due.flatMap(which -> together.map(what -> new IncidentRule(what, which, citation)));
    }

    private static Optional<Due> due(String quote) {
        if (OWING_PICKS.matcher(quote).find()) {
            return Optional.of(Due.LOWEST);
        }
        if (OWED_PICKS.matcher(quote).find() || HIGHEST.matcher(quote).find()) {
            return Optional.of(Due.HIGHEST);
        }
        if (LOWEST.matcher(quote).find()) {
            return Optional.of(Due.LOWEST);
        }
        Matcher one = ONE_ONLY.matcher(quote);
        return one.find() ? Optional.of(Due.ONE) : Optional.empty();
    }
}
