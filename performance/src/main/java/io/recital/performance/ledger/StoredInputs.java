package io.recital.performance.ledger;

import io.recital.models.contract.Contract;
import io.recital.models.duty.OccurrenceBook;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.FactSubject;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.governance.Governance;
import io.recital.models.ledger.FactAssignment;
import io.recital.models.store.FactSelection;
import io.recital.models.store.Repositories;
import io.recital.models.store.StoredFamilies;
import io.recital.models.store.StoredSubject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together from the store what ledgers are computed from: families of contracts, and facts. */
public final class StoredInputs implements LedgerInputs {
    /** Facts about nobody have an empty vendor. */
    private static final String NOBODY = "";

    private final Repositories store;
    private final Function<Predicate<Contract>, List<ContractFamily>> families;

    public StoredInputs(Repositories store) {
        this.store = store;
        this.families = new StoredFamilies(store)::list;
    }

    /** With families from elsewhere, whose counterparties are stored. */
    public StoredInputs(Repositories store, Supplier<List<ContractFamily>> families) {
        this.store = store;
        this.families = wanted -> families.get();
    }

    @Override
    public Sources read(Predicate<Contract> wanted) {
        List<ContractFamily> all = families.apply(wanted);
        List<StoredSubject> stored = store.facts().listSubjects();
        FactAssignment assignment = new FactAssignment(
                all,
                store.facts().load(FactSelection.of(FactKind.VENDOR)).vendors(),
                store.vendorDecisions().list(),
                stored.stream().flatMap(StoredInputs::subject).toList());
        OccurrenceBook book = store.occurrences().book();
        Map<UUID, List<StoredSubject>> own = new HashMap<>();
        List<StoredSubject> nobodys = new ArrayList<>();
        List<StoredSubject> unassigned = new ArrayList<>();
        for (StoredSubject each : stored) {
            FactSubject subject = each.subject();
            if (subject == null) {
                nobodys.add(each);
                continue;
            }
            Optional<ContractFamily> whose = assignment.find(subject);
            whose.ifPresent(family -> own.computeIfAbsent(family.counterparty().id(), id -> new ArrayList<>())
                    .add(each));
            if (whose.isEmpty() || assignment.isOfAStranger(subject)) {
                unassigned.add(each);
            }
        }
        return new Sources(
                all.stream()
                        .filter(family -> family.members().stream().anyMatch(member -> wanted.test(member.contract())))
                        .map(family -> source(
                                family, own.getOrDefault(family.counterparty().id(), List.of()), nobodys, book))
                        .toList(),
                () -> load(unassigned, Set.of()));
    }

    @Override
    public Governance governance() {
        return store.governance().load(null);
    }

    private DossierSource source(
            ContractFamily family, List<StoredSubject> own, List<StoredSubject> nobodys, OccurrenceBook book) {
        Set<UUID> contracts =
                family.members().stream().map(member -> member.contract().id()).collect(Collectors.toSet());
        return new DossierSource(
                family, own + " " + nobodys, () -> Facts.of(load(own, Set.of(NOBODY))), book.of(contracts));
    }

    private List<PerformanceFact> load(List<StoredSubject> stored, Set<String> besides) {
        Set<FactSubject> subjects =
                stored.stream().flatMap(StoredInputs::subject).collect(Collectors.toSet());
        Set<String> keys = Stream.concat(
                        besides.stream(),
                        subjects.stream().map(subject -> subject.vendor().key()))
                .collect(Collectors.toSet());
        List<PerformanceFact> facts = new ArrayList<>();
        if (!keys.isEmpty()) {
            store.facts().forEach(FactSelection.ALL.about(keys), fact -> {
                if (fact.findSubject().map(subjects::contains).orElse(true)) {
                    facts.add(fact);
                }
            });
        }
        return facts;
    }

    private static Stream<FactSubject> subject(StoredSubject stored) {
        return Stream.ofNullable(stored.subject());
    }
}
