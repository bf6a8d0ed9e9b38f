package io.recital.models.ledger.milestone;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Citation;
import io.recital.models.family.Beside;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/**
 * What applies to the milestones of one contract: its own terms and those of the agreement above it.
 *
 * @param contract the one that set the milestones
 * @param clauses all that is written in each clause of which a term cites a part, in one piece each
 */
record Scope(FamilyMember contract, List<Governed<FindingContent>> terms, List<String> clauses) {
    Scope {
        terms = List.copyOf(terms);
        clauses = List.copyOf(clauses);
    }

    static Scope of(Dossier dossier, FamilyMember contract) {
        List<Governed<FindingContent>> terms =
                dossier.family().listInForce(FindingContent.class, dossier.asOf(), contract);
        return new Scope(contract, terms, clauses(terms));
    }

    /** Terms of any sort whose words say all of this. */
    Stream<Governed<FindingContent>> saying(Pattern... patterns) {
        return terms.stream().filter(term -> {
            String words = term.finding().words();
            return Stream.of(patterns)
                    .allMatch(pattern -> pattern.matcher(words).find());
        });
    }

    private static List<String> clauses(List<Governed<FindingContent>> terms) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        terms.stream().flatMap(term -> term.finding().citations().stream()).forEach(citation -> add(citation, written));
        terms.stream()
                .map(Governed::member)
                .distinct()
                .flatMap(member ->
                        Stream.concat(member.beside().sentences().stream(), member.beside().charges().stream()))
                .forEach(citation -> add(citation, written));
        return written.values().stream().map(each -> String.join(" ", each)).toList();
    }

    private static void add(Citation citation, Map<String, List<String>> written) {
        List<String> of =
                written.computeIfAbsent(citation.document() + " " + citation.path(), key -> new ArrayList<>());
        if (of.stream().noneMatch(known -> known.contains(citation.quote()))) {
            of.add(citation.quote());
        }
    }

    /** Every sentence in the section of a finding: what findings cite there, then the rest. */
    Stream<String> besides(Finding finding) {
        Set<String> sections = finding.citations().stream().map(Scope::section).collect(Collectors.toSet());
        return Stream.concat(
                        finding.citations().stream(),
                        terms.stream()
                                .flatMap(term -> Stream.concat(
                                        term.finding().citations().stream(),
                                        term.member().beside().sentences().stream()))
                                .filter(citation -> sections.contains(section(citation))))
                .map(Citation::quote)
                .distinct();
    }

    private static String section(Citation citation) {
        return citation.document() + " " + Beside.section(citation.path());
    }

    /** The sum that the contract as a whole is worth, where it states one. */
    Optional<BigMoney> findValue() {
        return terms.stream()
                .filter(term -> term.content() instanceof ContractFact fact && fact.fact() == FactType.CONTRACT_VALUE)
                .map(term -> ((ContractFact) term.content()).value())
                .filter(TypedValue.Amount.class::isInstance)
                .map(value -> ((TypedValue.Amount) value).value())
                .findFirst();
    }

    /** The levers of a type. */
    Stream<Governed<FindingContent>> levers(LeverType type) {
        return terms.stream().filter(term -> term.content() instanceof CommercialLever lever && lever.lever() == type);
    }

    Stream<Governed<FindingContent>> obligations() {
        return terms.stream().filter(term -> term.content() instanceof Obligation);
    }

    /** The business days of the place whose law governs. */
    BusinessCalendar calendar() {
        return terms.stream()
                .filter(term -> term.content() instanceof ContractFact fact && fact.fact() == FactType.GOVERNING_LAW)
                .map(term -> BusinessCalendar.of(
                        ((ContractFact) term.content()).value().display()))
                .findFirst()
                .orElse(BusinessCalendar.WEEKDAYS);
    }

    /** A lever's first parameter of a name and form. */
    static <V> Optional<V> parameter(Governed<FindingContent> lever, LeverParameter.Name name, Class<V> form) {
        return ((CommercialLever) lever.content())
                .parameters().stream()
                        .filter(parameter -> parameter.name() == name && form.isInstance(parameter.value()))
                        .map(parameter -> form.cast(parameter.value()))
                        .findFirst();
    }
}
