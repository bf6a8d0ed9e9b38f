package io.recital.extraction.rules.milestone;

import io.recital.extraction.rules.obligation.DeadlineReader;
import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads milestones from a table with a deliverable and a date or a payment in each row. */
final class MilestoneTable {
    private static final Pattern THING =
            Pattern.compile("\\b(?:milestone|deliverable|phase|stage|event|task|activity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DUE = Pattern.compile(
            "\\b(?:due|date|deadline|delivery|completion|timing|timeline|when|by\\s+when|deliver(?:ed)?\\s+by|(?:ready|required|complete[d]?|finish(?:ed)?|done|install(?:ed)?|hand(?:ed)?\\s+over)\\s+(?:by|on)|arriv(?:al|es?)|hand-?over)\\b|^\\s*(?:by|until)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYMENT =
            Pattern.compile("\\b(?:payment|amount|price|fee|charge|instal+ment|value|%)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTANCE =
            Pattern.compile("\\b(?:acceptance|criteria|approval|sign-?off)", Pattern.CASE_INSENSITIVE);
    /** A number of the contract's own: what a letter or two makes unlike any quantity. */
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}[-. ]?\\d{1,3}[a-z]?");

    private static final Pattern NUMBER = Pattern.compile(
            "^\\s*(?:no|nr|number|ref(?:erence)?|id|code|item|#|milestone|deliverable|phase|stage)\\b|^\\s*#",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GOODS = Pattern.compile(
            "^\\s*(?:articles?|description|goods|products?|items?\\s+(?:and|description)|material|works?|services?|scope|equipment|what)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARRIVAL = Pattern.compile(
            "\\b(?:deliver(?:y|ed)?\\s+(?:by|date|day|on)|date\\s+of\\s+(?:delivery|arrival|completion|hand-?over|installation)|(?:ready|required|complete[d]?|due)\\s+by|completion\\s+date|arrival|hand-?over)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE = Pattern.compile(
            "^\\s*(?:until|up\\s+to\\s+now|old|current(?:ly)?|previous(?:ly)?|existing|before|original(?:ly)?|was)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "^\\s*(?:from|new|now|changed|revised|amended|after|becomes|will\\s+be|as\\s+(?:changed|amended|revised))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\b(?:long-?stop|day|target|finish)", Pattern.CASE_INSENSITIVE);
    /** A day from which something holds, or on which something was done. */
    private static final Pattern VALID = Pattern.compile(
            "\\b(?:valid|effective|from|since|start|issued|signed|dated|ordered|invoice)", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUALITY =
            Pattern.compile("\\b(?:quality\\s+level|AQL|service\\s+level)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME =
            Pattern.compile("\\b(?:days?|weeks?|months?|quarters?|years?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECURS =
            Pattern.compile("\\b(?:each|every|daily|weekly|monthly|quarterly|annually)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREPOSITION = Pattern.compile("\\s*(?:within|by|no)\\b", Pattern.CASE_INSENSITIVE);

    private final DeadlineReader deadlines = new DeadlineReader();
    private final DateParser dates = new DateParser();
    private final MoneyParser amounts = new MoneyParser();
    private final PercentParser percents = new PercentParser();

    /** A milestone and what it rests on. */
    record Row(Milestone milestone, List<Citation> citations) {}

    /** The milestone of a row; empty when the table is about something else. */
    Optional<Row> read(ContractReading contract, Clause clause, TableRow row, Acceptance elsewhere) {
        Optional<TableCell> thing =
                find(row, THING, List.of()).or(() -> numbered(row)).or(() -> ordered(row));
        if (row.header()
                || thing.isEmpty()
                || thing.get().text().isBlank()
                || QUALITY.matcher(headers(row)).find()) {
            return Optional.empty();
        }
        List<TableCell> taken = new ArrayList<>(List.of(thing.get()));
        Optional<TableCell> changed = changed(row);
        Optional<TableCell> acceptance = changed.isPresent() ? Optional.empty() : take(row, ACCEPTANCE, taken);
        Optional<TableCell> due = changed.or(() -> take(row, DUE, taken)).or(() -> find(row, DAY, taken));
        due.filter(cell -> !taken.contains(cell)).ifPresent(taken::add);
        Optional<TableCell> payment = changed.or(() -> take(row, PAYMENT, taken));
        changed.ifPresent(taken::add);
        Optional<TableCell> code = row.cells().stream()
                .filter(cell -> CODE.matcher(cell.text().strip()).matches()
                        && (NUMBER.matcher(cell.header()).find() || cell.column() == 0))
                .findFirst();
        code.filter(cell -> !taken.contains(cell)).ifPresent(cell -> taken.add(1, cell));
        Optional<Deadline> deadline = due.flatMap(cell -> deadlineIn(cell.text()));
        Optional<TypedValue> amount = payment.flatMap(cell -> amountIn(cell.text()));
        if (deadline.isEmpty() && amount.isEmpty()) {
            return Optional.empty();
        }
        List<Citation> citations = new ArrayList<>(Cells.cite(contract, taken));
        @Nullable
        String accepted = acceptance
                .map(cell -> Cells.flat(cell.text()))
                .filter(text -> !text.isEmpty())
                .orElse(null);
        if (accepted == null && changed.isEmpty()) {
            Optional<Acceptance.Rule> rule = elsewhere.forRow(clause, words(row));
            rule.ifPresent(found -> citations.addAll(found.citations()));
            accepted = rule.map(Acceptance.Rule::how).orElse(null);
        }
        return Optional.of(new Row(
                new Milestone(
                        MilestoneProse.tidy(named(row, thing.get())),
                        deadline.orElse(null),
                        amount.orElse(null),
                        accepted,
                        code.map(cell -> cell.text().strip()).orElse(null)),
                citations));
    }

    /** What is to be done, in a row that has a number of its own, one day and one sum of money. */
    private Optional<TableCell> numbered(TableRow row) {
        List<TableCell> days = row.cells().stream()
                .filter(cell -> dates.findFirst(cell.text())
                        .filter(day ->
                                day.end() - day.start() >= cell.text().strip().length())
                        .isPresent())
                .toList();
        List<TableCell> sums = row.cells().stream()
                .filter(cell -> PAYMENT.matcher(cell.header()).find()
                        && amounts.findFirst(cell.text()).isPresent())
                .toList();
        boolean isNumbered = Cells.find(row, 0)
                .filter(cell -> CODE.matcher(cell.text().strip()).matches())
                .isPresent();
        boolean isDue = days.size() == 1 && !VALID.matcher(days.get(0).header()).find();
        return isNumbered && isDue && sums.size() == 1
                ? row.cells().stream()
                        .filter(cell -> cell.column() > 0 && !days.contains(cell) && !sums.contains(cell))
                        .filter(cell -> cell.text().strip().contains(" "))
                        .findFirst()
                : Optional.empty();
    }

    /** What is ordered, in a row with one day on which it is to be there. */
    private Optional<TableCell> ordered(TableRow row) {
        boolean isDue = row.cells().stream()
                        .filter(cell -> ARRIVAL.matcher(cell.header()).find()
                                && dates.findFirst(cell.text())
                                        .filter(day -> day.end() - day.start()
                                                >= cell.text().strip().length())
                                        .isPresent())
                        .count()
                == 1;
        return isDue ? find(row, GOODS, List.of()) : Optional.empty();
    }

    /** The cell that says what holds from now on, in a table that sets what was beside what is. */
    private static Optional<TableCell> changed(TableRow row) {
        return row.cells().stream()
                        .anyMatch(cell -> BEFORE.matcher(cell.header()).find())
                ? find(row, AFTER, List.of())
                : Optional.empty();
    }

    private static Optional<TableCell> take(TableRow row, Pattern header, List<TableCell> taken) {
        Optional<TableCell> cell = find(row, header, taken);
        cell.ifPresent(taken::add);
        return cell;
    }

    private static String words(TableRow row) {
        return String.join(" ", row.cells().stream().map(TableCell::text).toList());
    }

    /** Its text, with the next column's where a mere number or code names the milestone. */
    private static String named(TableRow row, TableCell thing) {
        if (!thing.text().strip().matches("(?i)(?:[a-z]{0,3}\\s*)?\\d{1,3}[.)]?")) {
            return thing.text();
        }
        return row.cells().stream()
                .filter(cell -> cell.column() == thing.column() + 1)
                .map(cell -> thing.text().strip() + " " + cell.text())
                .findFirst()
                .orElse(thing.text());
    }

    private Optional<Deadline> deadlineIn(String words) {
        Optional<Deadline> day = dates.findFirst(words)
                .flatMap(match -> match.value() instanceof TypedValue.Day found
                        ? Optional.of(new Deadline.OnDate(found.value()))
                        : Optional.empty());
        if (day.isPresent()) {
            return day;
        }
        if (!TIME.matcher(words).find() || RECURS.matcher(words).find()) {
            return Optional.empty();
        }
        String sentence = PREPOSITION.matcher(words).lookingAt() ? words : "within " + words;
        return deadlines.read(sentence, null).filter(found -> !(found instanceof Deadline.Recurring));
    }

    private Optional<TypedValue> amountIn(String words) {
        return amounts.findFirst(words).or(() -> percents.findFirst(words)).map(ValueMatch::value);
    }

    private static String headers(TableRow row) {
        return String.join(" ", row.cells().stream().map(TableCell::header).toList());
    }

    private static Optional<TableCell> find(TableRow row, Pattern header, List<TableCell> taken) {
        return row.cells().stream()
                .filter(cell ->
                        !taken.contains(cell) && header.matcher(cell.header()).find())
                .findFirst();
    }
}
