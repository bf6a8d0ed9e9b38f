package io.recital.eval.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.extraction.onnx.ClauseHead;
import io.recital.extraction.onnx.ModelCard;
import io.recital.extraction.onnx.SentenceInput;
import io.recital.extraction.onnx.WordFeatures;
import io.recital.models.inference.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {
    private static final HeadSettings SETTINGS = new HeadSettings(8, 6, 2e-3, 0.2, 0.1, 1e-4, 1, 2, 5);

    /** Sentences about insurance (label 0), about law (label 1), and about neither. */
    private static List<Sample> samples() {
        String[] wording = {
            "The Supplier keeps insurance of %d million.", "Danish law %d governs.", "Cartons %d are brown."
        };
        Random random = new Random(2);
        List<String> sentences = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            sentences.add(wording[i % 3].formatted(i));
            float[] vector = new float[Encoder.DIMENSION];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) (random.nextGaussian() * 0.05);
            }
            vectors.add(vector);
        }
        List<SentenceInput> inputs = SentenceInput.of(sentences, vectors);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            samples.add(new Sample(inputs.get(i), i % 3 == 2 ? 0 : 1L << i % 3, 0));
        }
        return samples;
    }

    @Test
    void learnsWhatTheWordsSay() {
        List<Sample> samples = samples();
        HeadNetwork net = HeadTrainer.train(samples, 2, SETTINGS);
        for (Sample sample : samples) {
            float[] scores = net.score(sample.input());
            for (int label = 0; label < 2; label++) {
                assertThat(scores[label] > 0.5).isEqualTo(sample.bears(label));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        List<Sample> samples = samples();
        assertThat(HeadTrainer.train(samples, 2, SETTINGS).words)
                .isEqualTo(HeadTrainer.train(samples, 2, SETTINGS).words);
    }

    @Test
    void theExportedGraphComputesWhatTheTrainerDoes() {
        List<Sample> samples = samples();
        HeadNetwork net = HeadTrainer.train(samples, 2, SETTINGS);
        ModelCard.LabelCard label = new ModelCard.LabelCard("Insurance", 0.5, 0.2, 0, 0, 0);
        ModelCard card = new ModelCard(
                "test", "1", "own wording", "e", WordFeatures.VERSION, 5, List.of(), List.of(label, label));
        try (ClauseHead head = new ClauseHead(HeadExport.toOnnx(net), card)) {
            List<float[]> scores =
                    head.score(samples.stream().map(Sample::input).toList());
            for (int i = 0; i < samples.size(); i++) {
                float[] expected = net.score(samples.get(i).input());
                assertThat(scores.get(i)[0]).isCloseTo(expected[0], within(2e-3f));
                assertThat(scores.get(i)[1]).isCloseTo(expected[1], within(2e-3f));
            }
        }
    }
}
