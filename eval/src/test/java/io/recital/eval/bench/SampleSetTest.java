package io.recital.eval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.eval.retrieval.Question;
import io.recital.eval.retrieval.RetrievalSet;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSetTest {
    @TempDir
    Path folder;

    @Test
    void theAnswersStandWhereTheSetSaysSo() throws IOException {
        RetrievalSet set = RetrievalSet.read(SampleSet.write(folder));

        assertThat(set.files()).hasSizeGreaterThan(20);
        assertThat(set.questions()).hasSizeGreaterThan(150);
        Question runsOut = set.questions().stream()
                .filter(question -> question.query().equals("When does the Brightmoor framework run out?"))
                .findFirst()
                .orElseThrow();
        StoredText text = StoredText.of(Files.readString(folder.resolve(runsOut.file())));
        assertThat(text.slice(runsOut.answers().get(0).span())).contains("ends on 31 March 2028");
    }
}
