package io.recital.models.performance;

import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a contract ends, and the last day on which a notice still works.
 *
 * @param expiration end date as the text states it, null when it states none
 * @param notice how long before the end a notice must be given, null when not stated
 * @param rests on these findings
 */
public record ContractTerm(
        UUID contract,
        String title,
        @Nullable LocalDate expiration,
        @Nullable TimeSpan notice,
        List<Finding> rests) {
    public ContractTerm {
        rests = List.copyOf(rests);
    }

    /** The term that a contract's facts state; of several findings the most confident one counts. */
    public static ContractTerm of(UUID contract, String title, List<Finding> facts) {
        Optional<Finding> end = best(facts, FactType.EXPIRATION_DATE, TypedValue.Day.class);
        Optional<Finding> notice = best(facts, FactType.NOTICE_PERIOD, TypedValue.Length.class);
        return new ContractTerm(
                contract,
                title,
                end.map(finding -> ((TypedValue.Day) value(finding)).value()).orElse(null),
                notice.map(finding -> ((TypedValue.Length) value(finding)).value())
                        .orElse(null),
                java.util.stream.Stream.concat(end.stream(), notice.stream()).toList());
    }

    private static Optional<Finding> best(List<Finding> facts, FactType type, Class<? extends TypedValue> form) {
        return facts.stream()
                .filter(finding -> finding.content() instanceof ContractFact fact
                        && fact.fact() == type
                        && form.isInstance(fact.value()))
                .max(Comparator.comparingDouble(Finding::confidence));
    }

    private static TypedValue value(Finding finding) {
        return ((ContractFact) finding.content()).value();
    }

    /** The last day on which a notice still works; empty when end or notice period is not stated. */
    public Optional<LocalDate> noticeDate() {
        return expiration == null || notice == null ? Optional.empty() : Optional.of(notice.before(expiration));
    }

    /** Whether it has ended before a day. */
    public boolean hasEndedBefore(LocalDate day) {
        return expiration != null && expiration.isBefore(day);
    }
}
