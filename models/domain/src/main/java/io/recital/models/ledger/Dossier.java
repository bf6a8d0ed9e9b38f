package io.recital.models.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.TenantRole;
import io.recital.models.duty.OccurrenceBook;
import io.recital.models.fact.Facts;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that is held against each other for one counterparty: what its contracts promise, what happened, and what people
 * decided about duties. It is for one thread at a time.
 */
public final class Dossier {
    private final ContractFamily family;
    private final Facts facts;
    private final LocalDate asOf;
    private final OccurrenceBook book;
    private final Map<Class<?>, Object> readings = new HashMap<>();

    /**
     * A dossier as it stood on a day.
     *
     * @param facts the counterparty's own, with all index values and exchange rates; those that could not be known on the
     *     day are left out
     * @param asOf the day on which it is looked at
     */
    public Dossier(ContractFamily family, Facts facts, LocalDate asOf) {
        this(family, facts.knownOn(asOf), asOf, OccurrenceBook.EMPTY);
    }

    private Dossier(ContractFamily family, Facts facts, LocalDate asOf, OccurrenceBook book) {
        this.family = requireNonNull(family, "family");
        this.asOf = requireNonNull(asOf, "asOf");
        this.facts = facts;
        this.book = book;
    }

    /** The same with what people did about the duties of its contracts, as it counted on the day. */
    public Dossier with(OccurrenceBook decided) {
        Set<UUID> contracts =
                family.members().stream().map(member -> member.contract().id()).collect(Collectors.toSet());
        OccurrenceBook own = decided.of(contracts).asOf(asOf);
        return own.isEmpty() ? this : new Dossier(family, facts, asOf, own);
    }

    /** The same with one more finding of one of its contracts. */
    public Dossier with(Finding finding) {
        return new Dossier(family.with(finding), facts, asOf, book);
    }

    /** The same without findings of its contracts that are left aside. */
    public Dossier without(Predicate<Finding> leftAside) {
        return new Dossier(family.without(leftAside), facts, asOf, book);
    }

    public ContractFamily family() {
        return family;
    }

    public Facts facts() {
        return facts;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** What people did about the times at which duties fall due. */
    public OccurrenceBook book() {
        return book;
    }

    /** What several checks need to know of it, such as the agreed prices: read by the first that asks, and then kept. */
    public <T> T reading(Class<T> sort, Function<Dossier, T> reader) {
        Object known = readings.get(sort);
        if (known == null) {
            known = reader.apply(this);
            readings.put(sort, known);
        }
        return sort.cast(known);
    }

    /** Whether the tenant sells or licenses under these contracts. */
    public boolean isOfASeller() {
        return family.members().stream()
                .map(member -> member.contract().role())
                .anyMatch(role -> role == TenantRole.SELLER || role == TenantRole.LICENSOR);
    }
}
