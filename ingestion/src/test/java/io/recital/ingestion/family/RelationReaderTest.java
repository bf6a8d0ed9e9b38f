package io.recital.ingestion.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.Contract;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.family.DocumentRelation;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationReaderTest {
    private static final String AGREEMENT = """
            Ref. QX/LAB/2024/5
            Laboratory Services Agreement
            This Agreement is dated 3 April 2024.
            1. Term
            The prices are set out in Schedule 1. The exit plan is set out in Schedule 4.
            If this Agreement and an order conflict, this Agreement prevails.
            Name: Ada Quill
            Date: 3 April 2024
            """;

    private final List<FamilyDocument> family = new ArrayList<>();

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private RelationReaderTest document(String title, String type, String signed, String text, FindingContent... more) {
        UUID id = id(title);
        StoredText stored = StoredText.of(text);
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n")) {
            blocks.add(Block.of(BlockKind.PARAGRAPH, new Span(start, start + line.length())));
            start += line.length() + 1;
        }
        ParsedDocument parsed = new ParsedDocument(stored, blocks, PageMap.NONE, "text/plain", null, false, List.of());
        List<FindingContent> contents = new ArrayList<>(List.of(more));
        contents.add(ContractFact.of(FactType.DOCUMENT_TYPE, new TypedValue.Text(type)));
        contents.add(ContractFact.of(FactType.AGREEMENT_DATE, new TypedValue.Day(LocalDate.parse(signed))));
        family.add(new FamilyDocument(
                new Contract(id, title, TenantRole.BUYER, id, null, Map.of(), Map.of(), Instant.EPOCH),
                new ContractReading(
                        id, id, title + ".txt", TenantRole.BUYER, parsed, new Segmenter().segment(id, parsed)),
                contents.stream().map(content -> finding(id, content)).toList()));
        return this;
    }

    private static Finding finding(UUID id, FindingContent content) {
        return new Finding(
                UUID.randomUUID(),
                id,
                id,
                null,
                content,
                List.of(new Citation(
                        id, id, "x", "", null, new Span(0, 4), "word", Sha256.of("word"), CitationRole.CLAUSE)),
                1,
                new Provenance("test", "1"),
                false,
                ReviewStatus.ACCEPTED);
    }

    private static CommercialLever paidWithin(int days) {
        return new CommercialLever(
                LeverType.PAYMENT_TERM,
                List.of(new LeverParameter(
                        LeverParameter.Name.PERIOD, new TypedValue.Length(new TimeSpan(days, TimeSpan.Unit.DAYS)))));
    }

    private List<String> relations() {
        List<DocumentRelation> relations = RelationReader.read(family);
        assertThat(relations).allMatch(relation -> !relation.evidence().isEmpty());
        return relations.stream()
                .map(relation -> family.stream()
                                .filter(document -> document.contract().id().equals(relation.contract()))
                                .map(FamilyDocument::title)
                                .findFirst()
                                .orElseThrow()
                        + " " + relation.kind().label() + " " + relation.toName())
                .toList();
    }

    @Test
    void joinsByNumberByTitleWithItsDayAndByTheLabelOfASchedule() {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT)
                .document(
                        "Schedule 1: Prices",
                        "price schedule",
                        "2024-04-03",
                        "Schedule 1\nPrices\nto the Laboratory Services Agreement dated 3 April 2024\nA test costs EUR 4.")
                .document(
                        "Order 7",
                        "work order",
                        "2024-05-02",
                        "Ref. QX/LAB/2024/5-O7\nOrder 7 under the agreement QX/LAB/2024/5\nName: Ada Quill\nDate: 2 May 2024")
                .document(
                        "First Amendment to Laboratory Services Agreement",
                        "amendment",
                        "2025-01-09",
                        "This amends the Laboratory Services Agreement dated 3 April 2024.\nThe table in Schedule 1 is replaced by the table below.\nName: Ada Quill\nDate: 9 January 2025");

        assertThat(relations())
                .containsExactlyInAnyOrder(
                        "Laboratory Services Agreement refers-to-missing Schedule 4",
                        "Schedule 1: Prices schedule-to Laboratory Services Agreement",
                        "Order 7 supplements Laboratory Services Agreement",
                        "First Amendment to Laboratory Services Agreement amends Laboratory Services Agreement",
                        "First Amendment to Laboratory Services Agreement amends Schedule 1: Prices");
        assertThat(RelationReader.referencesOf(family.get(2))).containsExactly("QX/LAB/2024/5-O7");
    }

    /** What contracts call a paper that changes another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Variation No. 1 to Agreement QX/LAB/2024/5",
                "Variation Agreement",
                "Deed of Variation",
                "Agreement of Amendment",
                "Supplemental Agreement No. 2",
                "Contract Modification 3",
                "Modification No. 4",
                "Contract Change 7",
                "Change Note 3",
                "Avenant no 1"
            })
    void knowsAPaperThatChangesAnother(String title) {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT)
                .document(title, "agreement", "2025-01-09", title + "\nof 9 January 2025\nA test costs EUR 5.");

        assertThat(relations()).contains(title + " amends Laboratory Services Agreement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Licence for Seasonal Variation Models", "Agreement on Supplementary Tests"})
    void aTitleThatMerelySpeaksOfChangeChangesNothing(String title) {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT)
                .document(title, "agreement", "2025-01-09", title + "\nof 9 January 2025\nA test costs EUR 5.");

        assertThat(relations()).noneMatch(relation -> relation.contains(" amends "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            as amended by the First Amendment dated 3 May 2025 | true
            as amended by Amendment No. 1 | true
            as varied by Amendment Number One | true
            as amended and supplemented by the first amendment thereto | true
            as previously amended by an amendment dated 3 May 2025 | true
            as amended from time to time | true
            as amended to date | true
            as modified by Amendments Nos. 1 and 3 | true
            (as heretofore amended) | true
            as amended by the Second Amendment | false
            as amended by an amendment dated 4 June 2025 | false
            as amended by this Amendment | false
            which may be amended in writing | false
            """)
    void aChangeChangesTheContractAsEarlierChangesLeftIt(String words, boolean rests) {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT)
                .document(
                        "Amendment No. 1",
                        "amendment",
                        "2025-05-03",
                        "Amendment No. 1\nto the Laboratory Services Agreement dated 3 April 2024\n1. The fee is changed.")
                .document(
                        "Amendment No. 2",
                        "amendment",
                        "2026-02-01",
                        "Amendment No. 2\nto the Laboratory Services Agreement dated 3 April 2024\nThe parties made the"
                                + " Laboratory Services Agreement dated 3 April 2024, " + words
                                + " (the “Agreement”).\n1. The term is changed.");

        assertThat(relations())
                .contains(
                        "Amendment No. 1 amends Laboratory Services Agreement",
                        "Amendment No. 2 amends Laboratory Services Agreement")
                .doesNotContain("Amendment No. 1 amends Amendment No. 2");
        assertThat(relations().contains("Amendment No. 2 amends Amendment No. 1"))
                .isEqualTo(rests);
    }

    @Test
    void anOrderWithAnEmptySignatureBlockIsUnsigned() {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT)
                .document(
                        "Order 8",
                        "work order",
                        "2024-05-02",
                        "Order 8 under the Laboratory Services Agreement dated 3 April 2024\nName: ______\nDate: ______");

        assertThat(relations()).contains("Order 8 unsigned Laboratory Services Agreement");
    }

    @Test
    void aClauseOnPrecedenceDecidesConflictsOnly() {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT, paidWithin(30))
                .document(
                        "Order 9",
                        "work order",
                        "2024-05-02",
                        "Order 9 under the Laboratory Services Agreement dated 3 April 2024",
                        paidWithin(10))
                .document(
                        "Order 10",
                        "work order",
                        "2024-05-02",
                        "Order 10 under the Laboratory Services Agreement dated 3 April 2024",
                        paidWithin(30));

        assertThat(relations())
                .contains("Laboratory Services Agreement overrides Order 9")
                .doesNotContain("Laboratory Services Agreement overrides Order 10");
    }

    @Test
    void anOrderThatObjectsPrevailsForItself() {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT, paidWithin(30))
                .document(
                        "Order 11",
                        "work order",
                        "2024-05-02",
                        "Order 11 under the Laboratory Services Agreement dated 3 April 2024\nNotwithstanding clause 7.3 of the Agreement, invoices are paid within 10 days.",
                        paidWithin(10));

        assertThat(relations()).contains("Order 11 overrides Laboratory Services Agreement");
    }

    @Test
    void aRestatementReplacesTheAgreementWhoseNumberItNames() {
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", AGREEMENT)
                .document(
                        "Amended and Restated Laboratory Services Agreement",
                        "amended and restated services agreement",
                        "2026-01-05",
                        "Ref. QX/LAB/2026/1\nThe parties restate the Laboratory Services Agreement, No. QX/LAB/2024/5, as a whole.");

        assertThat(relations())
                .contains("Amended and Restated Laboratory Services Agreement restates Laboratory Services Agreement");
    }

    @Test
    void ofTwoTextsThatAreTheSameOneIsACopy() {
        String text = AGREEMENT
                + "The laboratory tests every sample that it is sent within the time that is agreed. ".repeat(3)
                + "It keeps what is left of each sample for a month, and then destroys it in the manner that the law of"
                + " the place prescribes, and keeps a record of that for as long as the customer wishes it to.";
        document("Laboratory Services Agreement", "services agreement", "2024-04-03", text)
                .document("Laboratory Services Agreement (copy)", "services agreement", "2024-04-03", text + " ");

        assertThat(relations())
                .contains("Laboratory Services Agreement (copy) duplicate-of Laboratory Services Agreement");
    }
}
