package io.recital.extraction.rules.fact;

import java.util.BitSet;
import java.util.List;

/** Another judge beside the rules of which sentences say when a contract ends. */
@FunctionalInterface
public interface TermJudge {
    /**
     * Per sentence how probable it is, 0 for those that nobody asks about.
     *
     * @param asked which sentences to judge, each among the others
     */
    List<Double> judge(List<String> sentences, BitSet asked);
}
