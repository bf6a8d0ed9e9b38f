package io.recital.api.fact;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.ingestion.facts.VendorLinks;
import io.recital.models.contract.Counterparty;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorMatch;
import io.recital.models.fact.VendorReference;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Vendors: companies as other systems name them, and which counterparties they are. */
@RestController
@RequestMapping("/api/v1/vendors")
@Tag(name = "Vendors")
class VendorController {
    private final VendorLinks vendors;
    private final Repositories store;
    private final Tenancy tenancy;

    VendorController(VendorLinks vendors, Repositories store, Tenancy tenancy) {
        this.vendors = vendors;
        this.store = store;
        this.tenancy = tenancy;
    }

    /**
     * A vendor and what it seems to be.
     *
     * @param counterparty the nearest one; null when none is like it
     * @param facts how many there are of each kind
     * @param invoicedWithoutContract whether there are invoices and no contract is known with it
     */
    record VendorView(
            String id,
            String name,
            VendorMatch.Standing standing,
            double confidence,
            String evidence,
            @Nullable UUID counterparty,
            @Nullable String counterpartyName,
            Map<FactKind, Integer> facts,
            boolean invoicedWithoutContract) {}

    /**
     * What a person decides of a vendor.
     *
     * @param id in the other system; empty when its facts give a name only
     * @param counterparty null: none of those that are known
     */
    record Decision(
            @Nullable String id,
            @Nullable String name,
            @Nullable UUID counterparty,
            @NotBlank String decidedBy,
            @Nullable String note) {}

    @GetMapping
    @Operation(summary = "List the vendors of all facts", description = "With the counterparty that each is, and why.")
    List<VendorView> list(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        return views(tenant, vendors.list(tenant));
    }

    @GetMapping("/unmatched")
    @Operation(
            summary = "List the vendors that are not surely a counterparty",
            description =
                    "Uncertain ones wait for a decision; an affiliate is another company of a counterparty's group; of an"
                            + " unknown one with invoices no contract is known.")
    List<VendorView> listUnmatched(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        return views(tenant, vendors.listUnmatched(tenant));
    }

    @PostMapping("/decisions")
    @Operation(summary = "Decide which counterparty a vendor is", description = "Appended; the latest decision holds.")
    VendorView decide(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Validated @RequestBody Decision decision) {
        VendorReference vendor = reference(decision);
        UUID counterparty = decision.counterparty();
        if (counterparty != null
                && tenancy.call(tenant, () -> store.counterparties().find(counterparty))
                        .isEmpty()) {
            throw ProblemException.notFound("counterparty", counterparty);
        }
        VendorLinks.Link known = vendors.list(tenant).stream()
                .filter(link -> link.match().vendor().key().equals(vendor.key()))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.badRequest("No fact is about this vendor; give its id or its name."));
        vendors.decide(
                tenant,
                new VendorDecision(known.match().vendor(), counterparty),
                decision.decidedBy(),
                decision.note());
        return views(tenant, vendors.list(tenant)).stream()
                .filter(view ->
                        new VendorReference(view.id(), view.name()).key().equals(vendor.key()))
                .findFirst()
                .orElseThrow();
    }

    private static VendorReference reference(Decision decision) {
        try {
            return new VendorReference(
                    decision.id() == null ? "" : decision.id(), decision.name() == null ? "" : decision.name());
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("Say which vendor is meant, by 'id' or by 'name'.");
        }
    }

    private List<VendorView> views(UUID tenant, List<VendorLinks.Link> links) {
        Map<UUID, String> names = tenancy
                .call(tenant, () -> store.counterparties().list())
                .stream()
                .collect(Collectors.toMap(Counterparty::id, Counterparty::name));
        return links.stream().map(link -> view(link, names)).toList();
    }

    private static VendorView view(VendorLinks.Link link, Map<UUID, String> names) {
        VendorMatch match = link.match();
        return new VendorView(
                match.vendor().id(),
                match.vendor().name(),
                match.standing(),
                match.confidence(),
                match.evidence(),
                match.counterparty(),
                match.counterparty() == null ? null : names.get(match.counterparty()),
                new TreeMap<>(link.facts()),
                link.isInvoicedWithoutContract());
    }
}
