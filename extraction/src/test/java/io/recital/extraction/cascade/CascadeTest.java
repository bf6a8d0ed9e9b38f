package io.recital.extraction.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extraction.FailureCategory;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CascadeTest {
    private static final String FIRST = "Liability is capped at EUR 5. ";
    private static final String SECOND = "Supplier may audit. ";
    private static final ContractReading CONTRACT = contract();
    private static final Clause CAPPED = CONTRACT.clauses().get(0);
    private static final Clause AUDIT = CONTRACT.clauses().get(1);

    /** Says what a test wants it to say, and remembers what it was asked. */
    private static final class Told implements Extractor {
        private final String name;
        private final FindingKind kind;
        private final Function<Clause, Extraction> answer;
        private final List<Clause> asked = new ArrayList<>();

        Told(String name, FindingKind kind, Function<Clause, Extraction> answer) {
            this.name = name;
            this.kind = kind;
            this.answer = answer;
        }

        @Override
        public Provenance provenance() {
            return new Provenance(name, "1");
        }

        @Override
        public Set<FindingKind> kinds() {
            return Set.of(kind);
        }

        @Override
        public Extraction extract(ContractReading contract, Clause clause, FindingKind asked) {
            this.asked.add(clause);
            return answer.apply(clause);
        }
    }

    private static ContractReading contract() {
        StoredText text = StoredText.of(FIRST + SECOND);
        Clause first = clause(0, new Span(0, FIRST.length()), FIRST);
        Clause second = clause(1, new Span(FIRST.length(), text.length()), SECOND);
        return new ContractReading(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "msa.txt",
                TenantRole.BUYER,
                new ParsedDocument(text, List.of(), PageMap.NONE, "text/plain", null, true, List.of()),
                new Segmentation(List.of(first, second), List.of(), List.of(), "test/1"));
    }

    private static Clause clause(int ordinal, Span span, String text) {
        return new Clause(
                UUID.randomUUID(),
                ordinal,
                ClauseKind.CLAUSE,
                String.valueOf(ordinal + 1),
                null,
                null,
                List.of(),
                span,
                text,
                List.of(),
                "en");
    }

    private static Candidate candidate(Clause clause, FindingContent content, double confidence) {
        return new Candidate(content, List.of(CONTRACT.cite(clause.span(), CitationRole.CLAUSE)), confidence);
    }

    private static Extraction lever(Clause clause, LeverType type) {
        return new Extraction.Found(List.of(candidate(clause, new CommercialLever(type, List.of()), 0.9)));
    }

    private static Extraction nothing(Clause clause) {
        return new Extraction.NothingHere();
    }

    private static Extraction failed(FailureCategory category) {
        return new Extraction.Failed(category, true, "down");
    }

    @Test
    void makesFindingsOfWhatTheOfflineExtractorsFound() {
        Told rules = new Told(
                "rules",
                FindingKind.LEVER,
                clause -> clause.equals(CAPPED) ? lever(clause, LeverType.LIABILITY_CAP) : nothing(clause));

        Reading reading = new Cascade(List.of(rules)).read(CONTRACT);

        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.provenance()).isEqualTo(new Provenance("rules", "1"));
            assertThat(finding.citations().get(0).quote()).isEqualTo(FIRST);
            assertThat(finding.fromOcr()).isTrue();
        });
    }

    @Test
    void givesTheSameFindingTheSameIdEachTime() {
        Told rules = new Told("rules", FindingKind.LEVER, clause -> lever(clause, LeverType.AUDIT));
        Cascade cascade = new Cascade(List.of(rules));

        List<UUID> once =
                cascade.read(CONTRACT).findings().stream().map(Finding::id).toList();

        assertThat(cascade.read(CONTRACT).findings()).extracting(Finding::id).isEqualTo(once);
        assertThat(once).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void rejectsAQuoteThatIsNotInTheTextAndSaysSo() {
        Citation invented = new Citation(
                CONTRACT.contract(),
                CONTRACT.document(),
                "msa.txt",
                "1",
                null,
                new Span(0, 9),
                "Unlimited",
                Sha256.of("Unlimited"),
                CitationRole.CLAUSE);
        Told liar = new Told(
                "model",
                FindingKind.LEVER,
                clause -> new Extraction.Found(List.of(new Candidate(
                        new CommercialLever(LeverType.LIABILITY_CAP, List.of()), List.of(invented), 0.99))));

        Reading reading = new Cascade(List.of(liar)).read(CONTRACT);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.remarks()).singleElement().asString().contains("not in the text on 2 clauses");
    }

    @Test
    void asksTheSecondOnlyWhereTheFirstIsUnsure() {
        Told rules = new Told(
                "rules",
                FindingKind.LEVER,
                clause -> clause.equals(AUDIT)
                        ? new Extraction.Unsure(
                                "no object",
                                List.of(candidate(clause, new CommercialLever(LeverType.AUDIT, List.of()), 0.4)))
                        : nothing(clause));
        Told second = new Told("llm", FindingKind.LEVER, clause -> lever(clause, LeverType.BENCHMARKING));

        Reading reading = new Cascade(List.of(rules), Optional.of(second)).read(CONTRACT);

        assertThat(second.asked).containsExactly(AUDIT);
        assertThat(reading.findings())
                .extracting(finding -> finding.content().type())
                .containsExactly("benchmarking");
    }

    @Test
    void asksTheSecondWhereTheClassifierSeesALeverThatTheRulesMiss() {
        Told rules = new Told("rules", FindingKind.LEVER, CascadeTest::nothing);
        Told classifier = new Told(
                "onnx",
                FindingKind.LABEL,
                clause -> clause.equals(CAPPED)
                        ? new Extraction.Found(List.of(candidate(clause, new ClauseLabel("Cap On Liability"), 0.8)))
                        : nothing(clause));
        Told second = new Told("llm", FindingKind.LEVER, clause -> lever(clause, LeverType.LIABILITY_CAP));

        new Cascade(List.of(rules, classifier), Optional.of(second)).read(CONTRACT);

        assertThat(second.asked).containsExactly(CAPPED);
    }

    @Test
    void keepsTheOfflineResultWhenTheSecondIsDown() {
        Told rules = new Told(
                "rules",
                FindingKind.LEVER,
                clause -> new Extraction.Unsure(
                        "vague", List.of(candidate(clause, new CommercialLever(LeverType.AUDIT, List.of()), 0.4))));
        Told second = new Told("llm", FindingKind.LEVER, clause -> failed(FailureCategory.UNAVAILABLE));

        Reading reading = new Cascade(List.of(rules), Optional.of(second)).read(CONTRACT);

        assertThat(reading.findings()).hasSize(2);
        assertThat(reading.remarks())
                .containsExactly("llm was not available for 2 clauses; the offline result stands.");
    }

    @Test
    void givesUpOnASecondThatKeepsFailing() {
        Told rules = new Told("rules", FindingKind.LEVER, clause -> new Extraction.Unsure("vague", List.of()));
        Told second = new Told("llm", FindingKind.LEVER, clause -> failed(FailureCategory.TIMEOUT));
        List<Clause> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(clause(i, new Span(0, 5), "Liabi"));
        }
        ContractReading contract = new ContractReading(
                CONTRACT.contract(),
                CONTRACT.document(),
                "msa.txt",
                TenantRole.BUYER,
                CONTRACT.parsed(),
                new Segmentation(many, List.of(), List.of(), "test/1"));

        new Cascade(List.of(rules), Optional.of(second)).read(contract);

        assertThat(second.asked).hasSize(3);
    }
}
