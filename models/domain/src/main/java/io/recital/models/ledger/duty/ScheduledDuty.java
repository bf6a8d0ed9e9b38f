package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A duty with the times at which it falls due. */
record ScheduledDuty(Duty duty, DutySchedule schedule, List<Occurrence> times) {
    ScheduledDuty {
        requireNonNull(duty, "duty");
        requireNonNull(schedule, "schedule");
        times = List.copyOf(times);
    }
}
