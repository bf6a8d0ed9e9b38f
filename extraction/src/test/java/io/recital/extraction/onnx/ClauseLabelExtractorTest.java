package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.lever.LeverExtractor;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.ClauseScore;
import io.recital.models.finding.CuadLabels;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClauseLabelExtractorTest {
    private static final String LAW =
            "This Agreement shall be governed by and construed in accordance with the laws of the State of Delaware, "
                    + "without regard to its conflict of laws principles.";
    private static final String PRINTING = "💶 Cartons are printed in two colours and stacked on pallets.";
    private static final String ASSIGNMENT =
            "Neither party may assign this Agreement without the prior written consent of the other party.";
    private static final String FRENCH = "Le présent contrat est régi par le droit français.";

    private static ClauseClassifier classifier;
    private static ClauseLabelExtractor extractor;

    @BeforeAll
    static void load() {
        classifier = ClauseClassifier.shipped();
        extractor = new ClauseLabelExtractor(classifier, new LeverExtractor());
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    private static ContractReading contract(String... clauses) {
        StringBuilder text = new StringBuilder();
        List<Clause> cut = new ArrayList<>();
        for (String clause : clauses) {
            int start = text.codePointCount(0, text.length());
            text.append(clause);
            Span span = new Span(start, text.codePointCount(0, text.length()));
            String language = clause.equals(FRENCH) ? "fr" : "en";
            cut.add(new Clause(
                    UUID.randomUUID(),
                    cut.size(),
                    ClauseKind.CLAUSE,
                    "" + (cut.size() + 1),
                    null,
                    null,
                    List.of(),
                    span,
                    clause,
                    List.of(),
                    language));
            text.append("\n\n");
        }
        ParsedDocument parsed = new ParsedDocument(
                StoredText.of(text.toString()), List.of(), PageMap.NONE, "text/plain", null, false, List.of());
        Segmentation cutUp = new Segmentation(cut, List.of(), List.of(), "test");
        return new ContractReading(
                UUID.randomUUID(), UUID.randomUUID(), "contract.txt", TenantRole.BUYER, parsed, cutUp);
    }

    private static Extraction answer(ContractReading contract, int clause) {
        return extractor.extract(contract, contract.clauses().get(clause), FindingKind.LABEL);
    }

    @Test
    void findsALabelAndCitesTheWholeSentenceThatBearsIt() {
        ContractReading contract = contract(PRINTING, "The pallets are returned. " + LAW + " Notices are in writing.");
        assertThat(answer(contract, 1)).isInstanceOfSatisfying(Extraction.Found.class, found -> {
            Candidate law = found.candidates().stream()
                    .filter(candidate -> candidate.content().type().equals("Governing Law"))
                    .findFirst()
                    .orElseThrow();
            assertThat(law.citations().get(0).quote()).isEqualTo(LAW);
            assertThat(law.citations().get(0).standsIn(contract.text())).isTrue();
            assertThat(law.confidence()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void findsNothingInAClauseAboutSomethingElse() {
        assertThat(answer(contract(LAW, PRINTING), 1)).isEqualTo(new Extraction.NothingHere());
    }

    @Test
    void doesNotJudgeAnotherLanguage() {
        assertThat(answer(contract(FRENCH), 0))
                .isInstanceOfSatisfying(
                        Extraction.Failed.class,
                        failed -> assertThat(failed.category()).isEqualTo(Extraction.FailureCategory.LANGUAGE));
    }

    @Test
    void judgesAllClausesTogetherAsItJudgesEachAlone() {
        ContractReading contract = contract(PRINTING, LAW, FRENCH, ASSIGNMENT + " " + PRINTING);
        Map<UUID, Extraction> together = extractor.extractAll(contract, FindingKind.LABEL);
        assertThat(together).hasSize(4);
        for (Clause clause : contract.clauses()) {
            assertThat(together.get(clause.id())).isEqualTo(extractor.extract(contract, clause, FindingKind.LABEL));
        }
    }

    @Test
    void saysHowProbableEachLabelIsInEnglishTextDownToScoresThatAreNoFindings() {
        ContractReading contract = contract(PRINTING, LAW, FRENCH, ASSIGNMENT + " " + PRINTING);

        List<ClauseScore> scores =
                extractor.judgeAll(contract, FindingKind.LABEL).scores();

        assertThat(scores)
                .filteredOn(score -> score.label().equals("Governing Law"))
                .first()
                .satisfies(best -> {
                    assertThat(best.span()).isEqualTo(contract.clauses().get(1).span());
                    assertThat(best.score()).isGreaterThan(0.5);
                });
        assertThat(scores).anyMatch(score -> score.score() < 0.25);
        assertThat(scores)
                .noneMatch(
                        score -> score.span().overlaps(contract.clauses().get(2).span()));
    }

    @Test
    void isUnsureBetweenItsTwoThresholds() {
        ContractReading contract = contract(LAW);
        double score =
                classifier
                        .classify(
                                contract.text(),
                                List.of(contract.clauses().get(0).span()),
                                StatedLevers.NONE,
                                0)
                        .stream()
                        .mapToDouble(LabelledSpan::score)
                        .max()
                        .orElseThrow();
        ModelCard strict = withThresholds(classifier.card(), score + 0.001, score - 0.01);
        ClauseLabelExtractor hesitant = new ClauseLabelExtractor(classifier.with(strict), new LeverExtractor());
        assertThat(hesitant.extract(contract, contract.clauses().get(0), FindingKind.LABEL))
                .isInstanceOfSatisfying(Extraction.Unsure.class, unsure -> {
                    assertThat(unsure.reason()).contains("Governing Law");
                    assertThat(unsure.candidates()).isNotEmpty();
                });
    }

    private static ModelCard withThresholds(ModelCard card, double threshold, double doubtful) {
        return new ModelCard(
                card.name(),
                card.version(),
                card.data(),
                card.base(),
                card.words(),
                card.seed(),
                card.trainedOn(),
                card.labels().stream()
                        .map(label -> new ModelCard.LabelCard(
                                label.label(), threshold, doubtful, 0, 0, 0, label.calibration()))
                        .toList());
    }

    @Test
    void theCardNamesEveryLabelAndTheCompaniesItHasSeen() {
        assertThat(classifier.card().labels().stream().map(ModelCard.LabelCard::label))
                .containsExactlyElementsOf(CuadLabels.ALL);
        assertThat(classifier.card().trainedOn()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(classifier.card().data()).contains("The Atticus Project", "CC BY 4.0");
    }
}
