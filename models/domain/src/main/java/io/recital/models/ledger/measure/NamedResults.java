package io.recital.models.ledger.measure;

import io.recital.models.ledger.Dossier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the results of the one measure that people call by a name or a code of their own. */
public final class NamedResults {
    private NamedResults() {}

    /** In order of time; none where no measure with results is like the name, or where measures of two contracts are. */
    public static List<MeasureResult> of(Dossier dossier, String name) {
        List<MeasureResult> all = MeasureResults.of(dossier);
        Map<String, PromisedMeasure> latest = new LinkedHashMap<>();
        all.forEach(result -> latest.put(result.measure().name(), result.measure()));
        List<MeasureResult> results = new MeasurementJoins()
                .find(name, List.copyOf(latest.values()))
                .map(join -> all.stream()
                        .filter(result ->
                                result.measure().name().equals(join.measure().name()))
                        .toList())
                .orElse(List.of());
        return results.stream().map(MeasureResult::contract).distinct().count() > 1 ? List.of() : results;
    }
}
