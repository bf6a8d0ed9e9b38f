package io.recital.eval.bench.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Lets several pipelines ingest the same files by turns, a few files each time, and adds up what each of them takes. */
final class Turns {
    private static final int AT_ONCE = 8;

    /** Nanoseconds by the clock, and on the processors. */
    record Spent(long clock, long processor) {
        Spent plus(Spent other) {
            return new Spent(clock + other.clock, processor + other.processor);
        }
    }

    private final LongSupplier processor;
    private final Map<String, Consumer<List<TextFile>>> pipelines = new LinkedHashMap<>();

    /** @param processor nanoseconds that everything concerned was on a processor so far */
    Turns(LongSupplier processor) {
        this.processor = processor;
    }

    Turns with(String name, Consumer<List<TextFile>> pipeline) {
        pipelines.put(name, pipeline);
        return this;
    }

    Map<String, Spent> ingest(List<TextFile> files) {
        Map<String, Spent> spent = new LinkedHashMap<>();
        List<Map.Entry<String, Consumer<List<TextFile>>>> order = new ArrayList<>(pipelines.entrySet());
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            List<TextFile> some = files.subList(from, Math.min(files.size(), from + AT_ONCE));
            for (Map.Entry<String, Consumer<List<TextFile>>> pipeline : order) {
                long processorStart = processor.getAsLong();
                long start = System.nanoTime();
                pipeline.getValue().accept(some);
                Spent now = new Spent(System.nanoTime() - start, processor.getAsLong() - processorStart);
                spent.merge(pipeline.getKey(), now, Spent::plus);
            }
            Collections.reverse(order);
        }
        return spent;
    }
}
