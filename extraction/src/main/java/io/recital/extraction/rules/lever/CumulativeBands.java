package io.recital.extraction.rules.lever;

import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.finding.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bands that a table counts on from row to row: {@code The first 500}, {@code The next 250}, {@code Every further visit}. */
final class CumulativeBands {
    private static final Pattern COUNTED = Pattern.compile(
            "^\\s*(?:for\\s+)?(?:(?<first>(?:the\\s+)?first|up\\s+to)|(?:the\\s+)?(?:next|following|subsequent|further))\\s+(?<count>\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\s+(?<unit>[\\p{L}][\\p{L} -]{1,40}))?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REST = Pattern.compile(
            "^\\s*(?:for\\s+)?(?:(?:each|every|all|any)\\s+(?:further|additional|subsequent|later|other)\\b.*|(?:the\\s+)?(?:remainder|rest|balance)\\b.*|thereafter|(?:above|beyond|over)(?:\\s+that)?|further\\s+\\p{L}+)\\s*$",
            Pattern.CASE_INSENSITIVE);

    private CumulativeBands() {}

    /** The tiers with their cells, of which each begins where the one before ends; empty where a row says otherwise. */
    static Optional<List<Row>> of(LeverTable table) {
        List<Row> rows = new ArrayList<>();
        @Nullable BigDecimal from = null;
        String unit = "";
        for (TableRow row : table.body()) {
            Optional<TableCell> band = LeverTable.cell(row, 0);
            Optional<TableCell> priced = prices(table, row);
            if (band.isEmpty() || priced.isEmpty()) {
                return Optional.empty();
            }
            Matcher counted = COUNTED.matcher(band.get().text());
            boolean counts = counted.matches() && rows.isEmpty() == (counted.group("first") != null);
            boolean rest = from != null && REST.matcher(band.get().text()).matches();
            if (!counts && !rest) {
                return Optional.empty();
            }
            unit = counts && counted.group("unit") != null
                    ? counted.group("unit").strip()
                    : unit;
            BigDecimal to = counts ? end(from, counted.group("count")) : null;
            CellValues.Price price =
                    CellValues.price(priced.get(), table.lead()).orElseThrow();
            rows.add(new Row(
                    band.get(), priced.get(), new Tier(from, from == null, to, to != null, unit, price.value())));
            from = to;
        }
        return rows.size() < 2 ? Optional.empty() : Optional.of(inOneUnit(rows, unit));
    }

    private static BigDecimal end(@Nullable BigDecimal from, String count) {
        BigDecimal number = new BigDecimal(count.replace(",", ""));
        return from == null ? number : from.add(number);
    }

    private static Optional<TableCell> prices(LeverTable table, TableRow row) {
        List<TableCell> priced = row.cells().stream()
                .filter(cell -> cell.column() > 0 && !cell.span().isEmpty())
                .filter(cell -> CellValues.price(cell, table.lead()).isPresent())
                .toList();
        return priced.size() == 1 ? Optional.of(priced.get(0)) : Optional.empty();
    }

    private static List<Row> inOneUnit(List<Row> rows, String unit) {
        return rows.stream()
                .map(row -> new Row(
                        row.band,
                        row.price,
                        new Tier(
                                row.tier.from(),
                                row.tier.fromIncluded(),
                                row.tier.to(),
                                row.tier.toIncluded(),
                                unit,
                                row.tier.value())))
                .toList();
    }

    /** One row. */
    record Row(TableCell band, TableCell price, Tier tier) {}
}
