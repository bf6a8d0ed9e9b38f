package io.recital.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoredContractsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Supply Agreement | Supply Agreement; Amendment to the Supply Agreement                        | Supply Agreement
        supply agreement | SUPPLY AGREEMENT; Supply Agreement for Caps                                | SUPPLY AGREEMENT
        Master Services  | Master Services Agreement; Notice of increase, Master Services Agreement   | Master Services Agreement
        Services         | Master Services Agreement                                                  | Master Services Agreement
        Services         | Master Services Agreement; Statement of services                           | -
        Master           | Master Services Agreement; Master Supply Agreement                         | -
        """)
    void oneIsNamedByItsTitleItsBeginningOrItsWords(String named, String titles, @Nullable String meant) {
        List<JsonNode> found = Arrays.stream(titles.split("; "))
                .<JsonNode>map(title -> JsonMapper.shared().createObjectNode().put("title", title))
                .toList();

        assertThat(StoredContracts.only(found, named)
                        .map(contract -> contract.path("title").asString()))
                .isEqualTo(Optional.ofNullable(meant));
    }
}
