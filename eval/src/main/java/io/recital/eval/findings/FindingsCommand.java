package io.recital.eval.findings;

import io.recital.extraction.cascade.Cascade;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code eval findings}: how well the offline extractors read contracts whose findings people wrote down. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "Measures typed findings on a folder in the samples' layout (documents/, portfolio.json, gold.json), or",
            "with --texts on a folder of gold that names places in documents that lie elsewhere (eval/contracts).",
            "A finding is found when one of its sort cites its words, and right when its fields agree too."
        })
public final class FindingsCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(FindingsCommand.class);

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with the gold.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--texts", paramLabel = "DIR", description = "Folder with the documents that the gold names.")
    private @Nullable Path texts;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the resampling (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Measure these only: ${COMPLETION-CANDIDATES} (default all).")
    private Set<FindingKind> kinds = EnumSet.allOf(FindingKind.class);

    @Option(names = "--details", description = "List what was missed, wrong or not there, by id, before the figures.")
    private boolean details;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        LabelledPortfolio portfolio = texts == null ? LabelledPortfolio.read(data) : PlacedGold.read(data, texts);
        List<DocumentOutcome> outcomes = new ArrayList<>();
        if (kinds.contains(FindingKind.LABEL) || kinds.contains(FindingKind.FACT)) {
            try (ClauseClassifier classifier = ClauseClassifier.shipped()) {
                measure(portfolio, OfflineExtractors.with(classifier), outcomes);
            }
        } else {
            measure(portfolio, OfflineExtractors.rules(), outcomes);
        }
        report(portfolio, outcomes);
        return 0;
    }

    private void measure(LabelledPortfolio portfolio, List<Extractor> extractors, List<DocumentOutcome> outcomes) {
        ContractReader reader = new Cascade(extractors);
        for (LabelledPortfolio.Document document : portfolio.documents()) {
            outcomes.add(DocumentOutcome.of(
                    document.file(), ofKinds(document.gold()), ofKinds(extracted(reader, document))));
            LOG.info(
                    "Read {} of {} documents",
                    outcomes.size(),
                    portfolio.documents().size());
        }
    }

    private List<LabelledFinding> ofKinds(List<LabelledFinding> findings) {
        return findings.stream()
                .filter(finding -> kinds.contains(finding.content().kind()))
                .toList();
    }

    private static List<LabelledFinding> extracted(ContractReader reader, LabelledPortfolio.Document document) {
        UUID id = UUID.nameUUIDFromBytes(document.file().getBytes(StandardCharsets.UTF_8));
        ContractReading reading = new ContractReading(
                id,
                id,
                document.file(),
                document.role(),
                document.parsed(),
                new Segmenter().segment(id, document.parsed()));
        return reader.read(reading).findings().stream()
                .map(FindingsCommand::labelled)
                .toList();
    }

    private static LabelledFinding labelled(Finding finding) {
        return new LabelledFinding(
                finding.id().toString(),
                finding.content(),
                finding.citations().stream().map(Citation::span).toList());
    }

    private void report(LabelledPortfolio portfolio, List<DocumentOutcome> outcomes) {
        int unplaced = portfolio.documents().stream()
                .mapToInt(LabelledPortfolio.Document::unplaced)
                .sum();
        FindingsReport report = FindingsReport.of(outcomes, unplaced, seed);
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(report));
            return;
        }
        if (details) {
            outcomes.forEach(FindingsCommand::printDetails);
        }
        report.print(System.out);
    }

    private static void printDetails(DocumentOutcome outcome) {
        System.out.println(outcome.file());
        outcome.missed().forEach(gold -> System.out.println("  missed   " + gold.id()));
        outcome.pairs().stream()
                .filter(pair -> !pair.isRight())
                .forEach(pair -> System.out.println("  wrong    " + pair.gold().id() + ": " + pair.fields()
                        + ", extracted: " + pair.found().content().summary()));
        outcome.surplus()
                .forEach(found -> System.out.println("  surplus  "
                        + found.content().kind() + " " + found.content().type() + " at "
                        + found.spans().get(0) + ": " + found.content().summary()));
        System.out.println();
    }
}
