package io.recital.eval.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.eval.bench.scale.ScaleBench.Asked;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.retrieval.search.QuestionEmbedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScaleBenchTest {
    private static final String MODEL = PassageGenerator.modelOf("test-model");
    private static final List<String> TEXTS = List.of(
            "The crane lifts boats of up to twelve tonnes between April and October",
            "Diesel is sold by the litre at the price of the day",
            "The owner keeps the fairway clear and moors at the pontoon named in Schedule \\2",
            "Claims for damage to the hull are made within fourteen days");

    @TempDir
    Path folder;

    private static float[] vector(long seed) {
        Random random = new Random(seed);
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian() / 19.6f;
        }
        return vector;
    }

    private static PassageGenerator generator() {
        List<SeedPassage> passages = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            passages.add(new SeedPassage(List.of("Marina, \"" + i + "\""), TEXTS.get(i), vector(i)));
        }
        return new PassageGenerator(List.of(passages.subList(0, 2), passages.subList(2, 4)), 1);
    }

    @Test
    void whatSmallScopesBringIsExactAndEveryRowIsMarkedAsGenerated() {
        List<Asked> questions = List.of(
                new Asked("Until when may damage be claimed?", new QuestionEmbedding(MODEL, vector(3))),
                new Asked("What does diesel cost?", new QuestionEmbedding(MODEL, vector(1))));

        ScaleReport report = new ScaleBench(folder, 2000, generator(), MODEL).measure(questions, 2, 64);
        ScaleReport again = new ScaleBench(folder, 2000, generator(), MODEL).measure(questions, 2, 64);

        assertThat(report.contracts()).isEqualTo(20);
        assertThat(report.lines()).extracting(ScaleReport.Line::passages).contains(100, 200, 1000);
        assertThat(report.lines()).allSatisfy(line -> {
            assertThat(line.nearest()).as(line.scope()).isEqualTo(1);
            assertThat(line.words()).as(line.scope()).isEqualTo(1);
            assertThat(line.hybrid()).as(line.scope()).isEqualTo(1);
            assertThat(line.clock().count()).isEqualTo(2);
        });
        assertThat(report.loadSeconds()).isPositive();
        assertThat(again.loadSeconds()).as("nothing is generated twice").isNull();
        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            JdbcClient owner = JdbcClient.create(database.ownerDataSource());
            assertThat(owner.sql("select count(*) from passage")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2000);
            assertThat(owner.sql("select distinct embedding_model from passage")
                            .query(String.class)
                            .list())
                    .containsExactly(MODEL);
            assertThat(owner.sql("select count(*) from contract where title not like 'Generated%'")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(new JdbcSearchIndexes(database.ownerDataSource(), folder.resolve("none")).list())
                    .extracting(JdbcSearchIndexes.Index::name)
                    .contains("passage_embedding_hnsw", "passage_words_gin");
        }
    }
}
