package io.recital.retrieval.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final List<String> MEASURES = List.of("Ref.", "Measure", "Target");
    private final UUID pelham = UUID.randomUUID();
    private final TestText schedule = new TestText("Schedule of measures", pelham);

    @Test
    void aRowThatSaysACodeAloneMeansWhatTheCodeStandsFor() {
        schedule.row("2.1", MEASURES, "WL1", "Water clarity", "98 %");
        Statement band = schedule.row("5.1", List.of("Measure", "Credit"), "WL1", "4 %");
        TestText letter = new TestText("Side letter", pelham);
        Statement waiver = letter.sentence("1", "No credit is due for WL1 in May.");
        Codes codes = new Codes(all(schedule, letter));
        assertThat(codes.meant(band)).contains("water");
        assertThat(codes.meant(waiver)).contains("water");
    }

    @Test
    void aCodeOfTwoThingsMeansNeitherInAThirdDocument() {
        schedule.row("2.1", MEASURES, "M1", "Water clarity", "98 %");
        TestText order = new TestText("Order", pelham);
        Statement own = order.row("3", List.of("Ref.", "Milestone", "Due"), "M1", "Diving tower", "2 May 2027");
        TestText letter = new TestText("Letter", pelham);
        Statement elsewhere = letter.sentence("1", "M1 is put off.");
        Codes codes = new Codes(all(schedule, order, letter));
        assertThat(codes.meant(own)).contains("tower").doesNotContain("water");
        assertThat(codes.meant(elsewhere)).isEmpty();
    }

    @Test
    void anotherCounterpartysCodeMeansNothing() {
        schedule.row("2.1", MEASURES, "WL1", "Water clarity", "98 %");
        TestText other = new TestText("Other schedule", UUID.randomUUID());
        Statement row = other.row("1", List.of("Measure", "Credit"), "WL1", "4 %");
        assertThat(new Codes(all(schedule, other)).meant(row)).isEmpty();
    }

    private static List<Statement> all(TestText... texts) {
        return Stream.of(texts).flatMap(text -> text.statements().stream()).toList();
    }
}
