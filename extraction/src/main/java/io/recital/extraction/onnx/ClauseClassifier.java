package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.BertTokenizer;
import io.recital.models.inference.EncoderModel;
import io.recital.models.inference.InferenceException;
import io.recital.models.inference.OnnxModel;
import io.recital.models.inference.OnnxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Labels the sentences of a document with a small encoder of its own, window by window, each sentence in sight of those
 * around it. Safe for use by several threads.
 */
public final class ClauseClassifier implements AutoCloseable {
    private static final String WEIGHTS = "io/recital/extraction/onnx/clause-labels.onnx";
    private static final String CARD = "model-card.json";

    private final OnnxModel network;
    private final BertTokenizer tokenizer;
    private final ModelCard card;

    /** A classifier from its graph and its card. */
    public ClauseClassifier(byte[] graph, ModelCard card) {
        this(OnnxModel.of("clause labels", graph, OnnxSettings.FRUGAL), card);
    }

    private ClauseClassifier(OnnxModel network, ModelCard card) {
        this(network, BertTokenizer.ofResource(EncoderModel.DEFAULT.tokenizer()), card);
    }

    private ClauseClassifier(OnnxModel network, BertTokenizer tokenizer, ModelCard card) {
        this.network = network;
        this.tokenizer = tokenizer;
        this.card = requireNonNull(card, "card");
        if (!card.words().equals(WordFeatures.VERSION)) {
            network.close();
            throw new InferenceException(
                    InferenceException.Category.WEIGHTS,
                    "The clause classifier expects word features " + card.words() + "; train it again");
        }
    }

    /** The classifier that ships. */
    public static ClauseClassifier shipped() {
        return new ClauseClassifier(OnnxModel.ofResource(WEIGHTS, OnnxSettings.FRUGAL), shippedCard());
    }

    /** The card of the classifier that ships. */
    public static ModelCard shippedCard() {
        try (InputStream in = requireNonNull(ClauseClassifier.class.getResourceAsStream(CARD), CARD)) {
            return new ObjectMapper().readValue(in, ModelCard.class);
        } catch (IOException | JacksonException e) {
            throw new InferenceException(InferenceException.Category.WEIGHTS, "Cannot read " + CARD, e);
        }
    }

    /** The same weights under another card, with other thresholds, say. Close only one of the two. */
    ClauseClassifier with(ModelCard other) {
        return new ClauseClassifier(network, tokenizer, other);
    }

    public ModelCard card() {
        return card;
    }

    /**
     * Every label that is at least as probable as the floor, with the sentences that bear it; sentences in a row that
     * one label runs through are one span.
     *
     * @param sentences the document's sentences, in text order
     */
    public List<LabelledSpan> classify(StoredText text, List<Span> sentences, double floor) {
        List<float[]> scores = score(sentences.stream().map(text::slice).toList());
        List<LabelledSpan> found = new ArrayList<>();
        for (int label = 0; label < card.labels().size(); label++) {
            LabelRuns runs = new LabelRuns(scores, label, card.labels().size());
            for (LabelRuns.Run run : runs.atLeast(floor)) {
                Span span = new Span(
                        sentences.get(run.first()).start(),
                        sentences.get(run.last()).end());
                found.add(new LabelledSpan(card.labels().get(label).label(), span, run.score()));
            }
        }
        return found;
    }

    /** Per sentence how probable each label is, in the card's order, then how probable that each goes on from before. */
    public List<float[]> score(List<String> sentences) {
        List<SentenceWindow> windows =
                SentenceWindow.of(sentences.stream().map(tokenizer::idsWithin).toList());
        return windows.parallelStream()
                .map(window -> score(window, sentences.subList(window.first(), window.first() + window.size())))
                .flatMap(List::stream)
                .toList();
    }

    private List<float[]> score(SentenceWindow window, List<String> sentences) {
        List<WordFeatures> words = sentences.stream().map(WordFeatures::of).toList();
        int most = Math.max(1, words.stream().mapToInt(WordFeatures::size).max().orElse(1));
        long[] buckets = new long[window.size() * most];
        float[] weights = new float[buckets.length];
        Arrays.fill(buckets, WordFeatures.BUCKETS);
        float[] shares = new float[window.size() * window.length()];
        for (int i = 0; i < window.size(); i++) {
            window.copyShares(i, shares, i * window.length());
            words.get(i).copyInto(buckets, weights, i * most);
        }
        float[] all = network.run(
                1, Map.of("ids", window.ids(), "buckets", buckets), Map.of("shares", shares, "weights", weights));
        int outputs = all.length / window.size();
        List<float[]> scores = new ArrayList<>();
        for (int i = 0; i < window.size(); i++) {
            scores.add(Arrays.copyOfRange(all, i * outputs, (i + 1) * outputs));
        }
        return scores;
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
