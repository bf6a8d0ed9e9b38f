package io.recital.retrieval.performance;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.finding.Finding;
import io.recital.retrieval.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about how a contract was performed, with what it rests on.
 *
 * @param wordings from the fullest to the barest; the first whose every number is quoted or computed is said
 * @param workings of the values in it that no contract states
 * @param sort what kind of money it tells of, so that sums of one sort can be told; null for none
 */
public record Telling(
        List<String> wordings,
        List<Finding> rests,
        List<Derivation> workings,
        @Nullable String sort,
        @Nullable Money amount) {
    public Telling {
        wordings = List.copyOf(wordings);
        rests = List.copyOf(rests);
        workings = List.copyOf(workings);
        requireNonNull(wordings.get(0), "wordings");
    }

    static Telling of(String text, List<Finding> rests, List<Derivation> workings) {
        return new Telling(List.of(text), rests, workings, null, null);
    }

    static Telling of(List<String> wordings, List<Finding> rests, List<Derivation> workings) {
        return new Telling(wordings, rests, workings, null, null);
    }

    /** What is quoted for it. */
    public List<Citation> citations() {
        return rests.stream()
                .flatMap(finding -> finding.citations().stream())
                .distinct()
                .toList();
    }

    /** Of each finding the quotes that have most words in common with the question and with what is said. */
    public List<Citation> citations(String question, int most) {
        Set<String> words = Words.of(question + " " + wordings.get(0));
        return rests.stream()
                .flatMap(finding -> finding.citations().stream()
                        .sorted(Comparator.comparingDouble(
                                citation -> -Words.coverage(words, Words.of(citation.quote()))))
                        .limit(most))
                .distinct()
                .toList();
    }

    /** Money with its currency in front. */
    public static String money(Money money) {
        return money.getCurrencyUnit().getCode() + " " + money.getAmount().toPlainString();
    }
}
