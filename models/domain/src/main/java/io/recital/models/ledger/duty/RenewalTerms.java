package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;

/**
 * Until when a contract that renews itself can be ended by notice.
 *
 * @param contract its title
 * @param renewsFor how long it goes on when nobody gives notice
 * @param rests the findings that it was read from; at least one
 */
public record RenewalTerms(String contract, LocalDate ends, String renewsFor, NoticeDate date, List<Finding> rests) {
    public RenewalTerms {
        rests = List.copyOf(rests);
        requireNonNull(contract, "contract");
        requireNonNull(ends, "ends");
        requireNonNull(renewsFor, "renewsFor");
        requireNonNull(date, "date");
    }

    /** Those of a family that have not ended yet. */
    public static List<RenewalTerms> of(Dossier dossier) {
        return RenewalTerm.of(dossier).stream()
                .filter(term -> !term.ends().isBefore(dossier.asOf()))
                .map(term -> new RenewalTerms(
                        term.member().contract().title(),
                        term.ends(),
                        term.renewedFor().display(),
                        NoticeDate.of(term.noticeReceivedBy(), DutyStates.calendar(dossier), term.noticeWords()),
                        term.rests()))
                .toList();
    }
}
