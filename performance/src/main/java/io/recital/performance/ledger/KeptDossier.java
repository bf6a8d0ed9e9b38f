package io.recital.performance.ledger;

import io.recital.models.ledger.Dossier;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that stays in memory while its ledger and what rests on it are made. Later it is read again once it was cleared
 * away; softer references would let very many of them fill the memory.
 */
final class KeptDossier implements Supplier<Dossier>, AutoCloseable {
    private final Supplier<Dossier> source;
    private WeakReference<Dossier> kept = new WeakReference<>(null);
    private @Nullable Dossier inUse;
    private boolean open = true;

    KeptDossier(Supplier<Dossier> source) {
        this.source = source;
    }

    @Override
    public synchronized Dossier get() {
        if (inUse != null) {
            return inUse;
        }
        Dossier known = kept.get();
        if (known == null) {
            known = source.get();
            kept = new WeakReference<>(known);
        }
        inUse = open ? known : null;
        return known;
    }

    /** From now on it may be cleared away. */
    @Override
    public synchronized void close() {
        open = false;
        inUse = null;
    }
}
