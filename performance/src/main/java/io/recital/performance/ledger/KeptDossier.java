package io.recital.performance.ledger;

import io.recital.models.ledger.Dossier;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/** A dossier that is read again after it was cleared away; softer references would let very many of them fill the memory. */
final class KeptDossier implements Supplier<Dossier> {
    private final Supplier<Dossier> source;
    private WeakReference<Dossier> kept = new WeakReference<>(null);

    KeptDossier(Supplier<Dossier> source) {
        this.source = source;
    }

    @Override
    public synchronized Dossier get() {
        Dossier known = kept.get();
        if (known == null) {
            known = source.get();
            kept = new WeakReference<>(known);
        }
        return known;
    }
}
