package io.recital.samples.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds what is committed against the sources, and every span against the text that the product stores. */
class CommittedPortfolioTest {
    /** Portfolios of so many short contracts plant few traps in each. */
    private static final int MANY = 10;

    @TempDir
    private Path target;

    static Stream<Path> portfolios() {
        return Stream.of(
                        "samples",
                        "eval/development/c",
                        "eval/development/d",
                        "eval/development/e",
                        "eval/development/f",
                        "eval/development/g",
                        "eval/portfolio")
                .map(Path.of("..")::resolve)
                .filter(folder -> Files.isDirectory(folder.resolve("sources")));
    }

    @ParameterizedTest
    @MethodSource("portfolios")
    void isWhatItsSourcesGiveAndAllOfItHolds(Path folder) throws IOException {
        PortfolioBuild build = new PortfolioBuild(folder, target, Optional.empty());
        build.run();
        assertThat(build.complaints().values().stream().flatMap(List::stream)).isEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, byte[]> file : build.files().entrySet()) {
            all.assertThat(folder.resolve(file.getKey()))
                    .as("run samples/build.sh after a change of the sources")
                    .hasBinaryContent(file.getValue());
        }
        for (String document : build.documentFiles()) {
            all.assertThat(folder.resolve("documents").resolve(document))
                    .as("run samples/build.sh after a change of the sources")
                    .hasSameBinaryContentAs(target.resolve("documents").resolve(document));
        }
        all.assertAll();
        assertThat(names(folder.resolve("documents"))).isEqualTo(new TreeSet<>(build.documentFiles()));
    }

    @ParameterizedTest
    @MethodSource("portfolios")
    void saysOfEveryDocumentWhatItHoldsAndPlantsTrapsForEveryCounterparty(Path folder) throws IOException {
        Set<String> labelled = new TreeSet<>();
        json(folder, "gold.json")
                .get("documents")
                .forEach(document -> labelled.add(document.get("file").asString()));
        assertThat(labelled).isEqualTo(names(folder.resolve("documents")));
        Map<String, Integer> traps = new HashMap<>();
        for (JsonNode item : json(folder, "truth.json").get("items")) {
            boolean trap = item.get("class").asString().equals("trap");
            traps.merge(item.get("family").asString(), trap ? 1 : 0, Integer::sum);
        }
        Set<String> families = new TreeSet<>();
        json(folder, "portfolio.json")
                .get("documents")
                .forEach(document -> families.add(document.get("family").asString()));
        assertThat(traps.keySet()).containsExactlyInAnyOrderElementsOf(families);
        int least = families.size() > MANY ? 1 : 4;
        assertThat(traps.values()).allMatch(count -> count >= least);
    }

    @ParameterizedTest
    @MethodSource("portfolios")
    void quotesTheStoredTextAtEverySpan(Path folder) throws IOException {
        Map<String, StoredText> texts = texts(folder.resolve("documents"));
        SoftAssertions all = new SoftAssertions();
        for (JsonNode document : json(folder, "gold.json").get("documents")) {
            String file = document.get("file").asString();
            StoredText text = texts.get(file);
            all.assertThat(document.get("textSha256").asString())
                    .as(file)
                    .isEqualTo(Sha256.of(text.value()).hex());
            for (JsonNode finding : document.get("findings")) {
                assertThat(finding.get("quotes"))
                        .as(finding.get("id").asString())
                        .isNotEmpty();
                finding.get("quotes").forEach(quote -> check(quote, file, text, all));
            }
        }
        for (String file : List.of("questions.json", "truth.json")) {
            for (JsonNode quote : json(folder, file).findValues("quotes").stream()
                    .flatMap(JsonNode::valueStream)
                    .toList()) {
                String name = quote.get("file").asString();
                check(quote, name, texts.get(name), all);
            }
        }
        all.assertAll();
    }

    @Test
    void noticesASpanThatIsOffByOne() {
        StoredText text = StoredText.of("The rate is\n4% a year.");
        ObjectNode quote = JsonMapper.shared().createObjectNode().put("text", "rate is 4%");
        SoftAssertions right = new SoftAssertions();
        check(quote.put("start", 4).put("end", 14), "a.pdf", text, right);
        assertThat(right.errorsCollected()).isEmpty();
        SoftAssertions wrong = new SoftAssertions();
        check(quote.put("start", 5), "a.pdf", text, wrong);
        check(
                quote.put("start", 4).put("end", 15),
                "a.pdf",
                StoredText.of(text.value().replace("% a", "%a")),
                wrong);
        quote.remove("start");
        check(quote, "a.pdf", text, wrong);
        assertThat(wrong.errorsCollected()).hasSize(3);
    }

    private static void check(JsonNode quote, String file, StoredText text, SoftAssertions all) {
        String words = quote.get("text").asString();
        if (quote.has("start")) {
            Span span = new Span(quote.get("start").asInt(), quote.get("end").asInt());
            all.assertThat(squeezed(text.slice(span))).as("%s: %s", file, words).isEqualTo(squeezed(words));
        } else {
            all.assertThat(quote.path("scanned").asBoolean(false))
                    .as("%s: %s", file, words)
                    .isTrue();
        }
    }

    /** A line break after a hyphen or in a cell is no blank that was written. */
    private static String squeezed(String words) {
        return words.replaceAll("[\\s\\u00a0]+", "");
    }

    private static JsonNode json(Path folder, String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
    }

    private static Map<String, StoredText> texts(Path documents) throws IOException {
        Map<String, StoredText> texts = new HashMap<>();
        for (String name : names(documents)) {
            if (new FileParser().parse(documents.resolve(name), name) instanceof ParseOutcome.Parsed parsed) {
                texts.put(name, parsed.document().text());
            }
        }
        return texts;
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
