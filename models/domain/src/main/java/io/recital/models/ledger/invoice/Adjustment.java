package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A right or duty to adjust prices, as a clause states it: from which days, by how much at most, of which prices.
 *
 * @param first day of the first adjustment; null when the clause names none
 * @param every null for one that is made once
 * @param days of each year on which it is made; null where the clause names none
 * @param index the series that it follows, in the contract's words; null when it is a fixed percentage
 * @param percent the fixed percentage, or the one that a notice of adjustment states; null when the index decides alone
 * @param share of the index's change that counts, in percent
 * @param cap most in percent; null when none
 * @param floor least in percent; null when none
 * @param notice until when it must be notified; null when not said
 * @param formula by which the price is set anew; null for a change in percent
 * @param base words for the prices it is about; empty for all
 * @param source the finding that says so
 */
record Adjustment(
        @Nullable LocalDate first,
        @Nullable Period every,
        @Nullable AdjustmentDays days,
        @Nullable String index,
        @Nullable BigDecimal percent,
        BigDecimal share,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal floor,
        @Nullable NoticeBefore notice,
        @Nullable PriceSetting formula,
        ItemWords base,
        Governed<CommercialLever> source) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** For a document without a day of its own: each turn sets the price anew, so that earlier ones do not matter. */
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    private static final Pattern DECIMALS =
            Pattern.compile("(?i)\\b(one|two|three|1|2|3|eine|zwei) (?:decimal|nachkommastelle)"
                    + "|\\b(tenth|hundredth|thousandth)s?\\s+of\\s+(?:a|one|1)\\s+(?:per\\s?cent|percent|%)"
                    + "|\\bnearest\\s+(0\\.(?:1|01|001))\\s*(?:%|per\\s?cent)");
    private static final Pattern CUT =
            Pattern.compile("(?i)\\bcut off|truncat|without rounding|rounded down|abgeschnitten");
    private static final Pattern ALL_PRICES = Pattern.compile(
            "(?i)\\b(?:prices|charges|fees|rates)\\b|\\b(?:each|every|any)\\s+(?:price|charge|fee|rate)\\b");
    private static final Pattern A_PRICE = Pattern.compile("(?i)\\b(?:prices?|charges?|fees?|rates?)\\b");
    /** How a formula writes the price that it begins with. */
    private static final Pattern SIGN = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{1,3}[0₀](?![\\p{L}\\p{N}])");

    /** Where prices stand, which names none of them. */
    private static final Pattern IN_A_DOCUMENT = Pattern.compile(
            "(?i)\\b(?:annex|appendix|schedule|exhibit|attachment|part|clause|section|paragraph)\\s+[\\dA-Z]{1,3}(?:\\.\\d+)*\\b");

    private static final Pattern OF_A_RECALCULATION = Pattern.compile(
            "(?i)\\b(?:re-?calculat\\w+|adjustments?|(?:price|rate|fee)\\s+(?:change|review)|new\\s+prices?)\\b[^.;]*\\b(?:only\\s+(?:if|where|when)|unless|no\\s+more\\s+than|less\\s+than|more\\s+than|exceed\\w*|rounded)\\b");
    private static final ItemWords THEIRS = ItemWords.of("their its these those such this that");
    private static final ItemWords ANY_MONEY = ItemWords.of("price prices fee fees charge charges rate rates");
    private static final Pattern BOTH_WAYS =
            Pattern.compile("(?i)decrease|reduc|\\bchanges? by\\b|\\bdiffers?\\b|up or down|upwards or downwards|senk");

    private static final Pattern ALL_WORDS = Pattern.compile("\\S.*", Pattern.DOTALL);
    /** A clause that speaks of a price as the one that stands before. */
    private static final Pattern THE_PRICE =
            Pattern.compile("(?i)\\b(?:the|this|that|such|its)\\s+(?:price|charge|fee|rate)\\b");

    private static final Pattern ARTICLE = Pattern.compile("^(?i)the\\s+");
    private static final Pattern TERM = Pattern.compile("\\p{Lu}\\p{L}+(?:\\s+\\p{Lu}\\p{L}+){1,3}");
    private static final ItemWords NO_SUBJECT =
            ItemWords.of("then effect current applicable force previous agreed base in prevailing payable due");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)\\b(?:increase|raise|adjust|review|change)\\s+(?:the|its|our)\\s+([\\p{L} -]{3,40}?)(?=\\s+(?:by|with|in|once|on|from|each|annually|to|of)\\b|[.,;])"
                    + "|\\bthe\\s+([\\p{L} -]{3,40}?)(?:\\s+of\\s+(?:EUR|GBP|USD|CHF|[€£$])[\\d.,\\s]+)?\\s+(?:shall|will|may|is|are|rises?|increases?)\\s+(?:be\\s+)?(?:increase|rise|adjust|raise|review|index|with|by)");
    private static final Pattern TURN = Pattern.compile(
            "(?i)\\b(?:each|every|any|upon|on|at)\\s+(?:the\\s+|such\\s+|each\\s+)?(?:renewal|anniversar)");
    private static final Pattern RIGHT = Pattern.compile(
            "(?i)\\bmay\\b[^.;]{0,40}\\b(?:increase|raise|adjust|be\\s+(?:increased|raised|adjusted))|\\b(?:entitled|right)\\s+to\\s+(?:increase|raise|adjust)");

    /** The adjustment that a lever states; empty for surcharges in bands. */
    static Optional<Adjustment> of(Governed<CommercialLever> lever, Function<String, Optional<String>> meaning) {
        CommercialLever content = lever.content();
        if (content.lever() != LeverType.PRICE_ADJUSTMENT
                || content.find(Name.TIERS).isPresent()) {
            return Optional.empty();
        }
        BigDecimal rate = percents(content, Name.RATE).stream().findFirst().orElse(null);
        String index = content.find(Name.INDEX).map(TypedValue::display).orElse(null);
        BigDecimal share = index != null && rate != null && isShare(rate, words(lever)) ? rate : null;
        BigDecimal most =
                percents(content, Name.CAP).stream().min(BigDecimal::compareTo).orElse(null);
        LeverTerm term = new LeverTerm(content, lever.finding(), lever.member(), List.of());
        String clause = clause(term);
        String section = limits(term);
        PriceSetting setting = PriceFormula.of(words(lever) + " " + section)
                .or(() -> PriceFormula.of(clause + " " + section))
                .<PriceSetting>map(formula -> formula)
                .or(() -> MovedPrice.of(term, index, share == null ? HUNDRED : share, most))
                .orElse(null);
        return Optional.of(new Adjustment(
                setting instanceof MovedPrice ? firstTurn(lever) : first(lever),
                content.find(Name.FREQUENCY)
                        .flatMap(Adjustment::span)
                        .map(Adjustment::period)
                        .orElse(null),
                days(lever, clause, setting, meaning),
                index,
                share == null ? rate : null,
                share == null ? HUNDRED : share,
                most,
                percents(content, Name.FLOOR).stream()
                        .max(BigDecimal::compareTo)
                        .orElse(null),
                NoticeBefore.of(
                                content.find(Name.PERIOD)
                                        .flatMap(Adjustment::span)
                                        .orElse(null),
                                clause)
                        .orElse(null),
                setting,
                subject(content, clause),
                lever));
    }

    /** The days that the words tell, where the lever's own parameters do not. */
    private static @Nullable AdjustmentDays days(
            Governed<CommercialLever> lever,
            String clause,
            @Nullable PriceSetting setting,
            Function<String, Optional<String>> meaning) {
        CommercialLever content = lever.content();
        LocalDate from = AgreedPrice.day(content, Name.FROM);
        boolean typed = from != null && content.find(Name.FREQUENCY).isPresent();
        if (typed || setting instanceof MovedPrice) {
            return null;
        }
        String words = words(lever).replaceAll("\\s+", " ");
        Optional<AdjustmentDays> days = AdjustmentDays.stated(words);
        return (setting == null
                        ? days
                        : days.or(() -> AdjustmentDays.of(words, meaning)).or(() -> AdjustmentDays.of(clause, meaning)))
                .map(found -> found.from(from))
                .orElse(null);
    }

    /** Words for what it changes: what the lever names, or else the thing that the clause lets rise. */
    private static ItemWords subject(CommercialLever lever, String clause) {
        String base = String.join(" ", AgreedPrice.texts(lever, Name.BASE)) + " "
                + String.join(" ", AgreedPrice.texts(lever, Name.ITEM));
        ItemWords named = ItemWords.of(IN_A_DOCUMENT.matcher(base).replaceAll(" "));
        Matcher subject = SUBJECT.matcher(clause);
        return named.isEmpty() && subject.find()
                ? ItemWords.of(subject.group(1) == null ? subject.group(2) : subject.group(1))
                : named;
    }

    /** The first day that the clause names, or where it speaks of each renewal or anniversary, that of the first one. */
    private static @Nullable LocalDate first(Governed<CommercialLever> lever) {
        LocalDate named = AgreedPrice.day(lever.content(), Name.FROM);
        if (named != null || !TURN.matcher(words(lever)).find()) {
            return named;
        }
        return lever.content()
                .find(Name.FREQUENCY)
                .flatMap(Adjustment::span)
                .map(Adjustment::period)
                .flatMap(turn -> lever.member().findEffective().map(day -> day.plus(turn)))
                .orElse(null);
    }

    /** The first calendar quarter, month or year that begins with the contract or after it. */
    private static @Nullable LocalDate firstTurn(Governed<CommercialLever> lever) {
        LocalDate named = first(lever);
        Optional<TimeSpan> every = lever.content().find(Name.FREQUENCY).flatMap(Adjustment::span);
        LocalDate begins = lever.member().findEffective().orElse(LONG_AGO);
        if (named != null || every.isEmpty()) {
            return named;
        }
        int months =
                switch (every.get().unit()) {
                    case MONTHS -> every.get().count();
                    case QUARTERS -> 3 * every.get().count();
                    case YEARS -> 12;
                    default -> 0;
                };
        if (months == 0 || 12 % months != 0) {
            return null;
        }
        LocalDate turn = LocalDate.of(begins.getYear(), 1, 1);
        while (turn.isBefore(begins)) {
            turn = turn.plusMonths(months);
        }
        return turn;
    }

    private static List<BigDecimal> percents(CommercialLever lever, Name name) {
        return AgreedPrice.values(lever, name).stream()
                .filter(TypedValue.Percent.class::isInstance)
                .map(value -> ((TypedValue.Percent) value).value())
                .toList();
    }

    private static Optional<TimeSpan> span(TypedValue value) {
        return value instanceof TypedValue.Length length ? Optional.of(length.value()) : Optional.empty();
    }

    private static Period period(TimeSpan span) {
        return switch (span.unit()) {
            case YEARS -> Period.ofYears(span.count());
            case QUARTERS -> Period.ofMonths(3 * span.count());
            case MONTHS -> Period.ofMonths(span.count());
            case WEEKS -> Period.ofWeeks(span.count());
            default -> Period.ofDays(Math.max(1, span.count()));
        };
    }

    private static boolean isShare(BigDecimal rate, String words) {
        String number = rate.stripTrailingZeros().toPlainString().replace(".", "[.,]");
        return Pattern.compile(
                        "(?<![\\d.,])" + number + "(?:[.,]0+)?\\)?\\s*(?:%|percent|per cent)\\)?\\s+(?:of|des|der)\\b")
                .matcher(words)
                .find();
    }

    static String words(Governed<?> source) {
        return source.finding().citations().stream().map(Citation::quote).collect(Collectors.joining(" "));
    }

    String words() {
        return words(source);
    }

    /** Whether it says nothing but that prices stay as they are until a day. */
    boolean isFreeze() {
        return !isComputed() && AgreedPrice.day(source.content(), Name.PERIOD) != null;
    }

    /** Whether it says that it is about an item with such words. */
    boolean names(ItemWords item) {
        return base.share(item);
    }

    /**
     * Whether it speaks of this price: it names the item, itself or by a term whose meaning does, or prices without
     * saying which in the same clause or in a sentence with such a term.
     */
    boolean isAbout(AgreedPrice price, Function<String, Optional<String>> meaning) {
        ItemWords named = base.without(ANY_MONEY).without(THEIRS);
        ItemWords item = ItemWords.of(String.join(" ", price.names()));
        return named.isEmpty()
                ? paths(source).anyMatch(path -> paths(price.source()).anyMatch(path::equals))
                        || source.member().definitions().stream()
                                .filter(definition -> clause().contains(definition.term()))
                                .anyMatch(definition ->
                                        ItemWords.of(definition.meaning()).share(item))
                : named.share(item)
                        || AgreedPrice.texts(source.content(), Name.BASE).stream()
                                .map(text -> ARTICLE.matcher(text).replaceFirst(""))
                                .flatMap(term -> meaning.apply(term).stream())
                                .anyMatch(told -> ItemWords.of(told).share(item));
    }

    private static Stream<String> paths(Governed<?> source) {
        return source.finding().citations().stream().map(Citation::path);
    }

    /** Whether it is beyond doubt that it changes a price: it names the item or the clause of the price, or speaks of all prices. */
    boolean surelyChanges(AgreedPrice price) {
        ItemWords named = ItemWords.of(String.join(" ", price.names()));
        if (isBeside(price)
                && (base.without(NO_SUBJECT).isEmpty() || base.share(named))
                && THE_PRICE.matcher(words()).find()) {
            return true;
        }
        if (base.isEmpty()) {
            return ItemWords.of(words()).share(named) || ALL_PRICES.matcher(words()).find();
        }
        String about = String.join(" ", AgreedPrice.texts(source.content(), Name.BASE));
        if (isCalledSoBeside(about, price)) {
            return true;
        }
        boolean itsClause = price.source().finding().citations().stream()
                .map(Citation::path)
                .anyMatch(path -> path.length() > 1
                        && Pattern.compile("(?<![\\w.])" + Pattern.quote(path) + "(?![\\w.])")
                                .matcher(about)
                                .find());
        return base.share(named) || (itsClause && A_PRICE.matcher(about).find());
    }

    /** Whether the words that lead to a price call it by the defined term that this one is about. */
    private static boolean isCalledSoBeside(String about, AgreedPrice price) {
        String term = ARTICLE.matcher(about.strip()).replaceFirst("");
        return TERM.matcher(term).matches()
                && price.source().member().beside().charges().stream()
                        .filter(sentence -> paths(price.source()).anyMatch(sentence.path()::equals))
                        .anyMatch(sentence -> sentence.quote().contains(term));
    }

    /** Whether it is about other items of the price list and not about this one. */
    boolean isOfOthersThan(AgreedPrice price, List<AgreedPrice> all) {
        return !isBeside(price) && !base.share(price.words()) && isNamedAfterAnotherThan(price, all);
    }

    /** Whether it names another item of the price list and nothing of this one's name. */
    boolean isNamedAfterAnotherThan(AgreedPrice price, List<AgreedPrice> all) {
        ItemWords named = ItemWords.of(String.join(" ", price.names()));
        return !base.share(named)
                && all.stream()
                        .map(other -> ItemWords.of(String.join(" ", other.names())))
                        .anyMatch(other -> base.hold(other) && !other.share(named));
    }

    /** All that its clause says, in one line. */
    String clause() {
        return clause(new LeverTerm(source.content(), source.finding(), source.member(), List.of()));
    }

    /** What the section says of when a formula is applied, which often stands in the next paragraph. */
    private static String limits(LeverTerm term) {
        return term.inItsSection(OF_A_RECALCULATION)
                .map(said -> said.citation().quote())
                .filter(quote -> !clause(term).contains(quote.replaceAll("\\s+", " ")))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String clause(LeverTerm term) {
        return term.inItsClauses(ALL_WORDS).stream()
                .map(said -> said.citation().quote())
                .distinct()
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    /** Whether it stands in the clause that states a price. */
    boolean isBeside(AgreedPrice price) {
        return price.source().finding().citations().stream()
                .anyMatch(one -> source.finding().citations().stream()
                        .anyMatch(other -> one.document().equals(other.document())
                                && !one.path().isEmpty()
                                && one.path().equals(other.path())));
    }

    /** Whether it is a formula over a sign, such as P0, by which the price's own sentence calls it. */
    boolean isFormulaOver(AgreedPrice price) {
        Set<String> signs = signs(words()).collect(Collectors.toSet());
        return formula != null
                && price.source().finding().citations().stream()
                        .flatMap(citation -> signs(citation.quote()))
                        .anyMatch(signs::contains);
    }

    private static Stream<String> signs(String text) {
        return SIGN.matcher(text).results().map(MatchResult::group);
    }

    /** Whether it may change a price at all: a clause without index and percentage leaves it to the price list. */
    boolean isComputed() {
        return index != null || percent != null || formula != null;
    }

    /** Whether it lets a side change prices by notice, to whatever it notifies. */
    boolean isByNotice() {
        return !isComputed() && !isFreeze() && NoticedPrice.isMeantBy(clause());
    }

    /** Whether a side may make it and need not. */
    boolean isRight() {
        return RIGHT.matcher(words()).find();
    }

    boolean mayLower() {
        return BOTH_WAYS.matcher(words()).find();
    }

    /** The days after one and up to another on which it applies. */
    List<LocalDate> datesBetween(LocalDate after, LocalDate upTo) {
        if (days != null) {
            return days.between(formula == null ? after : before(after), upTo);
        }
        List<LocalDate> dates = new ArrayList<>();
        LocalDate date = first;
        while (date != null && !date.isAfter(upTo)) {
            if (date.isAfter(after)) {
                dates.add(date);
            }
            date = every == null ? null : date.plus(every);
        }
        return dates;
    }

    /** A formula also sets the price of the first day. */
    private static LocalDate before(LocalDate day) {
        return day.equals(LocalDate.MIN) ? day : day.minusDays(1);
    }

    /** Whether it is known on which days it is made. */
    boolean isDated() {
        return first != null || days != null;
    }

    /** A change of the index in percent as this clause counts it: its share, rounded as it says, within floor and cap. */
    BigDecimal allowed(BigDecimal before, BigDecimal after) {
        return bounded(uncapped(before, after));
    }

    BigDecimal uncapped(BigDecimal before, BigDecimal after) {
        BigDecimal change = after.subtract(before)
                .multiply(HUNDRED)
                .divide(
                        before,
                        decimals().orElse(10),
                        CUT.matcher(words()).find() ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        return change.multiply(share).divide(HUNDRED, 10, RoundingMode.HALF_UP);
    }

    private Optional<Integer> decimals() {
        Matcher found = DECIMALS.matcher(words());
        if (!found.find()) {
            return Optional.empty();
        }
        String said = Stream.of(found.group(1), found.group(2), found.group(3))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        return Optional.of(
                switch (said.toLowerCase(Locale.ROOT)) {
                    case "one", "1", "eine", "tenth", "0.1" -> 1;
                    case "two", "2", "zwei", "hundredth", "0.01" -> 2;
                    default -> 3;
                });
    }

    BigDecimal bounded(BigDecimal change) {
        BigDecimal raised = floor != null && change.compareTo(floor) < 0 ? floor : change;
        BigDecimal capped = cap != null && raised.compareTo(cap) > 0 ? cap : raised;
        return capped.signum() < 0 && !mayLower() ? BigDecimal.ZERO : capped;
    }
}
