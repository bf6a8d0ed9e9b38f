package io.recital.extraction.rules.measure;

import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the columns of a table hold, as their headers say. */
final class Columns {
    private static final Pattern CREDIT = of(
            "service\\s+credits?|credits?\\b|rebate|deduction|consequence|remedy|points\\b|abatement|(?:fee\\s+|price\\s+|charge\\s+)?reduction|penalt(?:y|ies)|malus");
    private static final Pattern ALLOCATION = of(
            "allocation|weight(?:ing|ed|s)?\\b|share\\s+of\\s+(?:the\\s+)?(?:amount\\s+)?(?:at[\\s-]risk|pool)|(?:credit\\s+)?pool\\s+(?:share|percentage)");
    /** The second, lower level where the first is the one that is expected. */
    private static final Pattern MINIMUM = of("minimum|critical|floor|unacceptable");

    private static final Pattern TARGET = of(
            "targets?|acceptable\\s+quality\\s+level|\\bAQL|threshold|required\\s+(?:level|performance)|minimum(?!\\s+(?:period|term|order|quantity|charge|fee|duration|commitment|purchase))|expected|commitment|service\\s+level\\s+(?:standard|requirement)|goal|objective\\s+value|^(?:required\\s+|agreed\\s+)?standards?\\W*$|to\\s+be\\s+(?:reached|met|attained|achieved|kept)|level\\s+(?:required|promised|agreed)|promised\\s+level|agreed\\s+level|benchmark|sollwert|zielwert");
    private static final Pattern WINDOW = of(
            "window|measur(?:ement|ing)\\s+(?:period|interval|frequency)|reporting\\s+period|period|frequency|interval");
    private static final Pattern METRIC = of(
            "formula|calculation|how\\s+(?:it\\s+is\\s+)?measured|measured\\s+(?:by|as)|measurement|definition|metric\\s+definition|performance\\s+standard");
    private static final Pattern NAME = of(
            "service\\s+levels?|metrics?|measures?|KPIs?|key\\s+performance|performance\\s+(?:objective|indicator|measure|requirement)|deliverables?|required\\s+services|indicator|parameter|severity|priority|service|name|description");
    private static final Pattern REACTION =
            of("respon[sd]|resol(?:ution|ve)|restor|work-?around|fix|acknowledg|repair|update|recovery|correct");
    private static final Pattern TURNAROUND = of(
            "(?:response|reaction|resolution|turn-?around|restoration|recovery|repair|fix|processing|handling|attendance|arrival|call-?back)\\s+(?:times?|within|in\\b)|turn-?around|(?:initial|first)\\s+response|time\\s+to\\s+(?:respond|resolve|restore|repair|fix|answer|attend|recover)");
    private static final Pattern BY_WHEN = Pattern.compile("\\bwithin\\s*$|\\bon[- ]site\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERITY = of("severity|priority|incident|class|level|category");

    private final List<TableCell> headers;
    private final @Nullable Integer name;
    private final @Nullable Integer target;
    private final @Nullable Integer window;
    private final @Nullable Integer metric;
    private final @Nullable Integer credit;

    private Columns(List<TableCell> headers) {
        this.headers = headers;
        this.credit = first(CREDIT, List.of());
        this.target = first(TARGET, taken(credit));
        this.window = first(WINDOW, taken(credit, target));
        this.metric = first(METRIC, taken(credit, target, window));
        this.name = first(NAME, taken(credit, target, window, metric));
    }

    static Columns of(List<TableRow> rows) {
        return new Columns(rows.stream()
                .filter(row -> !row.header())
                .findFirst()
                .map(TableRow::cells)
                .orElse(List.of()));
    }

    private static Pattern of(String regex) {
        return Pattern.compile("\\b(?:" + regex + ")", Pattern.CASE_INSENSITIVE);
    }

    private static List<Integer> taken(@Nullable Integer... columns) {
        List<Integer> taken = new ArrayList<>();
        for (Integer column : columns) {
            if (column != null) {
                taken.add(column);
            }
        }
        return taken;
    }

    /** The column that gives a measure its part of an amount at risk. */
    Optional<Integer> allocation() {
        return Optional.ofNullable(first(ALLOCATION, taken(credit, target)));
    }

    /** The column of a second level beside the target. */
    Optional<Integer> minimum() {
        return target == null ? Optional.empty() : Optional.ofNullable(first(MINIMUM, taken(credit, target)));
    }

    private @Nullable Integer first(Pattern pattern, List<Integer> taken) {
        return headers.stream()
                .filter(cell -> !taken.contains(cell.column())
                        && pattern.matcher(cell.header()).find())
                .map(TableCell::column)
                .findFirst()
                .orElse(null);
    }

    Optional<Integer> target() {
        return Optional.ofNullable(target);
    }

    Optional<Integer> window() {
        return Optional.ofNullable(window);
    }

    Optional<Integer> metric() {
        return Optional.ofNullable(metric);
    }

    Optional<Integer> credit() {
        return Optional.ofNullable(credit);
    }

    /** The column that names what is measured; the first one that is nothing else where no header says so. */
    int name() {
        if (name != null) {
            return name;
        }
        List<Integer> others = taken(credit, target, window, metric);
        return headers.stream()
                .map(TableCell::column)
                .filter(column -> !others.contains(column))
                .findFirst()
                .orElse(0);
    }

    /** The columns that state a time to react in: of a severity matrix, or whatever the rows are where the header says so itself. */
    List<Integer> reactions() {
        if (headers.isEmpty()) {
            return List.of();
        }
        boolean severities = SEVERITY.matcher(headers.get(0).header()).find();
        return headers.stream()
                .skip(1)
                .filter(cell -> severities
                        ? REACTION.matcher(cell.header()).find() || isByWhen(cell.header())
                        : TURNAROUND.matcher(cell.header()).find() && (target == null || target == cell.column()))
                .map(TableCell::column)
                .toList();
    }

    /** Whether a header says what is done within a time, and is no name of that time: {@code Engineer on site within}. */
    static boolean isByWhen(String header) {
        return BY_WHEN.matcher(header).find();
    }

    /** All headers in one string. */
    String words() {
        return String.join(" ", headers.stream().map(TableCell::header).toList());
    }
}
