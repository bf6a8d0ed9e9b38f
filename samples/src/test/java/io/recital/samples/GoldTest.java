package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.FindingContent;
import io.recital.models.store.FindingJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoldTest {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern ONE = Pattern.compile("\\b(each|every|once|annum|per|one-year|year|month|quarter)\\b");
    private static final Set<String> NUMBERS = Set.of("amount", "count", "from", "to", "target", "value");
    private static final Map<String, Integer> WORDS =
            Map.of("two", 2, "three", 3, "five", 5, "fifth", 5, "six", 6, "ten", 10, "twelve", 12);

    @Test
    void quotesTheWordsOfItsSourceInTheClauseItNames() {
        for (JsonNode document : documents()) {
            WrittenText text = new WrittenText(
                    SampleFiles.sourcesByFile().get(document.get("file").stringValue()));
            for (JsonNode finding : document.get("findings")) {
                assertThat(finding.get("quotes").size()).isPositive();
                for (JsonNode quote : finding.get("quotes")) {
                    String words = quote.get("text").stringValue();
                    int at = text.find(words, quote.get("occurrence").intValue());
                    assertThat(at).as("%s: %s", id(finding), words).isNotNegative();
                    assertThat(text.pathAt(at))
                            .as("%s: %s", id(finding), words)
                            .isEqualTo(quote.get("path").stringValue());
                    CitationRole.valueOf(quote.get("role")
                            .stringValue()
                            .toUpperCase(Locale.ROOT)
                            .replace('-', '_'));
                }
            }
        }
    }

    @Test
    void statesNoAmountPercentageOrDateThatItsQuotesDoNotState() {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode finding : findings()) {
            String quotes = quotes(finding);
            List<BigDecimal> numbers = new ArrayList<>();
            List<String> dates = new ArrayList<>();
            collect(finding.get("content"), numbers, dates);
            numbers.forEach(n -> all.assertThat(states(quotes, n))
                    .as("%s: %s", id(finding), n)
                    .isTrue());
            dates.forEach(d -> all.assertThat(statesDate(quotes, LocalDate.parse(d)))
                    .as("%s: %s", id(finding), d)
                    .isTrue());
        }
        all.assertAll();
    }

    @Test
    void readsAsFindingsOfTheDomain() {
        for (JsonNode finding : findings()) {
            FindingContent content =
                    FindingJson.readContent(finding.get("content").toString());
            assertThat(content.summary()).as(id(finding)).isNotBlank();
        }
    }

    @Test
    void givesEveryFindingItsOwnId() {
        assertThat(findings().stream().map(GoldTest::id))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(150);
    }

    @Test
    void coversEveryDocumentOfThePortfolio() {
        Set<String> files = new HashSet<>();
        documents().forEach(document -> files.add(document.get("file").stringValue()));
        assertThat(files).isEqualTo(SampleFiles.sourcesByFile().keySet());
    }

    private static JsonNode documents() {
        return SampleFiles.json("gold.json").get("documents");
    }

    private static List<JsonNode> findings() {
        List<JsonNode> findings = new ArrayList<>();
        documents().forEach(document -> document.get("findings").forEach(findings::add));
        return findings;
    }

    private static String id(JsonNode finding) {
        return finding.get("id").stringValue();
    }

    private static String quotes(JsonNode finding) {
        StringBuilder quotes = new StringBuilder();
        finding.get("quotes")
                .forEach(quote -> quotes.append(quote.get("text").stringValue()).append('\n'));
        return quotes.toString();
    }

    private static void collect(JsonNode node, List<BigDecimal> numbers, List<String> dates) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonNode value = property.getValue();
            if (value.isNumber() && NUMBERS.contains(property.getKey())) {
                numbers.add(value.decimalValue());
            } else if (value.isString() && value.stringValue().matches("\\d{4}-\\d\\d-\\d\\d")) {
                dates.add(value.stringValue());
            }
        }
        node.forEach(child -> collect(child, numbers, dates));
    }

    /** In figures or words; an open upper bound of whole units is stated by the last unit below it. */
    private static boolean states(String quotes, BigDecimal number) {
        Matcher figures = NUMBER.matcher(quotes);
        while (figures.find()) {
            BigDecimal figure = new BigDecimal(figures.group().replaceAll(",", ""));
            boolean below = number.compareTo(BigDecimal.valueOf(1000)) > 0
                    && figure.add(BigDecimal.ONE).compareTo(number) == 0;
            if (figure.compareTo(number) == 0 || below) {
                return true;
            }
        }
        String words = quotes.toLowerCase(Locale.ROOT);
        return (number.compareTo(BigDecimal.ONE) == 0 && ONE.matcher(words).find())
                || WORDS.entrySet().stream()
                        .anyMatch(word -> number.compareTo(BigDecimal.valueOf(word.getValue())) == 0
                                && words.matches("(?s).*\\b" + word.getKey() + "\\b.*"));
    }

    private static boolean statesDate(String quotes, LocalDate date) {
        return quotes.contains(date.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)))
                || quotes.contains(date.format(DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US)));
    }
}
