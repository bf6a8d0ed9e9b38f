package io.recital.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalSetTest {
    private static final String LABELS = """
            {"tests": [
              {"query": "When does it end?", "label": "x", "snippets": [
                {"file_path": "txt/lease.txt", "span": [4, 9], "answer": "x"},
                {"file_path": "txt/lease.txt", "span": [20, 30]}]},
              {"query": "Who pays?", "choice": "y", "snippets": [{"file_path": "txt/supply.txt", "span": [0, 7]}]},
              {"query": "Which law governs?", "snippets": [{"file_path": "txt/lease.txt", "span": [1, 2]}]}]}""";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("txt"));
        for (String file : List.of("lease.txt", "supply.txt", "loan.txt")) {
            Files.writeString(folder.resolve("txt").resolve(file), "The Tenant shall pay the rent monthly.");
        }
        Files.writeString(folder.resolve("retrieval.json"), LABELS);
    }

    @Test
    void readsQuestionsWithTheExcerptsThatAnswer() {
        RetrievalSet set = RetrievalSet.read(folder);

        assertThat(set.files()).containsExactly("lease.txt", "loan.txt", "supply.txt");
        assertThat(set.questions())
                .extracting(Question::query)
                .containsExactly("When does it end?", "Who pays?", "Which law governs?");
        assertThat(set.questions().get(0).answers())
                .containsExactly(
                        new Excerpt("txt/lease.txt", new Span(4, 9)), new Excerpt("txt/lease.txt", new Span(20, 30)));
    }

    @Test
    void drawsTheSameQuestionsForTheSameSeedInTheirOrder() {
        RetrievalSet set = RetrievalSet.read(folder);

        assertThat(set.sample(2, 7)).isEqualTo(set.sample(2, 7));
        assertThat(set.sample(2, 7).questions()).hasSize(2).isSubsetOf(set.questions());
        assertThat(set.sample(3, 7)).isEqualTo(set);
        assertThat(set.sample(2, 7).files()).isEqualTo(set.files());
    }

    @Test
    void limitsTheFilesToThoseThatAnswer() {
        assertThat(RetrievalSet.read(folder).withReferencedFiles().files()).containsExactly("lease.txt", "supply.txt");
    }

    @Test
    void asksForAnotherFolderWhenThereAreNoLabels() throws IOException {
        Files.delete(folder.resolve("retrieval.json"));

        refuses("holds no labelled questions: give a folder with txt/ and retrieval.json as --data");
    }

    @Test
    void namesTheFileThatLabelsPointToInVain() throws IOException {
        Files.delete(folder.resolve("txt/supply.txt"));

        refuses("names the file txt/supply.txt, which is not there");
    }

    @Test
    void refusesLabelsInAnotherFormat() throws IOException {
        Files.writeString(folder.resolve("retrieval.json"), "{\"tests\": [{\"query\": \"Who?\"}]}");
        refuses("Question 1 of");

        Files.writeString(folder.resolve("retrieval.json"), "[]");
        refuses("holds no question");

        Files.writeString(folder.resolve("retrieval.json"), "not JSON");
        refuses("is not as it should be");
    }

    private void refuses(String words) {
        assertThatThrownBy(() -> RetrievalSet.read(folder))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining(words);
    }
}
