package io.recital.models.ledger.invoice;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Obligation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that speak of some invoice lines, the first to be heard first: what they say is read once for all those lines. */
final class SpeakingDocuments {
    private final List<FamilyMember> members;
    private final List<ChargeSentence> sentences;
    private final Map<Pattern, List<ChargeSentence>> saying = new HashMap<>();
    private final Map<Class<?>, List<? extends Governed<?>>> findings = new HashMap<>();
    private @Nullable List<RefundClause> refunds;

    /** @param sentences what a document says of charges */
    SpeakingDocuments(List<FamilyMember> members, Function<FamilyMember, List<ChargeSentence>> sentences) {
        this.members = List.copyOf(members);
        this.sentences = members.stream()
                .flatMap(member -> sentences.apply(member).stream())
                .toList();
    }

    List<FamilyMember> members() {
        return members;
    }

    /** What they say of charges. */
    List<ChargeSentence> sentences() {
        return sentences;
    }

    /** Those of the sentences in which a pattern is found. */
    List<ChargeSentence> saying(Pattern pattern) {
        return saying.computeIfAbsent(
                pattern,
                asked -> sentences.stream()
                        .filter(sentence -> asked.matcher(sentence.words()).find())
                        .toList());
    }

    /** Their findings of a sort. */
    @SuppressWarnings("unchecked")
    <C extends FindingContent> List<Governed<C>> list(Class<C> sort) {
        return (List<Governed<C>>) findings.computeIfAbsent(
                sort,
                asked -> members.stream().flatMap(member -> of(sort, member)).toList());
    }

    private static <C extends FindingContent> Stream<Governed<C>> of(Class<C> sort, FamilyMember member) {
        return member.findings().stream()
                .filter(finding -> sort.isInstance(finding.content()))
                .map(finding -> new Governed<>(sort.cast(finding.content()), finding, member));
    }

    /** Their clauses on what was charged too much. */
    List<RefundClause> refunds() {
        List<RefundClause> known = refunds;
        if (known == null) {
            known = RefundClause.of(list(Obligation.class));
            refunds = known;
        }
        return known;
    }
}
