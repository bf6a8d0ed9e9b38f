package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.statement.Prose;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads measures from tables: targets by service level, times by severity, quality levels by deliverable. */
final class MeasureTables {
    private static final Pattern MEASURED = Pattern.compile(
            "\\b(?:measur|calculat|assess|report|monitor|meet|met\\b|appl(?:y|ies)|achiev|taken\\b|worked\\s+out|record|determin|scores?\\b)",
            Pattern.CASE_INSENSITIVE);

    /** What leads to a table. */
    private static final Pattern LEADS_TO_TABLE =
            Pattern.compile("\\b(?:following|follows|below|table|these)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern IS_MEASURED = Pattern.compile(
            "\\b(?:availability|uptime|accuracy|punctuality|on[- ]time|fill\\s+rate|yield|response\\s+time|verfügbarkeit|termintreue)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARES = Pattern.compile(
            "≥|≤|\\b(?:at\\s+least|at\\s+most|not?\\s+less|no\\s+more|not\\s+more|or\\s+more|minimum|mindestens)\\b",
            Pattern.CASE_INSENSITIVE);
    private final TargetReader targets = new TargetReader();
    private final WindowReader windows = new WindowReader();

    /** The measures of one table; empty when it is about something else. */
    List<Draft> read(ContractReading contract, Clause clause, List<TableRow> rows) {
        Columns columns = Columns.of(rows);
        String about = columns.words() + " " + String.join(" ", clause.headingPath()) + " " + introduction(clause);
        Term term = MeasureProse.termOf(about);
        List<Draft> drafts = new ArrayList<>();
        List<Integer> reactions = columns.reactions();
        Optional<Window> introduced = introducedWindow(contract, clause);
        List<Citation> leading = reactions.isEmpty() ? List.of() : leading(contract, clause);
        for (TableRow row : rows) {
            if (row.header()) {
                continue;
            }
            if (!reactions.isEmpty()) {
                reactions.forEach(
                        column -> reaction(contract, row, column, term, leading).ifPresent(drafts::add));
            } else if (columns.target().isEmpty()) {
                drafts.addAll(byColumn(contract, row, term, introduced));
            } else if (isAboutPerformance(about)) {
                target(contract, row, columns, term, introduced).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    /** The window that the words before a table set for all its rows. */
    private record Window(TimeSpan span, List<Citation> citations) {}

    private Optional<Window> introducedWindow(ContractReading contract, Clause clause) {
        Prose prose = Prose.of(contract, clause);
        return prose.sentences().stream()
                .filter(sentence -> MEASURED.matcher(sentence.text()).find())
                .flatMap(sentence -> windows
                        .inSentence(sentence.text())
                        .map(span -> new Window(span, prose.cite(sentence, CitationRole.LIST_STEM)))
                        .stream())
                .findFirst();
    }

    private static String introduction(Clause clause) {
        return clause.text().substring(0, Math.min(300, clause.text().length()));
    }

    private static boolean isAboutPerformance(String words) {
        return words.matches(
                "(?is).*\\b(?:service\\s+levels?|KPIs?|indicators?|performance|quality|SLAs?|availability|uptime|response|metrics?|AQLs?)\\b.*");
    }

    /** The sentence that leads to a table: who has to do within its times what. */
    private static List<Citation> leading(ContractReading contract, Clause clause) {
        Prose prose = Prose.of(contract, clause);
        return prose.sentences().stream()
                .filter(sentence -> LEADS_TO_TABLE.matcher(sentence.text()).find())
                .findFirst()
                .map(sentence -> prose.cite(sentence, CitationRole.LIST_STEM))
                .orElse(List.of());
    }

    private Optional<Draft> reaction(
            ContractReading contract, TableRow row, int column, Term term, List<Citation> leading) {
        Optional<TableCell> name = Cells.find(row, 0);
        Optional<TableCell> cell = Cells.find(row, column);
        if (name.isEmpty() || cell.isEmpty() || name.get().text().isBlank()) {
            return Optional.empty();
        }
        String header = Cells.flat(cell.get().header());
        boolean named = !Columns.isByWhen(header);
        return targets.time(cell.get().text())
                .map(found -> new Draft(
                        (named ? header : "Response time") + ", "
                                + shortName(name.get().text()),
                        null,
                        null,
                        term,
                        named ? null : header,
                        found,
                        null,
                        List.of(),
                        Stream.concat(Cells.cite(contract, List.of(name.get(), cell.get())).stream(), leading.stream())
                                .toList(),
                        0.85));
    }

    /** Targets under headers that name what is measured, one row for each line, site or system. */
    private List<Draft> byColumn(ContractReading contract, TableRow row, Term term, Optional<Window> introduced) {
        Optional<TableCell> name =
                Cells.find(row, 0).filter(cell -> !cell.text().isBlank());
        List<Draft> drafts = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            String header = Cells.flat(cell.header());
            boolean states = cell.column() > 0
                    && IS_MEASURED.matcher(header).find()
                    && COMPARES.matcher(cell.text()).find();
            if (name.isPresent() && states) {
                targets.cell(cell.text(), cell.header(), header + " " + cell.text())
                        .map(found -> new Draft(
                                header + " " + shortName(name.get().text()),
                                null,
                                null,
                                term,
                                null,
                                found,
                                introduced.map(Window::span).orElse(null),
                                List.of(),
                                Cells.cite(contract, List.of(name.get(), cell)),
                                0.85))
                        .ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Optional<Draft> target(
            ContractReading contract, TableRow row, Columns columns, Term term, Optional<Window> introduced) {
        Optional<TableCell> name = Cells.find(row, columns.name());
        Optional<TableCell> cell = columns.target().flatMap(column -> Cells.find(row, column));
        if (name.isEmpty()
                || cell.isEmpty()
                || name.get().text().isBlank()
                || cell.get().text().isBlank()) {
            return Optional.empty();
        }
        Optional<TableCell> window = columns.window().flatMap(column -> Cells.find(row, column));
        Optional<TableCell> metric = columns.metric().flatMap(column -> Cells.find(row, column));
        Optional<TableCell> credit = columns.credit().flatMap(column -> Cells.find(row, column));
        Optional<TableCell> allocation = columns.allocation().flatMap(column -> Cells.find(row, column));
        Optional<TableCell> minimum =
                allocation.isEmpty() ? Optional.empty() : columns.minimum().flatMap(column -> Cells.find(row, column));
        List<TableCell> used = new ArrayList<>(List.of(name.get(), cell.get()));
        window.ifPresent(used::add);
        metric.ifPresent(used::add);
        credit.ifPresent(used::add);
        allocation.ifPresent(used::add);
        minimum.ifPresent(used::add);
        row.cells().stream()
                .filter(other -> !used.contains(other) && (isCode(other, columns) || isCriticalLevel(other)))
                .forEach(used::add);
        String words = cell.get().text();
        Optional<Target> read =
                targets.cell(words, cell.get().header(), name.get().text() + " " + words);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Target target = read.get();
        CreditCell earned = credit.map(found -> CreditCell.read(found.text(), found.header(), target))
                .orElse(new CreditCell(List.of(), null));
        MeasureTitle title = MeasureTitle.of(shortName(name.get().text()));
        @Nullable
        TimeSpan over = window.flatMap(found -> windows.inCell(found.text()))
                .or(() -> windows.inSentence(words))
                .or(() -> introduced.map(Window::span))
                .or(() -> windows.inSentence(columns.words()))
                .orElse(null);
        List<Citation> citations = new ArrayList<>(Cells.cite(contract, used));
        introduced
                .filter(sentence -> sentence.span().equals(over))
                .ifPresent(sentence -> citations.addAll(sentence.citations()));
        return Optional.of(new Draft(
                title.name(),
                codeIn(row, columns),
                credit.map(TableCell::text).map(Cells::flat).orElse(null),
                term,
                metric.map(TableCell::text)
                        .map(Cells::flat)
                        .filter(text -> !text.isBlank())
                        .orElse(title.metric()),
                target,
                over,
                earned.tiers(),
                citations,
                0.9,
                earned.step(),
                allocation
                        .flatMap(MeasureTables::percent)
                        .map(part -> new AtRisk(
                                part, minimum.flatMap(MeasureTables::percent).orElse(null)))
                        .orElse(null)));
    }

    /** The one percentage of a cell. */
    private static Optional<BigDecimal> percent(TableCell cell) {
        List<ValueMatch> found = new PercentParser().findAll(cell.text());
        return found.size() == 1 && found.get(0).value() instanceof TypedValue.Percent percent
                ? Optional.of(percent.value())
                : Optional.empty();
    }

    private static @Nullable String codeIn(TableRow row, Columns columns) {
        return row.cells().stream()
                .filter(cell -> isCode(cell, columns))
                .map(cell -> Cells.flat(cell.text()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCode(TableCell cell, Columns columns) {
        return cell.column() != columns.target().orElse(-1) && MeasureName.isCode(Cells.flat(cell.text()));
    }

    /** Beyond which a miss weighs more. */
    private static boolean isCriticalLevel(TableCell cell) {
        return cell.header().toLowerCase(Locale.ROOT).contains("critical")
                && !cell.text().isBlank();
    }

    private static String shortName(String words) {
        String flat = Cells.flat(words);
        return flat.length() <= 120 ? flat : flat.substring(0, 120).replaceFirst("\\s+\\S*$", "");
    }
}
