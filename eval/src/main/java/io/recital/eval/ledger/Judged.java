package io.recital.eval.ledger;

import io.recital.models.ledger.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planted item with what the ledger says of it, or what the ledger says beside all items.
 *
 * @param item null for a false claim
 * @param outcomes empty for what was missed; several where together they are the item
 */
record Judged(String family, Verdict verdict, @Nullable PlantedItem item, List<Outcome> outcomes) {
    Judged {
        outcomes = List.copyOf(outcomes);
    }
}
