package io.recital.models.ledger.lever;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.family.Beside;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lever of a contract as it stands on a day, and what else was found in its clause: conditions often stand in the next
 * sentence.
 *
 * @param lever with the parameters that a change leaves as they were
 * @param replaced what said otherwise of the same before and gives those parameters, the latest first
 */
public record LeverTerm(CommercialLever lever, Finding finding, FamilyMember member, List<Finding> replaced) {
    public LeverTerm {
        requireNonNull(lever, "lever");
        requireNonNull(finding, "finding");
        requireNonNull(member, "member");
        replaced = List.copyOf(replaced);
    }

    static LeverTerm of(Governed<CommercialLever> governed) {
        List<LeverParameter> parameters = new ArrayList<>(governed.content().parameters());
        List<Finding> used = new ArrayList<>();
        for (Finding before : governed.replaced()) {
            List<LeverParameter> unsaid = ((CommercialLever) before.content())
                    .parameters().stream()
                            .filter(parameter ->
                                    parameters.stream().noneMatch(other -> other.name() == parameter.name()))
                            .toList();
            parameters.addAll(unsaid);
            used.add(before);
        }
        return new LeverTerm(
                new CommercialLever(governed.content().lever(), parameters),
                governed.finding(),
                governed.member(),
                used);
    }

    /** The findings that it rests on. */
    public List<Finding> rests() {
        return Stream.concat(Stream.of(finding), replaced.stream()).toList();
    }

    /** The first parameter of a name where it is in percent. */
    public Optional<BigDecimal> findPercent(LeverParameter.Name name) {
        return find(name, TypedValue.Percent.class).map(TypedValue.Percent::value);
    }

    /** The first parameter of a name where it is a length of time. */
    public Optional<TimeSpan> findSpan(LeverParameter.Name name) {
        return find(name, TypedValue.Length.class).map(TypedValue.Length::value);
    }

    /** The first parameter of a name and sort. */
    public <V extends TypedValue> Optional<V> find(LeverParameter.Name name, Class<V> sort) {
        return lever.parameters().stream()
                .filter(parameter -> parameter.name() == name && sort.isInstance(parameter.value()))
                .map(parameter -> sort.cast(parameter.value()))
                .findFirst();
    }

    /** A parameter's words, or nothing. */
    public String text(LeverParameter.Name name) {
        return lever.find(name).map(TypedValue::display).orElse("");
    }

    /** The words that the lever itself cites. */
    public String words() {
        return rests().stream().map(Finding::words).collect(Collectors.joining(" "));
    }

    /** The findings of the same clause, the lever's own first. */
    public List<Finding> inClause() {
        String path = path(finding);
        return around(other -> path(other).equals(path));
    }

    /** The findings of the same section, the lever's own first. */
    public List<Finding> inSection() {
        String section = Beside.section(path(finding));
        return around(other -> Beside.section(path(other)).equals(section));
    }

    /** The first place in the same section where something is said, the lever's own words first. */
    public Optional<Said> findSaid(Pattern pattern) {
        return inItsSection(pattern).findFirst();
    }

    /** All places in the same section where something is said: what findings cite there first, then the rest of its text. */
    public Stream<Said> inItsSection(Pattern pattern) {
        Set<String> sections = places(Beside::section);
        return Stream.of(
                        inSection().stream().flatMap(other -> said(other, pattern)),
                        inItsClauses(pattern).stream(),
                        besides(pattern)
                                .filter(said ->
                                        sections.contains(said.citation().document() + " "
                                                + Beside.section(said.citation().path()))))
                .flatMap(each -> each);
    }

    /**
     * All that is written in the clauses which the lever cites: its own words first, then what other findings cite there,
     * then the rest.
     */
    public List<Said> inItsClauses(Pattern pattern) {
        Set<String> paths = places(path -> path);
        Stream<Said> found = Stream.concat(
                        rests().stream(), around(other -> true).stream().skip(1))
                .distinct()
                .flatMap(each -> said(each, pattern));
        return Stream.concat(found, besides(pattern))
                .filter(said -> paths.contains(
                        said.citation().document() + " " + said.citation().path()))
                .toList();
    }

    /** Where something is said in the same document: what findings cite first, then what it says of the consequences of its terms. */
    public Stream<Said> inItsDocument(Pattern pattern) {
        return Stream.concat(
                around(other -> true).stream().flatMap(each -> said(each, pattern)),
                member.beside().consequences().stream()
                        .filter(citation -> citation.document().equals(finding.document()))
                        .flatMap(citation -> said(finding, citation, pattern)));
    }

    private Stream<Said> besides(Pattern pattern) {
        return member.beside().sentences().stream().flatMap(citation -> said(finding, citation, pattern));
    }

    /** Where the lever is cited, by document and what of the path is asked for. */
    private Set<String> places(UnaryOperator<String> of) {
        return rests().stream()
                .flatMap(each -> each.citations().stream())
                .map(citation -> citation.document() + " " + of.apply(citation.path()))
                .collect(Collectors.toSet());
    }

    /** The first place in the clauses which the lever cites where something is said. */
    public Optional<Said> findInItsClauses(Pattern pattern) {
        return inItsClauses(pattern).stream().findFirst();
    }

    /** What a finding says of a pattern. */
    public static Stream<Said> said(Finding finding, Pattern pattern) {
        return finding.citations().stream().flatMap(citation -> said(finding, citation, pattern));
    }

    /** What a sentence says of a pattern, for a finding that it stands with. */
    public static Stream<Said> said(Finding finding, Citation citation, Pattern pattern) {
        Matcher matcher = pattern.matcher(citation.quote());
        return matcher.find() ? Stream.of(new Said(finding, citation, matcher)) : Stream.empty();
    }

    /** A value of this lever as an input of a derivation. */
    public Derivation.Input input(String what, String value) {
        return new Derivation.Input(what, value, finding.citations().get(0));
    }

    private List<Finding> around(Predicate<Finding> place) {
        return Stream.concat(
                        Stream.of(finding),
                        member.findings().stream()
                                .filter(other -> !other.id().equals(finding.id())
                                        && other.document().equals(finding.document()))
                                .filter(place))
                .toList();
    }

    private static String path(Finding finding) {
        return finding.citations().get(0).path();
    }

    /** Words that a finding cites, with the groups that were looked for. */
    public record Said(Finding finding, Citation citation, Matcher matcher) {
        public Derivation.Input input(String what, String value) {
            return new Derivation.Input(what, value, citation);
        }
    }
}
