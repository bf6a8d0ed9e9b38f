package io.recital.models.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15.BgeSmallEnV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTest {
    private static final double PARITY = 0.999;
    private static final String CREDIT =
            "If availability falls below 99.5% in a month, the Supplier credits 10% of that month's charges.";
    private static final List<String> MIXED = List.of(
            "Fees.",
            CREDIT,
            "7.2(b)",
            "The Buyer may terminate this Agreement for convenience on ninety (90) days' written notice to the Supplier.",
            (CREDIT + " ").repeat(8),
            "Cette convention est régie par le droit français; l’acheteur paie sous 45 jours.",
            "价格每年调整一次。 Κανένα μέρος δεν ευθύνεται. 💶 50 000",
            (CREDIT + " ").repeat(40));

    private static Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = new Encoder(EncoderModel.DEFAULT, 2);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @ParameterizedTest
    @EnumSource(EncoderModel.class)
    void aTextHasTheSameVectorInABatchOfMixedLengthsAsAlone(EncoderModel model) {
        try (Encoder encoder = new Encoder(model, 2)) {
            List<float[]> together = encoder.encode(MIXED);
            for (int i = 0; i < MIXED.size(); i++) {
                assertThat(cosine(together.get(i), encoder.encode(MIXED.get(i))))
                        .as("text %d", i)
                        .isGreaterThanOrEqualTo(PARITY);
            }
        }
    }

    @Test
    void theQuantisedModelLosesItsParityInLargerBatches() {
        try (Encoder batched = new Encoder(EncoderModel.BGE_SMALL_EN_V15_INT8, 1, 2048, OnnxSettings.FRUGAL)) {
            double worst = 1;
            List<float[]> together = batched.encode(MIXED);
            for (int i = 0; i < MIXED.size(); i++) {
                worst = Math.min(worst, cosine(together.get(i), batched.encode(MIXED.get(i))));
            }
            assertThat(worst).as("if this holds one day, batches may grow").isLessThan(PARITY);
        }
    }

    @Test
    void agreesWithTheStockQuantisedModel() {
        agreesWith(new BgeSmallEnV15QuantizedEmbeddingModel(), EncoderModel.BGE_SMALL_EN_V15_INT8);
    }

    @Test
    void agreesWithTheStockModel() {
        agreesWith(new BgeSmallEnV15EmbeddingModel(), EncoderModel.BGE_SMALL_EN_V15);
    }

    /** Only on texts that fit: the stock model averages the parts of longer ones, ours reads the beginning. */
    private static void agreesWith(EmbeddingModel stock, EncoderModel model) {
        try (Encoder encoder = new Encoder(model, 1)) {
            for (String text : MIXED.subList(0, 5)) {
                assertThat(cosine(
                                encoder.encode(text),
                                stock.embed(text).content().vector()))
                        .isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void givesVectorsInTheOrderOfTheTexts() {
        List<String> texts = new ArrayList<>(MIXED);
        texts.addAll(MIXED);
        Collections.shuffle(texts, new Random(7));
        List<float[]> vectors = encoder.encode(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(cosine(vectors.get(i), encoder.encode(texts.get(i)))).isGreaterThanOrEqualTo(PARITY);
        }
    }

    @Test
    void everyVectorHasLengthOne() {
        for (float[] vector : encoder.encode(List.of("", " ", "a", CREDIT, "💶", "\u0000"))) {
            assertThat(vector).hasSize(Encoder.DIMENSION);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void readsTheFirst512TokensOfALongText() {
        String beginning = (CREDIT + " ").repeat(40);
        assertThat(encoder.count(beginning)).isGreaterThan(BertTokenizer.MAX_TOKENS);
        assertThat(cosine(encoder.encode(beginning), encoder.encode(beginning + "Unrelated closing words.")))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void countsTokensWithoutTheWrapping() {
        assertThat(encoder.count("")).isZero();
        assertThat(encoder.count("The supplier shall pay.")).isEqualTo(5);
    }

    @Test
    void encodesNothingFromNothing() {
        assertThat(encoder.encode(List.of())).isEmpty();
    }

    @Test
    void aQuestionIsNearerToItsAnswerThanToOtherWords() {
        float[] question = encoder.encodeQuery("What happens when uptime is too low?");
        assertThat(cosine(question, encoder.encode(CREDIT)))
                .isGreaterThan(cosine(question, encoder.encode("The cartons are printed in two colours.")));
    }

    @Test
    void servesLangChain4j() {
        EncoderEmbeddingModel adapter = new EncoderEmbeddingModel(encoder);
        assertThat(adapter.dimension()).isEqualTo(Encoder.DIMENSION);
        assertThat(adapter.embedAll(List.of(TextSegment.from(CREDIT)))
                        .content()
                        .get(0)
                        .vector())
                .isEqualTo(encoder.encode(CREDIT));
    }

    @Test
    void keepsTheRuntimeFromReportingItsUse() {
        assertThat(RuntimeTelemetry.isDisabled()).isTrue();
    }

    @Test
    void survivesALongCommandLine() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-Dlong=" + "a".repeat(8000),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EncodesOnce.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Run in a process of its own by {@link #survivesALongCommandLine()}. */
    static final class EncodesOnce {
        public static void main(String[] args) {
            try (Encoder encoder = new Encoder()) {
                System.out.println(encoder.encode(CREDIT).length);
            }
        }
    }

    @Test
    void namesTheMissingResource() {
        assertThatThrownBy(() -> OnnxModel.ofResource("no/such.onnx", OnnxSettings.FRUGAL))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("no/such.onnx");
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
