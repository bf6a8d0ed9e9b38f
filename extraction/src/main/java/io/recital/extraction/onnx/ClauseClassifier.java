package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.CuadLabels;
import io.recital.models.inference.BertTokenizer;
import io.recital.models.inference.EncoderModel;
import io.recital.models.inference.InferenceException;
import io.recital.models.inference.OnnxModel;
import io.recital.models.inference.OnnxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Labels the sentences of a document by their words and, where these promise something, with a small encoder of its own,
 * window by window, each sentence in sight of those around it. Safe for use by several threads.
 */
public final class ClauseClassifier implements AutoCloseable {
    /** Counts up when the same weights are made to say something else. */
    static final int WAY_OF_READING = 2;

    /** Scores below this are not looked at, whatever the rules find. */
    private static final double LEAST = 0.002;

    private static final String WEIGHTS = "io/recital/extraction/onnx/clause-labels.onnx";
    private static final String CARD = "model-card.json";

    private final ClauseNetwork network;
    private final BertTokenizer tokenizer;
    private final ModelCard card;

    /** A classifier from its graph and its card. */
    public ClauseClassifier(byte[] graph, ModelCard card) {
        this(new ClauseNetwork(OnnxModel.of("clause labels", graph, OnnxSettings.FRUGAL)), card);
    }

    private ClauseClassifier(ClauseNetwork network, ModelCard card) {
        this(network, BertTokenizer.ofResource(EncoderModel.DEFAULT.tokenizer()), card);
    }

    private ClauseClassifier(ClauseNetwork network, BertTokenizer tokenizer, ModelCard card) {
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
        return new ClauseClassifier(
                new ClauseNetwork(OnnxModel.ofResource(WEIGHTS, OnnxSettings.FRUGAL)), shippedCard());
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
     * @param levers what the rules find in the document
     */
    public List<LabelledSpan> classify(StoredText text, List<Span> sentences, StatedLevers levers, double floor) {
        List<float[]> scores = score(sentences.stream().map(text::slice).toList());
        List<LabelledSpan> found = new ArrayList<>();
        for (int label = 0; label < card.labels().size(); label++) {
            ModelCard.LabelCard own = card.labels().get(label);
            LabelRuns runs = new LabelRuns(scores, label, card.labels().size());
            for (LabelRuns.Run run : runs.atLeast(Math.min(floor, LEAST))) {
                Span span = new Span(
                        sentences.get(run.first()).start(),
                        sentences.get(run.last()).end());
                double judged = own.calibration()
                        .judge(ModelCard.Calibration.logOdds(run.score()), levers.bear(own.label(), span));
                if (judged >= floor || run.score() >= floor) {
                    found.add(new LabelledSpan(own.label(), span, judged, run.score()));
                }
            }
        }
        return found;
    }

    /**
     * Per sentence how probable each label is, in the card's order, then how probable that each goes on from before: by
     * words alone where these find nothing, since the encoder would hardly find more.
     */
    public List<float[]> score(List<String> sentences) {
        BitSet all = new BitSet();
        all.set(0, sentences.size());
        float[][] scores = score(sentences, all, label -> !CuadLabels.FACTS.contains(label));
        return Arrays.asList(scores);
    }

    /** How probable one label is, for some of the sentences and 0 for the others. */
    public List<Double> score(List<String> sentences, BitSet asked, String label) {
        int place =
                card.labels().stream().map(ModelCard.LabelCard::label).toList().indexOf(label);
        float[][] scores = score(sentences, asked, label::equals);
        return IntStream.range(0, scores.length)
                .mapToObj(i -> asked.get(i) ? (double) scores[i][place] : 0.0)
                .toList();
    }

    /** Scores for which the encoder reads what may bear some labels; none for sentences that nobody asks about. */
    private float[][] score(List<String> sentences, BitSet asked, Predicate<String> wanted) {
        BitSet labels = new BitSet();
        for (int i = 0; i < card.labels().size(); i++) {
            labels.set(i, wanted.test(card.labels().get(i).label()));
        }
        float[][] scores = new float[sentences.size()][];
        int[] places = asked.stream().toArray();
        List<float[]> byWords = network.scoreWords(Arrays.stream(places)
                .mapToObj(place -> WordFeatures.of(sentences.get(place)))
                .toList());
        for (int i = 0; i < places.length; i++) {
            scores[places[i]] = byWords.get(i);
        }
        List<SentenceWindow> windows = SentenceWindow.of(
                sentences.size(),
                index -> tokenizer.idsWithin(sentences.get(index)),
                PromisingSentences.of(scores, labels));
        windows.parallelStream().forEach(window -> read(window, sentences, scores));
        return scores;
    }

    private void read(SentenceWindow window, List<String> sentences, float[][] scores) {
        List<String> own = sentences.subList(window.first(), window.first() + window.size());
        List<float[]> read =
                network.score(window, own.stream().map(WordFeatures::of).toList());
        for (int i = 0; i < read.size(); i++) {
            scores[window.first() + i] = read.get(i);
        }
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
