package io.recital.models.ledger;

import io.recital.models.fact.Claim;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.Vendor;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a tenant sorted to the counterparties that they are about. The contract that a row names decides; a row
 * that names none goes where the other rows of its vendor go, and to the counterparty that bears the vendor's name.
 *
 * @param unassigned rows about nobody with a contract
 */
public record Dossiers(List<Dossier> dossiers, List<PerformanceFact> unassigned) {
    public Dossiers {
        dossiers = List.copyOf(dossiers);
        unassigned = List.copyOf(unassigned);
    }

    public static Dossiers of(List<ContractFamily> families, Facts facts, LocalDate asOf) {
        return new Sorting(families, facts).sorted(asOf);
    }

    private static final class Sorting {
        private final List<ContractFamily> families;
        private final Facts facts;
        private final Map<String, ContractFamily> byReference = new HashMap<>();
        private final Map<String, ContractFamily> byVendor = new HashMap<>();

        Sorting(List<ContractFamily> families, Facts facts) {
            this.families = families;
            this.facts = facts;
            families.forEach(family -> family.members()
                    .forEach(member -> member.references().forEach(reference -> byReference.put(reference, family))));
            Map<String, ContractFamily> byName = new HashMap<>();
            for (ContractFamily family : families) {
                byName.put(key(family.counterparty().name()), family);
                family.counterparty().aliases().forEach(alias -> byName.put(key(alias), family));
            }
            facts.vendors().forEach(vendor -> joinByName(vendor, byName));
            facts.stream().forEach(this::joinByContract);
        }

        private void joinByName(Vendor vendor, Map<String, ContractFamily> byName) {
            for (String name : List.of(vendor.reference().name(), vendor.aliasOf())) {
                ContractFamily family = byName.get(key(name));
                if (family != null) {
                    byVendor.putIfAbsent(key(vendor.reference()), family);
                }
            }
        }

        private void joinByContract(PerformanceFact fact) {
            VendorReference vendor = vendor(fact);
            ContractFamily family = byReference.get(contract(fact));
            if (vendor != null && family != null) {
                byVendor.putIfAbsent(key(vendor), family);
            }
        }

        Dossiers sorted(LocalDate asOf) {
            Map<ContractFamily, List<PerformanceFact>> rows = new HashMap<>();
            List<PerformanceFact> unassigned = new ArrayList<>();
            List<PerformanceFact> shared = new ArrayList<>();
            facts.stream().forEach(fact -> {
                if (vendor(fact) == null) {
                    shared.add(fact);
                } else {
                    family(fact)
                            .ifPresentOrElse(
                                    family -> rows.computeIfAbsent(family, key -> new ArrayList<>())
                                            .add(fact),
                                    () -> unassigned.add(fact));
                }
            });
            List<Dossier> dossiers = new ArrayList<>();
            for (ContractFamily family : families) {
                List<PerformanceFact> own = new ArrayList<>(rows.getOrDefault(family, List.of()));
                own.addAll(shared);
                dossiers.add(new Dossier(family, Facts.of(own), asOf));
            }
            return new Dossiers(dossiers, unassigned);
        }

        private Optional<ContractFamily> family(PerformanceFact fact) {
            ContractFamily named = byReference.get(contract(fact));
            VendorReference vendor = vendor(fact);
            return named != null || vendor == null
                    ? Optional.ofNullable(named)
                    : Optional.ofNullable(byVendor.get(key(vendor)));
        }
    }

    private static String key(VendorReference vendor) {
        return vendor.id().isBlank() ? key(vendor.name()) : vendor.id();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable VendorReference vendor(PerformanceFact fact) {
        if (fact instanceof InvoiceLine line) {
            return line.vendor();
        } else if (fact instanceof Measurement measurement) {
            return measurement.vendor();
        } else if (fact instanceof CreditNote note) {
            return note.vendor();
        } else if (fact instanceof Purchase purchase) {
            return purchase.vendor();
        } else if (fact instanceof ContractEvent event) {
            return event.vendor();
        } else if (fact instanceof Claim claim) {
            return claim.vendor();
        }
        return fact instanceof Vendor vendor ? vendor.reference() : null;
    }

    private static String contract(PerformanceFact fact) {
        if (fact instanceof InvoiceLine line) {
            return line.contract();
        } else if (fact instanceof Measurement measurement) {
            return measurement.contract();
        } else if (fact instanceof Purchase purchase) {
            return purchase.contract();
        } else if (fact instanceof ContractEvent event) {
            return event.contract();
        }
        return fact instanceof Claim claim ? claim.contract() : "";
    }
}
