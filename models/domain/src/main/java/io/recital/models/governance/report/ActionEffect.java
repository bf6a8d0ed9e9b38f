package io.recital.models.governance.report;

import io.recital.models.evidence.Derivation;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.NamedResults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a corrective action did to the measure that it should move: its average over the periods that ended before the
 * action was agreed, and over those that began after it was done. What lies between belongs to neither.
 *
 * @param gain after less before, turned so that more is better; null where it is not known
 * @param missing the input without which it is not known; empty otherwise
 * @param rows by kind
 */
public record ActionEffect(
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable BigDecimal gain,
        String missing,
        List<Derivation> workings,
        List<String> rows) {
    /** Most periods on either side: what was long ago or came long after has other reasons. */
    private static final int MOST = 6;

    public ActionEffect {
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    public static ActionEffect of(Dossier dossier, CorrectiveAction action) {
        String measure = action.measure();
        if (measure == null) {
            return unknown("the measure that it should move");
        }
        LocalDate done = action.done();
        if (done == null || done.isAfter(dossier.asOf())) {
            return unknown("the day on which it was done");
        }
        List<MeasureResult> results = NamedResults.of(dossier, measure).stream()
                .filter(result -> result.value() != null)
                .toList();
        if (results.isEmpty()) {
            return unknown("measurements of one measure called “" + measure + "”");
        }
        List<MeasureResult> earlier = results.stream()
                .filter(result -> result.period().to().isBefore(action.agreedOn()))
                .toList();
        List<MeasureResult> later = results.stream()
                .filter(result -> result.period().from().isAfter(done))
                .limit(MOST)
                .toList();
        return of(
                measure,
                Average.of(earlier.subList(Math.max(0, earlier.size() - MOST), earlier.size())),
                Average.of(later),
                results.get(0));
    }

    private static ActionEffect of(
            String measure, Optional<Average> before, Optional<Average> after, MeasureResult some) {
        if (before.isEmpty() || after.isEmpty()) {
            return unknown("measurements of “" + measure + "” for a period that "
                    + (before.isEmpty() ? "ended before it was agreed" : "began after it was done"));
        }
        BigDecimal old = before.get().value();
        BigDecimal fresh = after.get().value();
        List<Derivation> workings = new ArrayList<>(before.get().workings());
        workings.addAll(after.get().workings());
        BigDecimal gain =
                Average.gain(some.measure().content().comparison(), old, fresh).orElse(null);
        return new ActionEffect(
                old,
                fresh,
                gain,
                gain == null ? "whether more or less is better" : "",
                workings,
                Stream.concat(before.get().rows().stream(), after.get().rows().stream())
                        .toList());
    }

    private static ActionEffect unknown(String missing) {
        return new ActionEffect(null, null, null, missing, List.of(), List.of());
    }

    /** For a reader, such as {@code better by 1.250}. */
    public String display() {
        BigDecimal by = gain;
        if (by == null) {
            return "unknown: " + missing;
        }
        return by.signum() == 0
                ? "no change"
                : (by.signum() > 0 ? "better by " : "worse by ") + by.abs().toPlainString();
    }
}
