package io.recital.ingestion.job;

import io.recital.ingestion.document.Incoming;
import io.recital.models.evidence.Sha256;
import io.recital.models.store.JobItem;
import io.recital.models.store.OriginalContent;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.models.store.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps the bytes of everything that is handed in, each file in a transaction of its own, and then makes the job. A kill
 * in between leaves bytes without a job: handing in the same files again keeps them once.
 */
final class Intake {
    private final Tenancy tenancy;
    private final Repositories store;

    Intake(Tenancy tenancy, Repositories store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /**
     * Makes a job of the files that {@code expansion} finds. Files that do not come in at all (too large, an unsafe
     * archive) become notes of the job, with their reasons.
     */
    UUID receive(UUID tenant, Submission submission, Consumer<Consumer<Incoming>> expansion) {
        UUID replaced = submission.replaces();
        if (replaced != null) {
            tenancy.run(tenant, () -> requireKnown(replaced));
        }
        List<JobItem.Waiting> files = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        expansion.accept(incoming -> {
            if (incoming instanceof Incoming.File file) {
                Sha256 sha256 = tenancy.call(tenant, () -> store.originals().store(OriginalContent.of(file.path())));
                files.add(new JobItem.Waiting(submission.of(file.name(), file.container()), sha256));
            } else if (incoming instanceof Incoming.Refused refused) {
                refusals.add(refused.name() + " was refused: " + refused.reason());
            }
        });
        if (replaced != null && files.size() > 1) {
            throw new IngestionException(
                    IngestionException.Category.MISUSE,
                    "A new version is one file, and these are " + files.size() + "; hand each in by itself");
        }
        return tenancy.call(tenant, () -> {
            UUID job = store.jobs().create(files);
            refusals.forEach(refusal -> store.jobs().addNote(job, refusal));
            return job;
        });
    }

    private void requireKnown(UUID replaced) {
        boolean known = store.contracts().find(replaced).isPresent()
                || store.documents().find(replaced).isPresent();
        if (!known) {
            throw new StoreException(
                    StoreException.Category.NOT_FOUND,
                    "There is no contract or document with the id " + replaced + " to replace; list the contracts");
        }
    }
}
