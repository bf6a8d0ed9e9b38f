package io.recital.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from files to figures, on the real database, encoder and search. */
class SearchedCorpusTest {
    private static final String HAULAGE = """
            HAULAGE AGREEMENT\r
            \r
            This Haulage Agreement is entered into as of 3 March 2021 by and between Brackwater Freight Limited (the "Haulier") and Ostrava Ceramics GmbH (the "Customer").\r
            \r
            1. Fees. The Customer pays each invoice within forty-five days of its receipt. 🚚\r
            \r
            2. Term. This Agreement ends on 31 December 2025 unless the parties extend it in writing.\r
            """;
    private static final String CATERING = """
            CATERING AGREEMENT

            This Catering Agreement is entered into as of 9 May 2022 by and between Pellworm Kitchens Limited (the "Caterer") and Hollin Mills PLC (the "Client").

            1. Fees. The Client pays each invoice within ten days of its receipt.

            2. Term. This Agreement ends on 30 June 2027 unless it is terminated earlier.
            """;
    private static final Map<String, String> TEXTS =
            new TreeMap<>(Map.of("a_haulage.txt", HAULAGE, "b_catering.txt", CATERING, "c_empty.txt", ""));

    @TempDir
    static Path folder;

    private static RetrievalSet set;
    private static Encoder encoder;
    private static SearchedCorpus corpus;

    @BeforeAll
    static void ingest() throws IOException {
        Files.createDirectories(folder.resolve("txt"));
        for (Map.Entry<String, String> text : TEXTS.entrySet()) {
            Files.writeString(folder.resolve("txt").resolve(text.getKey()), text.getValue());
        }
        set = new RetrievalSet(
                folder,
                List.copyOf(TEXTS.keySet()),
                List.of(
                        question("a_haulage.txt", "When must invoices be paid?", "within forty-five days"),
                        question("b_catering.txt", "When must invoices be paid?", "within ten days")));
        encoder = new Encoder();
        corpus = SearchedCorpus.of(set, encoder);
    }

    @AfterAll
    static void close() {
        corpus.close();
        encoder.close();
    }

    private static Question question(String file, String query, String answer) {
        StoredText text = StoredText.of(TEXTS.get(file));
        int start = text.value().indexOf(answer);
        return new Question(
                query, null, List.of(new Excerpt("txt/" + file, text.spanOfUtf16(start, start + answer.length()))));
    }

    @Test
    void countsTheDocumentsThatItCouldRead() {
        assertThat(corpus.documents()).isEqualTo(2);
        assertThat(corpus.passages()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void findsTheAnswerInTheRightDocumentWhenToldWhichItIs() {
        RetrievalScores scores = new RetrievalScores();
        for (Question question : set.questions()) {
            List<RetrievedPassage> found = corpus.searchIn(question.file(), question.query(), 64);
            assertThat(found).isNotEmpty().allMatch(passage -> passage.file().equals(question.file()));
            scores.add(question, found);
        }

        assertThat(scores.rightDocument()).isEqualTo(1);
        assertThat(scores.atDepths(1).get(1).recall().mean()).isEqualTo(1);
        assertThat(corpus.searchIn("txt/c_empty.txt", "When must invoices be paid?", 64))
                .isEmpty();
    }

    @Test
    void recognisesTheContractThatTheQuestionNamesAndPutsTheOthersBehindIt() {
        String question =
                "Consider the Catering Agreement between Pellworm Kitchens and Hollin Mills; when does it end?";

        List<RetrievedPassage> found = corpus.search(question, 64);

        assertThat(corpus.scopeOf(question)).containsExactly("txt/b_catering.txt");
        assertThat(corpus.scopeOf("How is waste disposed of?")).isEmpty();

        List<String> files = found.stream().map(RetrievedPassage::file).toList();
        assertThat(files).startsWith("txt/b_catering.txt", "txt/b_catering.txt", "txt/b_catering.txt");
        assertThat(files.lastIndexOf("txt/b_catering.txt")).isLessThan(files.indexOf("txt/a_haulage.txt"));
        assertThat(found).hasSize(corpus.passages());
        assertThat(found).extracting(RetrievedPassage::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void offsetsAreCodePointsOfTheFileAsItIs() {
        int[] wholeFile = HAULAGE.codePoints().toArray();

        RetrievedPassage term = corpus.searchIn("txt/a_haulage.txt", "end of the term, extension in writing", 1)
                .get(0);

        Span span = term.excerpt().span();
        assertThat(new String(wholeFile, span.start(), span.length()))
                .contains("ends on 31 December 2025")
                .endsWith(".");
    }
}
