package io.recital.eval.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFamilyTest {
    @TempDir
    Path folder;

    @Test
    void aFamilyIsTheContractACopyAndVersionsWithATenthOfTheParagraphsAmended() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            text.append(i).append(". Clause ").append(i).append(" says so.\n\n");
        }
        TextFile contract = TextFile.write(folder, "mooring.txt", text.toString());

        List<TextFile> family = MadeFamily.of(contract, 3, folder.resolve("family"));

        assertThat(family).extracting(TextFile::name).doesNotHaveDuplicates().hasSize(3);
        assertThat(family.get(0)).isEqualTo(contract);
        assertThat(family.get(1).text()).endsWith(contract.text());
        List<String> lines = new ArrayList<>(Arrays.asList(family.get(2).text().split("\n")));
        lines.removeAll(Arrays.asList(contract.text().split("\n")));
        assertThat(lines).hasSize(4).contains("3. Clause 3 says so. As amended by the parties in version 2.");
    }
}
