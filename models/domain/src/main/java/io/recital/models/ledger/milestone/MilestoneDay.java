package io.recital.models.ledger.milestone;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;

/** The day on which a milestone is due of which nothing was delivered yet. */
public record MilestoneDay(String name, LocalDate due, Finding finding) {
    public MilestoneDay {
        requireNonNull(name, "name");
        requireNonNull(due, "due");
        requireNonNull(finding, "finding");
    }

    /** Those of a family, as changes moved them. */
    public static List<MilestoneDay> of(Dossier dossier) {
        return Milestones.of(dossier).stream()
                .filter(course ->
                        course.deliveries().isEmpty() && course.acceptances().isEmpty())
                .flatMap(
                        course -> course
                                .findDue()
                                .map(due -> new MilestoneDay(
                                        course.name(), due, course.milestone().finding()))
                                .stream())
                .toList();
    }
}
