package io.recital.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Counterparty;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.store.JdbcCounterparties;
import io.recital.retrieval.search.RecognisedName.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcNamesTest {
    private final NameRecognition names = new JdbcNames(SearchDatabase.get().dataSource());
    private final JdbcCounterparties counterparties =
            SearchDatabase.repositories().counterparties();
    private final TestPortfolio portfolio = new TestPortfolio();

    private List<RecognisedName> recognise(String question) {
        return portfolio.inTenant(() -> names.recognise(question));
    }

    private Counterparty counterparty(String name) {
        return portfolio.inTenant(() -> counterparties.findOrCreate(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the payment term with Northwind Hosting?",
                "does NORTHWIND HOSTING LTD. owe us credits",
                "Which credits does Nortwind Hosting owe us?",
                "Northwind-Hosting's liability cap"
            })
    void recognisesACounterpartyHoweverItIsWritten(String question) {
        Counterparty northwind = counterparty("Northwind Hosting Ltd");
        counterparty("Kestrel Packaging GmbH");

        RecognisedName best = recognise(question).get(0);

        assertThat(best.kind()).isEqualTo(Kind.COUNTERPARTY);
        assertThat(best.counterparty()).isEqualTo(northwind.id());
        assertThat(best.rivals()).isEqualTo(1);
    }

    @Test
    void recognisesAnAlias() {
        Counterparty northwind = counterparty("Northwind Hosting Ltd");
        portfolio.run(() -> counterparties.addAlias(northwind.id(), "Blue Heron Cloud"));

        assertThat(recognise("When does the Blue Heron Cloud agreement end?"))
                .first()
                .satisfies(best -> {
                    assertThat(best.counterparty()).isEqualTo(northwind.id());
                    assertThat(best.name()).isEqualTo("Blue Heron Cloud");
                });
    }

    @Test
    void recognisesThePartyThatAContractStates() {
        DocumentVersion document = portfolio.add("scan-0017.pdf");
        portfolio.addParty(document, "Kestrel Packaging GmbH");

        assertThat(recognise("What does Kestrel Packaging charge for pallets?"))
                .first()
                .satisfies(best -> {
                    assertThat(best.kind()).isEqualTo(Kind.PARTY);
                    assertThat(best.contract()).isEqualTo(document.contract());
                    assertThat(best.phrase()).isEqualTo("kestrel packaging");
                });
    }

    @Test
    void recognisesAContractByItsTitleAndByItsFile() {
        DocumentVersion titled = portfolio.add("a.pdf");
        portfolio.run(() -> SearchDatabase.repositories()
                .contracts()
                .setTitle(titled.contract(), "Data Centre Colocation Agreement"));
        DocumentVersion filed = portfolio.add("LIMEWOODENERGY_2024-EX-10-DISTRIBUTION.pdf");

        assertThat(recognise("What is the notice period of the data centre colocation agreement?"))
                .first()
                .satisfies(best -> assertThat(best.contract()).isEqualTo(titled.contract()));
        assertThat(recognise("Which law governs the Limewood Energy contract?"))
                .first()
                .satisfies(best -> assertThat(best.contract()).isEqualTo(filed.contract()));
    }

    @Test
    void saysHowManyContractsAreNamedAlike() {
        for (String file : List.of("one.pdf", "two.pdf", "three.pdf")) {
            DocumentVersion document = portfolio.add(file);
            portfolio.run(() -> SearchDatabase.repositories()
                    .contracts()
                    .setTitle(document.contract(), "Master Services Agreement"));
        }

        assertThat(recognise("Who may terminate the master services agreement?"))
                .hasSize(3)
                .allMatch(name -> name.kind() == Kind.TITLE && name.rivals() == 3);
    }

    @Test
    void recognisesNothingInAQuestionWithoutNames() {
        counterparty("Northwind Hosting Ltd");
        portfolio.add("msa.pdf");

        assertThat(recognise("What is the governing law?")).isEmpty();
        assertThat(recognise("")).isEmpty();
    }

    @Test
    void recognisesNothingOfAnotherTenantAndNothingWithoutATenant() {
        counterparty("Northwind Hosting Ltd");
        String question = "What does Northwind Hosting owe?";

        assertThat(SearchDatabase.get().tenancy().call(SearchDatabase.newTenant(), () -> names.recognise(question)))
                .isEmpty();
        assertThat(names.recognise(question)).isEmpty();
    }
}
