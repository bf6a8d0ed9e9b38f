package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.Definition;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads tables that say what follows from how many points: {@code 15 to 29 | 1%}, {@code 8 or more | Deduction of 4% of the
 * Charges}. With them go the words of the section that say how many points a miss brings and how long they are valid.
 */
final class PointsStages {
    private static final Pattern POINTS =
            Pattern.compile("\\b(?:points?|demerits?|penalty\\s+marks?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAND = Pattern.compile(
            "\\s*(?:(?:from|between)\\s+)?\\d{1,4}\\s*(?:to|and|-|–|—|until|through)\\s*\\d{1,4}(?:\\s+points)?\\s*"
                    + "|\\s*\\d{1,4}\\s*(?:points\\s+)?(?:or|and)\\s+(?:more|above|over|fewer|less|below)\\s*|\\s*\\d{1,4}\\s*\\+\\s*"
                    + "|\\s*(?:at\\s+least|more\\s+than|over|above|from|up\\s+to|below|under|fewer\\s+than|less\\s+than|not\\s+more\\s+than|reaching)\\s+\\d{1,4}(?:\\s+points)?(?:\\s+(?:or\\s+more|but\\s+(?:fewer|less|not\\s+more)\\s+than\\s+\\d{1,4}))?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile("\\s*\\d+(?:[.,]\\d+)?\\s*(?:%|per\\s?cent)\\s*");
    private static final Pattern NOTHING =
            Pattern.compile("\\W*(?:0+(?:[.,]0+)?\\s*%?|none|nil|no\\b.*|n/a|[-–—])\\W*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLLOWS = Pattern.compile(
            "%|\\bper\\s?cent|\\b(?:deduct|abat|reduc|credit|terminat|step.in|plan\\b|warning|withh|lower)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THE_PAYER =
            Pattern.compile("\\b(?:deduct|terminat|withh|step.in)", Pattern.CASE_INSENSITIVE);
    /** How long points count, what uses them up, and until when what follows from them is to be claimed. */
    private static final Pattern VALID = Pattern.compile(
            "\\b(?:expir|valid\\b|lapse|carried|rolling|successive|consecutive|used\\s+up|reset|no\\s+longer\\s+count|added\\s+up)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAIM = Pattern.compile(
            "\\bclaim\\w*\\b[^.]*\\bdeduction|\\bdeduction\\b[^.]*\\bclaim|\\bwithin\\b[^.]*\\b(?:receipt|receiving|received)\\b[^.]*\\b(?:report|statement)\\b|\\b(?:deduction|abatement|reduction)s?\\b[^.]*\\b(?:forfeit|lost|laps|no\\s+longer)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BROUGHT = Pattern.compile("\\s*\\d{1,3}\\s*");

    private static final Pattern LAST_NUMBER = Pattern.compile("(?:\\.\\d+|\\(\\w+\\))$");
    private static final int NEAR = 4;

    private final ContractReading contract;
    private final Parties parties;

    PointsStages(ContractReading contract, Parties parties) {
        this.contract = contract;
        this.parties = parties;
    }

    /** What follows from a number of points, with the words that it rests on. */
    record Stage(Obligation consequence, List<Citation> citations) {}

    /** The stages of the tables of a clause. */
    List<Stage> in(Clause clause) {
        return Cells.tablesOf(clause).stream()
                .flatMap(table -> stages(
                        clause, table.stream().filter(row -> !row.header()).toList()))
                .toList();
    }

    private Stream<Stage> stages(Clause clause, List<TableRow> rows) {
        Optional<Integer> points = rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> POINTS.matcher(cell.header()).find())
                .map(TableCell::column)
                .distinct()
                .filter(column -> rows.size() > 1 && areBands(rows, column))
                .findFirst();
        return points.stream().flatMap(column -> rows.stream().flatMap(row -> stage(clause, row, column).stream()));
    }

    private static boolean areBands(List<TableRow> rows, int column) {
        return rows.stream()
                .allMatch(row -> Cells.find(row, column)
                        .filter(cell -> BAND.matcher(Cells.flat(cell.text())).matches()
                                || NOTHING.matcher(cell.text()).matches())
                        .isPresent());
    }

    private Optional<Stage> stage(Clause clause, TableRow row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() > column
                        && FOLLOWS.matcher(cell.text() + " " + cell.header()).find()
                        && !NOTHING.matcher(cell.text()).matches())
                .findFirst()
                .flatMap(follows -> Cells.find(row, column)
                        .filter(band -> BAND.matcher(Cells.flat(band.text())).matches())
                        .map(band -> stage(clause, row, band, follows)));
    }

    private Stage stage(Clause clause, TableRow row, TableCell band, TableCell follows) {
        String said = Cells.flat(follows.text());
        String action = SHARE.matcher(said).matches() ? Cells.flat(follows.header()) + ": " + said : said;
        String trigger = Cells.flat(band.text());
        if (!POINTS.matcher(trigger).find()) {
            trigger += " " + Cells.flat(band.header()).toLowerCase(Locale.ROOT);
        }
        boolean right = OF_THE_PAYER.matcher(said).find();
        List<Citation> citations = new ArrayList<>(Cells.cite(contract, row.cells()));
        citations.addAll(around(clause));
        citations.addAll(ofTheSection(clause));
        citations.addAll(definitions(action));
        return new Stage(
                new Obligation(
                        right ? Modality.RIGHT : Modality.DUTY,
                        party(right),
                        party(!right),
                        action,
                        trigger,
                        null,
                        null),
                citations.stream().distinct().toList());
    }

    private PartyReference party(boolean payer) {
        return parties.sides()
                .map(sides -> payer ? sides.payer() : sides.performer())
                .map(name -> parties.refer(name, name))
                .orElseGet(() -> new PartyReference("the parties", null));
    }

    /** The sentences that lead to the table: they say of what a share is taken. */
    private List<Citation> around(Clause clause) {
        return Statements.of(contract, clause).stream()
                .filter(statement -> POINTS.matcher(statement.body().text()).find()
                        || statement.body().text().strip().endsWith(":"))
                .flatMap(statement -> statement.citations().stream())
                .toList();
    }

    /** The words of its section on how many points a miss brings, how long they count and when to claim. */
    private List<Citation> ofTheSection(Clause clause) {
        List<Citation> words = new ArrayList<>();
        for (Clause other : contract.clauses()) {
            if (isNear(clause, other)) {
                brought(other).forEach(row -> words.addAll(Cells.cite(contract, row)));
                Statements.of(contract, other).stream()
                        .filter(PointsStages::saysHowLong)
                        .forEach(statement -> words.addAll(statement.citations()));
            }
        }
        return words;
    }

    /** What the terms mean of which a share is taken. */
    private List<Citation> definitions(String action) {
        return contract.segmentation().definitions().stream()
                .filter(definition -> !definition.party() && action.contains(definition.term()))
                .map(Definition::span)
                .filter(span -> !contract.text().slice(span).isBlank())
                .map(span -> contract.cite(span, CitationRole.DEFINITION))
                .toList();
    }

    private static boolean saysHowLong(Statement statement) {
        String words = statement.body().text();
        return CLAIM.matcher(words).find() || VALID.matcher(words).find();
    }

    /** Rows that give a number of points to what went wrong: the words first, as they stand in the row. */
    private static Collection<List<TableCell>> brought(Clause clause) {
        return clause.rows().stream()
                .filter(row -> !row.header())
                .map(TableRow::cells)
                .filter(cells -> cells.stream()
                        .anyMatch(cell -> POINTS.matcher(cell.header()).find()
                                && BROUGHT.matcher(cell.text()).matches()))
                .toList();
    }

    /** Of the same section, or a few clauses away where clauses bear no numbers of a section. */
    private static boolean isNear(Clause clause, Clause other) {
        Matcher own = LAST_NUMBER.matcher(clause.path());
        return own.find()
                ? LAST_NUMBER.matcher(other.path()).replaceFirst("").equals(own.replaceFirst(""))
                : Math.abs(clause.ordinal() - other.ordinal()) <= NEAR;
    }
}
