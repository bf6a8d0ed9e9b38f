package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads points of which too many in a period cost a share of its fee: {@code if a month has more than 20 points, the fee is reduced
 * by 2 %}. What each thing that goes wrong counts stands in a sentence or a table of the document.
 */
final class PointsOfAPeriod {
    private static final Pattern OVER = Pattern.compile(
            "\\b(?:more\\s+than|exceeds?|exceeding|over|above)\\s+(?<number>\\d{1,3})\\b(?!\\s*(?:%|per\\s?cent|hours?|days?|minutes?))[^.;%\\d]{0,140}?(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS =
            Pattern.compile("(?<name>\\b(?:\\p{Lu}\\p{L}+\\s+)?(?<!percentage\\s)[Pp]oints)\\b");
    private static final Pattern LESSENS =
            Pattern.compile("\\b(?:reduc|deduct|withh[eo]ld|abat|retain|credit)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile(
            "\\b(?:\\d{1,2}|one|two|three|four|five|six|eight|ten)\\s+(?:[\\p{L}-]+\\s+)?points?\\s+(?:each\\s+time|for\\s+(?:each|every|any)|per|whenever)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED_IN_A_CELL = Pattern.compile(
            "^\\s*\\d{1,2}\\s*(?:points?\\s*)?(?:per|for\\s+(?:each|every))\\b.*", Pattern.CASE_INSENSITIVE);
    private static final String UNIT = "points";

    private final WindowReader windows = new WindowReader();

    /** The measure that a clause states, where the document says what counts how much. */
    Optional<Draft> read(ContractReading contract, Clause clause) {
        List<Citation> citations = new ArrayList<>();
        List<BigDecimal> levels = new ArrayList<>();
        List<TypedValue> shares = new ArrayList<>();
        @Nullable String name = null;
        @Nullable TimeSpan window = null;
        for (Statement statement : Statements.of(contract, clause)) {
            String words = statement.body().text();
            Matcher points = POINTS.matcher(words);
            boolean named = points.find();
            if (!LESSENS.matcher(words).find() || (!named && name == null)) {
                continue;
            }
            Matcher over = OVER.matcher(words);
            boolean states = false;
            while (over.find()) {
                states = true;
                levels.add(new BigDecimal(over.group("number")));
                shares.add(new TypedValue.Percent(new BigDecimal(over.group("percent"))));
            }
            if (states) {
                name = name == null ? points.group("name") : name;
                window = window == null ? windows.inSentence(words).orElse(null) : window;
                citations.addAll(statement.citations());
            }
        }
        List<Citation> counted = name == null ? List.of() : counted(contract);
        return name == null || counted.isEmpty() || !rises(levels)
                ? Optional.empty()
                : Optional.of(draft(name, window, levels, shares, citations, counted));
    }

    private static boolean rises(List<BigDecimal> levels) {
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).compareTo(levels.get(i - 1)) <= 0) {
                return false;
            }
        }
        return !levels.isEmpty();
    }

    private static Draft draft(
            String name,
            @Nullable TimeSpan window,
            List<BigDecimal> levels,
            List<TypedValue> shares,
            List<Citation> citations,
            List<Citation> counted) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            boolean last = i + 1 == levels.size();
            tiers.add(new Tier(levels.get(i), false, last ? null : levels.get(i + 1), !last, UNIT, shares.get(i)));
        }
        List<Citation> all = new ArrayList<>(citations);
        all.addAll(counted);
        Target target = new Target(Comparison.AT_MOST, levels.get(0), UNIT, null, true, 0, 0);
        return new Draft(name, null, null, Term.KPI, null, target, window, tiers, all, 0.8);
    }

    /** The words that say what counts how much: a sentence with several such things, or the cells of a table. */
    private static List<Citation> counted(ContractReading contract) {
        List<Citation> cells = new ArrayList<>();
        for (Clause clause : contract.clauses()) {
            for (Statement statement : Statements.of(contract, clause)) {
                if (COUNTED.matcher(statement.body().text()).results().count() > 1) {
                    return statement.citations();
                }
            }
            List<TableCell> found = clause.rows().stream()
                    .filter(row -> !row.header())
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> POINTS.matcher(cell.header()).find()
                            && COUNTED_IN_A_CELL.matcher(cell.text()).matches())
                    .toList();
            found.forEach(cell -> cells.addAll(Cells.cite(contract, List.of(cell))));
        }
        return cells;
    }
}
