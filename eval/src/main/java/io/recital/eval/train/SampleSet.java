package io.recital.eval.train;

import io.recital.eval.clauses.Company;
import io.recital.eval.clauses.CuadFolder;
import io.recital.eval.clauses.GoldSpan;
import io.recital.extraction.onnx.SentenceInput;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sentences of one contract with what they teach.
 *
 * @param fold of the contract's company
 */
record SampleSet(String file, String company, int fold, List<Span> sentences, List<Sample> samples) {
    /** The sets of all contracts, in the order of their names. */
    static List<SampleSet> of(CuadFolder folder, List<String> labels, TextEncoder encoder) {
        Map<String, List<GoldSpan>> spans = folder.spans().stream().collect(Collectors.groupingBy(GoldSpan::file));
        List<SampleSet> sets = new ArrayList<>();
        new TreeMap<>(folder.contracts())
                .forEach(
                        (file, text) -> sets.add(of(file, text, spans.getOrDefault(file, List.of()), labels, encoder)));
        return sets;
    }

    private static SampleSet of(
            String file, StoredText text, List<GoldSpan> spans, List<String> labels, TextEncoder encoder) {
        List<Span> sentences = SentenceSplitter.split(text);
        List<String> words = sentences.stream().map(text::slice).toList();
        List<SentenceInput> inputs = SentenceInput.of(words, encoder.encode(words));
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            samples.add(sample(inputs.get(i), sentences.get(i), spans, labels));
        }
        String company = Company.of(file);
        return new SampleSet(file, company, Company.fold(company), sentences, samples);
    }

    /** A sentence bears a label when it is the labelled span, or most of it lies within a longer one. */
    private static Sample sample(SentenceInput input, Span sentence, List<GoldSpan> spans, List<String> labels) {
        long borne = 0;
        long unclear = 0;
        for (GoldSpan gold : spans) {
            int label = labels.indexOf(gold.label());
            int both = Math.min(gold.end(), sentence.end()) - Math.max(gold.start(), sentence.start());
            if (label < 0 || both <= 0) {
                continue;
            }
            int either = sentence.length() + gold.end() - gold.start() - both;
            boolean isSpan = 2 * both >= either;
            boolean isPart = 10 * both >= 6 * sentence.length() && sentence.length() >= 40;
            if (isSpan || isPart) {
                borne |= 1L << label;
            } else {
                unclear |= 1L << label;
            }
        }
        return new Sample(input, borne, unclear & ~borne);
    }
}
