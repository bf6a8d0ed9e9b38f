package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Since when each document of a family has effect, and which of them change or replace others. */
final class Timeline {
    private static final Pattern CHANGES = Pattern.compile(
            "(?i)\\b(?:amendment|addendum|change (?:note|order|notice)|variation|side letter|supplement|notice of|nachtrag)\\b");
    private static final Pattern REPORTS = Pattern.compile("(?i)\\breport\\b");
    private static final Pattern RESTATES = Pattern.compile("(?i)\\brestate[sd]?\\b|\\breplaces\\b");

    private final Map<UUID, LocalDate> effects = new HashMap<>();
    private final Map<UUID, Contract> contracts = new HashMap<>();

    /** Of no contracts. */
    Timeline() {}

    /** Reads the dates that the facts state: of effect, or else of signing. */
    static Timeline of(Collection<Contract> contracts, QueryRun run) {
        Timeline timeline = new Timeline();
        contracts.forEach(contract -> timeline.contracts.put(contract.id(), contract));
        TypedQuery.Findings dates = new TypedQuery.Findings(
                FindingKind.FACT,
                Set.of(FactType.EFFECTIVE_DATE.label(), FactType.AGREEMENT_DATE.label()),
                timeline.contracts.keySet(),
                "",
                10);
        List<Finding> found = contracts.isEmpty() ? List.of() : run.findings(dates);
        for (FactType type : List.of(FactType.EFFECTIVE_DATE, FactType.AGREEMENT_DATE)) {
            found.stream()
                    .filter(finding -> finding.content() instanceof ContractFact fact && fact.fact() == type)
                    .forEach(finding ->
                            day(finding).ifPresent(day -> timeline.effects.putIfAbsent(finding.contract(), day)));
        }
        return timeline;
    }

    private static Optional<LocalDate> day(Finding finding) {
        return finding.content() instanceof ContractFact fact && fact.value() instanceof TypedValue.Day day
                ? Optional.of(day.value())
                : Optional.empty();
    }

    /** The day from which a document has effect; empty when it does not say. */
    Optional<LocalDate> effectOf(UUID contract) {
        return Optional.ofNullable(effects.get(contract));
    }

    /** Whether it changes others rather than standing on its own. */
    boolean changesOthers(UUID contract) {
        Contract own = contracts.get(contract);
        return own != null && CHANGES.matcher(own.title()).find();
    }

    /** Whether it only tells what was done under others. */
    boolean reports(UUID contract) {
        Contract own = contracts.get(contract);
        return own != null && REPORTS.matcher(own.title()).find();
    }

    /** Whether it takes the place of an earlier one altogether. */
    boolean restates(UUID contract) {
        Contract own = contracts.get(contract);
        return own != null && RESTATES.matcher(own.title()).find();
    }

    /** The restatement, in effect on a day, that took the place of a document; empty when the document still counts. */
    Optional<Contract> replacedBy(Contract contract, LocalDate day) {
        LocalDate own = effects.getOrDefault(contract.id(), LocalDate.MAX);
        return contracts.values().stream()
                .filter(other -> restates(other.id()) && !other.id().equals(contract.id()))
                .filter(other -> isSameFamily(other, contract))
                .filter(other -> effectOf(other.id())
                        .filter(effect -> effect.isAfter(own) && !effect.isAfter(day))
                        .isPresent())
                .findFirst();
    }

    private static boolean isSameFamily(Contract one, Contract other) {
        return one.counterparty() != null && one.counterparty().equals(other.counterparty());
    }
}
