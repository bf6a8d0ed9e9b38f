package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Until when a contract that renews itself can be ended by notice.
 *
 * @param contract its title
 * @param renewsFor how long it goes on when nobody gives notice
 * @param manner how the contract lets notices be given
 * @param commits the least that the renewed term costs in its first year; null where no clause says
 * @param rests the findings that it was read from; at least one
 */
public record RenewalTerms(
        String contract,
        LocalDate ends,
        String renewsFor,
        NoticeDate date,
        NoticeManner manner,
        @Nullable Money commits,
        List<Finding> rests) {
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
                        term.noticeDate(dossier),
                        term.manner(),
                        RenewalNoticeCheck.committed(dossier)
                                .map(commitment -> commitment
                                        .price()
                                        .multipliedBy(commitment.volume())
                                        .toMoney(RoundingMode.HALF_UP))
                                .orElse(null),
                        term.rests()))
                .toList();
    }
}
