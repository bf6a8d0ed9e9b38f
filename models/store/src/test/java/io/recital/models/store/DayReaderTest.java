package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class DayReaderTest {
    private static final JsonMapper USUAL = JsonMapper.builder().build();
    private static final JsonMapper OURS = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new DayReader()))
            .build();

    @Property
    void readsEachDayThatWasWritten(@ForAll @IntRange(min = -1_000_000, max = 3_000_000) int number) {
        LocalDate day = LocalDate.ofEpochDay(number);

        assertThat(OURS.readValue(USUAL.writeValueAsString(day), LocalDate.class))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-02-28", "2024-02-29", "2025-12-31", "0001-01-01", "9999-12-31", "2025-06-30T10:15:00Z"})
    void readsWhatTheUsualReaderReads(String text) {
        String json = "\"" + text + "\"";

        assertThat(OURS.readValue(json, LocalDate.class)).isEqualTo(USUAL.readValue(json, LocalDate.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025/01/01", "yesterday", "٢٠٢٥-٠١-٠١"})
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> OURS.readValue("\"" + text + "\"", LocalDate.class))
                .isInstanceOf(JacksonException.class);
    }
}
