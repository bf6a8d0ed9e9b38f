package io.recital.api.command;

import io.recital.api.RecitalService;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows a newcomer everything at once, on the sample portfolio. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Read the sample portfolio, answer questions about it, show a scorecard, and keep serving.",
            "Its data is kept apart from yours, in the folder 'demo' of the data directory, one for each version of the portfolio."
        })
public final class DemoCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--once", description = "Stop after printing.")
    private boolean once;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        SamplePortfolio portfolio = SamplePortfolio.load();
        Path directory = dataDir.pathOr("demo/" + portfolio.fingerprint());
        out.println("Starting Recital with an embedded PostgreSQL in " + directory + " …");
        out.flush();
        try (Service service = Service.connect(directory)) {
            ingest(service.client(), portfolio, out);
            importFacts(service.client(), portfolio, out);
            ask(service.client(), portfolio, out);
            scorecards(service.client(), portfolio, out);
            RecitalService own = service.own();
            out.println();
            if (once || own == null) {
                out.println("Next: ./recital ingest PATH… and ./recital ask \"QUESTION\" for your own contracts.");
                out.flush();
            } else {
                stay(own, out, directory);
            }
        }
    }

    private void ingest(ServiceClient client, SamplePortfolio portfolio, PrintWriter out) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("recital-samples");
            List<Path> files = portfolio.copyTo(folder);
            out.println("Reading the sample portfolio: " + files.size() + " documents of "
                    + counterparties(portfolio) + " counterparties. It is set on " + portfolio.asOf()
                    + ": read what follows as on that day.");
            out.flush();
            for (String role : roles(portfolio)) {
                ingest(client, role, withRole(portfolio, role, files), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be copied to the temporary folder", e);
        } finally {
            remove(folder);
        }
    }

    private static void importFacts(ServiceClient client, SamplePortfolio portfolio, PrintWriter out) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("recital-facts");
            List<Path> files = portfolio.copyFactsTo(folder);
            out.println("What happened under them, as an ERP system exports it:");
            out.flush();
            FactsReport.run(client, Uploads.of(files), "samples", null).print(out, false);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample facts cannot be copied to the temporary folder", e);
        } finally {
            remove(folder);
        }
    }

    private void ingest(ServiceClient client, String role, List<Path> files, PrintWriter out) {
        out.println("As " + role.toLowerCase(Locale.ROOT) + ":");
        IngestReport report =
                new Ingest(client, spec.commandLine().getErr(), Map.of("role", role)).run(Uploads.of(files));
        report.print(out, false);
        if (report.nothingIngested()) {
            throw new CommandException("The samples could not be read; the reasons are above");
        }
    }

    private static long counterparties(SamplePortfolio portfolio) {
        return portfolio.documents().stream()
                .map(SamplePortfolio.Document::family)
                .distinct()
                .count();
    }

    private static List<String> roles(SamplePortfolio portfolio) {
        return portfolio.documents().stream()
                .map(SamplePortfolio.Document::role)
                .distinct()
                .toList();
    }

    private static List<Path> withRole(SamplePortfolio portfolio, String role, List<Path> files) {
        Set<String> names = portfolio.documents().stream()
                .filter(document -> document.role().equals(role))
                .map(SamplePortfolio.Document::file)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> names.contains(file.getFileName().toString()))
                .toList();
    }

    private static void remove(@org.jspecify.annotations.Nullable Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be removed", e);
        }
    }

    private static void ask(ServiceClient client, SamplePortfolio portfolio, PrintWriter out) {
        for (String question : portfolio.demoQuestions()) {
            out.println();
            out.println("? " + question);
            JsonNode answer = client.post(
                    "/api/v1/questions",
                    Map.of("question", question, "asOf", portfolio.asOf().toString()));
            new AnswerPrinter(out).print(answer);
            out.flush();
        }
    }

    /** The scorecard of the counterparty with the most contracts in full, a line for each of the others. */
    private static void scorecards(ServiceClient client, SamplePortfolio portfolio, PrintWriter out) {
        List<JsonNode> scorecards = new ArrayList<>();
        for (JsonNode counterparty : client.get("/api/v1/counterparties")) {
            scorecards.add(client.get("/api/v1/counterparties/"
                    + counterparty.path("id").asString() + "/scorecard?asOf=" + portfolio.asOf()));
        }
        scorecards.removeIf(scorecard -> scorecard.path("contracts").isEmpty());
        scorecards.sort(
                Comparator.comparing(scorecard -> -scorecard.path("contracts").size()));
        ScorecardPrinter printer = new ScorecardPrinter(out);
        out.println();
        scorecards.stream().limit(1).forEach(printer::print);
        out.println();
        scorecards.stream().skip(1).forEach(printer::printTotals);
        out.flush();
    }

    private static void stay(RecitalService service, PrintWriter out, Path directory) {
        out.println("Recital listens on " + service.address() + " (data in " + directory + ")");
        service.issueFirstKey().ifPresent(key -> out.println("Your first API key, shown this once: " + key));
        out.println("API description: " + service.address().resolve("/api/v1/openapi") + "    Stop with Ctrl-C.");
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
