package io.recital.eval.bench;

import io.recital.eval.EvalException;
import io.recital.eval.bench.scale.PassageGenerator;
import io.recital.eval.bench.scale.ScaleBench;
import io.recital.eval.bench.scale.ScaleBench.Asked;
import io.recital.eval.bench.scale.ScaleReport;
import io.recital.eval.bench.scale.SeedPassage;
import io.recital.ingestion.embed.EmbeddingText;
import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import io.recital.models.contract.ContractReading;
import io.recital.models.inference.Encoder;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What {@code bench --parts scale} is told, and the measurement put together from it. */
final class ScaleOptions {
    @Option(
            names = "--passages",
            defaultValue = "20000",
            description = "scale: passages to generate (default ${DEFAULT-VALUE}; 1000000 takes an hour).")
    private int passages;

    @Option(
            names = "--compared",
            defaultValue = "20",
            description = "scale: how many of them are compared with exact search (default ${DEFAULT-VALUE}).")
    private int compared;

    @Option(
            names = "--build-memory",
            defaultValue = "2048",
            paramLabel = "MB",
            description = "scale: memory for building an index (default ${DEFAULT-VALUE}).")
    private int buildMemory;

    @Option(
            names = "--database",
            paramLabel = "DIR",
            description = "scale: keep the generated database here and go on with it; thrown away otherwise.")
    private @Nullable Path database;

    /**
     * @param contracts whose passages the others are generated around
     * @param questions how many of the samples' questions to search for
     */
    ScaleReport measure(BenchContracts contracts, Encoder encoder, int questions, long seed) {
        if (compared < 1 || buildMemory < 16) {
            throw new EvalException("--compared must be 1 or more, --build-memory 16 or more");
        }
        PassageGenerator generator = new PassageGenerator(
                contracts.readings().stream()
                        .map(reading -> seeds(reading, encoder))
                        .toList(),
                seed);
        String model = PassageGenerator.modelOf(encoder.modelId());
        List<Asked> asked = asked(encoder, model, questions, seed);
        if (database != null) {
            return new ScaleBench(database, passages, generator, model).measure(asked, compared, buildMemory);
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("recital-scale");
            return new ScaleBench(folder, passages, generator, model).measure(asked, compared, buildMemory);
        } catch (IOException e) {
            throw new EvalException("There is no room for a database in the temporary folder; free some", e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static List<SeedPassage> seeds(ContractReading reading, Encoder encoder) {
        Segmentation segmentation = reading.segmentation();
        EmbeddingText context = new EmbeddingText(segmentation);
        List<Passage> real = segmentation.passages();
        List<float[]> vectors = encoder.encode(real.stream().map(context::of).toList());
        List<SeedPassage> seeds = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            seeds.add(new SeedPassage(real.get(i).headingPath(), real.get(i).text(), vectors.get(i)));
        }
        return seeds;
    }

    private static List<Asked> asked(Encoder encoder, String model, int questions, long seed) {
        List<String> bank = new ArrayList<>();
        for (JsonNode question : SamplePortfolio.questions()) {
            bank.add(question.required("question").asString());
        }
        Collections.shuffle(bank, new Random(seed));
        return bank.stream()
                .limit(questions)
                .map(question -> new Asked(question, new QuestionEmbedding(model, encoder.encodeQuery(question))))
                .toList();
    }
}
