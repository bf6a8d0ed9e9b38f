package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Obligation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A duty with the words by which events are known to be about it. */
final class Duty {
    private static final double ENOUGH = 0.6;
    /** What is handed over in writing: of that it can be said that it never came. */
    private static final Pattern PAPER = Pattern.compile(
            "\\b(?:report|statement|certif|certificate|plan|list|forecast|minutes|scorecard|register|summary|survey|result|proof|evidence|calendar|samples?)",
            Pattern.CASE_INSENSITIVE);

    private final Governed<Obligation> term;
    private final Set<String> action;
    private final Set<String> words;

    Duty(Governed<Obligation> term) {
        this.term = term;
        this.action = DutyWords.of(term.content().action());
        this.words = new HashSet<>(action);
        term.finding().citations().stream().map(Citation::quote).forEach(quote -> words.addAll(DutyWords.of(quote)));
    }

    Governed<Obligation> term() {
        return term;
    }

    Set<String> words() {
        return words;
    }

    /** How well an event fits: nothing where it does not, and more the more of the duty's own words it has. */
    double fit(ContractEvent event) {
        Set<String> subject = DutyWords.withoutTime(event.subject());
        Set<String> name = DutyWords.of(event.event().replaceAll("[-_]+", " "));
        double share = DutyWords.share(subject, words);
        if (!(subject.isEmpty() || share >= ENOUGH) || (subject.isEmpty() && name.isEmpty())) {
            return 0;
        }
        if (!words.containsAll(name)) {
            return 0;
        }
        return 1 + share + shareOfAction(event);
    }

    /** Which part of what is to be done the event speaks of. */
    double shareOfAction(ContractEvent event) {
        Set<String> said = new HashSet<>(DutyWords.of(event.subject()));
        said.addAll(DutyWords.of(event.event().replaceAll("[-_]+", " ")));
        return DutyWords.share(action, said);
    }

    /** The kind of paper that is due, by its stem; empty for what leaves none. */
    Optional<String> paper() {
        Matcher paper = PAPER.matcher(term.content().action());
        return paper.find() ? DutyWords.of(paper.group()).stream().findFirst() : Optional.empty();
    }

    /** Whether the event is about a paper of that kind, whoever it may be for. */
    boolean mayBeShownBy(ContractEvent event) {
        Set<String> said = new HashSet<>(DutyWords.of(event.event().replaceAll("[-_]+", " ")));
        said.addAll(DutyWords.of(event.subject()));
        return paper().map(said::contains).orElse(true);
    }

    /** Whether an event that bears an order's reference is about that order's duties. */
    boolean isOfTheSameOrder(ContractFamily family, ContractEvent event) {
        List<FamilyMember> orders = family.members().stream()
                .filter(FamilyMember::isOrder)
                .filter(member -> member.bears(event.contract()) || member.bears(event.reference()))
                .toList();
        return orders.isEmpty()
                || !term.member().isOrder()
                || orders.stream()
                        .anyMatch(order -> order.contract()
                                .id()
                                .equals(term.member().contract().id()));
    }

    /** Whether the other side owes it, as far as its name tells. */
    boolean isOwedByCounterparty(ContractFamily family) {
        String name = term.content().obligor().name();
        String obligor = name == null ? term.content().obligor().asWritten() : name;
        Set<String> own = plain(obligor);
        Set<String> other = Stream.concat(
                        Stream.of(family.counterparty().name()), family.counterparty().aliases().stream())
                .flatMap(each -> plain(each).stream())
                .collect(Collectors.toSet());
        return own.stream().findFirst().isPresent() && other.containsAll(own);
    }

    private static Set<String> plain(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }
}
