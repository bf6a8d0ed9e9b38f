package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.Band;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of bands: discounts, rebates, royalties and surcharges by tier, prices by quantity, minimum amounts by year. */
final class TierTables {
    private static final Pattern BANDS = Pattern.compile(
            "\\b(?:volumes?|quantit\\w+|spend|purchas\\w*|turnover|units?|orders?|from|tiers?|bands?|sales|revenues?|devices?|instruments?|prices?|index|portion|number\\s+of|shipped|ordered)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EARNS = Pattern.compile(
            "\\b(?:discount|rebate|bonus|price|rate|royalt\\w+|share|commission|surcharge|adjustment)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MINIMUM = Pattern.compile("\\bminim(?:um|a)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile(
            "^\\s*(?:number\\s+of\\s+)?(?<unit>\\p{L}+s)\\s+(?:\\w+ed|under|per|in|of|shipped|sold|bought)\\b");
    private static final Pattern PER = Pattern.compile(
            "\\b(?:in\\s+)?(?<unit>(?:USD|EUR|GBP|euros?|dollars?|[$€£])\\s+per\\s+\\p{L}+)", Pattern.CASE_INSENSITIVE);
    /** What a share is of, where the words above its table say it: {@code Upon Net Sales of Home Products in a year}. */
    private static final Pattern SALES = Pattern.compile(
            "\\b(?<base>(?:net\\s+|gross\\s+|annual\\s+|aggregate\\s+)*(?:sales|revenues?|receipts|takings|turnover)(?:\\s+(?:of|from|for)\\s+(?:the\\s+)?[^.,;:]{2,40}?)?)(?=\\s+(?:in|during|for|made|sold|by)\\b|\\s*[,:.;]|\\s*$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONEY_OR_PERCENT = Pattern.compile("%|[A-Z]{3}");

    private TierTables() {}

    /** The table as one lever; empty unless two rows state a band and what it earns. */
    static Optional<Candidate> tiers(LeverTable table) {
        List<Step> steps =
                table.body().stream().flatMap(row -> step(table, row).stream()).toList();
        if (steps.size() < 2) {
            return Optional.empty();
        }
        List<Tier> tiers = stepped(adjoining(steps.stream().map(Step::tier).toList()));
        List<TableCell> cells = steps.stream()
                .flatMap(step -> List.of(step.band, step.value).stream())
                .toList();
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.TIERS, new TypedValue.Tiers(tiers))));
        Step first = steps.get(0);
        String words = table.lead() + " " + first.band.header() + " " + first.value.header();
        LeverType type = typeOf(first.value.header(), words, tiers);
        if (type == LeverType.PRICE_ADJUSTMENT) {
            parameters.add(parameter(Name.INDEX, first.band.header()));
        }
        Matcher sales = SALES.matcher(table.lead());
        if (type == LeverType.GAIN_OR_REVENUE_SHARE && sales.find()) {
            parameters.add(parameter(Name.BASE, sales.group("base")));
        }
        Values.frequency(table.lead())
                .or(() -> Values.frequency(first.value.header() + " / " + first.band.header()))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        List<Citation> citations = table.cite(cells, List.of(first.band, first.value));
        return Optional.of(new Candidate(new CommercialLever(type, parameters), citations, 0.85));
    }

    /** Bands that each row counts on from the row above, with what is counted as their item. */
    static Optional<Candidate> cumulative(LeverTable table) {
        return CumulativeBands.of(table).map(rows -> {
            CumulativeBands.Row first = rows.get(0);
            Matcher counted = COUNTED.matcher(first.band().header());
            String unit = counted.find() ? counted.group("unit") : first.tier().unit();
            List<Tier> tiers = rows.stream()
                    .map(CumulativeBands.Row::tier)
                    .map(tier -> new Tier(
                            tier.from(), tier.fromIncluded(), tier.to(), tier.toIncluded(), unit, tier.value()))
                    .toList();
            String words = table.lead() + " " + first.band().header() + " "
                    + first.price().header();
            LeverType type = typeOf(first.price().header(), words, tiers);
            List<LeverParameter> parameters =
                    new ArrayList<>(List.of(parameter(Name.TIERS, new TypedValue.Tiers(tiers))));
            if (type == LeverType.VOLUME_DISCOUNT && !unit.isBlank()) {
                parameters.add(parameter(Name.ITEM, unit));
            }
            Values.frequency(first.band().header())
                    .or(() -> Values.frequency(table.lead()))
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
            List<TableCell> cells = rows.stream()
                    .flatMap(row -> List.of(row.band(), row.price()).stream())
                    .toList();
            List<Citation> citations = table.cite(cells, List.of(first.band(), first.price()));
            return new Candidate(new CommercialLever(type, parameters), citations, 0.85);
        });
    }

    private static LeverType typeOf(String earned, String words, List<Tier> tiers) {
        String own = earned.toLowerCase(Locale.ROOT);
        String all = words.toLowerCase(Locale.ROOT);
        boolean money = tiers.stream().allMatch(tier -> tier.value() instanceof TypedValue.Amount);
        if (own.contains("surcharge") || own.contains("adjustment")) {
            return LeverType.PRICE_ADJUSTMENT;
        }
        if (own.contains("rebate")
                || (!own.contains("discount") && (all.contains("rebate") || all.contains("bonus")))) {
            return LeverType.REBATE;
        }
        if (own.contains("royalt")) {
            return LeverType.GAIN_OR_REVENUE_SHARE;
        }
        boolean share = all.contains("royalt") || all.contains("revenue share") || all.contains("commission");
        return share && !money && !own.contains("discount")
                ? LeverType.GAIN_OR_REVENUE_SHARE
                : LeverType.VOLUME_DISCOUNT;
    }

    private static Optional<Step> step(LeverTable table, TableRow row) {
        for (TableCell band : row.cells()) {
            Optional<Band> range =
                    BANDS.matcher(band.header()).find() && !band.span().isEmpty()
                            ? Values.TIERS
                                    .bandOf(band.text(), band.header())
                                    .filter(found -> (found.end() - found.start()) * 2
                                            > band.text().length())
                                    .map(found -> united(found, band, table))
                            : Optional.empty();
            for (TableCell value : row.cells()) {
                boolean earns = range.isPresent()
                        && value.column() > band.column()
                        && EARNS.matcher(value.header()).find();
                Optional<CellValues.Price> price = earns ? CellValues.price(value, table.lead()) : Optional.empty();
                if (price.isPresent()) {
                    return Optional.of(new Step(
                            band, value, range.get().earning(price.get().value())));
                }
            }
        }
        return Optional.empty();
    }

    /** What the bounds count: what the header begins with ({@code Devices shipped}), or what the words above the table say. */
    private static Band united(Band band, TableCell cell, LeverTable table) {
        if (MONEY_OR_PERCENT.matcher(band.unit()).matches()) {
            return band;
        }
        Matcher counted = COUNTED.matcher(cell.header());
        if (counted.find()) {
            return band.in(counted.group("unit"));
        }
        Matcher per = PER.matcher(table.lead());
        return band.unit().isEmpty() && per.find() ? band.in(per.group("unit")) : band;
    }

    /** The prices of each row by the quantities that the headers name. */
    static List<Candidate> quantityBreaks(LeverTable table) {
        return table.body().stream().flatMap(row -> breaks(table, row).stream()).toList();
    }

    private static Optional<Candidate> breaks(LeverTable table, TableRow row) {
        List<Tier> tiers = new ArrayList<>();
        List<TableCell> prices = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            Optional<Band> band = Values.TIERS
                    .bandOf(cell.header(), cell.header())
                    .filter(found -> !found.unit().isEmpty() && !found.unit().equals("%"));
            Optional<CellValues.Price> price = band.isPresent() && !cell.span().isEmpty()
                    ? CellValues.price(cell, table.lead())
                    : Optional.empty();
            if (price.isPresent()) {
                tiers.add(band.get().earning(price.get().value()));
                prices.add(cell);
            }
        }
        Optional<TableCell> item = row.cells().stream()
                .filter(cell -> !cell.span().isEmpty() && !prices.contains(cell))
                .findFirst();
        if (tiers.size() < 2 || item.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.ITEM, item.get().text()),
                parameter(Name.TIERS, new TypedValue.Tiers(adjoining(tiers)))));
        Units.of(table.lead()).ifPresent(unit -> parameters.add(parameter(Name.BASE, unit)));
        Values.start(table.lead()).ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
        List<TableCell> cells = new ArrayList<>(List.of(item.get()));
        cells.addAll(prices);
        return Optional.of(new Candidate(
                new CommercialLever(LeverType.VOLUME_DISCOUNT, parameters), table.cite(cells, prices), 0.85));
    }

    /** Minimum amounts: a row for each period, a column for each thing that has a minimum. */
    static List<Candidate> minima(LeverTable table) {
        List<Candidate> found = new ArrayList<>();
        for (TableRow row : table.body()) {
            for (TableCell cell : row.cells()) {
                if (MINIMUM.matcher(cell.header()).find() && !cell.span().isEmpty()) {
                    minimum(table, row, cell).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Candidate> minimum(LeverTable table, TableRow row, TableCell cell) {
        Optional<TypedValue> volume = CellValues.price(cell, table.lead())
                .map(CellValues.Price::value)
                .filter(value -> !(value instanceof TypedValue.Percent))
                .or(() -> Values.QUANTITIES.findFirst(cell.text()).map(match -> match.value()));
        Optional<TableCell> label = row.cells().stream()
                .filter(other -> other.column() < cell.column() && !other.span().isEmpty())
                .findFirst();
        if (volume.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.ITEM, cell.header()), parameter(Name.VOLUME, volume.get())));
        Values.DATES
                .findFirst(label.get().text())
                .ifPresentOrElse(
                        day -> parameters.add(parameter(Name.FROM, day.value())),
                        () -> parameters.add(parameter(Name.ITEM, label.get().text())));
        return Optional.of(new Candidate(
                new CommercialLever(LeverType.MINIMUM_COMMITMENT, parameters),
                table.cite(List.of(label.get(), cell), List.of(cell)),
                0.85));
    }

    /** Tiers of whole numbers that follow each other without a gap: {@code 1 to 9} and {@code 10 to 99} meet at 10. */
    private static List<Tier> adjoining(List<Tier> tiers) {
        List<Tier> joined = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            BigDecimal to = tier.to();
            BigDecimal next = i + 1 < tiers.size() ? tiers.get(i + 1).from() : null;
            boolean meets = to != null
                    && next != null
                    && tier.from() != null
                    && tier.toIncluded()
                    && !tier.unit().equals("%")
                    && next.subtract(to).compareTo(BigDecimal.ONE) == 0;
            joined.add(
                    meets ? new Tier(tier.from(), tier.fromIncluded(), next, false, tier.unit(), tier.value()) : tier);
        }
        return joined;
    }

    /** Steps that each row begins and the next one ends: {@code from €250,000}, {@code from €400,000}. */
    private static List<Tier> stepped(List<Tier> tiers) {
        List<Tier> closed = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            closed.add(i + 1 < tiers.size() ? endedBy(tier, tiers.get(i + 1)) : tier);
        }
        return closed;
    }

    private static Tier endedBy(Tier tier, Tier after) {
        BigDecimal from = tier.from();
        BigDecimal next = after.from();
        return tier.to() == null && from != null && next != null && from.compareTo(next) < 0
                ? new Tier(from, tier.fromIncluded(), next, !after.fromIncluded(), tier.unit(), tier.value())
                : tier;
    }

    private record Step(TableCell band, TableCell value, Tier tier) {}
}
