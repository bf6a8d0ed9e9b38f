package io.recital.models.governance.brief;

import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.RenewalTerms;
import io.recital.models.performance.ContractTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the contracts end, and by when a notice must be sent. */
final class RenewalDates {
    private RenewalDates() {}

    static List<BriefLine> of(Dossier dossier) {
        List<RenewalTerms> renewing = RenewalTerms.of(dossier);
        List<BriefLine> lines = new ArrayList<>();
        for (FamilyMember member : dossier.family().inForce(dossier.asOf())) {
            line(member, renewing, dossier.asOf()).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<BriefLine> line(FamilyMember member, List<RenewalTerms> renewing, LocalDate asOf) {
        ContractTerm term =
                ContractTerm.of(member.contract().id(), member.contract().title(), member.findings());
        List<Finding> rests = new ArrayList<>(term.rests());
        rests.addAll(renewals(member));
        LocalDate ends = term.expiration();
        if (rests.isEmpty() || ends == null) {
            return Optional.empty();
        }
        String text = renewing.stream()
                .filter(each -> each.contract().equals(member.contract().title()))
                .findFirst()
                .map(RenewalDates::renewing)
                .orElseGet(() -> ending(term, ends, asOf));
        return Optional.of(BriefLine.of(text, rests, List.of()));
    }

    private static List<Finding> renewals(FamilyMember member) {
        return member.findings().stream()
                .filter(finding ->
                        finding.content() instanceof CommercialLever lever && lever.lever() == LeverType.RENEWAL)
                .toList();
    }

    private static String renewing(RenewalTerms terms) {
        return terms.contract() + " ends on " + terms.ends() + " and renews itself for " + terms.renewsFor()
                + " unless a notice is received by " + terms.date().received() + "; send it by "
                + terms.date().sent() + ".";
    }

    private static String ending(ContractTerm term, LocalDate ends, LocalDate asOf) {
        return term.title()
                + (ends.isBefore(asOf) ? " ended on " : " ends on ")
                + ends
                + term.noticeDate()
                        .map(day -> "; the last day of a notice is " + day + ".")
                        .orElse(".");
    }
}
