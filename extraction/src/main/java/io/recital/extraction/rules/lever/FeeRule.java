package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;
import static java.util.Objects.requireNonNull;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.ClauseKind;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums in prose that one side pays the other: a fee once or by period, instalments, bonuses, costs with a mark-up. */
final class FeeRule implements LeverRule {
    private static final String FEES =
            "(?:fees?|prices?|rates?|charges?|rents?|rentals?|retainers?|compensation|salar(?:y|ies)|remuneration|consideration|payments?|deposits?|premiums?|allowances?|honorari(?:um|a)|contributions?|royalt(?:y|ies)|advances?|bonus(?:es)?|sums?|amounts?|costs?|instal?lments?|balance|stipends?|sponsorships?|budget|tuition)";
    private static final Pattern LINKED = Pattern.compile(
            "\\b" + FEES
                    + "\\b(?:[^.;$€£]|\\.(?=\\d)){0,90}?(?:\\b(?:of|is|are|was|be|at|to|being|totall?ing|equals?|equal\\s+to)|[:=–—-])\\s*(?:(?:only|exactly|approximately|the\\s+(?:sum|amount)\\s+of|an?\\s+(?:total|aggregate|sum)\\s+of|a\\s+flat|a\\s+rate\\s+of)\\s*)*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID = Pattern.compile(
            "\\b(?:pay(?:s|ing|able)?|paid|remits?|receives?|reimburses?|compensates?|invoiced?|charge[ds]?|bill(?:s|ed)?|owes?|contributes?|entitled\\s+to|earns?|advances?|priced)\\b(?:[^.;$€£]|\\.(?=\\d)){0,110}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BINDS = Pattern.compile(
            "\\b(?:shall|will|must|agrees?|is|are|pays?|paid|payable|receives?|entitled|due|may)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FEE = Pattern.compile("\\b" + FEES + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile(
            "^\\s*(?:\\([^)]{0,60}\\)\\s*)?(?:(?:US|USD|CAD|CDN|dollars|plus\\s+\\w+)\\s*)?(?:per|/|for\\s+(?:each|every)|each|every|an?)\\s*(?<unit>(?:(?:calendar|thousand|hundred|full|additional|contract)\\s+)?[\\p{L}-]{3,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THRESHOLD = Pattern.compile(
            "\\b(?:exceed(?:s|ed|ing)?|in\\s+excess\\s+of|(?:more|greater|less|fewer|lower|other)\\s+than|over|above|below|under|up\\s+to|maximum\\s+(?:amount\\s+)?of|greater\\s+of|at\\s+least|reach(?:es)?|limited\\s+to|limits?\\s+of|(?:reduced|lowered|decreased|increased|raised|lessened|abated|(?:rise|increase|fall|go(?:es)?\\s+up|go(?:es)?\\s+down|drop|decrease)s?)\\s+by|value\\s+of|valued\\s+at|increments\\s+of|capped\\s+at|first|next)\\s*(?:the\\s+(?:sum|amount)\\s+of|an?\\s+(?:(?:aggregate|total)\\s+)?(?:amount|aggregate|total)\\s+of)?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_FEE = Pattern.compile(
            "\\b(?:stock|shares?\\s+of|per\\s+share|par\\s+value|warrants?\\s+to|exercise\\s+price|net\\s+worth|insur\\w+|coverage|combined\\s+single\\s+limit|damages|letter\\s+of\\s+credit|par\\s+value|liquidated|penalt(?:y|ies)|liabilit\\w+|liable|indemnif\\w+|indemnit\\w+|minimum|guarantee\\w*|shortfall|principal\\s+(?:amount|balance|sum)|loans?|promissory|late\\s+(?:fee|charge|payment)s?|interest\\s+(?:at|of)|purchase\\s+price\\s+of\\s+the\\s+securities|securities|offering|whereas|judgment|arbitrat\\w+|greater\\s+of|lesser\\s+of|the\\s+most\\s+that|expected|estimate[sd]?|forecast\\w*|fixed\\s+price|rebates?|discounts?|failing\\s+which|abates?|shortfalls?)\\b|/share\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTALMENT =
            Pattern.compile("\\binstal?lments?\\s+of\\s*(?:approximately\\s*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM =
            Pattern.compile("\\((?:[^()\"“]{0,40})[\"“](?<item>\\p{Lu}[^\"”]{2,60})[\"”]\\)");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:an?|the|its|such|all|any|each|this|said|additional|following|of|for)\\s+(?<item>(?:[\\p{L}\\d’'/-]+\\s+){0,4}?"
                    + FEES + "(?:\\s+" + FEES + ")?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_SUM =
            Pattern.compile("(?:amounts?|sums?|payments?|total)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_ITEM =
            Pattern.compile("^\\s*(?:\\([a-z0-9]{1,4}\\)|[a-z0-9]{1,2}[.)])\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern COST_PLUS = Pattern.compile(
            "\\b(?<base>(?:[\\p{L}’'-]+\\s+){0,2}(?:costs?|expenses|fees))(?:\\s+[^.;%]{0,60}?)?\\s+plus\\s+(?:an?\\s+)?(?:[\\p{L}-]+\\s+){0,5}?$",
            Pattern.CASE_INSENSITIVE);
    /** {@code 20% ($4,000) to be paid upon completion}: the verb comes after the sum. */
    private static final Pattern TO_BE_PAID = Pattern.compile(
            "\\s*\\)?\\s*(?:(?:shall|will|must|is|are|to)\\s+)?(?:be\\s+)?(?:paid|payable|due)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSURED = Pattern.compile("\\binsurance\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOO_FEW = Pattern.compile(
            "\\b(?:fewer|less)\\b(?:[^.;]|\\.(?=\\d)){0,80}\\bfor\\s+(?:each|every)\\s+[\\p{L} -]{2,40}?(?:below|under|short|missing|wanting|by\\s+which)\\b|\\b(?:policy|deductible)\\b",
            Pattern.CASE_INSENSITIVE);
    /** A sum by which a price moves is no price. */
    private static final Pattern MOVED_BY = Pattern.compile(
            "\\b(?:prices?|fees?|charges?|rates?)\\b[^.;]{0,30}?\\b(?:rises?|increases?|go(?:es)?\\s+(?:up|down)|falls?|drops?|(?:is|are|be)\\s+(?:increased|raised|reduced|lowered))\\s+by\\s+(?:[£$€]|[A-Z]{3}\\s)\\s?\\d",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHIN = Pattern.compile("\\bwithin\\s+$", Pattern.CASE_INSENSITIVE);

    /** Their headings do not tell what is paid for. */
    private static final Set<ClauseKind> NO_NAME =
            EnumSet.of(ClauseKind.RECITAL, ClauseKind.PREAMBLE, ClauseKind.TITLE, ClauseKind.SIGNATURE);

    private final PriceLines lines = new PriceLines();

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        if (DamagesRule.isOwed(sentence)
                || MinimumRule.isShortfall(sentence)
                || sentence.says(TOO_FEW)
                || UnitShares.isTold(sentence)
                || sentence.says(MOVED_BY)
                || ShareRule.isWithAMinimum(sentence)) {
            return List.of();
        }
        List<Candidate> limits = ExpenseLimits.judge(sentence);
        if (!limits.isEmpty()) {
            return limits;
        }
        List<Candidate> listed = ToldPrices.listed(sentence);
        if (!listed.isEmpty()) {
            return listed;
        }
        Optional<Candidate> several = UnitPriceRule.several(sentence);
        if (several.isPresent()) {
            return List.of(several.get());
        }
        List<Candidate> told = ToldPrices.judge(sentence);
        List<Candidate> priced = told.isEmpty() ? UnitPriceRule.judge(sentence) : told;
        if (!priced.isEmpty()) {
            return priced;
        }
        return paid(sentence).or(() -> costPlus(sentence)).or(() -> lines.judge(sentence)).stream()
                .toList();
    }

    private static Optional<Candidate> paid(LeverSentence sentence) {
        List<ValueMatch> amounts = sentence.figures().amounts();
        if (amounts.isEmpty() || sentence.says(NO_FEE) || sentence.headed(INSURED) || sentence.stemSays(NO_FEE)) {
            return Optional.empty();
        }
        List<ValueMatch> sums = sums(sentence, amounts);
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        for (ValueMatch sum : sums) {
            parameters.add(parameter(Name.ITEM, item(sentence, sum)));
            parameters.add(parameter(Name.RATE, sum.value()));
        }
        parameters.addAll(terms(sentence, sums.get(0)));
        return Optional.of(sentence.lever(LeverType.RATE_CARD, 0.72, parameters));
    }

    /** The sums that are paid, each once; what is only compared with is none. */
    private static List<ValueMatch> sums(LeverSentence sentence, List<ValueMatch> amounts) {
        String text = sentence.text();
        boolean listed = (sentence.stemSays(FEE) && (sentence.stemSays(BINDS) || sentence.says(BINDS)))
                || (sentence.says(LIST_ITEM) && sentence.follows(FEE) && sentence.follows(BINDS));
        List<ValueMatch> sums = new ArrayList<>();
        for (ValueMatch amount : amounts) {
            String before = text.substring(Math.max(0, amount.start() - 220), amount.start());
            boolean each = EACH.matcher(text.substring(amount.end())).find()
                    && FEE.matcher(text).find();
            boolean linked = (sentence.says(BINDS) && LINKED.matcher(before).find())
                    || PAID.matcher(before).find()
                    || TO_BE_PAID
                            .matcher(text)
                            .region(amount.end(), text.length())
                            .lookingAt();
            boolean known = sums.stream().anyMatch(sum -> sum.value().equals(amount.value()));
            boolean part = !sums.isEmpty() && INSTALMENT.matcher(before).find();
            if ((linked || each || listed)
                    && !known
                    && !part
                    && !THRESHOLD.matcher(before).find()) {
                sums.add(amount);
            }
        }
        return sums;
    }

    private static String item(LeverSentence sentence, ValueMatch sum) {
        String text = sentence.text();
        Matcher term = TERM.matcher(text).region(sum.end(), Math.min(text.length(), sum.end() + 160));
        if (term.find()) {
            return term.group("item");
        }
        Matcher named = NAMED.matcher(text.substring(0, sum.start()));
        String item = "";
        while (named.find()) {
            String next = named.group("item");
            item = item.isEmpty() || !ANY_SUM.matcher(next).matches() ? next : item;
        }
        if (!item.isEmpty()) {
            return item;
        }
        String heading = sentence.clause().heading();
        boolean names = heading != null
                && !heading.isBlank()
                && !NO_NAME.contains(sentence.clause().kind());
        return names ? requireNonNull(heading) : "payment";
    }

    /** What it is paid for, how often, from when and within what time. */
    private static List<LeverParameter> terms(LeverSentence sentence, ValueMatch sum) {
        String text = sentence.text();
        List<LeverParameter> terms = new ArrayList<>();
        String after = text.substring(sum.end(), Math.min(text.length(), sum.end() + 80));
        Matcher each = EACH.matcher(after);
        if (each.find()) {
            terms.add(parameter(Name.BASE, each.group("unit")));
        }
        String before = text.substring(Math.max(0, sum.start() - 120), sum.start());
        Values.FREQUENCIES
                .findFirst(after)
                .or(() -> Values.FREQUENCIES.findAll(before).stream().reduce((first, last) -> last))
                .ifPresent(every -> terms.add(parameter(Name.FREQUENCY, every.value())));
        PriceStart.of(text, sum.end()).ifPresent(day -> terms.add(parameter(Name.FROM, day)));
        sentence.figures().durations().stream()
                .filter(length ->
                        WITHIN.matcher(text.substring(0, length.start())).find())
                .findFirst()
                .ifPresent(length -> terms.add(parameter(Name.PERIOD, length.value())));
        return terms;
    }

    /** A price that is the cost and a share of it. */
    private static Optional<Candidate> costPlus(LeverSentence sentence) {
        String text = sentence.text();
        if (!sentence.says(BINDS) || sentence.says(NO_FEE)) {
            return Optional.empty();
        }
        for (ValueMatch percent : sentence.figures().percents()) {
            Matcher plus = COST_PLUS.matcher(text.substring(Math.max(0, percent.start() - 160), percent.start()));
            if (plus.find() && !(percent.value() instanceof TypedValue.Inconsistent)) {
                return Optional.of(sentence.lever(
                        LeverType.RATE_CARD,
                        0.7,
                        List.of(
                                parameter(Name.ITEM, "cost plus"),
                                parameter(Name.RATE, percent.value()),
                                parameter(Name.BASE, plus.group("base")))));
            }
        }
        return Optional.empty();
    }
}
