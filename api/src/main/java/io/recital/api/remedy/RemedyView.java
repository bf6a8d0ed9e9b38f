package io.recital.api.remedy;

import io.recital.api.finding.RestView;
import io.recital.models.fact.ContractEvent;
import io.recital.models.ledger.duty.RemedyCourse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A remedy as the API shows it. */
@Schema(name = "Remedy", description = "A step that a clause gives to whoever was let down, and how far it went")
record RemedyView(
        String counterparty,
        String contract,
        @Schema(example = "22.1") String clause,
        @Schema(example = "level 2 of 3") String stage,

        @Schema(description = "Empty where the clause does not say", example = "10 business days")
        String within,

        @Schema(description = "What begins it, in the contract's words")
        String from,

        @Schema(description = "Who may take the next step, or at a level who is to settle it")
        String who,

        @Schema(description = "What the clause gives once the time is over, and nothing else")
        String next,

        @Schema(description = "waits, runs, closed, closed-late, passed-on or open", example = "runs")
        String state,

        @Nullable Shown begun,

        @Schema(description = "Last day to put it right") @Nullable
        LocalDate until,

        @Nullable Shown closed,

        @Schema(description = "The missed level or overdue duty that it is about, where that can be told")
        String about,

        @Schema(description = "What nobody decided yet, or was assumed")
        String notDecided,

        boolean provisional,
        RestView rests) {
    /** An event that shows something. */
    record Shown(@Schema(example = "event:E-17") String row, LocalDate date) {
        static @Nullable Shown of(@Nullable ContractEvent event) {
            return event == null ? null : new Shown("event:" + event.id(), event.date());
        }
    }

    static RemedyView of(String counterparty, RemedyCourse course) {
        return new RemedyView(
                counterparty,
                course.contract(),
                course.clause(),
                course.stage(),
                course.within(),
                course.from(),
                course.who(),
                course.next(),
                course.state().display().replace(' ', '-'),
                Shown.of(course.begun()),
                course.until(),
                Shown.of(course.closed()),
                course.about(),
                course.reservation(),
                course.finding().isProvisional(),
                RestView.of(course.finding()));
    }
}
