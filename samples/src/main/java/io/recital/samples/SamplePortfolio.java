package io.recital.samples;

import io.recital.models.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample portfolio as the demo uses it.
 *
 * @param asOf the date it is set on: what "today" is for a reader of its contracts
 * @param tenantCompanies the companies of the tenant, as the contracts name them
 * @param demoQuestions questions that the portfolio answers, the best one first
 */
public record SamplePortfolio(
        LocalDate asOf, List<String> tenantCompanies, List<String> demoQuestions, List<Document> documents) {
    /**
     * One document.
     *
     * @param file its name in the portfolio's folder
     * @param role the tenant's side in it, a name of the domain's {@code TenantRole}
     * @param family documents of one family stand under the same master agreement
     */
    public record Document(String file, String title, String counterparty, String role, String family) {}

    private static final List<String> FACTS = List.of(
            "vendors.csv",
            "invoices.xlsx",
            "purchases.xlsx",
            "measurements.csv",
            "events.csv",
            "claims.csv",
            "index-values.csv",
            "exchange-rates.csv");

    public SamplePortfolio {
        tenantCompanies = List.copyOf(tenantCompanies);
        demoQuestions = List.copyOf(demoQuestions);
        documents = List.copyOf(documents);
    }

    /** The portfolio in this jar. */
    public static SamplePortfolio load() {
        try (InputStream json = resource("portfolio.json")) {
            return JsonMapper.shared().readValue(json, SamplePortfolio.class);
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read portfolio.json from the jar", e);
        }
    }

    /** The questions about the portfolio with their answers, as {@code questions.json} has them. */
    public static JsonNode questions() {
        try (InputStream json = resource("questions.json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read questions.json from the jar", e);
        }
    }

    /** Copies all documents to a folder, which is made when absent, and answers where they are. */
    public List<Path> copyTo(Path folder) {
        return copy("documents", documents.stream().map(Document::file).toList(), folder);
    }

    /** Writes the files of facts into a folder. */
    public List<Path> copyFactsTo(Path folder) {
        return copy("facts", FACTS, folder);
    }

    private static List<Path> copy(String from, List<String> names, Path folder) {
        List<Path> copies = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String name : names) {
                Path copy = folder.resolve(name);
                try (InputStream bytes = resource(from + "/" + name)) {
                    Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                copies.add(copy);
            }
        } catch (IOException e) {
            throw new SampleException(
                    SampleException.Category.FILE,
                    "Cannot copy the samples to " + folder + ": check that it is writable",
                    e);
        }
        return copies;
    }

    /** Eight characters that are others as soon as a document is: what was read of an older portfolio is kept apart. */
    public String fingerprint() {
        MessageDigest digest = Sha256.digest();
        for (Document document : documents) {
            try (InputStream bytes = resource("documents/" + document.file())) {
                digest.update(document.file().getBytes(StandardCharsets.UTF_8));
                digest.update(bytes.readAllBytes());
            } catch (IOException e) {
                throw new SampleException(
                        SampleException.Category.FILE, "Cannot read " + document.file() + " from the jar", e);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                SamplePortfolio.class.getResourceAsStream("portfolio/" + name),
                () -> "samples/portfolio.json names " + name + ", which is not in the jar: run samples/build.sh");
    }
}
