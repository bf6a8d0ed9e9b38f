package io.recital.models.ledger.payment;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.ledger.lever.NameWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Several payment terms of one contract, each for something else: royalties, a fee, goods. Which of them an invoice has is told
 * by the words of its lines that one of the terms alone uses.
 *
 * @param own the words of each that no other has
 */
record TermSubjects(List<Subject> own) {
    private record Subject(PaymentTerm term, Set<String> words) {
        boolean isOf(InvoiceLine line) {
            return NameWords.of(line.description()).all().stream()
                    .filter(word -> word.length() > 2 && !word.matches("\\d+"))
                    .anyMatch(words::contains);
        }
    }

    private static final Pattern EXCEPTED = Pattern.compile(
            "\\b(?:save|except|apart|aside|with\\s+the\\s+exception|other\\s+than|not\\s+including|excluding)\\s+(?:for\\s+|from\\s+|of\\s+)?(?:(?:those|invoices|sums|amounts|charges)\\s+(?:for|of)\\s+)?(?:the\\s+|any\\s+)?(?<what>[\\p{L}][\\p{L}’' -]{2,60}?)(?=[.,;:)]|\\s+(?:which|that|shall|will|is|are|where|if|to\\s+the\\s+extent)\\b|$)",
            Pattern.CASE_INSENSITIVE);

    static TermSubjects of(List<PaymentTerm> terms) {
        List<Subject> own = new ArrayList<>();
        for (PaymentTerm term : terms) {
            Set<String> words = new HashSet<>(words(term));
            terms.stream().filter(other -> !other.equals(term)).forEach(other -> words.removeAll(words(other)));
            own.add(new Subject(term, words));
        }
        return new TermSubjects(own);
    }

    private static Collection<String> words(PaymentTerm term) {
        return NameWords.of(term.term().text(Name.ITEM) + " " + term.term().words())
                .all();
    }

    /** The term that each line of an invoice names; empty where a line names none or the lines name several. */
    Optional<PaymentTerm> find(Invoice invoice) {
        List<Subject> named = own.stream()
                .filter(subject -> invoice.lines().stream().anyMatch(subject::isOf))
                .toList();
        return named.size() == 1 && invoice.lines().stream().allMatch(named.get(0)::isOf)
                ? Optional.of(named.get(0).term)
                : Optional.empty();
    }

    /** The things that the clause of a term leaves out: {@code within 28 days, save the rental}; the words of each. */
    static List<Collection<String>> leftOut(PaymentTerm term) {
        return EXCEPTED.matcher(term.term().words())
                .results()
                .<Collection<String>>map(found -> NameWords.of(found.group(1)).all())
                .filter(what -> !what.isEmpty())
                .toList();
    }

    /** Whether an invoice is for a thing and nothing else. */
    static boolean isFor(Invoice invoice, Collection<String> thing) {
        return invoice.lines().stream()
                .allMatch(line -> NameWords.of(line.description()).all().containsAll(thing));
    }
}
