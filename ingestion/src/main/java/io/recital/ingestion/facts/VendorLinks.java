package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorMatch;
import io.recital.models.fact.VendorMatching;
import io.recital.models.store.FactSelection;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.models.store.VendorUse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which counterparties the vendors of a tenant's facts are, and which of them a person has to decide about. */
public final class VendorLinks {
    private final Tenancy tenancy;
    private final Repositories store;

    public VendorLinks(Tenancy tenancy, Repositories store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** A vendor, what it seems to be, and how many facts are about it. */
    public record Link(VendorMatch match, Map<FactKind, Integer> facts) {
        public Link {
            facts = Map.copyOf(facts);
        }

        /** Whether something was invoiced by or to a company that no contract is known with. */
        public boolean isInvoicedWithoutContract() {
            return match.standing() == VendorMatch.Standing.UNKNOWN && facts.containsKey(FactKind.INVOICE_LINE);
        }
    }

    /** All vendors that facts are about. */
    public List<Link> list(UUID tenant) {
        return tenancy.call(tenant, () -> {
            VendorMatching matching = matching();
            return store.facts().listVendors().stream()
                    .map(use -> link(use, matching))
                    .toList();
        });
    }

    private static Link link(VendorUse use, VendorMatching matching) {
        return new Link(matching.match(use.vendor()), use.facts());
    }

    /** Those that are not surely a counterparty: uncertain, another company of a group, or unknown. */
    public List<Link> listUnmatched(UUID tenant) {
        return list(tenant).stream()
                .filter(link -> !link.match().isCounterparty())
                .toList();
    }

    /** The matching as it stands: vendor list, counterparties with their aliases, decisions. Call it in the tenant's name. */
    public VendorMatching matching() {
        return new VendorMatching(
                store.facts().load(FactSelection.of(FactKind.VENDOR)).vendors(),
                store.counterparties().list(),
                store.vendorDecisions().list());
    }

    /** Keeps what a person decided of a vendor. */
    public void decide(UUID tenant, VendorDecision decision, String decidedBy, @Nullable String note) {
        tenancy.run(tenant, () -> store.vendorDecisions().add(decision, decidedBy, note));
    }
}
