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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Price adjustment: by an index, by a step, by notice, or not at all for a time. */
final class AdjustmentRule implements LeverRule {
    private static final String PRICES = PricedNoun.WORDS;
    private static final Pattern ADJUST = Pattern.compile(
            "\\b" + PRICES
                    + "\\b(?:[^.;]|\\.(?=\\d)){0,120}\\b(?:adjust\\w*|increas\\w*|escalat\\w*|index(?:ed|ation)|decreas\\w*|altered|(?:fixed|set|calculated|determined)\\s+anew|recalculated|varied|uplifted|(?:chang|mov)\\w+\\s+in\\s+line|go(?:es)?\\s+up|rises?|(?:is|are|be|becomes?)\\s+(?:then\\s+)?[\\d.]+\\s*(?:%|per\\s?cent|percent)\\s+higher)\\b|\\b(?:adjust\\w*|increas\\w*|rais\\w+|escalat\\w*|index\\w*)\\b[^.;]{0,80}\\b"
                    + PRICES + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ADJUST = Pattern.compile(
            "\\b(?:royalt\\w+|stock|shares|interest\\s+rate|insurance|coverage|exchange\\s+rate|warrants|conversion\\s+price|exercise\\s+price|capacity|downwards?\\s+by|fill\\s+rate|service\\s+levels?)\\b|\\bfalls\\b[^.;]{0,60}\\b(?:stays?|remains?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not?\\s+(?:to\\s+)?exceed(?:ing)?|no\\s+(?:such\\s+|annual\\s+|single\\s+|price\\s+)?(?:increase|adjustment|rise|change|uplift)\\s+(?:(?:shall|may|will|can|is\\s+to)\\s+)?exceeds?|(?:never|in\\s+no\\s+(?:event|case|year))\\s+(?:(?:shall|may|will)\\s+(?:\\p{L}+\\s+){0,3})?exceeds?|(?:not|no)\\s+(?:be\\s+)?(?:more|greater|higher)\\s+than|maximum(?:\\s+of)?|up\\s+to|capped\\s+at|cap\\s+of|in\\s+excess\\s+of|by\\s+more\\s+than|limited\\s+to|lesser\\s+of|(?:in\\s+)?no\\s+(?:\\p{L}+\\s+)?(?:case\\s+)?(?:to\\s+)?be\\s+(?:more|greater|higher)\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);
    /** {@code by 2% at most}, {@code less one percentage point}. */
    private static final Pattern AT_MOST =
            Pattern.compile("\\)?\\s*(?:at\\s+(?:the\\s+)?most|maximum|at\\s+maximum)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LESS = Pattern.compile("\\b(?:less|minus)\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY = Pattern.compile(
            "\\b(?:by|increase\\s+of|decrease\\s+of)\\s+(?:[\\w-]+\\s+){0,5}\\(?$|\\b(?:is|are|be|becomes?)\\s+(?:then\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NET_SALES = Pattern.compile(
            "\\bnet\\s+(?:sales|revenues?|receipts|profits?)\\b|\\bmeans\\b|\\bunderwrit\\w+|\\b(?:shares?|amount)\\s+of\\s+(?:common\\s+)?stock\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADJUST_FREQUENCY = Pattern.compile(
            "\\b(?:once|annual\\w*|each|every|per|anniversary|yearly|quarterly)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:fixed|firm|unchanged|unaltered|frozen|held|stays?|remains?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAY_ADJUST = Pattern.compile(
            "\\b(?:may|shall|will|entitled\\s+to|right\\s+to)\\s+(?:\\w+,?\\s+){0,5}?(?:increase|adjust|raise|change|revise|modify|index|uplift|vary|review|be\\s+(?:\\w+\\s+)?(?:increased|adjusted|indexed|revised|changed|raised|uplifted|varied))\\b[^.;]{0,120}|\\bsubject\\s+to\\s+(?:\\w+\\s+)?(?:change|adjustment|increase)s?\\b|\\b"
                    + PRICES
                    + "\\b[^.;]{0,60}\\bchange\\s+by\\b|\\bnext\\s+(?:price\\s+)?adjustment\\b|\\bincreases?\\s+the\\s+(?:\\w+\\s+){0,2}"
                    + PRICES + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile("\\bnotice\\b|\\bnotif\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRICED = Pattern.compile("\\b" + PRICES + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\b(?:increased|adjusted|changed|revised)\\s+(?:under|in\\s+accordance\\s+with|pursuant\\s+to)\\s+(?:clause|section|article|paragraph|schedule)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INCREASE_OF = Pattern.compile(
            "\\b(?:increase|adjustment|uplift)\\s+of\\b[^;]{0,160}\\bbe\\s+(?:made|applied)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THEREAFTER = Pattern.compile(
            "^\\s*(?:after\\s+that|thereafter|afterwards|from\\s+then\\s+on|subsequently)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_CHANGE = Pattern.compile(
            "^\\s*of\\s+the\\s+(?:percentage|change|increase|rise|movement)\\b", Pattern.CASE_INSENSITIVE);

    /** A price that a formula sets, with values of an index over those of its beginning. */
    private static final Pattern FORMULA = Pattern.compile(
            "=\\s*\\p{L}\\w{0,3}\\s*[×x*·]?\\s*[(\\[][^=;]*?\\p{L}\\w{0,3}\\s*/\\s*\\p{L}\\w{0,3}[^=;]*?[)\\]]"
                    + "|=\\s*(?:[\\p{L}\\d]+\\s+){0,8}[×x*·]\\s*[(\\[]?[^=;]*?\\b(?:index|value)\\b[^=;]{0,20}/\\s*(?:[\\p{L}]+\\s+)?(?:index|value)\\b");

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        boolean adjusts = sentence.says(ADJUST)
                || (sentence.says(MAY_ADJUST) && sentence.says(PRICED))
                || (sentence.says(INCREASE_OF) && (sentence.follows(PRICED) || sentence.headed(PRICED)));
        boolean fixed = FixedPrices.areIn(sentence);
        if ((!adjusts && !fixed) || sentence.says(NET_SALES) || MarketRule.isFavoured(sentence)) {
            return List.of();
        }
        Optional<Candidate> found = adjusts && !sentence.says(NOT_ADJUST) ? adjustment(sentence) : Optional.empty();
        return found.or(() -> fixed ? FixedPrices.read(sentence) : Optional.empty()).stream()
                .toList();
    }

    private static Optional<Candidate> adjustment(LeverSentence sentence) {
        String text = sentence.text();
        Optional<String> index = Values.index(text);
        List<ValueMatch> percents = sentence.figures().percents();
        Optional<TypedValue> start = Values.start(text).or(() -> afterFixed(sentence));
        Optional<TypedValue> every = sentence.says(ADJUST_FREQUENCY)
                ? Values.frequency(text).filter(AdjustmentRule::isOfMonths)
                : Optional.empty();
        Optional<ValueMatch> notice =
                sentence.says(NOTICE) ? Notices.find(text, sentence.figures().durations()) : Optional.empty();
        boolean right = sentence.says(MAY_ADJUST)
                && !sentence.says(ELSEWHERE)
                && (start.isPresent() || every.isPresent() || notice.isPresent());
        boolean formula = FORMULA.matcher(text).find();
        if (index.isEmpty() && percents.isEmpty() && !right && !formula) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        index.ifPresent(found -> parameters.add(parameter(Name.INDEX, found)));
        Matcher cap = CAP.matcher(text);
        Optional<ValueMatch> capped = (cap.find() ? Values.from(percents, cap.end()) : Optional.<ValueMatch>empty())
                .or(() -> percents.stream()
                        .filter(percent -> AT_MOST.matcher(text)
                                .region(percent.end(), text.length())
                                .lookingAt())
                        .findFirst());
        Values.add(parameters, Name.CAP, capped);
        percents.stream()
                .filter(percent ->
                        !LESS.matcher(text.substring(0, percent.start())).find())
                .filter(percent ->
                        capped.isEmpty() || percent.start() < capped.get().start())
                .findFirst()
                .ifPresent(percent -> parameters.add(parameter(Name.RATE, percent.value())));
        every.ifPresent(found -> parameters.add(parameter(Name.FREQUENCY, found)));
        start.ifPresent(found -> parameters.add(parameter(Name.FROM, found)));
        Values.add(
                parameters,
                Name.PERIOD,
                notice.or(() -> sentence.says(NOTICE)
                        ? sentence.figures().durations().stream().findFirst()
                        : Optional.empty()));
        boolean stepped = percents.stream()
                .anyMatch(percent -> BY.matcher(text.substring(0, percent.start()))
                                .find()
                        || OF_CHANGE.matcher(text.substring(percent.end())).find());
        if (index.isEmpty() && capped.isEmpty() && !stepped && !right && !formula) {
            return Optional.empty();
        }
        double confidence = 0.6
                + (index.isPresent() || formula ? 0.2 : 0)
                + (capped.isPresent() ? 0.1 : stepped || right ? 0.06 : 0);
        return Optional.of(sentence.lever(LeverType.PRICE_ADJUSTMENT, confidence, parameters));
    }

    /** No price is adjusted by the day: such a period is what the price is paid for. */
    private static boolean isOfMonths(TypedValue every) {
        return !(every instanceof TypedValue.Length length)
                || switch (length.value().unit()) {
                    case MONTHS, QUARTERS, YEARS -> true;
                    default -> false;
                };
    }

    /** Whether a price that does not change is only the beginning of what the next sentence says. */
    static boolean isOverlaid(Candidate candidate, String next) {
        CommercialLever lever = (CommercialLever) candidate.content();
        boolean fixed = lever.lever() == LeverType.PRICE_ADJUSTMENT
                && lever.parameters().stream()
                        .allMatch(parameter -> parameter.name() == Name.PERIOD || parameter.name() == Name.BASE)
                && lever.find(Name.PERIOD).isPresent();
        return fixed && THEREAFTER.matcher(next).find() && ADJUST.matcher(next).find();
    }

    /** The day after prices that were fixed until a day. */
    private static Optional<TypedValue> afterFixed(LeverSentence sentence) {
        return sentence.says(THEREAFTER) && KEPT.matcher(sentence.before()).find()
                ? FixedPrices.until(sentence.before())
                        .map(ValueMatch::value)
                        .filter(TypedValue.Day.class::isInstance)
                        .map(day -> new TypedValue.Day(
                                ((TypedValue.Day) day).value().plusDays(1)))
                : Optional.empty();
    }
}
