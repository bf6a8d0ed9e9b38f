package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one contract says of a subject.
 *
 * @param party whose contract it is
 * @param finding that states it, null where it is computed or read from a sentence
 * @param value that it comes to, null where it is no value
 * @param derivations of the value, where no contract states it as such
 */
public record StatedTerm(
        String party,
        String title,
        boolean ofAnOrder,
        @Nullable Finding finding,
        @Nullable TypedValue value,
        List<Citation> citations,
        List<Derivation> derivations) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    public StatedTerm {
        requireNonNull(party, "party");
        requireNonNull(title, "title");
        citations = List.copyOf(citations);
        derivations = List.copyOf(derivations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("A statement cites its words");
        }
    }

    static StatedTerm of(Family family, Member member, Finding finding, @Nullable TypedValue value) {
        return new StatedTerm(
                family.party(),
                member.contract().title(),
                member.isOrder(),
                finding,
                value,
                finding.citations(),
                List.of());
    }

    /** The citation that states the value, or else the first. */
    public Citation telling() {
        return value == null ? citations.get(0) : telling(citations, value);
    }

    /** Of several citations the one that states a value, or else the first. */
    static Citation telling(List<Citation> citations, TypedValue value) {
        Matcher digits = DIGITS.matcher(value.display());
        if (!digits.find()) {
            return citations.get(0);
        }
        String number = digits.group();
        Pattern stated = Pattern.compile("(?<!\\d)" + Pattern.quote(number) + "(?!\\d)");
        return citations.stream()
                .filter(citation ->
                        stated.matcher(citation.quote().replace(",", "")).find())
                .findFirst()
                .orElse(citations.get(0));
    }

    /** The number of its value; interest is one by the year, and none where it follows an index. */
    Optional<Measured> measured() {
        Optional<Measured> number = Optional.ofNullable(value).flatMap(Measured::of);
        if (finding == null
                || !(finding.content() instanceof CommercialLever lever)
                || lever.lever() != LeverType.LATE_PAYMENT_INTEREST) {
            return number;
        }
        boolean monthly = lever.find(Name.FREQUENCY).orElse(null) instanceof TypedValue.Length every
                && every.value().unit() == TimeSpan.Unit.MONTHS;
        return number.filter(percent -> monthly || lever.find(Name.INDEX).isEmpty())
                .map(percent -> monthly ? percent.monthlyByTheYear() : percent.byTheYear());
    }
}
