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
import java.util.stream.Stream;

/** Discounts for early payment, and the longer time that stands beside them. */
final class EarlyDiscounts {
    private static final String RATE = "(?<rate>\\d{1,2}(?:\\.\\d+)?)\\s*";
    private static final String NET_TIME =
            "\\s*[,;/]?\\s*(?:and\\s+|or\\s+|otherwise\\s+)?(?:net\\s*/?\\s*(?:within\\s+|in\\s+)?(?<net>\\d{2,3})\\b|(?<net2>\\d{2,3})\\s*days?,?\\s*(?:strictly\\s+)?net\\b)";
    private static final List<Pattern> CODES = Stream.of(
                    RATE + "%?\\s*/\\s*(?<days>\\d{1,2})" + NET_TIME,
                    RATE + "(?:%|per\\s?cent)\\s*,?\\s*(?:for\\s+|in\\s+|within\\s+|at\\s+)?(?<days>\\d{1,2})\\s*days?"
                            + NET_TIME,
                    "(?<days>\\d{1,2})\\s*days?\\s*,?\\s*(?:less\\s+|minus\\s+|at\\s+)?" + RATE
                            + "(?:%|per\\s?cent)(?:\\s+discount)?" + NET_TIME)
            .map(code -> Pattern.compile("(?<![\\d.])" + code, Pattern.CASE_INSENSITIVE))
            .toList();
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pay(?:s|able|ments?|ing)?|paid|due|remit\\w*|settle[ds]?|settlement|terms|Skonto|net)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LESS =
            Pattern.compile("\\b(?:less|minus|deduct\\w*|discount\\w*|Skonto)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:otherwise|or\\s+else|without\\s+(?:any\\s+)?(?:deduction|discount)|net\\s+(?:cash\\s+)?(?:within|in|\\d)|(?:days|month|weeks)\\s+net|in\\s+full)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String IN_SENTENCE = "(?:[^.;]|\\.(?=\\d))";
    private static final Pattern REWARDS = Pattern.compile(
            "\\b(?:discount\\w*|Skonto|deduct\\w*|off\\b|takes?|allows?|earns?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID = Pattern.compile(
            "\\b(?:pays?|paid|payments?|settle[sd]?|settlement|settling|remits?|remitted|cash|money)\\b" + IN_SENTENCE
                    + "{0,70}?\\b(?:within|in|by|not\\s+later\\s+than|no\\s+later\\s+than)\\s+(?:the\\s+(?:first\\s+)?)?$",
            Pattern.CASE_INSENSITIVE);
    /** A percentage for paying late, or of what is kept back, is no discount. */
    private static final Pattern NO_DISCOUNT = Pattern.compile(
            "\\b(?:interest|overdue|past[\\s-]due|late\\s+(?:fee|charge|payment)|retention|retain\\w*|withh\\w+|damages|service\\s+credits?|liabilit\\w+|penalt\\w+|delay\\w*|availability|uptime|unearned)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OFF = Pattern.compile(
            "\\boff\\s+(?<base>(?:the\\s+|its\\s+)?(?:\\p{Lu}[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}-]*){0,3}|(?:net\\s+|gross\\s+)?(?:invoice|price|amount)(?:\\s+(?:amount|total|value))?))");
    /** What is paid for, where the sentence begins with it: {@code For tools, the Buyer may deduct 2%}. */
    private static final Pattern FOR_THINGS = Pattern.compile(
            "^\\W*(?:(?:\\d[\\d.]*)?\\s*\\(?\\w{0,3}\\)?\\s+)?(?:for|on|in\\s+respect\\s+of)\\s+(?<item>(?!(?:each|every|any|all|the|invoices?|payments?|sums?|amounts?|early|prompt)\\b)[\\p{L} -]{3,40}),",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF = Pattern.compile(
            "^[\\s)]*(?:of|on|from|off)\\s+(?<base>(?:the\\s+|each\\s+)?(?:(?!its\\b|their\\b)[\\p{L}-]+\\s+){0,3}?(?:amount|charges?|fees?|price|rental|rent|hire|value|merchandise|freight|invoice))\\b",
            Pattern.CASE_INSENSITIVE);

    private EarlyDiscounts() {}

    /** The discounts of a sentence with the time for payment that it states beside them; none where it states no discount. */
    static List<Candidate> read(LeverSentence sentence) {
        List<Candidate> found = times(sentence);
        if (found.isEmpty()) {
            found = code(sentence);
        }
        return found.isEmpty() ? early(sentence).stream().toList() : found;
    }

    private static List<Candidate> code(LeverSentence sentence) {
        for (Pattern written : CODES) {
            Matcher code = written.matcher(sentence.text());
            if (code.find()) {
                TypedValue rate = new TypedValue.Percent(new BigDecimal(code.group("rate")));
                String net = code.group("net") == null ? code.group("net2") : code.group("net");
                return List.of(
                        sentence.lever(
                                LeverType.EARLY_PAYMENT_DISCOUNT,
                                0.9,
                                List.of(parameter(Name.RATE, rate), parameter(Name.PERIOD, days(code.group("days"))))),
                        sentence.lever(LeverType.PAYMENT_TERM, 0.9, List.of(parameter(Name.PERIOD, days(net)))));
            }
        }
        return List.of();
    }

    /** Times with a discount each and a longer one without: {@code within 14 days less 2 percent, otherwise within 45 days}. */
    private static List<Candidate> times(LeverSentence sentence) {
        String text = sentence.text();
        List<ValueMatch> times = Values.DURATIONS.findAll(text).stream()
                .filter(time -> PaymentRule.isTerm(time.value()))
                .toList();
        List<ValueMatch> percents = Values.PERCENTS.findAll(text);
        boolean told = sentence.says(PAYS)
                && sentence.says(LESS)
                && sentence.says(OTHERWISE)
                && !sentence.says(NO_DISCOUNT)
                && times.size() >= 2
                && percents.size() == times.size() - 1;
        for (int i = 1; told && i < times.size(); i++) {
            told = days(times.get(i - 1)) < days(times.get(i));
        }
        if (!told) {
            return List.of();
        }
        Optional<LeverParameter> from = times.stream()
                .flatMap(time -> PaymentRule.from(text, time.end()).stream())
                .findFirst();
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < percents.size(); i++) {
            List<LeverParameter> early =
                    new ArrayList<>(List.of(parameter(Name.RATE, percents.get(i).value())));
            early.add(parameter(Name.PERIOD, times.get(i).value()));
            from.ifPresent(early::add);
            found.add(sentence.lever(LeverType.EARLY_PAYMENT_DISCOUNT, 0.85, early));
        }
        List<LeverParameter> term = new ArrayList<>(
                List.of(parameter(Name.PERIOD, times.get(times.size() - 1).value())));
        from.ifPresent(term::add);
        found.add(sentence.lever(LeverType.PAYMENT_TERM, 0.85, term));
        return found;
    }

    private static int days(ValueMatch time) {
        return time.value() instanceof TypedValue.Length length
                ? switch (length.value().unit()) {
                    case DAYS -> length.value().count();
                    case WEEKS -> 7 * length.value().count();
                    case MONTHS -> 30 * length.value().count();
                    default -> 0;
                }
                : 0;
    }

    private static TypedValue days(String count) {
        return new TypedValue.Length(new TimeSpan(Integer.parseInt(count), TimeSpan.Unit.DAYS));
    }

    /** One percentage for whoever pays within a time. */
    private static Optional<Candidate> early(LeverSentence sentence) {
        String text = sentence.text();
        List<ValueMatch> percents = Values.PERCENTS.findAll(text);
        Optional<ValueMatch> within = paidWithin(text);
        if (percents.size() != 1 || within.isEmpty() || !sentence.says(REWARDS) || sentence.says(NO_DISCOUNT)) {
            return Optional.empty();
        }
        ValueMatch rate = percents.get(0);
        List<LeverParameter> parameters = new ArrayList<>();
        parameters.add(parameter(Name.RATE, rate.value()));
        parameters.add(parameter(Name.PERIOD, within.get().value()));
        PaymentRule.from(text, within.get().end()).ifPresent(parameters::add);
        base(text, rate).ifPresent(base -> parameters.add(parameter(Name.BASE, base)));
        Matcher things = FOR_THINGS.matcher(text);
        if (things.find()) {
            parameters.add(parameter(Name.ITEM, things.group("item")));
        }
        return Optional.of(sentence.lever(LeverType.EARLY_PAYMENT_DISCOUNT, 0.85, parameters));
    }

    private static Optional<String> base(String text, ValueMatch rate) {
        Matcher off = OFF.matcher(text);
        Matcher of = OF.matcher(text.substring(rate.end()));
        return off.find()
                ? Optional.of(off.group("base"))
                : of.find() ? Optional.of(of.group("base")) : Optional.empty();
    }

    /** The time that must be kept for it: one that stands right behind the words for paying within it. */
    static Optional<ValueMatch> paidWithin(String text) {
        return Values.DURATIONS.findAll(text).stream()
                .filter(time -> PaymentRule.isTerm(time.value()))
                .filter(time -> PAID.matcher(text.substring(0, time.start())).find())
                .findFirst();
    }
}
