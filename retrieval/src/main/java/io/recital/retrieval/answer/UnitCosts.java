package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.QuantityBand;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** What a number of something costs by the rows of a price table, bands and prices per thousand counted. */
final class UnitCosts {
    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\b(?:how much|what|price|cost)\\b.*\\b(?:costs?|pay|price|charged?|come to|owe|worth)\\b|^\\W*(?:cost|price) (?:of|for)\\b");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,$€£-])(?<n>\\d[\\d,]*)(?![\\d%.]|,\\d)(?<noun>(?: [\\p{L}-]+){1,4})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern PER = Pattern.compile(
            "(?i)\\b(?:per|for each|for every|/) ?(?<n>\\d[\\d,]*|hundred|thousand)(?= (?:pieces|units|items|\\p{L}+)|\\W|$)");
    private static final Pattern MARGINAL = Pattern.compile(
            "(?i)\\b(?:within (?:its|that|each|the|their) (?:own )?(?:band|tier|range)|only to (?:the|those|that)\\b.*\\b(?:above|within|beyond|exceed\\w*)|(?:lower|higher) (?:fee|price|rate) applies only)");
    private static final Pattern WHOLE = Pattern.compile(
            "(?i)\\b(?:to|for|on) (?:the whole|the entire|all (?:units|pieces|items|hours|of))|\\bwhole (?:order|quantity|volume|lot)\\b");
    private static final Set<String> CURRENCIES =
            Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK");
    private static final double LEAST = 0.4;
    private static final int NEAR = 1500;

    private final Ranking.Result result;

    private UnitCosts(Ranking.Result result) {
        this.result = result;
    }

    private record Row(
            Statement statement, Statement.Cell priced, BigMoney price, Optional<QuantityBand> band, String name) {}

    private record Part(Row row, BigDecimal count) {}

    /** The cost with its workings; empty where no number of something is asked for, or where it is not sure what it costs. */
    static Optional<AnswerSentence> of(Ranking.Result result, Understanding question) {
        if (!ASKED.matcher(question.text()).find()) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(question.subject());
        while (number.find()) {
            if (!YEAR.matcher(number.group("n")).matches()
                    && !Words.of(number.group("noun")).isEmpty()) {
                return new UnitCosts(result).of(number.group("n"), Words.of(number.group("noun")));
            }
        }
        return Optional.empty();
    }

    private Optional<AnswerSentence> of(String written, Set<String> noun) {
        BigDecimal count = new BigDecimal(written.replace(",", ""));
        Optional<Ranked> best = result.best().stream()
                .filter(one -> one.statement().isRow() && one.score() >= LEAST)
                .filter(one -> result.coverage().of(one.statement(), noun) > 0)
                .filter(one -> row(one.statement()).isPresent())
                .findFirst();
        if (best.isEmpty() || result.best().indexOf(best.get()) > 3) {
            return Optional.empty();
        }
        Row first = row(best.get().statement()).orElseThrow();
        List<Row> rows = result.provisions().items(first.statement()).stream()
                .filter(Statement::isRow)
                .flatMap(statement -> row(statement).stream())
                .filter(row -> row.name().equals(first.name()))
                .toList();
        List<Part> parts = parts(rows, count);
        return parts.isEmpty() ? Optional.empty() : Optional.of(sentence(parts));
    }

    /** A row with one price; its name is what its other cells say beside its band. */
    private static Optional<Row> row(Statement statement) {
        List<Statement.Cell> priced = statement.cells().stream()
                .filter(cell -> amount(cell).isPresent())
                .toList();
        if (priced.size() != 1) {
            return Optional.empty();
        }
        Optional<QuantityBand> band = Optional.empty();
        StringBuilder name = new StringBuilder();
        for (Statement.Cell cell : statement.cells()) {
            if (cell.equals(priced.get(0))) {
                continue;
            }
            Optional<QuantityBand> here = QuantityBand.of(cell.value().text());
            name.append(here.map(QuantityBand::rest).orElse(cell.value().text()))
                    .append('|');
            band = band.or(() -> here);
        }
        return Optional.of(
                new Row(statement, priced.get(0), amount(priced.get(0)).orElseThrow(), band, name.toString()));
    }

    private static Optional<BigMoney> amount(Statement.Cell cell) {
        Matcher found = Pattern.compile("(?<code>[$€£]|[A-Z]{3})\\s?(?<n>\\d[\\d,]*(?:\\.\\d+)?)")
                .matcher(cell.inUnits());
        if (!found.matches()) {
            return Optional.empty();
        }
        String code =
                switch (found.group("code")) {
                    case "$" -> "USD";
                    case "€" -> "EUR";
                    case "£" -> "GBP";
                    default -> found.group("code");
                };
        return CURRENCIES.contains(code)
                ? Optional.of(BigMoney.of(
                        CurrencyUnit.of(code), new BigDecimal(found.group("n").replace(",", ""))))
                : Optional.empty();
    }

    /** What of the number each row is for; nothing where the words do not say whether bands are for all or for their part. */
    private List<Part> parts(List<Row> rows, BigDecimal count) {
        if (rows.size() == 1 && rows.get(0).band().isEmpty()) {
            return List.of(new Part(rows.get(0), count));
        }
        List<Row> banded = rows.stream().filter(row -> row.band().isPresent()).toList();
        List<Row> holding = banded.stream()
                .filter(row -> row.band().orElseThrow().holds(count))
                .toList();
        if (holding.size() != 1 || banded.size() != rows.size()) {
            return List.of();
        }
        boolean lowest = holding.get(0).band().orElseThrow().above().signum() == 0;
        boolean whole = says(rows.get(0), WHOLE);
        if (lowest || (whole && !says(rows.get(0), MARGINAL))) {
            return List.of(new Part(holding.get(0), count));
        }
        if (!says(rows.get(0), MARGINAL)
                && banded.stream().noneMatch(row -> row.band().orElseThrow().marginal())) {
            return List.of();
        }
        List<Part> parts = banded.stream()
                .map(row -> new Part(row, row.band().orElseThrow().partOf(count)))
                .filter(part -> part.count().signum() > 0)
                .toList();
        BigDecimal all = parts.stream().map(Part::count).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.compareTo(count) == 0 ? parts : List.of();
    }

    private boolean says(Row row, Pattern words) {
        return words.matcher(row.statement().words()).find()
                || near(row).stream().anyMatch(one -> words.matcher(one.quote()).find());
    }

    /** The sentences about the table. */
    private List<Statement> near(Row row) {
        return result.all().stream()
                .map(Ranked::statement)
                .filter(one -> !one.isRow()
                        && one.contract().equals(row.statement().contract())
                        && one.clause().id().equals(row.statement().clause().id())
                        && Math.abs(one.place().start()
                                        - row.statement().place().start())
                                < NEAR)
                .toList();
    }

    private Optional<String> per(Row row) {
        return first(row.priced().header())
                .or(() -> near(row).stream()
                        .flatMap(one -> first(one.quote()).stream())
                        .findFirst());
    }

    private static Optional<String> first(String text) {
        Matcher per = PER.matcher(text);
        return per.find()
                ? Optional.of(per.group("n").replaceAll("(?i)hundred", "100").replaceAll("(?i)thousand", "1000"))
                : Optional.empty();
    }

    private AnswerSentence sentence(List<Part> parts) {
        List<Derivation> workings = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        List<Input> sums = new ArrayList<>();
        List<String> said = new ArrayList<>();
        BigMoney total = BigMoney.zero(parts.get(0).row().price().getCurrencyUnit());
        for (Part part : parts) {
            List<Citation> cells = part.row().statement().cite();
            String price = part.row().priced().inUnits().strip();
            BigDecimal count = part.count();
            Optional<String> per = per(part.row());
            if (per.isPresent()) {
                workings.add(priced(count, per.get()));
                count = new BigDecimal(workings.get(workings.size() - 1).result());
            }
            BigMoney cost = part.row().price().multipliedBy(count);
            String shown = display(cost);
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            new Input("number", count.toPlainString(), null),
                            new Input(
                                    "price",
                                    price,
                                    cells.stream()
                                            .filter(citation -> citation.quote()
                                                    .contains(part.row()
                                                            .priced()
                                                            .value()
                                                            .text()))
                                            .findFirst()
                                            .orElse(cells.get(0)))),
                    shown));
            sums.add(new Input("part", shown, null));
            said.add(count.toPlainString() + " × " + price);
            citations.addAll(cells);
            total = total.plus(cost);
        }
        String result = display(total);
        if (parts.size() > 1) {
            workings.add(new Derivation(Operation.SUM, sums, result));
        }
        String title = parts.get(0).row().statement().contract().title();
        return new AnswerSentence(
                title + ": " + result + ", " + String.join(" + ", said) + ".",
                citations.stream().distinct().toList(),
                workings);
    }

    private static Derivation priced(BigDecimal count, String per) {
        String result = count.divide(new BigDecimal(per.replace(",", "")), 6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return new Derivation(
                Operation.QUOTIENT,
                List.of(new Input("asked for", count.toPlainString(), null), new Input("priced by", per, null)),
                result);
    }

    private static String display(BigMoney money) {
        return new TypedValue.Amount(
                        BigMoney.of(money.getCurrencyUnit(), money.getAmount().setScale(2, RoundingMode.HALF_UP)))
                .display();
    }
}
