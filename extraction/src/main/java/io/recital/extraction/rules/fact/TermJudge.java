package io.recital.extraction.rules.fact;

import java.util.List;

/** Another judge beside the rules of which sentences say when a contract ends. */
@FunctionalInterface
public interface TermJudge {
    /** Per sentence how probable it is. */
    List<Double> judge(List<String> sentences);
}
