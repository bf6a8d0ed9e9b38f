package io.recital.eval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatedClausesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("qrels"));
        Files.writeString(folder.resolve("corpus.jsonl"), """
                {"_id": "c1", "text": "The goods are sold as is."}
                {"_id": "c2", "text": "Liability is capped."}
                """);
        Files.writeString(folder.resolve("queries.jsonl"), """
                {"_id": "an \\"as is\\" clause", "text": "an \\"as is\\" clause", "metadata": {"split": "train"}}
                {"_id": "cap on liability", "text": "cap on liability"}
                {"_id": "never rated", "text": "never rated"}
                """);
        Files.writeString(
                folder.resolve("qrels/train.tsv"),
                "query-id\tcorpus-id\tscore\r\n\"an \"\"as is\"\" clause\"\tc1\t4\r\n\"an \"\"as is\"\" clause\"\tc2\t0\r\n");
        Files.writeString(folder.resolve("qrels/valid.tsv"), "query-id\tcorpus-id\tscore\ncap on liability\tc2\t3\n");
    }

    @Test
    void readsTheQueriesAndRatingsOfASplit() {
        RatedClauses train = RatedClauses.read(folder, "train");

        assertThat(train.clauses()).containsOnlyKeys("c1", "c2");
        assertThat(train.queries()).containsExactly(Map.entry("an \"as is\" clause", "an \"as is\" clause"));
        assertThat(train.ratings()).containsExactly(Map.entry("an \"as is\" clause", Map.of("c1", 4, "c2", 0)));
    }

    @Test
    void readsAllSplitsTogether() {
        assertThat(RatedClauses.read(folder, "all").ratings())
                .containsOnlyKeys("an \"as is\" clause", "cap on liability");
    }

    @Test
    void namesTheSplitsThatThereAre() {
        refuses("test", "There is no split test; give train, valid or all as --split");
    }

    @Test
    void asksForAnotherFolderWhenThereAreNoRatings() throws IOException {
        Files.delete(folder.resolve("corpus.jsonl"));

        refuses("valid", "holds no rated clauses: give a folder with corpus.jsonl, queries.jsonl and qrels/ as --data");
    }

    @Test
    void namesTheLineThatIsNoRating() throws IOException {
        Files.writeString(folder.resolve("qrels/valid.tsv"), "query-id\tcorpus-id\tscore\ncap on liability\tc2\n");

        refuses("valid", "valid.tsv, line 2 is not a rating");
    }

    @Test
    void refusesRatingsOfUnknownClauses() throws IOException {
        Files.writeString(folder.resolve("qrels/valid.tsv"), "query-id\tcorpus-id\tscore\ncap on liability\tc9\t3\n");

        refuses("valid", "name a query or clause that queries.jsonl or corpus.jsonl does not hold");
    }

    @Test
    void writesARunThatKeepsIdsWithSpacesWhole() throws IOException {
        Path run = folder.resolve("run.tsv");

        TrecRun.write(
                run, Map.of("cap on liability", List.of(new RankedClause("c2", 0.5), new RankedClause("c1", 0.25))));

        assertThat(Files.readAllLines(run))
                .containsExactly(
                        "cap on liability\tQ0\tc2\t1\t0.5\trecital", "cap on liability\tQ0\tc1\t2\t0.25\trecital");
    }

    private void refuses(String split, String words) {
        assertThatThrownBy(() -> RatedClauses.read(folder, split))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining(words);
    }
}
