package io.recital.eval.ledger;

import io.recital.eval.EvalException;
import io.recital.eval.PredictionLines;
import io.recital.ingestion.facts.FactFiles;
import io.recital.ingestion.facts.FactReading;
import io.recital.models.fact.Facts;
import io.recital.models.family.ContractFamily;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Dossiers;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.catalogue.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code eval ledger}: whether what is planted in a portfolio is found to the cent, and nothing else is claimed. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the ledger on a folder in the samples' layout (documents/, facts/, portfolio.json, gold.json,",
            "truth.json): runs all checks and holds their outcomes against what is planted, item by item."
        })
public final class LedgerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerCommand.class);
    private static final int SHOWN = 10;

    /** Whose findings the checks rest on. */
    enum Source {
        GOLD,
        EXTRACTED
    }

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with the portfolio.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--findings",
            defaultValue = "gold",
            paramLabel = "SOURCE",
            description = "What the checks rest on: gold, as accepted, or extracted, which is provisional"
                    + " (default ${DEFAULT-VALUE}).")
    private Source findings = Source.GOLD;

    @Option(names = "--family", paramLabel = "NAME", description = "Measure one counterparty only, by its short name.")
    private @Nullable String family;

    @Option(
            names = "--stated",
            paramLabel = "FILE",
            description = "Findings that a person stated besides, such as clause checks: a JSON array of"
                    + " {\"file\", \"quotes\", \"content\"}.")
    private @Nullable Path stated;

    @Option(names = "--not-checkable", description = "List what could not be checked, before the figures.")
    private boolean listNotCheckable;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write every item and every claim, a JSON line each.")
    private @Nullable Path predictions;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        PlantedPortfolio planted = PlantedPortfolio.read(data);
        refuseUnknown(planted);
        Map<String, ContractFamily> families = families(planted);
        Map<String, Dossier> dossiers = dossiers(planted, families);
        Map<String, Ledger> ledgers = new LinkedHashMap<>();
        dossiers.forEach((name, dossier) -> ledgers.put(name, Ledger.of(dossier, Checks.all())));
        report(LedgerRun.of(planted, dossiers, ledgers));
        return 0;
    }

    private void refuseUnknown(PlantedPortfolio planted) {
        if (planted.portfolio().documents().stream().noneMatch(document -> isWanted(document.family()))) {
            throw new EvalException("There is no counterparty " + family + " in " + data
                    + ": name one as the documents in portfolio.json do (family)");
        }
    }

    private boolean isWanted(String name) {
        return family == null || family.equals(name);
    }

    private Map<String, ContractFamily> families(PlantedPortfolio planted) {
        if (findings == Source.GOLD) {
            return PortfolioFamilies.of(planted, withStated(new GoldFindings(planted.gold())), this::isWanted);
        }
        try (ExtractedFindings extracted = new ExtractedFindings()) {
            return PortfolioFamilies.of(planted, withStated(extracted), this::isWanted);
        }
    }

    private DocumentFindings withStated(DocumentFindings found) {
        return stated == null ? found : StatedFindings.beside(found, stated, data);
    }

    private Map<String, Dossier> dossiers(PlantedPortfolio planted, Map<String, ContractFamily> families) {
        Dossiers sorted = Dossiers.of(
                List.copyOf(families.values()),
                facts(),
                List.of(),
                planted.portfolio().asOf());
        sorted.unassigned().stream()
                .filter(fact -> family == null)
                .limit(SHOWN)
                .forEach(fact -> LOG.warn(
                        "{} {} is about nobody with a contract", fact.kind().label(), fact.id()));
        Map<String, Dossier> dossiers = new LinkedHashMap<>();
        families.forEach((name, family) -> sorted.dossiers().stream()
                .filter(dossier -> dossier.family().equals(family))
                .forEach(dossier -> dossiers.put(name, dossier)));
        return dossiers;
    }

    private Facts facts() {
        try {
            FactReading reading = FactFiles.read(data.resolve("facts"));
            reading.refused().stream()
                    .limit(SHOWN)
                    .forEach(row -> LOG.warn("Refused {}: {}", row.where(), row.reason()));
            return reading.facts();
        } catch (IOException e) {
            throw new EvalException("facts/ in " + data + " cannot be read: name a folder in the samples' layout", e);
        }
    }

    private void report(LedgerRun run) {
        LedgerReport report = LedgerReport.of(findings.name().toLowerCase(Locale.ROOT), run);
        if (predictions != null) {
            try (PredictionLines lines = new PredictionLines(predictions, JsonMapper.shared())) {
                report.cases().forEach(lines::add);
            }
        }
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(report));
            return;
        }
        if (listNotCheckable) {
            run.notCheckable()
                    .forEach(open -> System.out.println(
                            "not-checkable  " + open.check() + ": " + open.title() + "; missing: " + open.missing()));
        }
        report.print(System.out);
    }
}
