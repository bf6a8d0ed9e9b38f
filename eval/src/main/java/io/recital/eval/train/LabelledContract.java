package io.recital.eval.train;

import io.recital.eval.clauses.Company;
import io.recital.eval.clauses.GoldSpan;
import io.recital.extraction.onnx.SentenceWindow;
import io.recital.extraction.onnx.WordFeatures;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.BertTokenizer;
import java.util.ArrayList;
import java.util.List;

/** A contract's windows, the words of its sentences, and what each of them teaches. */
record LabelledContract(
        String file,
        String company,
        int fold,
        List<SentenceWindow> windows,
        List<WordFeatures> words,
        List<LabelledSentence> sentences) {
    static LabelledContract of(
            String file, StoredText text, List<GoldSpan> gold, List<String> labels, BertTokenizer tokenizer) {
        List<Span> sentences = SentenceSplitter.split(text);
        List<String> wording = sentences.stream().map(text::slice).toList();
        List<long[]> tokens = wording.stream().map(tokenizer::idsWithin).toList();
        List<WordFeatures> words = wording.stream().map(WordFeatures::of).toList();
        List<LabelledSentence> taught = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            taught.add(taught(sentences, i, gold, labels));
        }
        String company = Company.of(file);
        return new LabelledContract(file, company, Company.fold(company), SentenceWindow.of(tokens), words, taught);
    }

    private static LabelledSentence taught(List<Span> sentences, int i, List<GoldSpan> gold, List<String> labels) {
        long bears = 0;
        long unclear = 0;
        long continues = 0;
        for (GoldSpan span : gold) {
            int label = labels.indexOf(span.label());
            int share = label < 0 ? 0 : share(sentences.get(i), span);
            if (share > 1) {
                bears |= 1L << label;
                if (i > 0 && share(sentences.get(i - 1), span) > 1) {
                    continues |= 1L << label;
                }
            } else if (share == 1) {
                unclear |= 1L << label;
            }
        }
        return new LabelledSentence(bears, unclear & ~bears, continues);
    }

    /** 2 when a sentence is the labelled span or most of it lies within a longer one, 1 when they share less, else 0. */
    private static int share(Span sentence, GoldSpan gold) {
        int both = Math.min(gold.end(), sentence.end()) - Math.max(gold.start(), sentence.start());
        if (both <= 0) {
            return 0;
        }
        int either = sentence.length() + gold.end() - gold.start() - both;
        boolean isSpan = 2 * both >= either;
        boolean isPart = 10 * both >= 6 * sentence.length() && sentence.length() >= 40;
        return isSpan || isPart ? 2 : 1;
    }

    /** Whether any sentence of a window bears a label, in part at least. */
    boolean isLabelled(SentenceWindow window) {
        return sentences.subList(window.first(), window.first() + window.size()).stream()
                .anyMatch(sentence -> sentence.bears() != 0 || sentence.unclear() != 0);
    }
}
