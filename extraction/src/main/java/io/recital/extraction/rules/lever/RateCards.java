package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rate cards: a column of prices is one lever with an item and a rate for each row, so that a card for two years or two
 * places of work is two. Where a further column gives each row terms of its own (a condition, a limit), or the rows are
 * charges that stand for themselves, each row is one. A row that asks for an approval is a lever without a price.
 */
final class RateCards {
    private static final double SURE = 0.85;
    private static final int MOST_COLUMNS_OF_A_STATEMENT = 3;
    private static final Pattern PRICED = Pattern.compile(
            "\\b(?:rate|price|fee|charge|cost|unit\\s+price|tariff|surcharge)s?\\b|\\bamount\\b|\\b(?:hourly|daily|weekly|monthly)\\b|\\bper\\s+(?:hour|day|week|month|visit|mile|km|unit|piece|tonne|ton|pallet|user|seat|litre|metre|thousand)\\b|[$€£]|\\b(?:USD|EUR|GBP|MRC|NRC|OTC)\\b|\\b(?:installation|set-?up|activation|one-?(?:time|off)|recurring)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENTAGES = Pattern.compile(
            "\\b(?:rate|discount|royalt\\w+|commission|margin|mark-?up|uplift)s?\\b", Pattern.CASE_INSENSITIVE);
    /** Columns of sums that are no prices: what is insured, sold, limited, forecast or added up. */
    private static final Pattern NO_PRICE = Pattern.compile(
            "\\b(?:totals?|sub-?totals?|limits?|deductibles?|insured|coverage|turnover|revenues?|sales|spend|volumes?|budgets?|forecasts?|estimates?|actuals?|thresholds?|thousand|values?|minim(?:um|a)|maxim(?:um|a)|deposits?|guarantees?|retention|liabilit\\w+|damages|penalt\\w+|credits?|rebates?|bonus|discounts?|savings?|paid|invoiced|balance|invoice|from|to|above|below|commitments?|per\\s+(?:occurrence|claim|event))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE =
            Pattern.compile("\\s*(?:none|nil|n/?a|free|included|incl\\.?|waived|-|–|—)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY = Pattern.compile("[$€£]|\\b[A-Z]{3}\\b");
    private static final Pattern LIMIT =
            Pattern.compile("^\\s*(?:limit|maximum|ceiling|cap)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_TERMS =
            Pattern.compile("\\b(?:conditions?|adjusted|indexed|adjustment)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern APPROVAL =
            Pattern.compile("\\b(?:approval|consent|authori[sz]ation)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKED =
            Pattern.compile("^\\s*(?:needed|required|necessary|yes)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARGES =
            Pattern.compile("\\b(?:recurring|fixed|standing)\\s+(?:charge|fee)s?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile(
            "^\\s*(?:unit|per|basis|unit\\s+of\\s+(?:measure|charge))s?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\s*(?=\\S*[\\dA-Z-])[A-Z0-9][A-Z0-9./_-]*\\s*");
    private static final Pattern ANY = Pattern.compile(
            "\\s*(?:any|all|every|each|none|n/?a|-|–|any\\s+quantity|all\\s+quantities)\\s*", Pattern.CASE_INSENSITIVE);
    /** A quantity with its unit, which names no item. */
    private static final Pattern NUMBERED = Pattern.compile("^\\s*\\d[\\d.,]*\\s+\\p{L}+\\s*$");

    /** What a column of bands counts: {@code Pallets of a calendar month}, {@code Hours in the quarter}. */
    private static final Pattern OF_A_TIME = Pattern.compile(
            "\\b(?:of|in|per|each|a|during|within)\\s+(?:(?:the|a|an|any|each|every|one)\\s+)?(?:(?:calendar|contract|billing)\\s+)?(?:month|quarter|year)\\b|\\bmonthly\\b|\\bannual",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNTIL =
            Pattern.compile("\\b(?:until|till|to\\s+and\\s+including|before)\\b", Pattern.CASE_INSENSITIVE);

    private final LeverTable table;
    private final List<Integer> priced;
    private final List<Integer> named;

    private RateCards(LeverTable table) {
        this.table = table;
        this.priced = table.columns().stream()
                .filter(column -> isPriced(table, column))
                .toList();
        this.named = table.columns().stream()
                .filter(column -> !priced.contains(column) && isNamed(table, column))
                .toList();
    }

    static List<Candidate> judge(LeverTable table) {
        RateCards cards = new RateCards(table);
        if (cards.priced.isEmpty() || cards.named.isEmpty() || cards.isStatement()) {
            return List.of();
        }
        boolean rows = table.isHeaded(OWN_TERMS)
                || table.isHeaded(LIMIT)
                || CHARGES.matcher(table.header(cards.item())).find();
        return rows
                ? table.body().stream()
                        .flatMap(row -> Stream.concat(cards.ofRow(row).stream(), cards.approvalOf(row).stream()))
                        .toList()
                : cards.priced.stream()
                        .flatMap(column -> cards.ofColumn(column).stream())
                        .toList();
    }

    /** Sums, with what they are computed from beside them, were billed or reported and bind nobody. */
    private boolean isStatement() {
        return table.hasTotal() && table.columns().size() > MOST_COLUMNS_OF_A_STATEMENT;
    }

    private static boolean isPriced(LeverTable table, int column) {
        String header = table.header(column);
        boolean dated = Values.DATES.findFirst(header).isPresent();
        List<TableCell> cells = table.cells(column);
        boolean each = !cells.isEmpty() && cells.stream().allMatch(cell -> isPriceOfOne(table, cell));
        boolean sums = !NO_PRICE.matcher(header).find() && cells.stream().allMatch(cell -> isSumOrNone(table, cell));
        if (!dated
                && !each
                && !sums
                && !PRICED.matcher(header).find()
                && !LIMIT.matcher(header).find()) {
            return false;
        }
        long prices =
                cells.stream().filter(cell -> price(table, cell).isPresent()).count();
        return prices > 0 && prices * 2 >= cells.size();
    }

    /** A sum with what it is paid for, which needs no header to be a price: {@code $48.50 per hour}. */
    private static boolean isPriceOfOne(LeverTable table, TableCell cell) {
        return price(table, cell)
                .filter(price -> price.value() instanceof TypedValue.Amount
                        && !price.unit().isEmpty())
                .isPresent();
    }

    /** A sum with its currency, or the word for none at all: a price, whatever abbreviation its column goes by. */
    private static boolean isSumOrNone(LeverTable table, TableCell cell) {
        return NONE.matcher(cell.text()).matches()
                || (CURRENCY.matcher(cell.text()).find()
                        && price(table, cell)
                                .filter(price -> price.value() instanceof TypedValue.Amount)
                                .isPresent());
    }

    private static Optional<CellValues.Price> price(LeverTable table, TableCell cell) {
        return CellValues.price(cell, table.lead())
                .filter(price -> !(price.value() instanceof TypedValue.Percent)
                        || PERCENTAGES.matcher(cell.header()).find());
    }

    private static boolean isNamed(LeverTable table, int column) {
        List<TableCell> cells = table.cells(column);
        return !cells.isEmpty()
                && cells.stream()
                                        .filter(cell -> cell.text().codePoints().anyMatch(Character::isLetter))
                                        .count()
                                * 2
                        > cells.size();
    }

    /** The column that tells what is priced: the first with words, or else the codes. */
    private int item() {
        return named.stream()
                .filter(column -> !table.cells(column).stream()
                        .allMatch(cell -> CODE.matcher(cell.text()).matches()
                                || NUMBERED.matcher(cell.text()).find()
                                || ANY.matcher(cell.text()).matches()
                                || Values.DATES.findFirst(cell.text()).isPresent()))
                .findFirst()
                .orElse(named.get(0));
    }

    private Optional<Candidate> ofColumn(int column) {
        List<LeverParameter> parameters = new ArrayList<>();
        List<TableCell> items = new ArrayList<>();
        List<TableCell> prices = new ArrayList<>();
        Set<String> units = new LinkedHashSet<>();
        for (TableRow row : table.body()) {
            Optional<TableCell> item = LeverTable.cell(row, item());
            Optional<TableCell> cell = LeverTable.cell(row, column);
            Optional<CellValues.Price> price = cell.flatMap(found -> price(table, found));
            if (item.isPresent() && price.isPresent()) {
                parameters.add(parameter(Name.ITEM, item.get().text() + condition(column)));
                parameters.add(parameter(Name.RATE, price.get().value()));
                items.add(item.get());
                prices.add(cell.get());
                unit(row, price.get()).ifPresent(units::add);
            }
        }
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        parameters.add(parameter(Name.BASE, base(column, units)));
        parameters.addAll(period(column));
        List<TableCell> cells = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            cells.addAll(List.of(items.get(i), prices.get(i)));
        }
        return Optional.of(new Candidate(
                new CommercialLever(LeverType.RATE_CARD, parameters), table.cite(cells, headed(items, prices)), SURE));
    }

    /** The cells whose headers are cited: the prices, and the items where their header says of what time they are. */
    private List<TableCell> headed(List<TableCell> items, List<TableCell> prices) {
        return OF_A_TIME.matcher(table.header(item())).find()
                ? Stream.concat(prices.stream(), items.stream()).toList()
                : prices;
    }

    /** Of several columns of prices, when or where each holds, where its header says that alone. */
    private String condition(int column) {
        String header = table.header(column).strip();
        boolean says = priced.size() > 1
                && !header.isEmpty()
                && !PRICED.matcher(header).find()
                && Values.DATES.findFirst(header).isEmpty();
        return says ? ", " + header : "";
    }

    private Optional<Candidate> ofRow(TableRow row) {
        List<LeverParameter> parameters = new ArrayList<>();
        List<TableCell> cells = new ArrayList<>();
        List<TableCell> prices = new ArrayList<>();
        for (int column : named) {
            boolean names = column <= item();
            LeverTable.cell(row, column).filter(cell -> names).ifPresent(cell -> {
                parameters.add(parameter(Name.ITEM, cell.text()));
                cells.add(cell);
            });
        }
        for (int column : inForce()) {
            Optional<TableCell> cell = LeverTable.cell(row, column);
            Optional<CellValues.Price> price = cell.flatMap(found -> price(table, found));
            if (price.isPresent()) {
                Name name = LIMIT.matcher(table.header(column)).find() ? Name.CAP : Name.RATE;
                parameters.add(parameter(name, price.get().value()));
                unit(row, price.get()).ifPresent(unit -> parameters.add(parameter(Name.BASE, unit)));
                parameters.addAll(period(column));
                prices.add(cell.get());
            }
        }
        if (prices.isEmpty() || cells.isEmpty()) {
            return Optional.empty();
        }
        cells.addAll(prices);
        return Optional.of(
                new Candidate(new CommercialLever(LeverType.RATE_CARD, parameters), table.cite(cells, prices), SURE));
    }

    /** An item that is paid only if it was approved: what the row's column of approvals asks for, from what amount. */
    private Optional<Candidate> approvalOf(TableRow row) {
        Optional<TableCell> item = LeverTable.cell(row, item());
        Optional<TableCell> asked = table.columns().stream()
                .filter(column -> APPROVAL.matcher(table.header(column)).find())
                .flatMap(column -> LeverTable.cell(row, column).stream())
                .filter(cell -> ASKED.matcher(cell.text()).find())
                .findFirst();
        if (item.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.ITEM, item.get().text())));
        Values.MONEY
                .findFirst(asked.get().text())
                .ifPresent(amount -> parameters.add(parameter(Name.FLOOR, amount.value())));
        return Optional.of(new Candidate(
                new CommercialLever(LeverType.RATE_CARD, parameters),
                table.cite(List.of(item.get(), asked.get()), List.of(asked.get())),
                SURE));
    }

    /** The columns of prices without those that later ones have replaced. */
    private List<Integer> inForce() {
        List<Integer> current = priced.stream()
                .filter(column -> !UNTIL.matcher(table.header(column)).find())
                .toList();
        return current.isEmpty() ? priced : current;
    }

    private Optional<String> unit(TableRow row, CellValues.Price price) {
        return price.unit().isEmpty()
                ? row.cells().stream()
                        .filter(cell -> UNIT.matcher(cell.header()).matches()
                                && !cell.text().isBlank())
                        .map(TableCell::text)
                        .findFirst()
                : Optional.of(price.unit());
    }

    private String base(int column, Set<String> units) {
        if (!units.isEmpty()) {
            return String.join(", ", units);
        }
        String header = table.header(column);
        boolean dated = Values.DATES.findFirst(header).isPresent();
        return dated || header.isBlank() ? Units.of(table.lead()).orElse(header) : header;
    }

    /** The time in which a dated column applies. */
    private List<LeverParameter> period(int column) {
        String header = table.header(column);
        Optional<ValueMatch> day = Values.DATES.findFirst(header);
        if (day.isPresent()) {
            boolean until =
                    UNTIL.matcher(header.substring(0, day.get().start())).find();
            return List.of(parameter(until ? Name.PERIOD : Name.FROM, day.get().value()));
        }
        return Values.start(table.lead()).stream()
                .map(start -> parameter(Name.FROM, start))
                .toList();
    }
}
