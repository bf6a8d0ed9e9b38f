package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the prices by quantity of an item count: by order or by period, for all of the quantity or each for its own part. */
final class QuantityBreaks {
    private static final Pattern PERIODIC = Pattern.compile(
            "(?i)\\b(?:per|each|every|in the|in a|during the|cumulative|annual|yearly|monthly|quarterly)\\b"
                    + "(?:[^.]{0,40}\\b(?:year|month|quarter)\\b|[^.]{0,20}\\b(?:volume|quantit))");
    private static final Pattern BY_PART = Pattern.compile(
            "(?i)\\bfor\\s+the\\s+first\\b(?:[^.]|\\.(?=\\d)){0,120}\\b(?:beyond|above|over|exceeding|thereafter|further|additional|next|in\\s+excess)"
                    + "|\\bonly\\s+(?:to|for|on)\\s+(?:the|that)\\s+(?:part|portion|quantity|units?)\\b"
                    + "|\\bfirst\\s+\\d[\\d,.]*\\b(?:[^.]|\\.(?=\\d)){0,120}\\b(?:each|every|any|all)\\s+(?:\\w+\\s+){0,2}(?:above|beyond|over|thereafter|further|additional)\\b"
                    + "|\\b(?:the\\s+)?next\\s+\\d[\\d,.]*\\b|\\bits\\s+own\\s+(?:rate|price)|\\btheir\\s+own\\s+(?:rate|price)"
                    + "|\\bonly\\s+(?:to|for|on)\\s+(?:the|that|those)\\b[^.]{0,40}\\b(?:within|in|into|falls?|fall)\\b[^.]{0,30}\\b(?:band|tier|bracket|step|block)"
                    + "|\\b(?:each|every|a)\\s+(?:rate|price)\\s+(?:applies|is|holds)\\s+(?:to|for)\\b[^.]{0,60}\\b(?:within|in|into|lies?|falls?)\\b[^.]{0,30}\\b(?:its|that|the)\\s+(?:own\\s+)?(?:band|tier|step|bracket)"
                    + "|\\b(?:part|portion)\\b[^.]{0,60}\\b(?:within|in|falls?)\\b[^.]{0,30}\\b(?:band|tier|bracket|step)");
    private static final Pattern MONTHLY = Pattern.compile(
            "(?i)\\b(?:of|per|in|and|each|every|a|for)\\s+(?:the\\s+|that\\s+|each\\s+|any\\s+|every\\s+|one\\s+|a\\s+)?(?:(?:calendar|same)\\s+)?month\\b|\\bmonthly\\b");
    private static final Pattern OF_BANDS = Pattern.compile(
            "(?i)\\b(?:bands?|tiers?|brackets?|steps?|(?:the\\s+)?(?:lower|higher|reduced)\\s+(?:price|rate|fee))\\b");
    private static final int NEAR = 900;

    private final List<Tier> breaks;
    private final List<String> names;
    private final String unit;
    private final Governed<CommercialLever> source;

    QuantityBreaks(AgreedPrice price) {
        this.breaks = price.breaks();
        this.names = price.names();
        this.unit = price.unit();
        this.source = price.source();
    }

    /** Whether its breaks count what is bought in a period, and not in one order. */
    boolean isByPeriod() {
        String base = source.content().find(Name.BASE).map(TypedValue::display).orElse("");
        return !breaks.isEmpty() && PERIODIC.matcher(base + " " + terms()).find();
    }

    /** Whether each price is for the part of the quantity in its band only, and not for all of it. */
    boolean isByPart() {
        return !breaks.isEmpty() && BY_PART.matcher(terms()).find();
    }

    /** What it cites, and where its breaks stand in a table, what is said around that of bands and of what they count. */
    private String terms() {
        Citation first = source.finding().citations().get(0);
        Stream<String> around = first.role() != CitationRole.CELL
                ? Stream.empty()
                : source.member().beside().charges().stream()
                        .filter(sentence -> sentence.path().equals(first.path())
                                && Math.abs(sentence.span().start()
                                                - first.span().start())
                                        < NEAR)
                        .map(Citation::quote)
                        .filter(quote -> OF_BANDS.matcher(quote).find());
        return Stream.concat(Stream.of(source.finding().words()), around).collect(Collectors.joining(" "));
    }

    /** Its bands, each from where the one before it ends: 201 to 500 after 1 to 200. */
    List<Tier> bands() {
        List<Tier> bands = new ArrayList<>();
        BigDecimal end = BigDecimal.ZERO;
        for (Tier tier : breaks) {
            BigDecimal from = tier.from() == null ? BigDecimal.ZERO : tier.from();
            boolean follows = from.subtract(end).signum() > 0
                    && from.subtract(end).compareTo(BigDecimal.ONE) <= 0
                    && from.stripTrailingZeros().scale() <= 0;
            bands.add(
                    follows
                            ? new Tier(end, end.signum() == 0, tier.to(), tier.toIncluded(), tier.unit(), tier.value())
                            : tier);
            end = tier.to() == null ? end : tier.to();
        }
        return bands;
    }

    boolean isBeyondTheFirstBand(BigDecimal quantity) {
        BigDecimal end = breaks.isEmpty() ? null : breaks.get(0).to();
        return end != null && quantity.compareTo(end) > 0;
    }

    /** What so many units cost together where each price is for its own part; empty where the bands leave a gap. */
    Optional<BigDecimal> byPart(BigDecimal quantity) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal priced = BigDecimal.ZERO;
        for (Tier tier : bands()) {
            BigDecimal from = tier.from() == null ? BigDecimal.ZERO : tier.from();
            BigDecimal to = tier.to() == null ? quantity : tier.to().min(quantity);
            BigDecimal part = to.subtract(from).max(BigDecimal.ZERO);
            priced = priced.add(part);
            sum = sum.add(
                    part.multiply(((TypedValue.Amount) tier.value()).value().getAmount()));
        }
        return priced.compareTo(quantity) == 0 ? Optional.of(sum) : Optional.empty();
    }

    /** The months for whose quantity its bands are; empty where nothing says. */
    Optional<Integer> months() {
        Optional<TimeSpan> every = source.content()
                .find(Name.FREQUENCY)
                .filter(TypedValue.Length.class::isInstance)
                .map(value -> ((TypedValue.Length) value).value());
        if (every.isPresent()) {
            TimeSpan span = every.get();
            return switch (span.unit()) {
                case MONTHS -> Optional.of(span.count());
                case QUARTERS -> Optional.of(3 * span.count());
                case YEARS -> Optional.of(12 * span.count());
                default -> Optional.empty();
            };
        }
        String words = unit + " " + terms();
        return MONTHLY.matcher(words).find() || before().anyMatch(MONTHLY.asPredicate())
                ? Optional.of(1)
                : Optional.empty();
    }

    /** What stands before it in its clause and speaks of its item. */
    private Stream<String> before() {
        Citation first = source.finding().citations().get(0);
        return source.member().beside().charges().stream()
                .filter(sentence -> sentence.path().equals(first.path())
                        && sentence.span().start() <= first.span().start())
                .map(Citation::quote)
                .filter(sentence -> ItemWords.of(sentence).share(ItemWords.of(String.join(" ", names))));
    }

    /** What the quantity breaks count in one unit of the price: 1,000 where the price is per thousand and breaks are in units. */
    BigDecimal units(String invoiced) {
        boolean brokenInThousands = breaks.stream().anyMatch(tier -> Units.isThousands(tier.unit()));
        return breaks.isEmpty() || brokenInThousands ? BigDecimal.ONE : Units.pieces(invoiced);
    }
}
