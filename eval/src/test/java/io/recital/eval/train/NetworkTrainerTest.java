package io.recital.eval.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.recital.eval.clauses.GoldSpan;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.onnx.LabelledSpan;
import io.recital.extraction.onnx.ModelCard;
import io.recital.extraction.onnx.StatedLevers;
import io.recital.extraction.onnx.WordFeatures;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.BertTokenizer;
import io.recital.models.inference.EncoderModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrainerTest {
    private static final NetworkSettings SETTINGS = new NetworkSettings(2, 1, 4, 2, 3e-4, 5e-3, 0.1, 0.01, 0.5, 7);
    private static final List<String> LABELS = List.of("Insurance", "Governing Law");

    private static BertTokenizer tokenizer;
    private static OnnxWeights base;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        tokenizer = BertTokenizer.ofResource(EncoderModel.BGE_SMALL_EN_V15.tokenizer());
        base = OnnxWeights.ofResource(EncoderModel.BGE_SMALL_EN_V15.weights());
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static String text(int contract) {
        String[] things = {"cartons", "pallets", "crates", "drums", "bottles"};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append("The %s are stacked in hall %d.\n\n".formatted(things[(contract + i) % 5], i + 1));
            if (i % 4 == contract % 4) {
                text.append("The Supplier shall maintain insurance of not less than %d million.\n\n"
                        .formatted(contract + i + 2));
            }
            if (i % 5 == contract % 5) {
                text.append("This Agreement is governed by the laws of %s.\n\n"
                        .formatted(contract % 2 == 0 ? "Denmark" : "Norway"));
            }
        }
        return text.toString();
    }

    private static LabelledContract contract(int number) {
        StoredText text = StoredText.of(text(number));
        List<GoldSpan> gold = new ArrayList<>();
        SentenceSplitter.split(text).forEach(span -> {
            String sentence = text.slice(span);
            String label =
                    sentence.contains("insurance") ? LABELS.get(0) : sentence.contains("laws") ? LABELS.get(1) : "";
            if (!label.isEmpty()) {
                gold.add(new GoldSpan("c" + number, label, span.start(), span.end(), sentence));
            }
        });
        return LabelledContract.of("c" + number, text, gold, LABELS, tokenizer);
    }

    private static List<LabelledContract> contracts() {
        List<LabelledContract> contracts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            contracts.add(contract(i));
        }
        return contracts;
    }

    private static NetworkWeights start() {
        return NetworkWeights.of(base, SETTINGS.layers(), SETTINGS.fixedLayers(), 2 * LABELS.size(), new Random(3));
    }

    private NetworkTrainer trainer(NetworkWeights weights, String name) {
        return new NetworkTrainer(weights, SETTINGS, new Checkpoint(folder.resolve(name), "test"));
    }

    private static ModelCard card() {
        List<ModelCard.LabelCard> labels = LABELS.stream()
                .map(label -> new ModelCard.LabelCard(label, 0.5, 0.2, 0, 0, 0, ModelCard.Calibration.NONE))
                .toList();
        return new ModelCard("test", "1", "own wording", "bge", WordFeatures.VERSION, 7, List.of(), labels);
    }

    @Test
    void learnsWhatSentencesSayAndExtractionReadsItFromTheExportedGraph() {
        NetworkWeights weights = start();
        List<LabelledContract> contracts = contracts();
        trainer(weights, "learn").train(contracts);
        byte[] graph = NetworkExport.toOnnx(weights, WordWeights.train(contracts, LABELS.size(), 7));
        StoredText unseen = StoredText.of(text(11));
        try (ClauseClassifier classifier = new ClauseClassifier(graph, card())) {
            List<LabelledSpan> found =
                    classifier.classify(unseen, SentenceSplitter.split(unseen), StatedLevers.NONE, 0.5);
            assertThat(found)
                    .allSatisfy(span -> assertThat(unseen.slice(span.span()))
                            .contains(span.label().equals("Insurance") ? "insurance" : "laws"));
            assertThat(found.stream().map(LabelledSpan::label).distinct()).hasSize(2);
        }
    }

    @Test
    void theExportedGraphComputesWhatTheTrainerDoes() {
        NetworkWeights weights = start();
        List<LabelledContract> contracts = contracts();
        trainer(weights, "export").train(contracts, 1);
        LabelledContract contract = contracts.get(0);
        WindowBatch first = new WindowBatch(
                List.of(new WindowBatch.Item(contract, contract.windows().get(0))));
        float[] expected;
        try (SentenceNetwork network = new SentenceNetwork(weights, 0);
                NDManager arrays = network.manager().newSubManager()) {
            expected = network.logits(first, arrays).toFloatArray();
        }
        StoredText text = StoredText.of(text(0));
        List<String> sentences =
                SentenceSplitter.split(text).stream().map(text::slice).toList();
        byte[] graph = NetworkExport.toOnnx(weights, WordWeights.train(List.of(), LABELS.size(), 7));
        try (ClauseClassifier classifier = new ClauseClassifier(graph, card())) {
            List<float[]> scores = classifier.score(sentences);
            for (int i = 0; i < first.sentences(); i++) {
                // Without training, the words' log odds are their bias for each label.
                double mixed = 0.6 * expected[i * 4] + 0.4 * -5;
                double goesOn = expected[i * 4 + 2];
                assertThat((double) scores.get(i)[0]).isCloseTo(1 / (1 + Math.exp(-mixed)), within(0.02));
                assertThat((double) scores.get(i)[2]).isCloseTo(1 / (1 + Math.exp(-goesOn)), within(0.02));
            }
        }
    }

    @Test
    void aTrainingThatWasStoppedGoesOnToTheSameWeights() {
        NetworkWeights whole = start();
        trainer(whole, "whole").train(contracts(), 2);
        trainer(start(), "stopped").train(contracts(), 1);
        NetworkWeights resumed = start();
        trainer(resumed, "stopped").train(contracts(), 2);
        assertThat(resumed.learned()).containsOnlyKeys(whole.learned().keySet());
        for (String name : whole.learned().keySet()) {
            assertThat(farthestApart(resumed.block(name), whole.block(name)))
                    .as(name)
                    .isLessThanOrEqualTo(1e-3f);
        }
    }

    /** A loop of its own: half a million weights take AssertJ most of a minute. */
    private static float farthestApart(float[] some, float[] others) {
        assertThat(some).hasSameSizeAs(others);
        float farthest = 0;
        for (int i = 0; i < some.length; i++) {
            farthest = Math.max(farthest, Math.abs(some[i] - others[i]));
        }
        return farthest;
    }
}
