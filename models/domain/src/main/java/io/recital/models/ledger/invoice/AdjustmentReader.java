package io.recital.models.ledger.invoice;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from a lever and the words around it how it lets prices change. */
final class AdjustmentReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** For a document without a day of its own: each turn sets the price anew, so that earlier ones do not matter. */
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);
    /** Where prices stand, which names none of them. */
    private static final Pattern IN_A_DOCUMENT = Pattern.compile(
            "(?i)\\b(?:annex|appendix|schedule|exhibit|attachment|part|clause|section|paragraph)\\s+[\\dA-Z]{1,3}(?:\\.\\d+)*\\b");

    private static final Pattern OF_A_RECALCULATION = Pattern.compile(
            "(?i)\\b(?:re-?calculat\\w+|adjustments?|(?:price|rate|fee)\\s+(?:change|review)|new\\s+prices?)\\b[^.;]*\\b(?:only\\s+(?:if|where|when)|unless|no\\s+more\\s+than|less\\s+than|more\\s+than|exceed\\w*|rounded)\\b");
    private static final Pattern ALL_WORDS = Pattern.compile("\\S.*", Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)\\b(?:increase|raise|adjust|review|change)\\s+(?:the|its|our)\\s+([\\p{L} -]{3,40}?)(?=\\s+(?:by|with|in|once|on|from|each|annually|to|of)\\b|[.,;])"
                    + "|\\bthe\\s+([\\p{L} -]{3,40}?)(?:\\s+of\\s+(?:EUR|GBP|USD|CHF|[€£$])[\\d.,\\s]+)?\\s+(?:shall|will|may|is|are|rises?|increases?)\\s+(?:be\\s+)?(?:increase|rise|adjust|raise|review|index|with|by)");
    private static final Pattern TURN = Pattern.compile(
            "(?i)\\b(?:each|every|any|upon|on|at)\\s+(?:the\\s+|such\\s+|each\\s+)?(?:renewal|anniversar)");

    private AdjustmentReader() {}

    /** The adjustment that a lever states; empty for surcharges in bands. */
    static Optional<Adjustment> read(Governed<CommercialLever> lever, Function<String, Optional<String>> meaning) {
        CommercialLever content = lever.content();
        if (content.lever() != LeverType.PRICE_ADJUSTMENT
                || content.find(Name.TIERS).isPresent()) {
            return Optional.empty();
        }
        BigDecimal rate = percents(content, Name.RATE).stream().findFirst().orElse(null);
        String index = content.find(Name.INDEX).map(TypedValue::display).orElse(null);
        BigDecimal share =
                index != null && rate != null && isShare(rate, lever.finding().words()) ? rate : null;
        BigDecimal most =
                percents(content, Name.CAP).stream().min(BigDecimal::compareTo).orElse(null);
        LeverTerm term = new LeverTerm(content, lever.finding(), lever.member(), List.of());
        String clause = clause(term);
        String section = limits(term);
        PriceSetting setting = PriceFormula.of(lever.finding().words() + " " + section)
                .or(() -> PriceFormula.of(clause + " " + section))
                .<PriceSetting>map(formula -> formula)
                .or(() -> MovedPrice.of(term, index, share == null ? HUNDRED : share, most))
                .orElse(null);
        return Optional.of(new Adjustment(
                setting instanceof MovedPrice ? firstTurn(lever) : first(lever),
                content.find(Name.FREQUENCY)
                        .flatMap(AdjustmentReader::span)
                        .map(AdjustmentReader::period)
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
                                        .flatMap(AdjustmentReader::span)
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
        LocalDate from = content.findDay(Name.FROM).orElse(null);
        boolean typed = from != null && content.find(Name.FREQUENCY).isPresent();
        if (typed || setting instanceof MovedPrice) {
            return null;
        }
        String words = lever.finding().words().replaceAll("\\s+", " ");
        Optional<AdjustmentDays> days = AdjustmentDays.stated(words);
        return (setting == null
                        ? days
                        : days.or(() -> AdjustmentDays.of(words, meaning)).or(() -> AdjustmentDays.of(clause, meaning)))
                .map(found -> found.from(from))
                .orElse(null);
    }

    /** Words for what it changes: what the lever names, or else the thing that the clause lets rise. */
    private static ItemWords subject(CommercialLever lever, String clause) {
        String base = String.join(" ", lever.texts(Name.BASE)) + " " + String.join(" ", lever.texts(Name.ITEM));
        ItemWords named = ItemWords.of(IN_A_DOCUMENT.matcher(base).replaceAll(" "));
        Matcher subject = SUBJECT.matcher(clause);
        return named.isEmpty() && subject.find()
                ? ItemWords.of(subject.group(1) == null ? subject.group(2) : subject.group(1))
                : named;
    }

    /** The first day that the clause names, or where it speaks of each renewal or anniversary, that of the first one. */
    private static @Nullable LocalDate first(Governed<CommercialLever> lever) {
        LocalDate named = lever.content().findDay(Name.FROM).orElse(null);
        if (named != null || !TURN.matcher(lever.finding().words()).find()) {
            return named;
        }
        return lever.content()
                .find(Name.FREQUENCY)
                .flatMap(AdjustmentReader::span)
                .map(AdjustmentReader::period)
                .flatMap(turn -> lever.member().findEffective().map(day -> day.plus(turn)))
                .orElse(null);
    }

    /** The first calendar quarter, month or year that begins with the contract or after it. */
    private static @Nullable LocalDate firstTurn(Governed<CommercialLever> lever) {
        LocalDate named = first(lever);
        Optional<TimeSpan> every = lever.content().find(Name.FREQUENCY).flatMap(AdjustmentReader::span);
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
        return lever.list(name).stream()
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

    /** What the section says of when a formula is applied, which often stands in the next paragraph. */
    private static String limits(LeverTerm term) {
        return term.inItsSection(OF_A_RECALCULATION)
                .map(said -> said.citation().quote())
                .filter(quote -> !clause(term).contains(quote.replaceAll("\\s+", " ")))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** All that the clauses of a lever say, in one line. */
    static String clause(LeverTerm term) {
        return term.inItsClauses(ALL_WORDS).stream()
                .map(said -> said.citation().quote())
                .distinct()
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }
}
