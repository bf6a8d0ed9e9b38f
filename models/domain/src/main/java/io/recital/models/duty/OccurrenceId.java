package io.recital.models.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one time that a duty falls due, the same however often its contract is read.
 *
 * @param duty 16 hexadecimal digits, made of the contract, the words that the duty rests on and what is to be done
 */
public record OccurrenceId(String duty, LocalDate due) {
    private static final Pattern DUTY = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{16})-(\\d{4}-\\d\\d-\\d\\d)");

    public OccurrenceId {
        requireNonNull(due, "due");
        if (!DUTY.matcher(duty).matches()) {
            throw new IllegalArgumentException("Not the key of a duty: " + duty);
        }
    }

    /** The time at which what a finding says falls due. */
    public static OccurrenceId of(Finding finding, LocalDate due) {
        Citation first = finding.citations().get(0);
        String said = finding.content() instanceof Obligation obligation
                ? obligation.action()
                : finding.content().summary();
        String whole =
                finding.contract() + "\n" + plain(first.path()) + "\n" + plain(first.quote()) + "\n" + plain(said);
        return new OccurrenceId(Sha256.of(whole).hex().substring(0, 16), due);
    }

    /** As {@link #toString} writes it; empty for anything else. */
    public static Optional<OccurrenceId> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OccurrenceId(parts.group(1), LocalDate.parse(parts.group(2))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    }

    /** Such as {@code 0f6e…-2026-05-29}. */
    @Override
    public String toString() {
        return duty + "-" + due;
    }
}
