package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.CompanyName;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.util.stream.Collectors;

/** Knows where a notice to the other side arrives, and so on which days it can be received. */
final class Recipient {
    private Recipient() {}

    /**
     * The business days of the address for notices, or else of where the contract says that the other side is; together
     * with those of the law that governs it, so that a day counts where it counts in both.
     */
    static BusinessCalendar calendar(Dossier dossier, FamilyMember member, NoticeManner manner) {
        String address = manner.address();
        BusinessCalendar there = BusinessCalendar.of(address == null ? "" : address);
        if (there.places().isEmpty()) {
            there = BusinessCalendar.of(counterparty(dossier, member));
        }
        return there.and(DutyStates.calendar(dossier));
    }

    /** What the contract says of the other side where it introduces it. */
    private static String counterparty(Dossier dossier, FamilyMember member) {
        String name = dossier.family().counterparty().name();
        return dossier.family().listInForce(ContractFact.class, dossier.asOf(), member).stream()
                .filter(fact -> fact.content().fact() == FactType.PARTY
                        && fact.content().value() instanceof TypedValue.Party party
                        && CompanyName.of(party.name()).equals(CompanyName.of(name)))
                .flatMap(fact -> fact.finding().citations().stream())
                .map(Citation::quote)
                .collect(Collectors.joining(" "));
    }
}
