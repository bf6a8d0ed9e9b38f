package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.DocumentVersion;
import io.recital.retrieval.plan.Planner;
import io.recital.retrieval.search.TestPortfolio.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract that is described by title and parties is found where contracts begin, though nothing was recorded of it. */
class DescribedContractTest {
    private final NameRecognition names = new JdbcNames(SearchDatabase.get().dataSource());
    private final Planner planner = new Planner(names, SearchDatabase.repositories());
    private final TestPortfolio portfolio = new TestPortfolio();
    private DocumentVersion recorded;
    private DocumentVersion unrecorded;

    @BeforeEach
    void add() {
        recorded =
                titled("scan-1.pdf", "Maintenance Agreement", "Maintenance Agreement between Corvex Lifts and Dunmore");
        portfolio.addParty(recorded, "Corvex Lifts Ltd");
        unrecorded =
                titled("scan-2.pdf", "scan-2.pdf", "This Maintenance Agreement is made between Aldwark and Petrellis");
        titled("scan-3.pdf", "Supply Agreement", "Supply Agreement between Hollin Foods and Dunmore");
    }

    private DocumentVersion titled(String file, String title, String beginning) {
        DocumentVersion document = portfolio.add(file, Words.of("Parties", beginning, 1));
        portfolio.run(() -> SearchDatabase.repositories().contracts().setTitle(document.contract(), title));
        return document;
    }

    private Set<UUID> scope(String question) {
        return portfolio.inTenant(() ->
                planner.understand(question, null, LocalDate.EPOCH).scope().contracts());
    }

    @Test
    void whoseTitleAnotherContractBearsAsWell() {
        assertThat(scope("In the Maintenance Agreement between Aldwark and Petrellis, when does the term end?"))
                .containsExactly(unrecorded.contract());
    }

    @Test
    void leavesWhatIsNamedByRecordedNamesAlone() {
        assertThat(scope("In the Maintenance Agreement with Corvex Lifts, when does the term end?"))
                .containsExactly(recorded.contract());
    }

    @Test
    void beginsWithItsNamesInItsOwnTenantOnly() {
        List<Set<UUID>> own = portfolio.inTenant(() -> names.beginningWith(List.of("petrellis", "nobody", "dunmore")));
        List<Set<UUID>> other = new TestPortfolio().inTenant(() -> names.beginningWith(List.of("petrellis")));

        assertThat(own.get(0)).containsExactly(unrecorded.contract());
        assertThat(own.get(1)).isEmpty();
        assertThat(own.get(2)).hasSize(2).contains(recorded.contract());
        assertThat(other).containsExactly(Set.of());
        assertThat(names.beginningWith(List.of("petrellis"))).containsExactly(Set.of());
    }
}
