package io.recital.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.clauses.Company;
import io.recital.models.evidence.StoredText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClauseFoldsTest {
    private static final String HERE =
            "The Supplier shall replace every broken pallet within ten days of notice at no charge";
    private static final String THERE =
            "The Buyer may inspect the cold store on any working day after two days of notice";

    private final ClauseFolds folds = new ClauseFolds(
            Map.of(
                    "a",
                    HERE,
                    "b",
                    "THERE: " + THERE + ", once.",
                    "c",
                    "A clause of a contract that nobody has ever seen here"),
            Map.of(
                    "Northwind Inc_Supply.txt",
                    StoredText.of("1. Preamble.\n\n2. " + HERE.replace(" ", "\n") + "."),
                    "Seaboard_Storage.txt",
                    StoredText.of(
                            "9.  " + THERE + ". " + "The Supplier shall replace every broken pallet within a year.")));

    @Test
    void aClauseBelongsToTheCompanyOfTheContractThatItStandsIn() {
        assertThat(folds.of("a")).isEqualTo(Company.fold(Company.of("Northwind Inc_Supply.txt")));
        assertThat(folds.of("b")).isEqualTo(Company.fold(Company.of("Seaboard_Storage.txt")));
    }

    @Test
    void aClauseOfNoContractBelongsToAnyFold() {
        assertThat(folds.placed()).isEqualTo(2);
        assertThat(folds.of("c")).isBetween(0, Company.FOLDS - 1);
        assertThatThrownBy(() -> folds.of("d")).isInstanceOf(IllegalArgumentException.class);
    }
}
