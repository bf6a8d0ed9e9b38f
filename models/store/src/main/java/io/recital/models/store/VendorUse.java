package io.recital.models.store;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.VendorReference;
import java.util.Map;

/**
 * A vendor as facts name it.
 *
 * @param facts how many there are of each kind
 */
public record VendorUse(VendorReference vendor, Map<FactKind, Integer> facts) {
    public VendorUse {
        facts = Map.copyOf(facts);
    }
}
