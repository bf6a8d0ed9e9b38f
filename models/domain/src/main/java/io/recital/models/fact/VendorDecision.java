package io.recital.models.fact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person decided of a vendor: it is this counterparty, or (null) none of those that are known. */
public record VendorDecision(
        VendorReference vendor, @Nullable UUID counterparty) {}
