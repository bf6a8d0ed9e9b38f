package io.recital.models.ledger.delivery;

import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.ClaimTime;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.LeverTerm.Said;
import io.recital.models.ledger.lever.StatedTime;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Damages for each day or week by which goods are delivered late.
 *
 * @param rate for each of them: a share of the price of what is late, or a sum
 * @param free the days that cost nothing; empty where there are none
 */
record LateDeliveryTerm(LeverTerm term, TypedValue rate, TimeSpan every, Optional<FreeDays> free) {
    private static final Pattern GOODS = Pattern.compile(
            "\\b(?:deliver\\w*|lots?|batch(?:es)?|ship(?:s|ped|ments?)|consignments?|goods|call-?offs?|(?:purchase\\s+)?orders?|jobs?|assignments?|loads?|products?|materials?|(?:late|delayed|missing)\\s+(?:quantit(?:y|ies)|part)|liefer\\w*|waren?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORKS = Pattern.compile(
            "\\b(?:milestones?|deliverables?|phases?|stages?|steps?|go-?live|commissioning|completion|meilenstein\\w*|reports?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENCED = Pattern.compile(
            "\\b(?:commenced|begun|started|beginning|angefangen\\w*|part\\s+thereof|part\\s+of\\s+(?:an?|the|such|that|any|each|one)\\s+(?:day|week|month|period)|(?:any|or|each|every)\\s+part|portion\\s+thereof|fraction)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:limited\\s+to|at\\s+most|not\\s+(?:to\\s+)?exceed(?:ing)?|maximum(?:\\s+of)?|up\\s+to|capped\\s+at|no\\s+more\\s+than|not\\s+more\\s+than)\\s+(?:a\\s+(?:total|maximum)\\s+of\\s+)?(?<most>\\d+(?:[.,]\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);
    /** A sentence that gives a time to claim something else than damages for delay. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "\\b(?:defects?|warrant\\w*|refus\\w*|reject\\w*|shortages?|complaints?|quality|incorrect|invoices?\\s+(?:within|not\\s+later)|force\\s+majeure|hindrance|extension)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAIMED = Pattern.compile(
            "\\b(?:claim\\w*|assert\\w*|demand\\w*|notif\\w*|request\\w*|invoic\\w*|rais\\w*|los(?:t|es?)|forfeit\\w*|laps\\w*|waiv\\w*|recover\\w*|expir\\w*|barred|deduct\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Those of a lever; empty for other levers, for works, and where rate or time is not typed. */
    static Optional<LateDeliveryTerm> of(LeverTerm term) {
        if (term.lever().lever() != LeverType.LIQUIDATED_DAMAGES
                || !GOODS.matcher(term.words()).find()
                || WORKS.matcher(term.words()).find()) {
            return Optional.empty();
        }
        Optional<TypedValue> rate = term.lever()
                .find(Name.RATE)
                .filter(value -> value instanceof TypedValue.Percent || value instanceof TypedValue.Amount);
        Optional<TimeSpan> every = term.findSpan(Name.FREQUENCY)
                .filter(span -> span.unit() == TimeSpan.Unit.DAYS
                        || span.unit() == TimeSpan.Unit.BUSINESS_DAYS
                        || span.unit() == TimeSpan.Unit.WEEKS);
        return rate.flatMap(each -> every.map(span -> new LateDeliveryTerm(term, each, span, FreeDays.of(term))));
    }

    /** Whether days are free of which nobody can tell how many. */
    boolean isFreeForUnknownTime() {
        return free.isEmpty() && FreeDays.areMentioned(term);
    }

    /** Whether a day or week that has merely begun counts in full. */
    boolean countsCommenced() {
        return COMMENCED.matcher(term.words()).find();
    }

    boolean countsBusinessDays() {
        return every.unit() == TimeSpan.Unit.BUSINESS_DAYS;
    }

    int daysOfPeriod() {
        return every.unit() == TimeSpan.Unit.WEEKS ? 7 * every.count() : every.count();
    }

    /** The most in percent of the price; empty where none is stated. */
    Optional<BigDecimal> mostPercent() {
        return term.findPercent(Name.CAP)
                .or(() -> term.findInItsClauses(LIMIT)
                        .map(said -> new BigDecimal(said.matcher().group("most").replace(',', '.'))));
    }

    Optional<TypedValue.Amount> mostAmount() {
        return term.find(Name.CAP, TypedValue.Amount.class);
    }

    /** How long they can be claimed, with the words that say so: their own clause first, then their section. */
    Optional<Said> claimWords() {
        return Stream.concat(term.inItsClauses(CLAIMED).stream(), term.inItsSection(CLAIMED))
                .filter(said -> !OF_OTHERS.matcher(said.citation().quote()).find())
                .filter(said -> ClaimTime.in(said.citation().quote()).isPresent()
                        || StatedTime.in(said.citation().quote()).isPresent())
                .findFirst();
    }
}
