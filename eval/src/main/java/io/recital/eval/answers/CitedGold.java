package io.recital.eval.answers;

import io.recital.eval.answers.BankQuestion.GoldQuote;
import io.recital.models.evidence.Citation;
import io.recital.retrieval.answer.Answer;
import java.util.List;

/**
 * How far an answer's citations and the quotes of the gold are the same words, in their place or in a copy of the
 * document.
 *
 * @param quotes of the gold
 * @param touched those that a citation touches
 * @param outside citations that touch none
 */
record CitedGold(int quotes, int touched, int outside) {
    static CitedGold of(BankQuestion question, Answer answer) {
        List<GoldQuote> gold = question.quoted();
        List<Citation> citations = answer.citations();
        long touched = gold.stream()
                .filter(quote -> citations.stream().anyMatch(citation -> touches(citation, quote)))
                .count();
        long outside = citations.stream()
                .filter(citation -> gold.stream().noneMatch(quote -> touches(citation, quote)))
                .count();
        return new CitedGold(gold.size(), (int) touched, (int) outside);
    }

    private static boolean touches(Citation citation, GoldQuote quote) {
        return quote.overlaps(citation.file(), citation.span())
                || plain(citation.quote()).contains(plain(quote.text()));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
