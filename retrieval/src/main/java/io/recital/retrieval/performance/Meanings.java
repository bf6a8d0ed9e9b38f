package io.recital.retrieval.performance;

import io.recital.retrieval.words.Synonyms;
import io.recital.retrieval.words.Words;
import java.util.Set;
import java.util.regex.Pattern;

/** The meanings of words, in the one form in which questions and matters are compared. */
final class Meanings {
    /** Money for harm is another thing than harm: a damage rate is no matter of damages. */
    private static final Pattern DAMAGES = Pattern.compile("(?i)\\bdamages\\b");

    private Meanings() {}

    static Set<String> of(String text) {
        String plain = DAMAGES.matcher(text).replaceAll("moneyforharm");
        return Words.meanings(Words.of(Synonyms.inContractWords(plain)));
    }
}
