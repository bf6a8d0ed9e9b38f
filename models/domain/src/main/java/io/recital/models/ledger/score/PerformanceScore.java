package io.recital.models.ledger.score;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.PartyReference;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResult.State;
import io.recital.models.ledger.measure.MeasureResults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A counterparty's performance in a period: how much of what it promised it kept. A part of which the facts say nothing
 * is unknown and counts neither way; the weights of the others count for the whole.
 *
 * @param parts those of which something is known
 */
public record PerformanceScore(Period window, Map<Part, Kept> parts) {
    /** What is scored, with its weight. The weights are Recital's own. */
    public enum Part {
        /** Periods of performance measures in which the target was met. */
        MEASURES(50),
        /** Duties with a date that were done in time, as far as events are kept. */
        DUTIES(30),
        /** Invoice lines that charge what was agreed. */
        INVOICES(20);

        private final int weight;

        Part(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }
    }

    /** How many of how many; at least one. */
    public record Kept(long count, long of) {
        public Kept {
            if (of < 1 || count < 0 || count > of) {
                throw new IllegalArgumentException("Kept are some of at least one: " + count + " of " + of);
            }
        }

        private BigDecimal hundredfold() {
            return BigDecimal.valueOf(count * 100).divide(BigDecimal.valueOf(of), 6, RoundingMode.HALF_UP);
        }
    }

    public PerformanceScore {
        requireNonNull(window, "window");
        parts = Map.copyOf(parts);
    }

    /** The score of a counterparty; what ended outside the window does not count. */
    public static PerformanceScore of(Dossier dossier, Ledger ledger, Period window) {
        Map<Part, Kept> parts = new EnumMap<>(Part.class);
        measures(dossier, window).ifPresent(kept -> parts.put(Part.MEASURES, kept));
        duties(dossier, window).ifPresent(kept -> parts.put(Part.DUTIES, kept));
        invoices(dossier, ledger, window).ifPresent(kept -> parts.put(Part.INVOICES, kept));
        return new PerformanceScore(window, parts);
    }

    private static Optional<Kept> measures(Dossier dossier, Period window) {
        List<MeasureResult> results = MeasureResults.of(dossier).stream()
                .filter(result -> window.holds(result.period().to()))
                .toList();
        long met =
                results.stream().filter(result -> result.state() == State.MET).count();
        return kept(met, met + results.stream().filter(MeasureResult::isMissed).count());
    }

    private static Optional<Kept> duties(Dossier dossier, Period window) {
        Set<String> names = new HashSet<>(dossier.family().counterparty().aliases());
        names.add(dossier.family().counterparty().name());
        List<Status> theirs = DutyStates.of(dossier).stream()
                .filter(state -> window.holds(state.occurrence().due()))
                .filter(state -> isOf(names, state))
                .map(DutyState::status)
                .toList();
        long done = theirs.stream().filter(status -> status == Status.DONE).count();
        long failed = theirs.stream()
                .filter(status -> status == Status.LATE || status == Status.OVERDUE)
                .count();
        return kept(done, done + failed);
    }

    /** Whether the counterparty owes it; a party that no definition resolves to a name is nobody's for certain. */
    private static boolean isOf(Set<String> names, DutyState state) {
        PartyReference obligor = state.duty().content().obligor();
        return obligor.name() != null && names.contains(obligor.name());
    }

    private static Optional<Kept> invoices(Dossier dossier, Ledger ledger, Period window) {
        if (dossier.isOfASeller()) {
            return Optional.empty();
        }
        Set<String> wrong = new HashSet<>();
        ledger.entries().stream()
                .filter(entry -> entry.leakage() == LeakageClass.RECOVERABLE_OVERPAYMENT)
                .map(LedgerEntry::rows)
                .forEach(wrong::addAll);
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED && window.holds(line.invoiceDate()))
                .toList();
        long right = lines.stream()
                .filter(line -> !wrong.contains(line.kind().label() + ":" + line.id()))
                .count();
        return kept(right, lines.size());
    }

    private static Optional<Kept> kept(long count, long of) {
        return of == 0 ? Optional.empty() : Optional.of(new Kept(count, of));
    }

    /** From 0 to 100, to one decimal; empty when nothing is known. */
    public Optional<BigDecimal> value() {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        for (Map.Entry<Part, Kept> part : parts.entrySet()) {
            int weight = part.getKey().weight();
            sum = sum.add(part.getValue().hundredfold().multiply(BigDecimal.valueOf(weight)));
            weights += weight;
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP));
    }

    /** The parts of which the facts say nothing. */
    public List<Part> unknown() {
        List<Part> unknown = new ArrayList<>(Arrays.asList(Part.values()));
        unknown.removeAll(parts.keySet());
        return unknown;
    }
}
