package io.recital.models.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static io.recital.models.family.FamilyInWords.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.duty.OccurrenceChange.Step;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceRecordTest {
    private static final LocalDate DUE = LocalDate.of(2026, 5, 29);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static Finding duty(String action, String quote) {
        return finding(
                "MSA",
                new Obligation(
                        Modality.DUTY,
                        new PartyReference("Supplier", null),
                        null,
                        action,
                        null,
                        new Deadline.OnDate(DUE),
                        null),
                quote);
    }

    private static OccurrenceRecord untouched() {
        Finding finding = duty("send the stock list", "The Supplier shall send the stock list by 29 May 2026.");
        return new OccurrenceRecord(OccurrenceId.of(finding, DUE), id("MSA"), "send the stock list", List.of());
    }

    private static OccurrenceChange change(String step, LocalDate on) {
        Step which = Step.valueOf(step);
        boolean shows = which == Step.DONE || which == Step.EVIDENCE;
        return new OccurrenceChange(
                which,
                "Ida",
                on,
                which == Step.ASSIGNED ? "Tom" : null,
                shows ? new Evidence.Words("filed as SL-7") : null,
                which == Step.WAIVED || which == Step.REOPENED ? "agreed in the May meeting" : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -             | ASSIGNED | -
            -             | DONE     | -
            -             | WAIVED   | -
            -             | EVIDENCE | -
            -             | REOPENED | nothing to reopen
            ASSIGNED      | ASSIGNED | assigned to Tom already
            DONE          | DONE     | done already; reopen
            DONE          | WAIVED   | done already; reopen
            DONE          | EVIDENCE | -
            DONE          | REOPENED | -
            WAIVED        | DONE     | waived already; reopen
            WAIVED        | ASSIGNED | -
            DONE REOPENED | WAIVED   | -
            DONE REOPENED | REOPENED | nothing to reopen
            """)
    void aChangeIsRefusedWhereItContradictsTheLastDecision(@Nullable String before, String step, @Nullable String why) {
        OccurrenceRecord record = untouched();
        for (String each : before == null ? new String[0] : before.split(" ")) {
            record = record.with(change(each, TODAY));
        }

        assertThat(record.refusal(change(step, TODAY), TODAY).orElse("")).contains(why == null ? "" : why);
        assertThat(record.refusal(change(step, TODAY), TODAY).isPresent()).isEqualTo(why != null);
    }

    @Test
    void nothingIsDecidedForDaysToCome() {
        assertThat(untouched().refusal(change("DONE", TODAY.plusDays(1)), TODAY))
                .isPresent();
        assertThat(untouched().refusal(change("DONE", TODAY), TODAY)).isEmpty();
    }

    @Test
    void aLookBackSeesWhatCountedThen() {
        OccurrenceRecord record = untouched()
                .with(change("ASSIGNED", LocalDate.of(2026, 5, 1)))
                .with(change("DONE", LocalDate.of(2026, 5, 28)));

        assertThat(record.asOf(LocalDate.of(2026, 4, 30)).owner()).isEmpty();
        assertThat(record.asOf(LocalDate.of(2026, 5, 27)).done()).isEmpty();
        assertThat(record.asOf(LocalDate.of(2026, 5, 27)).owner()).contains("Tom");
        assertThat(record.asOf(LocalDate.of(2026, 5, 28)).done()).isPresent();
        assertThat(record.evidence()).containsExactly(new Evidence.Words("filed as SL-7"));
    }

    @Test
    void everyStepSaysWhatItMust() {
        for (Step step : List.of(Step.DONE, Step.WAIVED, Step.REOPENED, Step.EVIDENCE, Step.ASSIGNED)) {
            assertThatThrownBy(() -> new OccurrenceChange(step, "Ida", TODAY, null, null, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new OccurrenceChange(Step.ASSIGNED, " ", TODAY, "Tom", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdIsTheSameWhenAContractIsReadAgainAndAnotherForOtherWordsOrAnotherDay() {
        Finding finding = duty("send the stock list", "The Supplier shall send the stock list by 29 May 2026.");
        Finding again = duty("send the stock list", "The Supplier  shall send the stock list by 29 May 2026.");
        Finding beside = duty("send the price list", "The Supplier shall send the stock list by 29 May 2026.");

        assertThat(OccurrenceId.of(again, DUE)).isEqualTo(OccurrenceId.of(finding, DUE));
        assertThat(OccurrenceId.of(beside, DUE)).isNotEqualTo(OccurrenceId.of(finding, DUE));
        assertThat(OccurrenceId.of(finding, DUE.plusDays(1))).isNotEqualTo(OccurrenceId.of(finding, DUE));
        assertThat(OccurrenceId.parse(OccurrenceId.of(finding, DUE).toString()))
                .contains(OccurrenceId.of(finding, DUE));
        assertThat(OccurrenceId.parse("0123456789abcdef-2026-13-01")).isEmpty();
        assertThat(OccurrenceId.parse("stock list")).isEmpty();
    }

    @Test
    void aRecordIsFoundWhenANewerReadingPutsTheDutyIntoSlightlyOtherWords() {
        OccurrenceRecord record = untouched().with(change("ASSIGNED", TODAY));
        OccurrenceBook book = new OccurrenceBook(List.of(record));
        Finding reread = duty("send the stock list to Buyer", "The Supplier shall send the stock list by 29 May 2026.");
        Finding other = duty("hold the stock ready", "The Supplier shall hold the stock ready by 29 May 2026.");

        assertThat(book.find(reread, DUE, Set.of(OccurrenceId.of(reread, DUE)))).contains(record);
        assertThat(book.find(other, DUE, Set.of())).isEmpty();
        assertThat(book.find(reread, DUE.plusDays(1), Set.of())).isEmpty();
        assertThat(book.find(reread, DUE, Set.of(record.id())))
                .as("the record of a duty that is still read is its own")
                .isEmpty();
    }
}
