package io.recital.models.family;

import io.recital.models.clause.Definition;
import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds a family for tests: contracts by a short name that is also the reference they bear, findings with their words. */
public final class FamilyInWords {
    private final TenantRole role;
    private final List<FamilyMember> members = new ArrayList<>();
    private final List<DocumentRelation> relations = new ArrayList<>();

    public FamilyInWords(TenantRole role) {
        this.role = role;
    }

    /** A finding that rests on these words, accepted. */
    public static Finding finding(String contract, FindingContent content, String... quotes) {
        UUID id = id(contract);
        List<Citation> citations = new ArrayList<>();
        int start = 0;
        for (String quote : quotes.length == 0 ? new String[] {content.summary() + " "} : quotes) {
            int length = quote.codePointCount(0, quote.length());
            citations.add(new Citation(
                    id,
                    id,
                    contract + ".pdf",
                    "1",
                    null,
                    new Span(start, start + length),
                    quote,
                    Sha256.of(quote),
                    CitationRole.CLAUSE));
            start += length + 1;
        }
        return new Finding(
                UUID.randomUUID(),
                id,
                id,
                null,
                content,
                citations,
                0.9,
                new Provenance("test", "1"),
                false,
                ReviewStatus.ACCEPTED);
    }

    /** A contract with its type (such as {@code statement of work}), effective day and findings. */
    public FamilyInWords with(String name, String type, @Nullable String effective, Finding... findings) {
        List<Finding> all = new ArrayList<>(List.of(findings));
        all.add(finding(name, ContractFact.of(FactType.DOCUMENT_TYPE, new TypedValue.Text(type))));
        if (effective != null) {
            TypedValue day = new TypedValue.Day(LocalDate.parse(effective));
            all.add(finding(name, ContractFact.of(FactType.EFFECTIVE_DATE, day)));
        }
        UUID id = id(name);
        Contract contract = new Contract(id, name, role, id, null, Map.of(), Map.of(), Instant.EPOCH);
        members.add(new FamilyMember(contract, Set.of(name), all));
        return this;
    }

    /** The contract that was added last defines a term. */
    public FamilyInWords defining(String term, String meaning) {
        FamilyMember last = members.remove(members.size() - 1);
        List<Definition> definitions = new ArrayList<>(last.definitions());
        definitions.add(new Definition(
                term,
                meaning,
                false,
                new Span(1_000_000, 1_000_001),
                last.contract().id()));
        members.add(new FamilyMember(last.contract(), last.references(), last.findings(), definitions));
        return this;
    }

    /** The contract that was added last says this beside what its findings cite. */
    public FamilyInWords beside(String... sentences) {
        FamilyMember last = members.remove(members.size() - 1);
        List<Citation> said = Arrays.stream(sentences)
                .flatMap(sentence ->
                        finding(last.contract().title(), last.findings().get(0).content(), sentence)
                                .citations()
                                .stream())
                .toList();
        members.add(new FamilyMember(
                last.contract(),
                last.references(),
                last.findings(),
                last.definitions(),
                new Beside(said, List.of(), List.of(), List.of(), List.of()),
                List.of(),
                List.of()));
        return this;
    }

    /** One contract stands to another so, from its own effective day. */
    public FamilyInWords related(String name, RelationKind kind, String to) {
        relations.add(new DocumentRelation(id(name), kind, id(to), to, null, null, 0.9, List.of()));
        return this;
    }

    public ContractFamily build() {
        return new ContractFamily(
                new Counterparty(id("other side"), "Other Side Ltd", List.of(), null), members, relations);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
