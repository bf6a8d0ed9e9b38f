package io.recital.ingestion.job;

import io.recital.models.evidence.Sha256;
import io.recital.models.finding.LlmCall;
import io.recital.models.finding.LlmCalls;
import io.recital.models.store.JdbcLlmCalls;
import io.recital.models.store.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one tenant remembers of its language model while one document is read; each call is kept in a transaction of its own. */
final class DocumentCalls implements LlmCalls {
    private final Tenancy tenancy;
    private final JdbcLlmCalls calls;
    private final UUID tenant;
    private final UUID document;
    private final @Nullable UUID item;

    /** @param item the job's file that the reading is for, null outside of jobs */
    DocumentCalls(Tenancy tenancy, JdbcLlmCalls calls, UUID tenant, UUID document, @Nullable UUID item) {
        this.tenancy = tenancy;
        this.calls = calls;
        this.tenant = tenant;
        this.document = document;
        this.item = item;
    }

    @Override
    public Optional<LlmCall> findAnswered(Sha256 question) {
        return tenancy.call(tenant, () -> calls.findAnswered(question));
    }

    @Override
    public void record(LlmCall call) {
        tenancy.run(tenant, () -> calls.store(document, item, call));
    }
}
