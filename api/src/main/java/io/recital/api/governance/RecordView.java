package io.recital.api.governance;

import io.recital.models.governance.Comment;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.Dispute;
import io.recital.models.governance.GainShare;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Idea;
import io.recital.models.governance.Meeting;
import io.recital.models.governance.Objective;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.Risk;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A version of a governance record as the API shows it. */
@Schema(name = "GovernanceRecord")
record RecordView(
        UUID id,
        int version,
        String by,
        Instant at,

        @Schema(
                oneOf = {
                    Meeting.class,
                    CorrectiveAction.class,
                    Objective.class,
                    Risk.class,
                    Idea.class,
                    Dispute.class,
                    GainShare.class,
                    Comment.class
                })
        GovernanceRecord record) {
    static RecordView of(Recorded<?> recorded) {
        return new RecordView(recorded.id(), recorded.version(), recorded.by(), recorded.at(), recorded.content());
    }
}
