package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.DocumentVersion;
import io.recital.retrieval.plan.ScopeFinder;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamedAmendmentTest {
    private final ScopeFinder scopes =
            new ScopeFinder(new JdbcNames(SearchDatabase.get().dataSource()), SearchDatabase.repositories());
    private final TestPortfolio portfolio = new TestPortfolio();
    private DocumentVersion lease;
    private DocumentVersion amendment;

    @BeforeEach
    void add() {
        lease = titled("scan-1.pdf", "Warehouse Lease");
        amendment = titled("scan-2.pdf", "First Amendment to Warehouse Lease");
    }

    private DocumentVersion titled(String file, String title) {
        DocumentVersion document = portfolio.add(file);
        portfolio.addParty(document, "Brackwater Storage Ltd");
        portfolio.run(() -> SearchDatabase.repositories().contracts().setTitle(document.contract(), title));
        return document;
    }

    private Set<UUID> scope(String question) {
        return portfolio.inTenant(() -> scopes.find(question).contracts());
    }

    @Test
    void isMeantAloneWhereTheQuestionNamesIt() {
        assertThat(scope("Does the First Amendment to Warehouse Lease with Brackwater Storage change the rent?"))
                .containsExactly(amendment.contract());
    }

    @Test
    void isMeantWithTheContractThatItAmendsOtherwise() {
        assertThat(scope("What rent does Brackwater Storage charge?"))
                .containsExactlyInAnyOrder(lease.contract(), amendment.contract());
    }

    @Test
    void isToldFromOthersByItsNumberHoweverThatIsWritten() {
        DocumentVersion second = titled("scan-3.pdf", "Amendment No. 2 to Warehouse Lease");

        assertThat(scope("Does the Second Amendment to Warehouse Lease with Brackwater Storage change the rent?"))
                .containsExactly(second.contract());
        assertThat(scope("What does Amendment #1 to Warehouse Lease with Brackwater Storage change?"))
                .containsExactly(amendment.contract());
    }
}
