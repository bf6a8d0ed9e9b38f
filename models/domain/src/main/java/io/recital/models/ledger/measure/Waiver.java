package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That the damages for some units are waived, by the words of a finding.
 *
 * @param days the days that it is for; empty when the words name none
 */
record Waiver(Finding finding, Citation stated, List<LocalDate> days) {
    private static final Pattern WAIVES = Pattern.compile(
            "\\bwaive[sd]?\\b|\\bwaiving\\b|\\b(?:shall|will|may)\\s+not\\s+claim\\b|\\brenounces?\\b",
            Pattern.CASE_INSENSITIVE);

    /** Waivers that speak of such units, in documents that count on a day. */
    static List<Waiver> list(ContractFamily family, LocalDate day, DamagesTerm term) {
        return family.inForce(day).stream()
                .map(FamilyMember::findings)
                .flatMap(List::stream)
                .filter(finding ->
                        finding.content() instanceof Obligation obligation && obligation.modality() != Modality.DUTY)
                .flatMap(finding -> read(finding, term).stream())
                .toList();
    }

    private static Optional<Waiver> read(Finding finding, DamagesTerm term) {
        Words unit = Words.of(term.unit());
        return finding.citations().stream()
                .filter(citation -> WAIVES.matcher(citation.quote()).find())
                .filter(citation -> Words.of(citation.quote()).has("damage", "penalty", "credit"))
                .filter(citation ->
                        Words.of(citation.quote()).shared(unit) == unit.all().size())
                .map(citation -> new Waiver(finding, citation, CalendarWords.listDays(citation.quote())))
                .findFirst();
    }

    boolean isFor(Period period) {
        return days.isEmpty() || days.stream().anyMatch(period::holds);
    }

    /** The units that it is for: of its days, and of its places where events name one. */
    List<ContractEvent> of(List<ContractEvent> units) {
        Words said = Words.of(stated.quote());
        return units.stream()
                .filter(unit -> days.contains(unit.date()))
                .filter(unit -> Words.of(unit.subject()).shared(said)
                        == Words.of(unit.subject()).all().size())
                .toList();
    }
}
