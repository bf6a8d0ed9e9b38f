package io.recital.eval.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatedPortfolioTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String STATED = """
            [{"file": "nordkai-3-annex-kpi.html",
              "quotes": [{"text": "For each Short Pallet in excess of 5 in a month the Contractor shall pay liquidated damages of EUR 45."}],
              "content": {"kind": "check", "name": "Short pallets", "outcome": "unclaimed-entitlement", "currency": "EUR",
                "every": "month",
                "inputs": [
                  {"type": "rows", "name": "ordered", "take": "sum", "column": "quantity_ordered",
                   "rows": {"facts": "purchase", "on": "delivered_on"}},
                  {"type": "rows", "name": "received", "take": "sum", "column": "quantity_received",
                   "rows": {"facts": "purchase", "on": "delivered_on"}},
                  {"type": "written", "name": "free", "written": "5"},
                  {"type": "written", "name": "price", "written": "EUR 45"}],
                "steps": [{"name": "damages", "formula": "MAX(ordered - received - free, 0) * price"}]}}]
            """;

    @TempDir
    Path folder;

    private List<Finding> read(String stated) throws IOException {
        PlantedPortfolio planted = PlantedPortfolio.read(SAMPLES);
        Path file = Files.writeString(folder.resolve("stated.json"), stated);
        ContractFamily family = PortfolioFamilies.of(
                        planted,
                        StatedFindings.beside(new GoldFindings(planted.gold()), file, SAMPLES),
                        "nordkai"::equals)
                .get("nordkai");
        return family.members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> finding.content() instanceof ClauseCheck)
                .toList();
    }

    @Test
    void whatIsStatedStandsBesideWhatWasFoundAndIsAccepted() throws IOException {
        assertThat(read(STATED)).singleElement().satisfies(finding -> {
            assertThat(finding.isProvisional()).isFalse();
            assertThat(finding.citations().get(0).path()).contains("5.2");
        });
    }

    @Test
    void wordsThatDoNotStandThereAreNamed() {
        assertThatThrownBy(() -> read(STATED.replace("in excess of 5 in", "in excess of 6 in")))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("does not stand in nordkai-3-annex-kpi.html");
    }
}
