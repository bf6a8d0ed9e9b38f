package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.InferenceException;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/** Labels the sentences of a document: encodes them together and lets the trained head judge each. */
public final class ClauseClassifier {
    private final TextEncoder encoder;
    private final ClauseHead head;

    public ClauseClassifier(TextEncoder encoder, ClauseHead head) {
        this.encoder = requireNonNull(encoder, "encoder");
        this.head = requireNonNull(head, "head");
        if (!head.card().encoder().equals(encoder.modelId())) {
            throw new InferenceException(
                    InferenceException.Category.WEIGHTS,
                    "The clause head was trained on vectors of " + head.card().encoder() + ", not of "
                            + encoder.modelId());
        }
    }

    public ModelCard card() {
        return head.card();
    }

    /**
     * Every label of every sentence that is at least as probable as the floor.
     *
     * @param sentences the document's sentences, in text order: each is judged in sight of its neighbours
     */
    public List<LabelledSpan> classify(StoredText text, List<Span> sentences, double floor) {
        return classify(text, sentences, 0, sentences.size(), floor);
    }

    /** The same for the sentences from one index up to, not including, another. */
    List<LabelledSpan> classify(StoredText text, List<Span> sentences, int from, int to, double floor) {
        int first = Math.max(0, from - 1);
        List<String> words = sentences.stream().map(text::slice).toList();
        List<float[]> vectors = encoder.encode(words.subList(first, Math.min(words.size(), to + 1)));
        List<SentenceInput> inputs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            inputs.add(SentenceInput.of(words, i, index -> vectors.get(index - first)));
        }
        List<float[]> scores = head.score(inputs);
        List<LabelledSpan> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            add(sentences.get(i), scores.get(i - from), floor, found);
        }
        return found;
    }

    private void add(Span sentence, float[] scores, double floor, List<LabelledSpan> found) {
        for (int label = 0; label < scores.length; label++) {
            if (scores[label] >= floor) {
                found.add(new LabelledSpan(card().labels().get(label).label(), sentence, scores[label]));
            }
        }
    }
}
