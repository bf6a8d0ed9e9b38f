package io.recital.models.ledger.invoice;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.lever.ItemCodes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says that one item costs, or at most may cost.
 *
 * @param names of the item: its number, its description
 * @param context words of the table or sentence that it stands in, such as those of the column's header
 * @param price of one unit; null where it depends on the quantity, or is withheld
 * @param breaks prices by the quantity of one order; empty where there is one price
 * @param unit what is counted, in the contract's words; empty when not said
 * @param from first day; null when the contract's own
 * @param until last day; null when none is said
 * @param limit whether it is a limit and not the price itself
 * @param source the finding that says so
 */
record AgreedPrice(
        List<String> names,
        ItemWords context,
        @Nullable BigMoney price,
        List<Tier> breaks,
        String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean limit,
        Governed<CommercialLever> source) {
    private static final Pattern INSTALMENTS =
            Pattern.compile("(?i)\\bin (\\w+) (?:equal |monthly |quarterly )*instal?lments");
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
            "(?i)\\b(?:of|per|in|and|each|every|a|for)\\s+(?:the\\s+|that\\s+|each\\s+|a\\s+)?(?:calendar\\s+)?month\\b|\\bmonthly\\b");
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "(?i)\\b(?:(?:worked|performed|delivered|provided|ordered|valid|rates?|prices?)\\s+(?:in|for|during)|calendar\\s+year|in\\s+the\\s+year)\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern SO_MANY =
            Pattern.compile("^\\W*(?:per\\s+)?(?<many>\\d{1,3}(?:[,.]\\d{3})*|\\d+)\\s+\\p{L}");
    /** A quantity, a price, a day or a condition, which stand on the row of an item too. */
    private static final Pattern A_TERM = Pattern.compile(
            "(?i)^\\W*(?:from|to|up\\s+to|below|under|over|above|more\\s+than|less\\s+than|at\\s+least|any|all|each|every|per|none|yes|no|n/?a|until|\\d[\\d.,]*)\\b|[€$£]|\\b(?:EUR|USD|GBP|CHF|AUD)\\b");

    private static final int NEAR = 900;
    private static final Pattern OF_BANDS = Pattern.compile(
            "(?i)\\b(?:bands?|tiers?|brackets?|steps?|(?:the\\s+)?(?:lower|higher|reduced)\\s+(?:price|rate|fee))\\b");
    private static final ItemWords THOUSANDS = ItemWords.of("thousand tsd mille k");
    private static final Pattern A_THOUSAND = Pattern.compile("\\b1[,.' ]?000\\b");
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    AgreedPrice {
        names = List.copyOf(names);
        requireNonNull(context, "context");
        breaks = List.copyOf(breaks);
        requireNonNull(unit, "unit");
        requireNonNull(source, "source");
    }

    /** The prices that a rate card, or a discount in prices by quantity, states; none where items and prices do not pair. */
    static List<AgreedPrice> of(Governed<CommercialLever> lever) {
        List<String> stated = texts(lever.content(), Name.ITEM);
        List<String> items = stated.isEmpty() && breaks(lever.content()).isPresent() ? PricedThing.of(lever) : stated;
        List<TypedValue> rates = values(lever.content(), Name.RATE);
        List<TypedValue> caps = values(lever.content(), Name.CAP).stream()
                .filter(TypedValue.Amount.class::isInstance)
                .toList();
        if (items.isEmpty()) {
            return List.of();
        }
        Optional<StepPrices> steps = StepPrices.of(items, rates);
        if (steps.isPresent()) {
            List<String> names = Stream.concat(
                            PricedThing.of(lever).stream(),
                            Stream.of(steps.get().item()))
                    .distinct()
                    .toList();
            return List.of(one(lever, names, null, steps.get().tiers(), false));
        }
        if (lever.content().lever() == LeverType.VOLUME_DISCOUNT) {
            return breaks(lever.content())
                    .map(tiers -> List.of(one(lever, items, null, tiers, false)))
                    .orElse(List.of());
        }
        if (lever.content().lever() != LeverType.RATE_CARD) {
            return List.of();
        }
        boolean limit = rates.isEmpty();
        List<TypedValue> prices = limit ? caps : rates;
        if (prices.size() == 1) {
            return List.of(one(lever, items, money(prices.get(0)), List.of(), limit));
        }
        if (prices.size() != items.size()) {
            return List.of();
        }
        List<AgreedPrice> paired = new ArrayList<>();
        Set<String> stepped = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String name = StepPrices.name(items.get(i));
            Optional<StepPrices> some = name.isEmpty() ? Optional.empty() : steps(name, items, prices);
            if (some.isEmpty()) {
                paired.add(one(lever, List.of(items.get(i)), money(prices.get(i)), List.of(), limit));
            } else if (stepped.add(name)) {
                paired.add(one(lever, List.of(name), null, some.get().tiers(), limit));
            }
        }
        return paired;
    }

    /** The steps of one of several items of a price list. */
    private static Optional<StepPrices> steps(String name, List<String> items, List<TypedValue> prices) {
        List<Integer> rows = IntStream.range(0, items.size())
                .filter(i -> StepPrices.name(items.get(i)).equals(name))
                .boxed()
                .toList();
        return rows.size() < 2
                ? Optional.empty()
                : StepPrices.of(
                        rows.stream().map(items::get).toList(),
                        rows.stream().map(prices::get).toList());
    }

    private static AgreedPrice one(
            Governed<CommercialLever> lever,
            List<String> names,
            @Nullable BigMoney price,
            List<Tier> breaks,
            boolean limit) {
        CommercialLever content = lever.content();
        return new AgreedPrice(
                withCodes(lever.member(), names),
                context(lever),
                price,
                breaks,
                limit && isShareToo(content) ? "" : unit(content),
                Optional.ofNullable(day(content, Name.FROM))
                        .or(() -> year(names).map(year -> year.atDay(1)))
                        .orElse(null),
                Optional.ofNullable(day(content, Name.PERIOD))
                        .or(() -> year(names).map(year -> year.atDay(year.length())))
                        .orElse(null),
                limit,
                lever);
    }

    /** The year that a name says it is for, such as {@code Fitter, worked in 2026}. */
    private static Optional<Year> year(List<String> names) {
        Matcher year = OF_A_YEAR.matcher(String.join(" ", names));
        return year.find() ? Optional.of(Year.parse(year.group("year"))) : Optional.empty();
    }

    /** The numbers first that stand on the rows of its names or begin them. */
    private static List<String> withCodes(FamilyMember member, List<String> names) {
        Stream<String> leading = names.stream()
                .map(name -> name.split("\\s+", 2))
                .filter(parts -> parts.length == 2 && ItemWords.isCode(parts[0]))
                .map(parts -> parts[0]);
        Stream<String> codes =
                Stream.concat(names.stream().flatMap(name -> ItemCodes.of(member, name).stream()), leading);
        return Stream.concat(codes, names.stream()).distinct().toList();
    }

    private static String unit(CommercialLever content) {
        return content.find(Name.BASE)
                .or(() -> content.find(Name.FREQUENCY))
                .map(AgreedPrice::unitOf)
                .orElse("");
    }

    /** Whether it also limits something to a share, so that its base is what that is a share of. */
    private static boolean isShareToo(CommercialLever content) {
        return values(content, Name.CAP).stream().anyMatch(TypedValue.Percent.class::isInstance);
    }

    private static String unitOf(TypedValue value) {
        return value instanceof TypedValue.Length length
                ? length.value().unit().name().toLowerCase(Locale.ROOT)
                : value.display();
    }

    private static ItemWords context(Governed<CommercialLever> lever) {
        String around = lever.finding().citations().stream()
                .filter(citation -> citation.role() != CitationRole.CELL && citation.role() != CitationRole.ITEM)
                .map(Citation::quote)
                .collect(Collectors.joining(" "));
        String base = lever.content().find(Name.BASE).map(TypedValue::display).orElse("");
        return ItemWords.undated(around + " " + base);
    }

    private static Optional<List<Tier>> breaks(CommercialLever lever) {
        return lever.find(Name.TIERS)
                .filter(TypedValue.Tiers.class::isInstance)
                .map(value -> ((TypedValue.Tiers) value).tiers())
                .filter(tiers -> tiers.stream().allMatch(tier -> tier.value() instanceof TypedValue.Amount));
    }

    static List<String> texts(CommercialLever lever, Name name) {
        return values(lever, name).stream().map(TypedValue::display).toList();
    }

    static List<TypedValue> values(CommercialLever lever, Name name) {
        return lever.parameters().stream()
                .filter(parameter -> parameter.name() == name)
                .map(LeverParameter::value)
                .toList();
    }

    static @Nullable LocalDate day(CommercialLever lever, Name name) {
        return values(lever, name).stream()
                .filter(TypedValue.Day.class::isInstance)
                .map(value -> ((TypedValue.Day) value).value())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigMoney money(TypedValue value) {
        return value instanceof TypedValue.Amount amount ? amount.value() : null;
    }

    boolean isValidOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }

    /** Whether the contract withholds the price, or says it in two ways. */
    boolean isWithheld() {
        return price == null && breaks.isEmpty();
    }

    /** The price of one unit when so much is ordered at once, counted as the breaks count. */
    Optional<BigMoney> at(BigDecimal ordered) {
        if (price != null) {
            return Optional.of(price);
        }
        return breaks.stream()
                .filter(tier -> tier.holds(ordered))
                .map(tier -> ((TypedValue.Amount) tier.value()).value())
                .findFirst();
    }

    /** Whether its breaks count what is bought in a period, and not in one order. */
    boolean isBrokenByPeriod() {
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
        return Stream.concat(Stream.of(Adjustment.words(source)), around).collect(Collectors.joining(" "));
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

    private Stream<String> before() {
        Citation first = source.finding().citations().get(0);
        return source.member().beside().charges().stream()
                .filter(sentence -> sentence.path().equals(first.path())
                        && sentence.span().start() <= first.span().start())
                .map(Citation::quote)
                .filter(sentence -> ItemWords.of(sentence).share(ItemWords.of(String.join(" ", names))));
    }

    /** All prices that it knows for the item, whatever is ordered. */
    List<BigMoney> all() {
        return price != null
                ? List.of(price)
                : breaks.stream()
                        .map(tier -> ((TypedValue.Amount) tier.value()).value())
                        .toList();
    }

    /** What the quantity breaks count in one unit of the price: 1,000 where the price is per thousand and breaks are in units. */
    BigDecimal breakUnits(String invoiced) {
        boolean brokenInThousands = breaks.stream().anyMatch(tier -> isThousands(tier.unit()));
        return breaks.isEmpty() || brokenInThousands ? BigDecimal.ONE : pieces(invoiced);
    }

    /** How many pieces one unit is: 1,000 for a thousand, 100 for {@code 100 pcs}, or else 1. */
    static BigDecimal pieces(String unit) {
        Matcher many = SO_MANY.matcher(unit);
        if (isThousands(unit)) {
            return BigDecimal.valueOf(1000);
        }
        return many.find()
                ? new BigDecimal(many.group("many").replaceAll("[,.]", "")).max(BigDecimal.ONE)
                : BigDecimal.ONE;
    }

    private static boolean isThousands(String unit) {
        return ItemWords.of(unit).share(THOUSANDS) || A_THOUSAND.matcher(unit).find();
    }

    /** Into how many equal invoices the price is divided; one for most. */
    int instalments() {
        Matcher found = INSTALMENTS.matcher(String.join(" ", names));
        if (!found.find()) {
            return 1;
        }
        String number = found.group(1).toLowerCase(Locale.ROOT);
        int written = NUMBERS.indexOf(number);
        return written > 0 ? written : number.matches("[1-9]\\d?") ? Integer.parseInt(number) : 1;
    }

    /** Whether it is the price for nights, weekends or the like. */
    boolean isForOffHours() {
        return OffHours.isNamedIn(String.join(" ", names) + " " + unit);
    }

    /** The words of its names and of the table or sentence that it stands in. */
    ItemWords words() {
        return ItemWords.of(String.join(" ", names)).and(context);
    }

    /** Words by which the rows of its number describe it, where nothing but the number names it. */
    ItemWords description() {
        if (!names.stream().allMatch(ItemWords::isCode)) {
            return ItemWords.NONE;
        }
        List<String> told = names.stream()
                .flatMap(code -> ItemCodes.namesOf(source.member(), code).stream())
                .filter(cell -> !A_TERM.matcher(cell).find())
                .distinct()
                .toList();
        return told.size() == 1 ? ItemWords.of(told.get(0)) : ItemWords.NONE;
    }

    String name() {
        return names.get(names.size() - 1);
    }
}
