package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Span;
import io.recital.models.finding.Extraction.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a contract ends by two judges: the rules see how a sentence is worded, the other its place among others. What both
 * take for the term is nearly sure; what only one does counts by how sure it is.
 */
final class JointTerm {
    /** Sentences of which neither is likely are not looked at. */
    private static final double LEAST = 0.05;
    /** The log odds of both, by logistic regression on contracts that taught neither of them. */
    private static final double OF_THE_JUDGE = 0.67;

    private static final double OF_THE_RULES = 3.8;
    private static final double OF_NEITHER = -1.6;
    private static final double SUREST = 4.5;
    /** The judge's doubt counts up to here: it has learned the wording of one kind of contract, and the rules have not. */
    private static final double DOUBT = -2.2;

    private JointTerm() {}

    /**
     * Candidates with the confidence of both.
     *
     * @param byRules what the rules take for the term
     * @param read reads a sentence that the rules passed over; empty when it states no end
     */
    static List<Candidate> join(
            FactReading contract,
            List<Candidate> byRules,
            TermJudge judge,
            Function<Wording.Sentence, List<Candidate>> read) {
        Map<Span, Candidate> known = byRules.stream()
                .collect(Collectors.toMap(
                        candidate -> candidate.citations().get(0).span(), candidate -> candidate, (a, b) -> a));
        List<String> sentences =
                contract.sentences().stream().map(Wording.Sentence::text).toList();
        BitSet asked = new BitSet();
        for (int i = 0; i < sentences.size(); i++) {
            asked.set(i, TermWording.isAboutATerm(sentences.get(i)));
        }
        List<Double> judged = judge.judge(sentences, asked);
        List<Candidate> joint = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Wording.Sentence sentence = contract.sentences().get(i);
            double probability = judged.get(i);
            Candidate stated = known.get(contract.wording().span(sentence.start(), sentence.end()));
            if (stated != null) {
                joint.add(with(stated, confidence(stated.confidence(), probability)));
            } else if (probability >= LEAST) {
                read.apply(sentence).forEach(candidate -> joint.add(with(candidate, confidence(0, probability))));
            }
        }
        return joint;
    }

    private static Candidate with(Candidate candidate, double confidence) {
        return new Candidate(candidate.content(), candidate.citations(), confidence);
    }

    /** How probable it is by the rules' confidence, 0 where they pass it over, and the judge's probability. */
    static double confidence(double rules, double judge) {
        double odds = Math.log(judge / (1 - judge));
        double known = Math.max(DOUBT, Math.min(SUREST, odds));
        return 1 / (1 + Math.exp(-(OF_NEITHER + OF_THE_RULES * rules + OF_THE_JUDGE * known)));
    }
}
