package io.recital.models.ledger.duty;

import io.recital.models.clause.Definition;
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
    private static final int NEAR = 3;
    private static final int NAME = 2;
    /** What stands for a thing that the sentence has named before. */
    private static final Pattern BACK =
            Pattern.compile("\\b(?:it|this|them|these|the\\s+same)\\b", Pattern.CASE_INSENSITIVE);
    /** What is handed over in writing: of that it can be said that it never came. */
    private static final Pattern PAPER = Pattern.compile(
            "\\b(?:report|statement|certif|certificate|plan|list|forecast|minutes|scorecard|register|summary|survey|result|proof|proves?|evidence|calendar(?!\\s+(?:half|quarter|month|year|week|day))|samples?|assessments?)",
            Pattern.CASE_INSENSITIVE);

    /** What somebody did and what is no paper. */
    private static final Pattern REPORTING = Pattern.compile(
            "\\b(?:report|plan|list|register|survey|prov|sampl)(?:ed|ing)\\b", Pattern.CASE_INSENSITIVE);

    private final Governed<Obligation> term;
    private final Set<String> action;
    private final Set<String> words;

    Duty(Governed<Obligation> term) {
        this.term = term;
        this.action = DutyWords.of(term.content().action());
        this.words = new HashSet<>(action);
        words.addAll(DutyWords.of(sentences(term)));
        names().map(Definition::term).forEach(name -> words.addAll(DutyWords.of(name)));
    }

    /** What the contract calls what is done, in brackets behind the words: {@code (the “Monthly Report”)}. */
    private Stream<Definition> names() {
        return term.member().definitions().stream()
                .filter(definition -> !definition.party()
                        && term.finding().citations().stream()
                                .filter(citation -> citation.document()
                                        .equals(term.member().contract().document()))
                                .anyMatch(citation -> definition.span().start()
                                                >= citation.span().start()
                                        && definition.span().start()
                                                <= citation.span().end() + NEAR));
    }

    /** All that it cites, each in its whole sentence. */
    static String sentences(Governed<Obligation> term) {
        return term.finding().citations().stream()
                .map(citation -> term.member().beside().wholeOf(citation).quote())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    Governed<Obligation> term() {
        return term;
    }

    Set<String> words() {
        return words;
    }

    /** How well an event fits: nothing where it does not, and more the more of the duty's own words it has. */
    double fit(ContractEvent event) {
        if (Undone.isToldBy(event, action)) {
            return 0;
        }
        Set<String> subject = DutyWords.withoutTime(event.subject());
        Set<String> name = DutyWords.of(event.event().replaceAll("[-_]+", " "));
        double share = DutyWords.share(subject, words);
        if (!words.containsAll(name) || (subject.isEmpty() && name.isEmpty())) {
            return 0;
        }
        double own = shareOfAction(event) + DutyWords.share(name, action);
        if (subject.isEmpty() || share >= ENOUGH) {
            return 1 + share + own;
        }
        return isNamedInFull(name) ? own / 2 : 0;
    }

    /** Whether the event's name alone says what is to be done; its subject may then say where, or of which thing. */
    private boolean isNamedInFull(Set<String> name) {
        boolean pointsBack = BACK.matcher(term.content().action()).find();
        return name.size() >= NAME && (pointsBack ? words : action).containsAll(name);
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
        String said = event.event().replaceAll("[-_]+", " ") + " " + event.subject();
        Set<String> things = DutyWords.of(REPORTING.matcher(said).replaceAll(" "));
        return !Undone.isToldBy(event, action) && paper().map(things::contains).orElse(true);
    }

    /** Whether an event that bears an order's reference is about that order's duties. */
    boolean isOfTheSameOrder(ContractFamily family, ContractEvent event) {
        if (!term.member().isOrder()) {
            return true;
        }
        List<FamilyMember> orders = family.members().stream()
                .filter(member -> member.bears(event.contract()) || member.bears(event.reference()))
                .filter(FamilyMember::isOrder)
                .toList();
        return orders.isEmpty()
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
