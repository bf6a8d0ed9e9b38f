package io.recital.models.ledger.payment;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.lever.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Several payment terms of one contract, each for something else: royalties, a fee, goods. Which of them an invoice has is told
 * by the words of its lines that one of the terms alone uses.
 *
 * @param own the words of each that no other has
 */
record TermSubjects(Map<PaymentTerm, Set<String>> own) {
    private static final Pattern EXCEPTED = Pattern.compile(
            "\\b(?:save|except|apart|aside|with\\s+the\\s+exception|other\\s+than|not\\s+including|excluding)\\s+(?:for\\s+|from\\s+|of\\s+)?(?:(?:those|invoices|sums|amounts|charges)\\s+(?:for|of)\\s+)?(?:the\\s+|any\\s+)?(?<what>[\\p{L}][\\p{L}’' -]{2,60}?)(?=[.,;:)]|\\s+(?:which|that|shall|will|is|are|where|if|to\\s+the\\s+extent)\\b|$)",
            Pattern.CASE_INSENSITIVE);

    static TermSubjects of(List<PaymentTerm> terms) {
        Map<PaymentTerm, Set<String>> own = new LinkedHashMap<>();
        for (PaymentTerm term : terms) {
            Set<String> words = new HashSet<>(words(term));
            terms.stream().filter(other -> !other.equals(term)).forEach(other -> words.removeAll(words(other)));
            own.put(term, words);
        }
        return new TermSubjects(own);
    }

    private static Collection<String> words(PaymentTerm term) {
        return Words.of(term.term().text(Name.ITEM) + " " + term.term().words()).all();
    }

    /** The term that each line of an invoice names; empty where a line names none or the lines name several. */
    Optional<PaymentTerm> find(Invoice invoice) {
        List<PaymentTerm> named = own.keySet().stream()
                .filter(term -> invoice.lines().stream().anyMatch(line -> names(line, term)))
                .toList();
        return named.size() == 1 && invoice.lines().stream().allMatch(line -> names(line, named.get(0)))
                ? Optional.of(named.get(0))
                : Optional.empty();
    }

    /** The things that the clause of a term leaves out: {@code within 28 days, save the rental}; the words of each. */
    static List<Collection<String>> leftOut(PaymentTerm term) {
        return EXCEPTED.matcher(term.term().words())
                .results()
                .<Collection<String>>map(found -> Words.of(found.group(1)).all())
                .filter(what -> !what.isEmpty())
                .toList();
    }

    /** Whether an invoice is for a thing and nothing else. */
    static boolean isFor(Invoice invoice, Collection<String> thing) {
        return invoice.lines().stream()
                .allMatch(line -> Words.of(line.description()).all().containsAll(thing));
    }

    private boolean names(InvoiceLine line, PaymentTerm term) {
        Set<String> words = own.getOrDefault(term, Set.of());
        return Words.of(line.description()).all().stream()
                .filter(word -> word.length() > 2 && !word.matches("\\d+"))
                .anyMatch(words::contains);
    }
}
