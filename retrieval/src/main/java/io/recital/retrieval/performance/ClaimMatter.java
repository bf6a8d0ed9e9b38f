package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Claim;
import io.recital.models.fact.CreditNote;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.ledger.Dossier;
import io.recital.models.report.Standing;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A claim that was sent, with what became of it. */
record ClaimMatter(Claim claim, Optional<CreditNote> given, List<Finding> rests) implements Matter {
    private static final double LEAST = 0.3;

    ClaimMatter {
        rests = List.copyOf(rests);
    }

    static Collection<ClaimMatter> of(Standing standing) {
        Dossier dossier = standing.dossier();
        return dossier.facts().claims().stream()
                .map(claim -> new ClaimMatter(claim, given(claim, dossier), ground(claim, dossier)))
                .filter(matter -> !matter.rests().isEmpty())
                .toList();
    }

    /** The note of the same sum after the claim, by words where there are several. */
    private static Optional<CreditNote> given(Claim claim, Dossier dossier) {
        Set<String> subject = Words.of(claim.subject());
        return dossier.facts().creditNotes().stream()
                .filter(note -> note.currency().equals(claim.currency())
                        && note.net().compareTo(claim.amount()) == 0
                        && !note.issuedOn().isBefore(claim.sentOn()))
                .max(Comparator.comparingDouble(note -> Words.coverage(subject, Words.of(note.description()))));
    }

    /** The term that speaks of the same, or else of what is paid. */
    private static List<Finding> ground(Claim claim, Dossier dossier) {
        Set<String> subject = Words.of(claim.subject());
        return dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> finding.content() instanceof PerformanceMeasure
                        || finding.content() instanceof CommercialLever
                        || finding.content() instanceof Obligation)
                .filter(finding -> fit(finding, subject) >= LEAST)
                .max(Comparator.comparingDouble(finding -> fit(finding, subject)))
                .map(List::of)
                .orElseGet(() -> Grounds.ofPrices(dossier));
    }

    private static double fit(Finding finding, Set<String> subject) {
        Set<String> words = Words.of(finding.content().summary());
        finding.citations().forEach(citation -> words.addAll(Words.of(citation.quote())));
        return Words.coverage(subject, words);
    }

    @Override
    public String called() {
        return claim.subject() + " claim " + claim.status()
                + given.map(note -> " " + note.description()).orElse("");
    }

    @Override
    public String around() {
        return rests.get(0).content().summary();
    }

    @Override
    public List<Telling> tell(Asking asking) {
        LocalDate sent = claim.sentOn();
        boolean meant = asking.time().isEmpty()
                || (claim.period() == null ? asking.time().get().holds(sent) : asking.isAbout(claim.period()));
        if (!meant) {
            return List.of();
        }
        String amount = claim.currency().getCode() + " " + claim.amount().toPlainString();
        List<Derivation> workings = new ArrayList<>();
        workings.add(new Derivation(Operation.SUM, List.of(cell("claimed", amount, "amount")), amount));
        Input sentOn = cell("sent", sent.toString(), "sent_on");
        LocalDate settled = given.map(CreditNote::issuedOn).orElse(sent);
        Input settledOn = given.map(note -> Input.of(
                        "credited",
                        note.issuedOn().toString(),
                        new FactCell(note.kind().label(), note.id(), "issued_on")))
                .orElse(sentOn);
        workings.add(Wording.days(sentOn, settledOn, sent, settled));
        workings.add(new Derivation(Operation.COUNT, List.of(cell("claim", claim.subject(), "subject")), "1"));
        String became = given.map(note -> "; it was credited on " + note.issuedOn() + " (credit note of the same sum)")
                .orElse("; its status is “" + claim.status() + "”");
        return List.of(Telling.of(
                List.of(
                        "“" + claim.subject() + "”: " + amount + " was claimed on " + sent + became + ".",
                        "A claim of " + amount + " was sent on " + sent + became + "."),
                rests,
                workings));
    }

    private Input cell(String what, String value, String column) {
        return Input.of(what, value, new FactCell(claim.kind().label(), claim.id(), column));
    }
}
