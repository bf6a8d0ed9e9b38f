package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.family.Beside;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * A bonus that whoever performs earns by doing better than promised: of which measure, from which value on, and how much.
 *
 * @param term the lever that states it
 */
record BonusTerm(LeverTerm term) {
    private static final Pattern BONUS = Pattern.compile(
            "\\bbonus(?:es)?\\b|\\bincentive\\s+(?:payment|fee|amount|sum)\\b|\\bperformance\\s+(?:premium|payment|reward|incentive|fee)\\b|\\bsuccess\\s+fee\\b|\\bprämie",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUGHT = Pattern.compile(
            "\\b(?:turnover|purchases?d?|spend|spent|net\\s+(?:sales|purchases)|order(?:s|ed)?|bought|volumes?|growth|sign(?:ing|ed)?|retention|employees?|staff)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_WILL = Pattern.compile(
            "\\b(?:discretion(?:ary)?|may\\s+(?:award|grant|pay|give|decide|consider)|voluntar\\w+|ex\\s+gratia)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ALL = Pattern.compile(
            "\\b(?:all|every|each)\\s+(?:of\\s+)?(?:the\\s+)?(?:agreed\\s+|applicable\\s+)?(?:service\\s+levels?|SLAs?|KPIs?|(?:key\\s+)?(?:performance\\s+)?indicators?|targets|levels|performance\\s+measures?)\\b|\\bno\\s+(?:service\\s+level|level|KPI|indicator|target|performance\\s+measure)s?\\b[^.;]{0,40}\\bmissed\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:provided|subject\\s+to|unless|on\\s+condition|as\\s+long\\s+as|only\\s+if|except\\s+where|save\\s+where)\\b(?<what>[^.;]{3,140})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNNING = Pattern.compile(
            "\\b(?:consecutive|successive|in\\s+a\\s+row|running|in\\s+each\\s+month\\s+of|in\\s+every\\s+month\\s+of|throughout|on\\s+average|rolling)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INCLUDED = Pattern.compile(
            "\\b(?:or|and)\\s+(?:more|better|higher|above|greater|less|lower|fewer|below)\\b|\\bat\\s+least\\b|\\breach(?:es|ed)?\\b|\\bnot?\\s+(?:less|more|worse)\\s+than\\b|\\bachiev\\w+\\b|\\battain\\w*\\b|\\bminimum\\s+of\\b|≥|≤",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEYOND = Pattern.compile(
            "\\b(?:exceed(?:s|ed|ing)?|above|over|more\\s+than|better\\s+than|greater\\s+than|higher\\s+than|below|less\\s+than|under|lower\\s+than|fewer\\s+than|beats?)\\b|>|<",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY = Pattern.compile(
            "\\bfor\\s+(?:each|every)\\s+(?<how>full|complete|whole|commenced|started|begun)?\\s*(?:additional\\s+|further\\s+)?(?<size>\\d+(?:\\.\\d+)?|tenth\\s+of\\s+an?|half\\s+(?:of\\s+)?an?)?\\s*(?:%|per\\s?cent|(?:percentage\\s+)?points?|hours?|minutes?|days?)(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> PLAIN = Set.of("rate", "level", "service", "percentage", "target", "performance");

    /** The bonus of a lever; empty for other levers, for what is earned by buying, and for what is given at will. */
    static Optional<BonusTerm> of(LeverTerm term) {
        String words = term.words();
        boolean earned = term.lever().lever() == LeverType.GAIN_OR_REVENUE_SHARE
                && BONUS.matcher(words).find()
                && !BOUGHT.matcher(words).find()
                && !AT_WILL.matcher(words).find();
        return earned ? Optional.of(new BonusTerm(term)) : Optional.empty();
    }

    /** Whether a description is of a bonus. */
    static boolean isNamedIn(String description) {
        return BONUS.matcher(description).find() && !BOUGHT.matcher(description).find();
    }

    List<Finding> findings() {
        return term.rests();
    }

    List<Citation> citations() {
        return term.rests().stream()
                .flatMap(finding -> finding.citations().stream())
                .toList();
    }

    Optional<Citation> stated() {
        return citations().stream()
                .filter(citation -> BONUS.matcher(citation.quote()).find())
                .findFirst();
    }

    /** Whether it is earned by meeting all levels of a period. */
    boolean isOfAll() {
        return OF_ALL.matcher(term.words()).find() && floor().isEmpty() && tiers().isEmpty();
    }

    /** A condition beside the value that must be reached which nobody can hold against facts; empty where there is none. */
    Optional<String> condition() {
        Matcher condition = CONDITION.matcher(term.words());
        if (condition.find() && !OF_ALL.matcher(condition.group("what")).find()) {
            return Optional.of(condition.group().strip());
        }
        Matcher running = RUNNING.matcher(term.words());
        return running.find() ? Optional.of(running.group().strip()) : Optional.empty();
    }

    /** Whether no level may be missed in the period, beside the value that must be reached. */
    boolean needsAllMet() {
        return isOfAll() || OF_ALL.matcher(term.words()).find();
    }

    /** The measures among some that it speaks of: by number, by name, or because they alone stand in its section. */
    List<PromisedMeasure> measures(Collection<PromisedMeasure> promised) {
        String words = term.words();
        List<PromisedMeasure> named =
                promised.stream().filter(measure -> isNamedIn(words, measure)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        Set<String> sections = citations().stream().map(BonusTerm::section).collect(Collectors.toSet());
        List<PromisedMeasure> near = promised.stream()
                .filter(measure ->
                        measure.citations().stream().map(BonusTerm::section).anyMatch(sections::contains))
                .toList();
        return near.isEmpty() && promised.size() == 1 ? List.copyOf(promised) : near;
    }

    private static String section(Citation citation) {
        return citation.document() + " " + Beside.section(citation.path());
    }

    private static boolean isNamedIn(String words, PromisedMeasure measure) {
        boolean byCode = measure.code()
                .map(code -> Pattern.compile("\\b" + Pattern.quote(code) + "\\b")
                        .matcher(words)
                        .find())
                .orElse(false);
        TellingWords name = TellingWords.of(measure.name()).without(PLAIN);
        return byCode
                || (!name.isEmpty()
                        && TellingWords.of(words).shared(name) == name.all().size());
    }

    /** What a value earns before any limit: a percentage or a sum; empty where it earns nothing. */
    Optional<TypedValue> earnedBy(MeasureResult result) {
        BigDecimal value = result.value();
        if (value == null) {
            return Optional.empty();
        }
        if (!tiers().isEmpty()) {
            return tiers().stream()
                    .filter(tier -> tier.holds(value))
                    .map(Tier::value)
                    .reduce((first, last) -> last);
        }
        Optional<BigDecimal> from =
                floor().or(() -> Optional.ofNullable(result.measure().content().target()));
        if (from.isEmpty() || !isReached(value, from.get(), result)) {
            return Optional.empty();
        }
        Optional<CreditStep> step = step();
        return step.isPresent()
                ? step.get().creditFor(value.subtract(from.get()).abs())
                : rate();
    }

    private boolean isReached(BigDecimal value, BigDecimal from, MeasureResult result) {
        int over = MeasureResult.isUpwards(result.measure().content().comparison())
                ? value.compareTo(from)
                : from.compareTo(value);
        return isIncluded() ? over >= 0 : over > 0;
    }

    /** Whether the value itself earns it: “99.5 % or more”, and not “above 99.5 %”. */
    private boolean isIncluded() {
        String words = term.words();
        return floor().isPresent()
                && (INCLUDED.matcher(words).find() || !BEYOND.matcher(words).find());
    }

    /** The bonus for each so much above the value; empty where it is one sum. */
    Optional<CreditStep> step() {
        Matcher every = EVERY.matcher(term.words());
        if (rate().isEmpty() || !every.find()) {
            return Optional.empty();
        }
        String size = every.group("size") == null ? "1" : every.group("size").toLowerCase(Locale.ROOT);
        BigDecimal step = size.startsWith("tenth")
                ? new BigDecimal("0.1")
                : size.startsWith("half") ? new BigDecimal("0.5") : new BigDecimal(size);
        String how = every.group("how");
        boolean commenced = how != null && how.toLowerCase(Locale.ROOT).matches("commenced|started|begun");
        return step.signum() > 0
                ? Optional.of(new CreditStep(rate().orElseThrow(), step, commenced))
                : Optional.empty();
    }

    Optional<TypedValue> rate() {
        return term.lever()
                .find(Name.RATE)
                .filter(rate -> rate instanceof TypedValue.Percent || rate instanceof TypedValue.Amount);
    }

    /** The value from which it is earned; empty where the target is meant. */
    Optional<BigDecimal> floor() {
        return term.lever()
                .find(Name.FLOOR)
                .flatMap(floor -> floor instanceof TypedValue.Percent percent
                        ? Optional.of(percent.value())
                        : floor instanceof TypedValue.Quantity quantity
                                ? Optional.of(quantity.value())
                                : Optional.empty());
    }

    private List<Tier> tiers() {
        return term.find(Name.TIERS, TypedValue.Tiers.class)
                .map(TypedValue.Tiers::tiers)
                .orElse(List.of());
    }

    Optional<TypedValue> cap() {
        return term.lever().find(Name.CAP);
    }

    /** What a percentage is taken of. */
    Optional<FeeBase> base() {
        return FeeBaseReader.ofCredits(citations()).or(() -> FeeBaseReader.ofLimit(citations()));
    }

    /** A sum as money of its currency's smallest unit. */
    static Money money(TypedValue.Amount amount) {
        return amount.value().toMoney(RoundingMode.HALF_UP);
    }
}
