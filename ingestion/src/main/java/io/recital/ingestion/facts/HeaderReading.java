package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises of what kind the rows under a header are. */
final class HeaderReading {
    private final FeedMapping stated;

    HeaderReading(FeedMapping stated) {
        this.stated = stated;
    }

    /** The plan of the one kind that has all that it needs and the most columns; empty when none has, or two have. */
    Optional<SheetPlan> find(TableRow row) {
        List<SheetPlan> complete = new ArrayList<>(
                plans(row).stream().filter(plan -> plan.missing().isEmpty()).toList());
        complete.sort(Comparator.comparing(plan -> -plan.columns().size()));
        boolean tied = complete.size() > 1
                && complete.get(0).columns().size() == complete.get(1).columns().size();
        return tied ? Optional.empty() : complete.stream().findFirst();
    }

    private List<SheetPlan> plans(TableRow row) {
        List<String> headers = row.cells().stream().map(Cell::text).toList();
        List<SheetPlan> plans = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            plans.add(SheetPlan.propose(kind, headers, stated.of(kind)));
        }
        return plans;
    }

    /** Why a row is the header of no kind, and what to do. */
    String refusal(TableRow row) {
        SheetPlan nearest = plans(row).stream()
                .max(Comparator.comparing(
                        plan -> plan.columns().size() - 2 * plan.missing().size()))
                .orElseThrow();
        if (nearest.columns().size() < 2) {
            return "No header of performance facts was found in the first rows. Its columns may be called as those of"
                    + " measurements, invoice lines, credit notes, purchases, events, claims, index values, exchange"
                    + " rates or vendors.";
        }
        if (nearest.missing().isEmpty()) {
            return "The header fits several kinds of facts equally well. State the mapping of the kind that is meant.";
        }
        return "The header looks most like that of kind " + nearest.kind().label() + ", but has no column for "
                + nearest.missing().stream().collect(Collectors.joining(", "))
                + ". State in the mapping which column it is, or a constant. Columns without a field: "
                + (nearest.ignored().isEmpty() ? "none" : String.join(", ", nearest.ignored())) + ".";
    }
}
