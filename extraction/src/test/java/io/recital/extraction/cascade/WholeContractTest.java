package io.recital.extraction.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmServer;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.ContractReader.Reading;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LlmUse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cold-store agreement through the cascade as it ships: which clauses are sent, which not, and what comes back. */
class WholeContractTest {
    private static final ContractReading CONTRACT = new ContractText()
            .party("Keeper", "Norvale Cold Stores Ltd")
            .party("Depositor", "Amber Bay Fisheries plc")
            .clause(
                    "Preamble",
                    "COLD STORE AGREEMENT\n\nThis Agreement is made on 4 March 2026 between Norvale Cold Stores Ltd"
                            + " (\"Keeper\") and Amber Bay Fisheries plc (\"Depositor\").")
            .clause("1", "In this Agreement headings are for convenience only.")
            .clause("2", "The Keeper shall store the Goods at a temperature of no more than minus 20 degrees Celsius.")
            .clause("3", "A statement of the Goods in store shall be delivered within ten days of each month's end.")
            .clause("4", "The Depositor shall pay each invoice within thirty (30) days of receipt.")
            .clause("5", "The Depositor shall:")
            .child("5", "5(a)", "(a) label each pallet; and")
            .child("5", "5(b)", "(b) collect the Goods when the Term ends.")
            .clause(
                    "6",
                    "Either party may terminate this Agreement for convenience by giving ninety (90) days' written notice.")
            .table(
                    "7",
                    "Credits",
                    "The following bands apply.",
                    new String[] {"Score", "Credit"},
                    new String[] {"95% or more but less than 98%", "5% of the monthly fee"},
                    new String[] {"less than 95%", "10% of the monthly fee"})
            .clause(
                    "8",
                    "The Depositor's books relating to the Goods are open to the Keeper and its accountants during business"
                            + " hours for inspection and audit.")
            .clause("9", "The parties may have the charges benchmarked against the market.")
            .clause("10", "This Agreement is governed by the law of Scotland.")
            .reading();
    private static final LlmBudget AMPLE = LlmBudget.of(200_000, null, null);

    private static ClauseClassifier classifier;
    private static List<Extractor> offline;

    @BeforeAll
    static void load() {
        classifier = ClauseClassifier.shipped();
        offline = OfflineExtractors.with(classifier);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    private static void prepare(LlmServer server) {
        server.answers("benchmarked", LlmServer.NOTHING);
        server.answers("following bands", """
                {"findings":[{"quote":"95% or more but less than 98%","term":"service_level","comparison":"at_least",
                  "name":"Score","target":"98%","window":"","lever":"liquidated_damages","parameters":[]}]}""");
    }

    private static Reading read(LlmServer server, RememberedCalls calls) {
        SecondOpinion second = new SecondOpinion(server.extractor(), AMPLE, 4);
        return new Cascade(offline, Optional.of(second)).read(CONTRACT, calls);
    }

    @Test
    void sendsTheDoubtfulClausesOnlyAndNothingTheSecondTime() {
        try (LlmServer server = new LlmServer()) {
            prepare(server);
            RememberedCalls calls = new RememberedCalls();

            Reading first = read(server, calls);

            assertThat(server.asked())
                    .as(
                            "a lever that the classifier sees in the bands, one that the rules are unsure of, bands without a target")
                    .containsExactlyInAnyOrder("lever 7", "lever 9", "measure 7");
            assertThat(server.materials())
                    .filteredOn(material -> material.contains("following bands"))
                    .hasSize(2)
                    .allSatisfy(material ->
                            assertThat(material).contains("Score: less than 95% | Credit: 10% of the monthly fee"));
            assertThat(first.use())
                    .isEqualTo(new LlmUse(3, 0, 0, 0, 3L * LlmServer.TOKENS_IN, 3L * LlmServer.TOKENS_OUT, null));
            assertThat(ofTheModel(first)).containsExactlyInAnyOrder("service-level 7", "liquidated-damages 7");
            server.forget();

            Reading second = read(server, calls);

            assertThat(server.asked()).isEmpty();
            assertThat(second.use()).isEqualTo(LlmUse.ofQuestions(3, 0, 0));
            assertThat(second.findings()).isEqualTo(first.findings());
            assertThat(second.remarks()).isEqualTo(first.remarks());
        }
    }

    @Test
    void changesNothingButTheDoubts() {
        try (LlmServer server = new LlmServer()) {
            prepare(server);
            Reading alone = new Cascade(offline).read(CONTRACT);

            Reading both = read(server, new RememberedCalls());

            assertThat(both.findings())
                    .filteredOn(finding -> !isOfTheModel(finding))
                    .isEqualTo(alone.findings().stream()
                            .filter(finding -> !finding.content().type().equals("benchmarking"))
                            .toList());
        }
    }

    private static boolean isOfTheModel(Finding finding) {
        return finding.provenance().extractor().equals("llm:small");
    }

    private static List<String> ofTheModel(Reading reading) {
        return reading.findings().stream()
                .filter(WholeContractTest::isOfTheModel)
                .map(finding -> finding.content().type() + " "
                        + finding.citations().get(0).path())
                .toList();
    }
}
