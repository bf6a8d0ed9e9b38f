package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentSort;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.performance.ComparedContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A contract in its family.
 *
 * @param documentType such as {@code supply agreement}; empty when it is not known
 * @param from the first day on which it counts, null when it states none
 */
record Member(
        Contract contract, String documentType, @Nullable LocalDate from) {
    private static final String RESTATED = "amended and restated";
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:amendment|addendum|change (?:note|order|request)|variation|supplement|deed of variation)\\b");

    Member {
        requireNonNull(contract, "contract");
        requireNonNull(documentType, "documentType");
    }

    static Member of(Contract contract, List<Finding> facts) {
        return new Member(
                contract,
                ComparedContract.typeIn(facts),
                day(facts, FactType.EFFECTIVE_DATE)
                        .or(() -> day(facts, FactType.AGREEMENT_DATE))
                        .orElse(null));
    }

    private static Optional<LocalDate> day(List<Finding> facts, FactType type) {
        return facts.stream()
                .map(Finding::content)
                .filter(content -> content instanceof ContractFact fact
                        && fact.fact() == type
                        && fact.value() instanceof TypedValue.Day)
                .map(content -> ((TypedValue.Day) ((ContractFact) content).value()).value())
                .findFirst();
    }

    private String called() {
        return (documentType + " " + contract.title()).toLowerCase(Locale.ROOT);
    }

    boolean isRestatement() {
        return called().contains(RESTATED);
    }

    /** Whether it changes another contract and says nothing of what it leaves as it is. */
    boolean isChange() {
        return !isRestatement() && CHANGE.matcher(called()).find();
    }

    DocumentSort sort() {
        return DocumentSort.of(documentType);
    }

    boolean isOrder() {
        return sort() == DocumentSort.ORDER && !isChange();
    }

    /** Whether it stands on its own, as far as its title tells. */
    boolean isAgreement() {
        return !isChange() && (sort() == DocumentSort.AGREEMENT || sort() == DocumentSort.UNKNOWN);
    }

    boolean countsOn(LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    /** Whether this one states again, and so replaces, what another agreed. */
    boolean restates(Member other) {
        return isRestatement()
                && other.isAgreement()
                && !other.isRestatement()
                && (other.from == null || from == null || !other.from.isAfter(from));
    }
}
