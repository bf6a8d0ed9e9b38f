package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult.State;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The points of a period where the contract gives so many for each thing that goes wrong, and reports say how often each did:
 * {@code two points for each late report, three for each missed visit}. All of them must be reported.
 */
final class CountedPoints {
    private static final String NUMBER = "(?<points>" + SpelledNumber.REGEX + ")";
    private static final Pattern POINTS_FOR = Pattern.compile(
            "\\b" + NUMBER
                    + "\\s+(?:[\\p{L}-]+\\s+)?points?\\s+(?:each\\s+time|for\\s+(?:each|every|any)|per|whenever|as\\s+often\\s+as)\\s+(?<what>.+?)(?=,?\\s+(?:and\\s+)?"
                    + SpelledNumber.REGEX + "\\s+(?:[\\p{L}-]+\\s+)?points?\\b|[.;:]|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FOR_POINTS = Pattern.compile(
            "\\b(?:for\\s+(?:each|every|any)|per)\\s+(?<what>[^;:.]{4,120}?)[,:]?\\s+(?:(?:brings|gives|costs|earns|counts|is)\\s+)?"
                    + NUMBER + "\\s+(?:[\\p{L}-]+\\s+)?points?\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern EACH = Pattern.compile(
            "^\\s*(?<points>\\d{1,3})\\s*(?:points?)?\\s*(?:(?:per|for\\s+(?:each|every)|each)\\b.*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final double HALF = 0.5;

    /** So many points for each thing of a sort. */
    private record Item(BigDecimal points, String what, Citation stated) {}

    private CountedPoints() {}

    /** The points that some rows of one contract and period come to; empty where the contract counts other things. */
    static Optional<MeasureResult> of(PromisedMeasure measure, List<Measurement> rows, Dossier dossier) {
        List<Item> items = items(measure);
        if (items.size() < 2 || rows.isEmpty()) {
            return Optional.empty();
        }
        Set<String> taken = new HashSet<>();
        List<Measurement> counting = new ArrayList<>();
        List<Derivation> workings = new ArrayList<>();
        List<Input> parts = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Item item : items) {
            Optional<Measurement> row = likest(item, rows, taken);
            if (row.isEmpty()) {
                return counting.isEmpty()
                        ? Optional.empty()
                        : Optional.of(missing(
                                measure,
                                counting,
                                "how often something happened for which “" + measure.name() + "” counts "
                                        + item.points.toPlainString() + " points"));
            }
            BigDecimal count = Objects.requireNonNull(row.get().value());
            BigDecimal points = count.multiply(item.points);
            taken.add(row.get().measure());
            counting.add(row.get());
            total = total.add(points);
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            Input.of(
                                    row.get().measure(),
                                    count.toPlainString(),
                                    new FactCell(
                                            FactKind.MEASUREMENT.label(),
                                            row.get().id(),
                                            "value")),
                            new Input("points for each", item.points.toPlainString(), item.stated)),
                    points.toPlainString()));
            parts.add(new Input(row.get().measure(), points.toPlainString(), null));
        }
        workings.add(new Derivation(Operation.SUM, parts, total.toPlainString() + " points"));
        MeasureResult result = result(
                measure,
                counting,
                total,
                workings,
                dossier.asOf().isAfter(counting.get(0).period().to()));
        boolean open = result.isMissed()
                && counting.stream()
                        .anyMatch(row -> row.value() != null
                                && row.value().signum() > 0
                                && Excuse.isOpen(row, measure, dossier));
        return Optional.of(
                open
                        ? missing(measure, counting, "whether what is noted beside “" + measure.name() + "” excuses it")
                        : result);
    }

    private static MeasureResult result(
            PromisedMeasure measure,
            List<Measurement> rows,
            BigDecimal total,
            List<Derivation> workings,
            boolean isOver) {
        State state = isOver
                ? measure.content()
                        .isMetBy(total)
                        .map(met -> met ? State.MET : State.MISSED)
                        .orElse(State.NOT_CHECKABLE)
                : State.PRELIMINARY;
        Measurement first = rows.get(0);
        return new MeasureResult(
                measure, first.contract(), first.period(), state, total, rows, "", workings, 0, null, 0.75, "");
    }

    private static MeasureResult missing(PromisedMeasure measure, List<Measurement> rows, String missing) {
        Measurement first = rows.get(0);
        return new MeasureResult(
                measure,
                first.contract(),
                first.period(),
                State.NOT_CHECKABLE,
                null,
                rows,
                missing,
                List.of(),
                0,
                null,
                0.75,
                "");
    }

    /** The row that most of whose words stand in what points are for; none where two are equally like it. */
    private static Optional<Measurement> likest(Item item, List<Measurement> rows, Set<String> taken) {
        MeasureWords what = MeasureWords.of(item.what);
        double best = HALF;
        @Nullable Measurement likest = null;
        boolean alone = true;
        for (Measurement row : rows) {
            MeasureWords words = MeasureWords.of(row.measure());
            double like =
                    words.isEmpty() || taken.contains(row.measure()) ? 0 : (double) words.shared(what) / words.size();
            if (like >= best) {
                alone = like > best || likest == null;
                best = like;
                likest = row;
            }
        }
        return alone ? Optional.ofNullable(likest) : Optional.empty();
    }

    private static List<Item> items(PromisedMeasure measure) {
        return measure.citations().stream()
                .map(CountedPoints::items)
                .filter(items -> items.size() > 1)
                .findFirst()
                .orElseGet(() -> inRows(measure));
    }

    /** From a table: what goes wrong in some cells of a row, its points in another that the measure cites. */
    private static List<Item> inRows(PromisedMeasure measure) {
        List<String> cited = measure.citations().stream()
                .filter(citation -> citation.role() == CitationRole.CELL)
                .map(Citation::quote)
                .toList();
        List<Item> items = new ArrayList<>();
        for (List<Citation> row : measure.governed().member().beside().rows()) {
            Optional<Citation> points = row.stream()
                    .filter(cell -> cited.contains(cell.quote())
                            && EACH.matcher(cell.quote()).find())
                    .findFirst();
            points.ifPresent(cell -> {
                Matcher each = EACH.matcher(cell.quote());
                if (each.find()) {
                    String what = row.stream()
                            .filter(other -> !other.equals(cell))
                            .map(Citation::quote)
                            .collect(Collectors.joining(" "));
                    items.add(new Item(new BigDecimal(each.group("points")), what, cell));
                }
            });
        }
        return items;
    }

    private static List<Item> items(Citation citation) {
        List<Item> before = items(citation, POINTS_FOR);
        return before.isEmpty() ? items(citation, FOR_POINTS) : before;
    }

    private static List<Item> items(Citation citation, Pattern pattern) {
        List<Item> items = new ArrayList<>();
        Matcher found = pattern.matcher(citation.quote());
        while (found.find()) {
            String what = found.group("what");
            SpelledNumber.parse(found.group("points"))
                    .ifPresent(points -> items.add(new Item(BigDecimal.valueOf(points), what, citation)));
        }
        return items;
    }
}
