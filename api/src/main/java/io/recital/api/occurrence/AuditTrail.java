package io.recital.api.occurrence;

import io.recital.api.occurrence.OccurrenceController.HistoryView;
import io.recital.models.duty.Evidence;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceChange.Step;
import io.recital.models.store.OccurrenceVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells of every change what it was before and what it is after. */
final class AuditTrail {
    private static final String NOBODY = "nobody";
    private static final String OPEN = "open";

    private AuditTrail() {}

    static List<HistoryView> of(List<OccurrenceVersion> versions) {
        String owner = NOBODY;
        String decided = OPEN;
        List<HistoryView> trail = new ArrayList<>();
        for (OccurrenceVersion version : versions) {
            OccurrenceChange change = version.change();
            String from = change.step() == Step.ASSIGNED ? owner : decided;
            String to =
                    switch (change.step()) {
                        case ASSIGNED -> Objects.requireNonNullElse(change.owner(), NOBODY);
                        case DONE -> "done";
                        case WAIVED -> "waived";
                        case REOPENED -> OPEN;
                        case EVIDENCE -> decided;
                    };
            if (change.step() == Step.ASSIGNED) {
                owner = to;
            } else {
                decided = to;
            }
            Evidence evidence = change.evidence();
            trail.add(new HistoryView(
                    version.version(),
                    version.at(),
                    change.by(),
                    change.on(),
                    change.step(),
                    from,
                    to,
                    evidence == null ? null : EvidenceView.of(evidence),
                    change.reason()));
        }
        return trail;
    }
}
