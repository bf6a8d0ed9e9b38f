package io.recital.models.ledger.invoice;

import io.recital.models.fact.IndexValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A way to set a price anew from its base price, whatever it was before. */
interface PriceSetting {
    /** What the base price is multiplied by from a day on; empty where a value is not known. */
    Optional<PriceFormula.Factor> from(LocalDate effective, List<IndexValue> published);

    /** What is missing where no factor can be told. */
    String missing(LocalDate effective);
}
