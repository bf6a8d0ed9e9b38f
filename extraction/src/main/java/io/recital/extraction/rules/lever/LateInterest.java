package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What late payment costs: interest, or a sum for each invoice or each day, and the days of grace. */
final class LateInterest {
    private static final Pattern LATE = Pattern.compile(
            "\\b(?:interest|late\\s+(?:payment\\s+)?(?:fees?|charges?|payments?)|finance\\s+charge|service\\s+charge|(?:reminder|dunning)\\s+(?:fee|charge)s?|(?:each|every|per)\\s+(?:\\w+\\s+)?reminder|(?:administration|handling|collection|recovery)\\s+(?:fee|charge)s?|compensation)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCRUES = Pattern.compile(
            "\\b(?:bear\\w*|accru\\w*|charg\\w*|pay\\w*|subject\\s+to|rate|incur\\w*|add\\w*|owe\\w*|assess\\w*|carr(?:y|ies)|earns?|attracts?|runs?|demand|claim|applies|apply|entitled|costs?|levied|attract\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_INTEREST =
            Pattern.compile("\\b(?:voting|equity|ownership|security)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OVERDUE = Pattern.compile(
            "\\b(?:overdue|past[\\s-]due|late|not\\s+paid|unpaid|in\\s+default|(?:event|case)\\s+of\\s+(?:payment\\s+)?default|default\\s+interest|in\\s+arrears|pays?\\s+late|delinquent|outstanding|fails?\\s+to\\s+pay|failure\\s+to\\s+pay|(?:after|from|than)\\s+(?:the\\s+)?(?:its\\s+|their\\s+)?(?:payment\\s+)?due\\s+dates?|when\\s+due|when\\s+(?:it\\s+is|they\\s+are)\\s+due|not\\s+(?:been\\s+)?(?:received|made)\\s+(?:by|within|when|on)|date\\s+(?:when\\s+)?due|delayed|paid\\s+later\\s+than|fails?\\s+to\\s+be\\s+paid|should\\s+have\\s+been\\s+paid|not\\s+paid\\s+by|(?:each|every|per)\\s+(?:\\w+\\s+)?reminder)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE_OF_IT = Pattern.compile(
            "^\\s*(?:the\\s+(?:rate|interest)|such\\s+interest|its\\s+rate|interest)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNS = Pattern.compile(
            "\\binterest\\s+(?:shall\\s+)?(?:runs?|accrues?)\\b[^.;]{0,30}?\\bfrom\\s+(?<from>the\\s+due\\s+date[^.;,]{0,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GRACE =
            Pattern.compile("\\b(?:within|grace\\s+period\\s+of|more\\s+than|for)\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OVER =
            Pattern.compile("\\b(?:above|over|plus|in\\s+excess\\s+of|higher\\s+than)\\b", Pattern.CASE_INSENSITIVE);

    /** Days of grace in a sentence of their own. */
    private static final Pattern IN_TIME = Pattern.compile(
            "\\b(?:payment|cheque|transfer|amount|sum|paid|received)\\b[^.;]{0,80}\\bwithin\\b[^.;]{0,60}\\b(?:is|are|shall\\s+be|will\\s+be)\\s+(?:treated|deemed|regarded|considered)\\s+(?:as\\s+|to\\s+be\\s+)?(?:paid\\s+)?(?:on\\s+time|in\\s+time|timely|punctual)",
            Pattern.CASE_INSENSITIVE);
    /** A sum for paying late: {@code for each day by which payment is late}. */
    private static final Pattern PAYMENT_IS_LATE = Pattern.compile(
            "\\b(?:payments?|invoices?|amounts?|sums?|bills?)\\b[^.;]{0,40}?\\b(?:is|are|was|be)?\\s*(?:late|overdue|past\\s+due|not\\s+paid|paid\\s+late)\\b|\\bpays?\\s+(?:an?\\s+\\w+\\s+)?late\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_DELAY = Pattern.compile(
            "\\b(?:liquidated|damages|cancel\\w*|registrations?|returns?|deliver\\w*|pick-?ups?|reports?|completion|milestones?|collections?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_EACH = Pattern.compile(
            "\\b(?:(?:for|per)\\s+(?:each|every)?|an?|each|every)\\s*(?:(?:full|commenced|started|calendar)\\s+)?(?<unit>day|week|month)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A sum beside interest: {@code and to £70.00 compensation for each late invoice}. */
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(?:and|plus|together\\s+with|in\\s+addition|as\\s+well\\s+as|also)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FLAT = Pattern.compile(
            "\\b(?:compensation|fees?|charges?|costs?|lump\\s+sum|fixed\\s+sum|flat\\s+rate|penalt(?:y|ies))\\b|\\b(?:for|per)\\s+(?:each|every|any)?\\s*(?:late|overdue|reminder)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_MOST = Pattern.compile(
            "\\b(?:up\\s+to|not\\s+(?:to\\s+)?exceed\\w*|(?:no|not)\\s+more\\s+than|at\\s+most|maximum(?:\\s+of)?|capped\\s+at|limited\\s+to)\\s+(?:a\\s+(?:total|maximum)\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    /** Words by which nothing is charged, or which only say for what sums. */
    private static final Pattern NOT_CHARGED = Pattern.compile(
            "\\bno\\s+(?:such\\s+)?(?:late|interest|fee|charge|reminder)|\\b(?:shall|will|may|is|are)\\s+not\\s+(?:be\\s+)?(?:charg|subject|pay|due|owe)\\w*|\\bwaive\\w*",
            Pattern.CASE_INSENSITIVE);

    private LateInterest() {}

    /** Whether a sentence is about paying late rather than about when to pay. */
    static boolean isAbout(LeverSentence sentence) {
        return sentence.says(LATE);
    }

    static Optional<Candidate> grace(LeverSentence sentence) {
        return sentence.says(IN_TIME)
                ? Values.DURATIONS
                        .findFirst(sentence.text())
                        .map(days -> sentence.lever(
                                LeverType.LATE_PAYMENT_INTEREST, 0.7, List.of(parameter(Name.PERIOD, days.value()))))
                : Optional.empty();
    }

    static List<Candidate> read(LeverSentence sentence) {
        if (sentence.says(OTHER_INTEREST)) {
            return List.of();
        }
        boolean late = sentence.says(LATE) && sentence.says(OVERDUE) && sentence.says(ACCRUES);
        boolean rate = sentence.says(RATE_OF_IT) && sentence.follows(LATE) && sentence.follows(OVERDUE);
        if (late || rate) {
            Optional<Candidate> flat = flat(sentence);
            List<Candidate> both = new ArrayList<>(flat.or(() -> late(sentence)).or(() -> start(sentence)).stream()
                    .toList());
            if (flat.isEmpty()) {
                beside(sentence).ifPresent(both::add);
            }
            return both;
        }
        boolean more = sentence.follows(LATE) && sentence.follows(OVERDUE) && sentence.says(BESIDE);
        return (sentence.says(PAYMENT_IS_LATE) || more ? flat(sentence) : start(sentence))
                .stream().toList();
    }

    /** The sums that late payment costs by a lever. */
    static List<TypedValue> sums(Candidate candidate) {
        CommercialLever lever = (CommercialLever) candidate.content();
        return lever.lever() == LeverType.LATE_PAYMENT_INTEREST ? amounts(lever) : List.of();
    }

    /** Whether a lever takes for a price what late payment costs. */
    static boolean isPriceOf(Candidate candidate, Collection<TypedValue> late) {
        CommercialLever lever = (CommercialLever) candidate.content();
        return lever.lever() == LeverType.RATE_CARD && amounts(lever).stream().anyMatch(late::contains);
    }

    private static List<TypedValue> amounts(CommercialLever lever) {
        return lever.parameters().stream()
                .map(LeverParameter::value)
                .filter(TypedValue.Amount.class::isInstance)
                .toList();
    }

    /** The sum that is due beside interest in the same sentence. */
    private static Optional<Candidate> beside(LeverSentence sentence) {
        List<ValueMatch> sums = sentence.figures().amounts();
        List<ValueMatch> percents = sentence.figures().percents();
        if (sums.size() != 1 || percents.isEmpty() || sentence.says(NOT_CHARGED)) {
            return Optional.empty();
        }
        String text = sentence.text();
        int from = Math.min(percents.get(0).end(), sums.get(0).start());
        int to = Math.max(percents.get(0).end(), sums.get(0).start());
        String around = text.substring(from, Math.min(text.length(), sums.get(0).end() + 60));
        boolean isBeside = BESIDE.matcher(text.substring(from, to)).find()
                && FLAT.matcher(around).find()
                && !around.matches("(?is).*\\b(?:whichever|greater|higher|lesser|lower|minimum|at\\s+least)\\b.*")
                && !AT_MOST.matcher(text.substring(0, sums.get(0).start())).find();
        return isBeside
                ? Optional.of(sentence.lever(
                        LeverType.LATE_PAYMENT_INTEREST,
                        0.8,
                        List.of(parameter(Name.RATE, sums.get(0).value()))))
                : Optional.empty();
    }

    /** A sum for each late invoice or each day, where the sentence states one sum and no percentage. */
    private static Optional<Candidate> flat(LeverSentence sentence) {
        List<ValueMatch> sums = sentence.figures().amounts();
        Optional<ValueMatch> most = sums.size() == 2
                ? Optional.of(sums.get(1))
                        .filter(sum -> AT_MOST.matcher(sentence.text().substring(0, sum.start()))
                                .find())
                : Optional.empty();
        boolean alone = (sums.size() == 1 || most.isPresent())
                && sentence.figures().percents().isEmpty()
                && !sentence.says(NOT_CHARGED)
                && sentence.says(ACCRUES)
                && sentence.says(OVERDUE)
                && !sentence.says(OTHER_DELAY);
        if (!alone) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.RATE, sums.get(0).value())));
        Matcher each = FOR_EACH.matcher(sentence.text());
        if (each.find()) {
            Values.frequency("per " + each.group("unit"))
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        }
        most.ifPresent(sum -> parameters.add(parameter(Name.CAP, sum.value())));
        graceIn(sentence.text()).ifPresent(days -> parameters.add(parameter(Name.PERIOD, days.value())));
        return Optional.of(sentence.lever(LeverType.LATE_PAYMENT_INTEREST, 0.8, parameters));
    }

    private static Optional<Candidate> late(LeverSentence sentence) {
        String text = sentence.text();
        Optional<ValueMatch> rate = Values.rate(text, 0);
        Optional<ValueMatch> index = Values.INDICES.findFirst(text);
        boolean isSum =
                rate.filter(found -> found.value() instanceof TypedValue.Amount).isPresent();
        if ((rate.isEmpty() && index.isEmpty()) || (isSum && sentence.says(NOT_CHARGED))) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        Values.add(parameters, Name.RATE, rate);
        rate.flatMap(match -> Values.frequency(text.substring(match.start())))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        index.ifPresent(found -> parameters.add(parameter(Name.INDEX, found.value())));
        graceIn(text).ifPresent(days -> parameters.add(parameter(Name.PERIOD, days.value())));
        boolean plausible =
                rate.filter(found -> found.value() instanceof TypedValue.Amount).isEmpty()
                        && (index.isEmpty()
                                || rate.isEmpty()
                                || OVER.matcher(text).find()
                                || text.contains("lesser")
                                || text.contains("greater"));
        return Optional.of(sentence.lever(LeverType.LATE_PAYMENT_INTEREST, plausible ? 0.88 : 0.65, parameters));
    }

    /** The days after the due date in which nothing is owed. */
    private static Optional<ValueMatch> graceIn(String text) {
        return Values.DURATIONS.findAll(text).stream()
                .filter(days -> GRACE.matcher(text.substring(Math.max(0, days.start() - 30), days.start()))
                        .find())
                .findFirst();
    }

    /** Interest whose rate stands elsewhere, from its own due date. */
    private static Optional<Candidate> start(LeverSentence sentence) {
        Matcher runs = RUNS.matcher(sentence.text());
        return runs.find()
                ? Optional.of(sentence.lever(
                        LeverType.LATE_PAYMENT_INTEREST, 0.7, List.of(parameter(Name.FROM, runs.group("from")))))
                : Optional.empty();
    }
}
