package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That the damages for some units are waived, by the words of a finding or of a sentence beside the findings.
 *
 * @param finding that states it, or of the document in which its words stand
 * @param days the days that it is for; empty when the words name none
 * @param agreed whether it stands: one that is only asked for does once somebody is recorded to have signed or agreed to it
 */
record Waiver(Finding finding, Citation stated, List<LocalDate> days, boolean agreed) {
    private static final Pattern WAIVES = Pattern.compile(
            "\\bwaive[sd]?\\b|\\bwaiving\\b|\\b(?:shall|will|may|does|do)\\s+not\\s+claim\\b|\\brenounces?\\b|\\bforgo(?:es)?\\b|\\brefrains?\\s+from\\s+claiming\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:ask(?:s|ed)?|request(?:s|ed)?|propos(?:es?|ed|al)|appl(?:ies|ied)|suggest(?:s|ed)?|whether|if)\\b[^.]{0,120}\\b(?:not\\s+to\\s+claim|waiv\\w+|renounc\\w+|forgo\\w*|refrain\\w*\\s+from)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WAIVER = Pattern.compile("\\bwaive\\w*|\\bconcession", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGREED = Pattern.compile(
            "\\b(?:sign|countersign|accept|agree|approv|grant|consent|confirm)(?!\\w*\\s+(?:request|draft))",
            Pattern.CASE_INSENSITIVE);

    /** Waivers that speak of such units, in documents that count on a day. */
    static List<Waiver> list(Dossier dossier, LocalDate day, DamagesTerm term) {
        return dossier.family().inForce(day).stream()
                .flatMap(member -> Stream.concat(
                        member.findings().stream()
                                .filter(Waiver::isNoDuty)
                                .flatMap(finding -> read(finding, term).stream()),
                        asked(dossier, member, term)))
                .toList();
    }

    private static boolean isNoDuty(Finding finding) {
        return finding.content() instanceof Obligation obligation && obligation.modality() != Modality.DUTY;
    }

    private static Optional<Waiver> read(Finding finding, DamagesTerm term) {
        return finding.citations().stream()
                .filter(citation -> WAIVES.matcher(citation.quote()).find() && isAbout(citation, term))
                .map(citation -> new Waiver(finding, citation, CalendarWords.listDays(citation.quote()), true))
                .findFirst();
    }

    /** What a letter asks for, where no finding of it says the same as given. */
    private static Stream<Waiver> asked(Dossier dossier, FamilyMember member, DamagesTerm term) {
        boolean isGiven = member.findings().stream()
                .anyMatch(finding -> isNoDuty(finding) && read(finding, term).isPresent());
        return isGiven
                ? Stream.empty()
                : member.beside().sentences().stream()
                        .filter(said -> ASKS.matcher(said.quote()).find() && isAbout(said, term))
                        .limit(1)
                        .map(said -> new Waiver(
                                member.findings().get(0),
                                said,
                                CalendarWords.listDays(said.quote()),
                                isAgreed(dossier)));
    }

    private static boolean isAgreed(Dossier dossier) {
        return dossier.facts().events().stream()
                .map(event -> event.event().replaceAll("[-_]+", " ") + " " + event.subject())
                .anyMatch(said ->
                        WAIVER.matcher(said).find() && AGREED.matcher(said).find());
    }

    private static boolean isAbout(Citation words, DamagesTerm term) {
        TellingWords unit = TellingWords.of(term.unit());
        return TellingWords.of(words.quote()).has("damage", "penalty", "credit")
                && TellingWords.of(words.quote()).shared(unit) == unit.all().size();
    }

    boolean isFor(Period period) {
        return days.isEmpty() || days.stream().anyMatch(period::holds);
    }

    /** The units that it is for: of its days, and of its places where events name one. */
    List<ContractEvent> of(List<ContractEvent> units) {
        TellingWords said = TellingWords.of(stated.quote());
        return units.stream()
                .filter(unit -> days.contains(unit.date()))
                .filter(unit -> TellingWords.of(unit.subject()).shared(said)
                        == TellingWords.of(unit.subject()).all().size())
                .toList();
    }
}
