package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment term, early-payment discount and late-payment interest. */
final class PaymentRule implements LeverRule {
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pay(?:s|able|ments?|ing)?|paid|due|remit\\w*|settle[ds]?|net)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INVOICE = Pattern.compile(
            "\\b(?:invoic\\w+|statements?|bill(?:s|ing|ed)?|royalt\\w+|fees?|charges|amounts?\\s+due|purchase\\s+price|payments?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile(
            "\\G\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:days?\\s*)?(?:net\\s+)?(?:after|of|from|following|upon|in\\s+arrears\\s+of)\\s+(?<from>(?:the\\s+|its\\s+|such\\s+|a\\s+)?(?:(?:date|receipt|receiving|getting|issuance|issue|delivery|submission|end|last\\s+day|close|presentation|month|invoice|calendar)\\b[^,.;()]{0,70}|(?:[A-Z][\\w’']+|a|an|each|such|any)\\s+(?:receiv\\w+|receipt|correct|valid|undisputed|proper|invoice)[^,.;()]{0,60}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_BILL = Pattern.compile(
            "\\G\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:after|of|from|following|upon)\\s+(?<from>[^,.;()]{0,60}?\\b(?:invoices?|statements?|receipt|receiving|months?|quarters?|bills?|delivery|shipment)\\b[^,.;()]{0,50})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_TERM = Pattern.compile(
            "\\b(?:submit\\s+an?\\s+claim|claims?\\s+for|objects?|already\\s+been\\s+paid|terminat\\w+|cure\\w*|breach|dispute|notice\\s+of|warrant\\w*|refund\\w*|audit|late|overdue|past\\s+due|suspend|insur\\w*|indemnif\\w*|fail\\w*\\s+to|if\\s+[^,]{0,60}\\s+(?:fails?|is\\s+not\\s+paid|not\\s+paid|remain\\w*))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_OTHERS = Pattern.compile(
            "\\b(?:sub-?contractors?|suppliers\\s+and\\s+subcontractors|employees)\\b|\\b(?:shall|will|may)\\s+(?:invoice|issue|send|submit|render)\\b(?![^;]{0,250}\\bpay\\b[^;]{0,80}\\bwithin\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NET =
            Pattern.compile("\\bnet[\\s-]+(?:\\w+\\s*\\()?\\d{1,3}(?![\\d.,%])", Pattern.CASE_INSENSITIVE);
    /** What is billed runs from the bill where nothing else is said. */
    private static final Pattern BILLED = Pattern.compile(
            "\\b(?:invoices?|statements?|bills?)\\b[^.;]{0,80}\\b(?:payable|due|paid|pays?)\\b[^.;]{0,30}\\b(?:within|in|no\\s+later\\s+than)\\s+$",
            Pattern.CASE_INSENSITIVE);

    /** {@code Customer has 40 days from the date of the invoice to pay}. */
    private static final Pattern HAS =
            Pattern.compile("\\b(?:has|have|is\\s+given|is\\s+allowed)\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_PAY =
            Pattern.compile("^[^.;]{0,80}\\b(?:to\\s+pay|for\\s+payment|to\\s+settle)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DISCOUNT_CODE = Pattern.compile(
            "\\b(?<rate>\\d(?:\\.\\d+)?)\\s*%?\\s*/\\s*(?<days>\\d{1,2})\\s*,?\\s*(?:/\\s*)?net\\s*/?\\s*(?<net>\\d{2,3})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EARLY = Pattern.compile(
            "\\b(?:prompt|early)[\\s-]+payment\\s+discount|\\bdiscount\\b[^.;]{0,120}\\b(?:paid|pays?|payment\\s+is\\s+(?:made|received))\\b[^.;]{0,40}\\bwithin\\b|\\b(?:paid|pays?|payment)\\b[^.;]{0,40}\\bwithin\\b[^.;]{0,140}\\b(?:discount|deduct(?:ion)?)\\b|\\b(?:takes?|deducts?|allows?|grants?|gives?)\\b(?:[^.;]|\\.(?=\\d)){0,80}(?:%|\\bper\\s*cent)\\)?\\s+off\\b[^.;]{0,140}\\b(?:pays?|paid|payment)\\b[^.;]{0,80}\\bwithin\\b|\\b(?:pays?|paid|payment)\\b[^.;]{0,80}\\bwithin\\b(?:[^.;]|\\.(?=\\d)){0,140}(?:%|\\bper\\s*cent)\\)?\\s+off\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFF = Pattern.compile(
            "\\boff\\s+(?<base>(?:the\\s+|its\\s+)?(?:\\p{Lu}[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}-]*){0,3}|(?:net\\s+|gross\\s+)?(?:invoice|price|amount)(?:\\s+(?:amount|total|value))?))");
    private static final Pattern IF_PAID = Pattern.compile(
            "\\b(?:if|when|where|provided|for)\\b[^.;]{0,60}\\b(?:pays?|paid|payment|receives?|settle[sd]?)\\b[^.;]{0,60}?\\bwithin\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LATE = Pattern.compile(
            "\\b(?:interest|late\\s+(?:payment\\s+)?(?:fee|charge|payment)|finance\\s+charge|service\\s+charge)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCRUES = Pattern.compile(
            "\\b(?:bear\\w*|accru\\w*|charg\\w*|pay\\w*|subject\\s+to|rate|incur\\w*|add\\w*|owe\\w*|assess\\w*|carr(?:y|ies)|earns?|attracts?|runs?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_INTEREST =
            Pattern.compile("\\b(?:voting|equity|ownership|security)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OVERDUE = Pattern.compile(
            "\\b(?:overdue|past[\\s-]due|late|not\\s+paid|unpaid|in\\s+default|in\\s+arrears|pays?\\s+late|delinquent|outstanding|fails?\\s+to\\s+pay|failure\\s+to\\s+pay|(?:after|from|than)\\s+(?:the\\s+)?(?:its\\s+|their\\s+)?(?:payment\\s+)?due\\s+dates?|when\\s+due|when\\s+(?:it\\s+is|they\\s+are)\\s+due|not\\s+(?:been\\s+)?(?:received|made)\\s+(?:by|within|when|on)|date\\s+(?:when\\s+)?due|delayed|paid\\s+later\\s+than|fails?\\s+to\\s+be\\s+paid|should\\s+have\\s+been\\s+paid|not\\s+paid\\s+by)\\b",
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

    private static final Pattern LESS =
            Pattern.compile("\\b(?:less|minus|deduct\\w*|discount\\w*|Skonto)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:otherwise|or\\s+else|without\\s+(?:any\\s+)?(?:deduction|discount)|net\\s+(?:cash\\s+)?(?:within|in|\\d))\\b",
            Pattern.CASE_INSENSITIVE);
    /** Where the words on what starts the time end and those on what is deducted begin. */
    private static final Pattern NO_START = Pattern.compile(
            "\\s+(?:less|minus|without|with\\s+an?|net|subject\\s+to|to\\s+pay)\\b.*|\\s+for\\s+payment\\s*$|\\s*:$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        discountCode(sentence, found);
        if (found.isEmpty()) {
            twoTimes(sentence, found);
        }
        if (found.isEmpty() && sentence.says(EARLY)) {
            early(sentence).ifPresent(found::add);
        }
        if (found.isEmpty() && !sentence.says(LATE)) {
            term(sentence).ifPresent(found::add);
        }
        if (found.isEmpty() && sentence.says(IN_TIME)) {
            Values.DURATIONS
                    .findFirst(sentence.text())
                    .map(days -> sentence.lever(
                            LeverType.LATE_PAYMENT_INTEREST, 0.7, List.of(parameter(Name.PERIOD, days.value()))))
                    .ifPresent(found::add);
        }
        boolean late = sentence.says(LATE) && sentence.says(OVERDUE) && sentence.says(ACCRUES);
        boolean rate = sentence.says(RATE_OF_IT) && sentence.follows(LATE) && sentence.follows(OVERDUE);
        if ((late || rate) && !sentence.says(OTHER_INTEREST)) {
            late(sentence).or(() -> start(sentence)).ifPresent(found::add);
        } else if (sentence.says(RUNS)) {
            start(sentence).ifPresent(found::add);
        }
        return found;
    }

    private static void discountCode(LeverSentence sentence, List<Candidate> found) {
        Matcher code = DISCOUNT_CODE.matcher(sentence.text());
        if (code.find()) {
            TypedValue rate = new TypedValue.Percent(new BigDecimal(code.group("rate")));
            found.add(sentence.lever(
                    LeverType.EARLY_PAYMENT_DISCOUNT,
                    0.9,
                    List.of(parameter(Name.RATE, rate), parameter(Name.PERIOD, days(code.group("days"))))));
            found.add(sentence.lever(
                    LeverType.PAYMENT_TERM, 0.9, List.of(parameter(Name.PERIOD, days(code.group("net"))))));
        }
    }

    /** A time with a discount and a longer one without: {@code within 14 days less 2 percent, otherwise within 45 days}. */
    private static void twoTimes(LeverSentence sentence, List<Candidate> found) {
        String text = sentence.text();
        List<ValueMatch> times = Values.DURATIONS.findAll(text).stream()
                .filter(time -> isTerm(time.value()))
                .toList();
        List<ValueMatch> percents = Values.PERCENTS.findAll(text);
        boolean both = sentence.says(PAYS)
                && sentence.says(LESS)
                && sentence.says(OTHERWISE)
                && times.size() == 2
                && percents.size() == 1;
        if (!both || !(days(times.get(0)) < days(times.get(1)))) {
            return;
        }
        List<LeverParameter> early =
                new ArrayList<>(List.of(parameter(Name.RATE, percents.get(0).value())));
        early.add(parameter(Name.PERIOD, times.get(0).value()));
        List<LeverParameter> term =
                new ArrayList<>(List.of(parameter(Name.PERIOD, times.get(1).value())));
        from(text, times.get(0).end()).ifPresent(from -> {
            early.add(from);
            term.add(from);
        });
        found.add(sentence.lever(LeverType.EARLY_PAYMENT_DISCOUNT, 0.85, early));
        found.add(sentence.lever(LeverType.PAYMENT_TERM, 0.85, term));
    }

    private static int days(ValueMatch time) {
        return time.value() instanceof TypedValue.Length length
                        && length.value().unit() == TimeSpan.Unit.DAYS
                ? length.value().count()
                : 0;
    }

    private static TypedValue days(String count) {
        return new TypedValue.Length(new TimeSpan(Integer.parseInt(count), TimeSpan.Unit.DAYS));
    }

    private static Optional<Candidate> early(LeverSentence sentence) {
        Optional<ValueMatch> rate = Values.rate(sentence.text(), 0);
        Optional<ValueMatch> within = paidWithin(sentence.text());
        if (rate.isEmpty() || within.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        Values.add(parameters, Name.RATE, rate);
        Values.add(parameters, Name.PERIOD, within);
        from(sentence.text(), within.get().end()).ifPresent(parameters::add);
        Matcher off = OFF.matcher(sentence.text());
        if (off.find()) {
            parameters.add(parameter(Name.BASE, off.group("base")));
        }
        return Optional.of(sentence.lever(LeverType.EARLY_PAYMENT_DISCOUNT, 0.85, parameters));
    }

    /** The time that must be kept for it: the one of which the condition speaks, where a longer one stands beside it. */
    private static Optional<ValueMatch> paidWithin(String text) {
        Matcher condition = IF_PAID.matcher(text);
        List<ValueMatch> times = Values.DURATIONS.findAll(text);
        return condition.find()
                ? Values.from(times, condition.end() - 1)
                        .or(() -> times.stream().findFirst())
                : times.stream().findFirst();
    }

    private static Optional<LeverParameter> from(String text, int end) {
        Matcher from = FROM.matcher(text).region(end, text.length());
        Matcher bill = FROM_BILL.matcher(text).region(end, text.length());
        Optional<String> start = from.find()
                ? Optional.of(from.group("from"))
                : bill.find() ? Optional.of(bill.group("from")) : Optional.empty();
        return start.map(words -> NO_START.matcher(words).replaceFirst("")).map(words -> parameter(Name.FROM, words));
    }

    private static Optional<Candidate> term(LeverSentence sentence) {
        String text = sentence.text();
        if (!sentence.says(PAYS) || !sentence.says(INVOICE)) {
            return Optional.empty();
        }
        boolean net = NET.matcher(text).find();
        if (Shortfall.isPriced(text) || (!net && sentence.says(TO_OTHERS))) {
            return Optional.empty();
        }
        for (ValueMatch days : Values.DURATIONS.findAll(text)) {
            String before = text.substring(Math.max(0, days.start() - 150), days.start());
            Optional<LeverParameter> from = from(text, days.end());
            boolean within =
                    before.matches("(?is).*\\b(?:pa(?:ys?|id|yable|yment|yments)|due|remit\\w*|settle\\w*|net)\\b.*");
            boolean invoice = from.isPresent()
                    && from.get()
                            .value()
                            .display()
                            .matches(
                                    "(?is).*(?:its\\s+date|invoice|statement|bill|month|quarter|period|receipt|receiving|getting|delivery|shipment|dispatch).*");
            boolean term = (net && (before + days.wording(text)).matches("(?is).*\\bnet[\\s-]+(?:\\w+\\s*\\(?)?\\d.*"))
                    || (from.isEmpty() && BILLED.matcher(before).find())
                    || (invoice
                            && HAS.matcher(before).find()
                            && TO_PAY.matcher(text.substring(days.end())).find());
            if (isTerm(days.value()) && !NOT_TERM.matcher(before).find() && (term || (within && invoice))) {
                List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.PERIOD, days.value())));
                from.ifPresent(parameters::add);
                if (text.matches("(?is).*\\bend\\s+of\\s+(?:the\\s+)?month\\b.*") && from.isEmpty()) {
                    parameters.add(parameter(Name.FROM, "end of month"));
                }
                double confidence =
                        0.7 + (text.matches("(?is).*\\binvoice.*") ? 0.15 : 0) + (from.isPresent() ? 0.05 : 0);
                return Optional.of(sentence.lever(LeverType.PAYMENT_TERM, confidence, parameters));
            }
        }
        return Optional.empty();
    }

    private static boolean isTerm(TypedValue value) {
        return !(value instanceof TypedValue.Length length)
                || switch (length.value().unit()) {
                    case DAYS, BUSINESS_DAYS -> length.value().count() <= 180;
                    case WEEKS, MONTHS -> length.value().count() <= 6;
                    default -> false;
                };
    }

    private static Optional<Candidate> late(LeverSentence sentence) {
        String text = sentence.text();
        Optional<ValueMatch> rate = Values.rate(text, 0);
        Optional<ValueMatch> index = Values.INDICES.findFirst(text);
        if (rate.isEmpty() && index.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        Values.add(parameters, Name.RATE, rate);
        rate.flatMap(match -> Values.frequency(text.substring(match.start())))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        index.ifPresent(found -> parameters.add(parameter(Name.INDEX, found.value())));
        grace(text).ifPresent(days -> parameters.add(parameter(Name.PERIOD, days.value())));
        boolean plausible = index.isEmpty()
                || rate.isEmpty()
                || OVER.matcher(text).find()
                || text.contains("lesser")
                || text.contains("greater");
        return Optional.of(sentence.lever(LeverType.LATE_PAYMENT_INTEREST, plausible ? 0.88 : 0.65, parameters));
    }

    /** The days after the due date in which no interest is owed. */
    private static Optional<ValueMatch> grace(String text) {
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
