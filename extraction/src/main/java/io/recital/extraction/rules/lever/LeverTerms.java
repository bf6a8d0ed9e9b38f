package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lever completed with what the sentences after it add: its cap, its notice, the price of falling short.
 *
 * @param absorbed the sentences that added something, which are therefore no levers of their own
 */
record LeverTerms(Candidate lever, List<LeverSentence> absorbed) {
    private static final Pattern LIMITED = Pattern.compile(
            "\\b(?:increases?|adjustments?|damages|rebates?|bonus)\\b(?:[^.;]|\\.(?=\\d)){0,100}\\b(?:exceed|be\\s+(?:more|higher|greater)\\s+than|limited\\s+to|capped\\s+at)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER_OF = Pattern.compile(
            "\\b(?:lower|lesser|least|smaller)\\s+of\\s*(?:the\\s+following)?\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_ITEM = Pattern.compile("^\\s*\\([a-z0-9]{1,4}\\)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADJUSTED =
            Pattern.compile("\\b(?:increases?|adjust\\w*|change|uplift|takes?\\s+effect)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTIFIES =
            Pattern.compile("\\bnotice\\b|\\bnotif(?:y|ies)\\b|\\binform\\b|\\btell\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF = Pattern.compile(
            "\\b(?:rebate|discount|bonus|statement|credit\\w*)\\b[^.;]{0,80}\\bend\\s+of\\s+(?:the|that|each|every|such)\\s+(?:[\\p{L}]+\\s+)?(?<unit>year|quarter)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BENCHMARKED = Pattern.compile(
            "\\b(?:benchmark\\w*|market|average|offer|expert\\w*|comparison)\\b[^.;]{0,160}\\b(?:above|below|exceeds?|higher|greater|lower|more)\\b|\\b(?:above|below|exceeds?|higher|more|lower)\\b[^.;]{0,80}\\b(?:benchmark|market|average|price)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUDIT =
            Pattern.compile("\\b(?:audits?|examinations?|inspections?|reviews?|checks?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:once|more\\s+(?:often|frequently)|(?:one|1)\\s+(?:time|audit))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUDITED = Pattern.compile(
            "\\b(?:audit|examination|inspection|check|review)\\b[^.;]{0,60}\\b(?:shows?|reveals?|discloses?|finds?|establish\\w*|uncovers?|identif\\w+|determines?|indicates?|results?)\\b|\\b(?:underpa\\w+|understat\\w+|overcharg\\w+|discrepanc\\w+|under-?report\\w+|overstat\\w+|variance)\\b[^.;]{0,160}%",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNS = Pattern.compile(
            "\\binterest\\s+(?:runs|accrues|is\\s+due)\\b[^.;]{0,30}?\\bfrom\\s+(?<from>the\\s+(?:due\\s+date|day|date)[^.;,]{0,40})",
            Pattern.CASE_INSENSITIVE);

    /** The lever with the parameters that follow it, each cited; the lever itself where nothing does. */
    static LeverTerms complete(Candidate candidate, List<LeverSentence> following) {
        CommercialLever lever = (CommercialLever) candidate.content();
        List<LeverParameter> parameters = new ArrayList<>(lever.parameters());
        List<Citation> citations = new ArrayList<>(candidate.citations());
        List<LeverSentence> absorbed = new ArrayList<>();
        boolean list = false;
        for (LeverSentence next : following) {
            boolean opens = LIMITED.matcher(next.text()).find()
                    && LOWER_OF.matcher(next.text()).find();
            list = opens || (list && LIST_ITEM.matcher(next.text()).find());
            List<LeverParameter> added = added(lever, parameters, next.text(), list);
            boolean lessens = lever.lever() == LeverType.MINIMUM_COMMITMENT && Shortfall.isLessened(next.text());
            if (!added.isEmpty() || lessens) {
                parameters.addAll(added);
                citations.add(next.cite());
                absorbed.add(next);
            }
        }
        return absorbed.isEmpty()
                ? new LeverTerms(candidate, List.of())
                : new LeverTerms(
                        new Candidate(
                                new CommercialLever(lever.lever(), parameters), citations, candidate.confidence()),
                        absorbed);
    }

    private static List<LeverParameter> added(
            CommercialLever lever, List<LeverParameter> known, String next, boolean list) {
        List<LeverParameter> added = new ArrayList<>();
        switch (lever.lever()) {
            case PRICE_ADJUSTMENT -> adjustment(known, next, list, added);
            case LIQUIDATED_DAMAGES -> DelayTerms.add(known, next, added);
            case REBATE, VOLUME_DISCOUNT -> {
                capped(known, next, added);
                reckoned(known, next, added);
            }
            case MINIMUM_COMMITMENT -> Shortfall.add(known, next, added);
            case BENCHMARKING -> benchmark(known, next, added);
            case AUDIT -> audit(known, next, added);
            case LATE_PAYMENT_INTEREST -> {
                Matcher runs = RUNS.matcher(next);
                if (!has(known, Name.FROM) && runs.find()) {
                    added.add(parameter(Name.FROM, runs.group("from")));
                }
            }
            default -> {}
        }
        return added;
    }

    private static void adjustment(List<LeverParameter> known, String next, boolean list, List<LeverParameter> added) {
        capped(known, next, added);
        if (list && LIST_ITEM.matcher(next).find()) {
            if (!has(known, Name.INDEX)) {
                Values.index(next).ifPresent(index -> added.add(parameter(Name.INDEX, index)));
            }
            if (!has(known, Name.CAP) && added.isEmpty()) {
                Values.add(added, Name.CAP, Values.rate(next, 0));
            }
        }
        boolean notice = NOTIFIES.matcher(next).find() && ADJUSTED.matcher(next).find();
        if (notice && !has(known, Name.PERIOD)) {
            Values.add(added, Name.PERIOD, Values.DURATIONS.findFirst(next));
        }
        if (!has(known, Name.INDEX) && added.isEmpty() && has(known, Name.RATE) && next.contains("stood at")) {
            Values.index(next).ifPresent(index -> added.add(parameter(Name.INDEX, index)));
        }
    }

    private static void capped(List<LeverParameter> known, String next, List<LeverParameter> added) {
        Matcher limit = LIMITED.matcher(next);
        if (!has(known, Name.CAP) && limit.find()) {
            Values.add(added, Name.CAP, Values.rate(next, limit.end() - 1));
        }
    }

    /** The year at whose end bands are reckoned, where the sentence that states them does not say. */
    private static void reckoned(List<LeverParameter> known, String next, List<LeverParameter> added) {
        Matcher end = END_OF.matcher(next);
        boolean byMoney = known.stream()
                .anyMatch(parameter -> parameter.value() instanceof TypedValue.Tiers tiers
                        && tiers.tiers().stream().allMatch(tier -> tier.unit().matches("[A-Z]{3}")));
        if (byMoney && !has(known, Name.FREQUENCY) && end.find()) {
            TimeSpan.Unit unit = TimeSpan.Unit.valueOf(end.group("unit").toUpperCase(Locale.ROOT) + "S");
            added.add(parameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, unit))));
        }
    }

    /** The difference from which the other side pays for it, and notice and frequency where they stand later. */
    private static void audit(List<LeverParameter> known, String next, List<LeverParameter> added) {
        if (!AUDIT.matcher(next).find()) {
            return;
        }
        if (!has(known, Name.RATE) && AUDITED.matcher(next).find()) {
            Values.add(added, Name.RATE, Values.PERCENTS.findFirst(next));
        }
        if (!has(known, Name.PERIOD) && NOTIFIES.matcher(next).find()) {
            Values.add(added, Name.PERIOD, Notices.find(next, Values.DURATIONS.findAll(next)));
        }
        if (!has(known, Name.FREQUENCY) && ONCE.matcher(next).find()) {
            Values.frequency(next).ifPresent(every -> added.add(parameter(Name.FREQUENCY, every)));
        }
    }

    private static void benchmark(List<LeverParameter> known, String next, List<LeverParameter> added) {
        if (!has(known, Name.RATE) && BENCHMARKED.matcher(next).find()) {
            Optional<ValueMatch> rate = Values.PERCENTS.findFirst(next);
            Values.add(added, Name.RATE, rate);
            rate.filter(found -> !has(known, Name.PERIOD))
                    .ifPresent(found ->
                            Values.add(added, Name.PERIOD, Values.from(Values.DURATIONS.findAll(next), found.end())));
        }
    }

    static boolean has(List<LeverParameter> parameters, Name name) {
        return parameters.stream().anyMatch(parameter -> parameter.name() == name);
    }
}
