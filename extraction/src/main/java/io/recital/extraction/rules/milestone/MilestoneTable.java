package io.recital.extraction.rules.milestone;

import io.recital.extraction.rules.obligation.DeadlineReader;
import io.recital.extraction.rules.value.DateParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads milestones from a table with a deliverable and a date or a payment in each row. */
final class MilestoneTable {
    private static final Pattern THING =
            Pattern.compile("\\b(?:milestone|deliverable|phase|stage|event|task|activity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DUE = Pattern.compile(
            "\\b(?:due|date|deadline|delivery|completion|timing|timeline|when|by\\s+when)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYMENT =
            Pattern.compile("\\b(?:payment|amount|price|fee|charge|instal+ment|value|%)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCEPTANCE =
            Pattern.compile("\\b(?:acceptance|criteria|approval|sign-?off)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUALITY =
            Pattern.compile("\\b(?:quality\\s+level|AQL|service\\s+level)", Pattern.CASE_INSENSITIVE);

    private final DeadlineReader deadlines = new DeadlineReader();
    private final DateParser dates = new DateParser();
    private final MoneyParser amounts = new MoneyParser();
    private final PercentParser percents = new PercentParser();

    /** The milestone of a row; empty when the table is about something else. */
    Optional<Extraction.Candidate> read(ContractReading contract, TableRow row) {
        Optional<TableCell> thing = find(row, THING, List.of());
        if (row.header()
                || thing.isEmpty()
                || thing.get().text().isBlank()
                || QUALITY.matcher(headers(row)).find()) {
            return Optional.empty();
        }
        Optional<TableCell> acceptance = find(row, ACCEPTANCE, List.of(thing.get()));
        List<TableCell> taken = new ArrayList<>(List.of(thing.get()));
        acceptance.ifPresent(taken::add);
        Optional<TableCell> due = find(row, DUE, taken);
        due.ifPresent(taken::add);
        Optional<TableCell> payment = find(row, PAYMENT, taken);
        payment.ifPresent(taken::add);
        Optional<Deadline> deadline = due.flatMap(cell -> deadlineIn(cell.text()));
        Optional<TypedValue> amount = payment.flatMap(cell -> amountIn(cell.text()));
        if (deadline.isEmpty() && amount.isEmpty()) {
            return Optional.empty();
        }
        Milestone milestone = new Milestone(
                MilestoneProse.tidy(named(row, thing.get())),
                deadline.orElse(null),
                amount.orElse(null),
                acceptance
                        .map(TableCell::text)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(null));
        return Optional.of(
                new Extraction.Candidate(milestone, cite(contract, taken), deadline.isPresent() ? 0.9 : 0.8));
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
        String sentence = words.matches("(?i)\\s*(?:within|by|no).*") ? words : "within " + words;
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

    private static List<Citation> cite(ContractReading contract, List<TableCell> cells) {
        List<Citation> citations = new ArrayList<>();
        Set<Span> headers = new LinkedHashSet<>();
        for (TableCell cell : cells) {
            if (!cell.span().isEmpty() && !contract.text().slice(cell.span()).isBlank()) {
                citations.add(contract.cite(cell.span(), CitationRole.CELL));
            }
            headers.addAll(cell.headerSpans());
        }
        headers.stream()
                .filter(span -> !contract.text().slice(span).isBlank())
                .forEach(span -> citations.add(contract.cite(span, CitationRole.TABLE_HEADER)));
        return citations;
    }
}
