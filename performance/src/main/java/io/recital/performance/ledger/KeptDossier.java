package io.recital.performance.ledger;

import io.recital.models.ledger.Dossier;
import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** A dossier that is kept while there is memory for it, and read again after it was given up. */
final class KeptDossier implements Supplier<Dossier> {
    private final Supplier<Dossier> source;
    private SoftReference<Dossier> kept = new SoftReference<>(null);

    KeptDossier(Supplier<Dossier> source) {
        this.source = source;
    }

    @Override
    public synchronized Dossier get() {
        Dossier known = kept.get();
        if (known == null) {
            known = source.get();
            kept = new SoftReference<>(known);
        }
        return known;
    }
}
