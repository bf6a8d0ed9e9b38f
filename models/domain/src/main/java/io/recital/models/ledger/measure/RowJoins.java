package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.ledger.measure.PromisedTogether.Reported;
import io.recital.models.wording.StatedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which promised measure each row is of on a day, as it stood then. */
final class RowJoins {
    private static final Pattern BEGINS = Pattern.compile(
            "\\b(?:with\\s+effect\\s+(?:from|as\\s+of)|effective(?:\\s+(?:from|as\\s+of|on))?|as\\s+(?:of|from)|from|beginning(?:\\s+(?:on|with))?|starting(?:\\s+(?:on|with))?)\\s+(?:and\\s+including\\s+)?(?<day>"
                    + StatedDay.REGEX + ")",
            Pattern.CASE_INSENSITIVE);

    private final ContractFamily family;
    private final MeasurementJoins joins = new MeasurementJoins();
    private final Map<Asked, PromisedTogether> promised = new HashMap<>();
    /** By day the same measures are promised again and again. */
    private final List<PromisedTogether> distinct = new ArrayList<>();

    private record Asked(String contract, LocalDate day) {}

    RowJoins(ContractFamily family) {
        this.family = family;
    }

    /** What is promised on a day for what bears the reference of a row. */
    List<PromisedMeasure> promised(Measurement row, LocalDate day) {
        return together(row, day).all();
    }

    private PromisedTogether together(Measurement row, LocalDate day) {
        return promised.computeIfAbsent(
                new Asked(row.contract(), day), asked -> once(PromisedMeasure.on(family, asked.day, asked.contract)));
    }

    private PromisedTogether once(List<PromisedMeasure> found) {
        return distinct.stream()
                .filter(known -> known.all().equals(found))
                .findFirst()
                .orElseGet(() -> {
                    PromisedTogether together = new PromisedTogether(found);
                    distinct.add(together);
                    return together;
                });
    }

    /** The measure that a row is of on a day; empty where it is of none, or nobody can tell of which. */
    Optional<MeasurementJoin> find(Measurement row, LocalDate day) {
        PromisedTogether among = together(row, day);
        return among.joins()
                .computeIfAbsent(
                        Reported.of(row),
                        name -> joins.find(row, among.of(row)).map(join -> asItStood(join, row, day)));
    }

    /** What was promised before where the latest text speaks of another circuit or site alone, or of a later time. */
    private MeasurementJoin asItStood(MeasurementJoin join, Measurement row, LocalDate day) {
        Governed<PerformanceMeasure> governed = join.measure().governed();
        List<Finding> before = governed.replaced();
        if (before.isEmpty()
                || !(MeasuredThing.isOfAnother(
                                PromisedTogether.named(join.measure()), MeasuredThing.plain(row.measure()))
                        || beginsAfter(governed.finding().citations(), day))) {
            return join;
        }
        Finding older = before.get(0);
        return new MeasurementJoin(
                new PromisedMeasure(new Governed<>(
                        (PerformanceMeasure) older.content(),
                        older,
                        family.find(older.contract()).orElse(governed.member()),
                        before.subList(1, before.size()))),
                join.confidence());
    }

    private static boolean beginsAfter(List<Citation> said, LocalDate day) {
        return said.stream()
                .flatMap(citation -> BEGINS.matcher(citation.quote()).results())
                .flatMap(found -> StatedDay.parse(found.group(1)).stream())
                .anyMatch(first -> first.isAfter(day));
    }
}
