package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.SourcedFact;
import io.recital.models.store.Repositories;
import io.recital.models.store.StoredFacts;
import io.recital.models.store.Tenancy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports files of performance facts for a tenant, batch after batch: an import that is killed leaves whole batches, and
 * the same files again change nothing but what is still missing.
 */
public final class FactImports {
    /** The feed of files for which none was named: they may come from anywhere, so nothing is remembered of them. */
    public static final String DEFAULT_FEED = "default";

    private static final Logger LOG = LoggerFactory.getLogger(FactImports.class);

    private final Tenancy tenancy;
    private final Repositories store;

    public FactImports(Tenancy tenancy, Repositories store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** What became of the rows of a kind. */
    public record Counts(int added, int changed, int unchanged) {
        Counts plus(Counts other) {
            return new Counts(added + other.added, changed + other.changed, unchanged + other.unchanged);
        }
    }

    /** What an import came to: how the files were read, and what that changed in the store, by kind. */
    public record Imported(String feed, FactReport report, Map<FactKind, Counts> counts) {
        public Imported {
            counts = Map.copyOf(counts);
        }
    }

    /** Imports files; what is stated goes before what is remembered of the feed, and is remembered with what was decided. */
    public Imported run(UUID tenant, String feed, FeedMapping stated, List<Path> files) throws IOException {
        requireFields(stated);
        boolean named = !feed.equals(DEFAULT_FEED);
        FeedMapping known = named ? stated.orElse(remembered(tenant, feed)) : stated;
        Map<FactKind, Counts> counts = new EnumMap<>(FactKind.class);
        List<RefusedRow> foreign = new ArrayList<>();
        FactReport read = new FactImport(known, batch -> store(tenant, feed, batch, counts, foreign)).read(files);
        FactReport report = read.withRefused(foreign);
        if (named) {
            tenancy.run(tenant, () -> store.feeds().save(feed, report.mapping().orElse(known)));
        }
        LOG.info(
                "Imported facts of feed {}: {} sheets, {} rows refused",
                feed,
                report.sheets().size(),
                report.refusedInAll());
        return new Imported(feed, report, counts);
    }

    /** How the files of a feed are read, as far as that is known. */
    public FeedMapping remembered(UUID tenant, String feed) {
        return tenancy.call(tenant, () -> store.feeds().find(feed)).orElse(FeedMapping.NONE);
    }

    /** States how the files of a feed are read, in place of what is remembered. */
    public void state(UUID tenant, String feed, FeedMapping mapping) {
        requireFields(mapping);
        tenancy.run(tenant, () -> store.feeds().save(feed, mapping));
    }

    private void store(
            UUID tenant, String feed, List<SourcedFact> batch, Map<FactKind, Counts> counts, List<RefusedRow> foreign) {
        Map<FactKind, List<SourcedFact>> byKind = new EnumMap<>(FactKind.class);
        batch.forEach(sourced -> byKind.computeIfAbsent(sourced.fact().kind(), kind -> new ArrayList<>())
                .add(sourced));
        tenancy.run(
                tenant,
                () -> byKind.forEach((kind, facts) -> {
                    StoredFacts stored = store.facts().store(feed, facts);
                    counts.merge(kind, new Counts(stored.added(), stored.changed(), stored.unchanged()), Counts::plus);
                    stored.foreign().forEach(other -> foreign.add(refusal(other.fact(), other.feed())));
                }));
    }

    private static RefusedRow refusal(SourcedFact sourced, String feed) {
        return new RefusedRow(
                sourced.file(),
                sourced.sheet(),
                sourced.line(),
                "Its id " + sourced.fact().id()
                        + " is that of a row of the feed “" + feed
                        + "”, which says otherwise. Import it under that feed's name to correct that row, or give it"
                        + " an id of its own.");
    }

    private static void requireFields(FeedMapping mapping) {
        mapping.kinds().forEach((kind, columns) -> {
            requireFields(kind, columns.columns().keySet());
            requireFields(kind, columns.constants().keySet());
        });
    }

    private static void requireFields(FactKind kind, Iterable<String> fields) {
        for (String field : fields) {
            if (FactLayout.find(kind, field).isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no field '" + field + "' of kind " + kind.label() + "; there are "
                                + String.join(
                                        ", ",
                                        FactLayout.fields(kind).stream()
                                                .map(FactField::name)
                                                .toList()));
            }
        }
    }
}
