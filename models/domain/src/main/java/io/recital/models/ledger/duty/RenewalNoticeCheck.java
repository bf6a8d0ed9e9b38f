package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** Notices by which a contract does not renew itself: those that are due soon, and what a missed one commits to. */
public final class RenewalNoticeCheck implements Check {
    /** The check's name. */
    public static final String NAME = "notice";

    private static final int SOON = 60;
    private static final Pattern GIVEN =
            Pattern.compile("notice|terminat|cancel|k\u00fcndigung", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile(
            "terminat|renew|cancel|expir|k\u00fcndig|end of (?:the )?(?:agreement|contract|term)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Outcome> run(Dossier dossier) {
        return RenewalTerm.of(dossier).stream()
                .filter(term -> !term.ends().isBefore(dossier.asOf()))
                .flatMap(term -> judge(dossier, term).stream())
                .toList();
    }

    private static Optional<Outcome> judge(Dossier dossier, RenewalTerm term) {
        LocalDate last = term.noticeReceivedBy();
        if (isGiven(dossier, term.member(), last)) {
            return Optional.empty();
        }
        if (last.isBefore(dossier.asOf())) {
            return dossier.isOfASeller() ? Optional.empty() : Optional.of(missed(dossier, term));
        }
        return last.isAfter(dossier.asOf().plusDays(SOON)) ? Optional.empty() : Optional.of(soon(dossier, term, last));
    }

    private static boolean isGiven(Dossier dossier, FamilyMember member, LocalDate last) {
        return dossier.facts().events().stream()
                .anyMatch(event -> isNotice(event)
                        && !event.date().isAfter(last)
                        && (member.bears(event.contract())
                                || dossier.family().findKnown(event.contract()).isEmpty()));
    }

    private static boolean isNotice(ContractEvent event) {
        String name = event.event().replace('-', ' ');
        return GIVEN.matcher(name).find()
                && ENDS.matcher(name + " " + event.subject()).find();
    }

    private static Outcome soon(Dossier dossier, RenewalTerm term, LocalDate last) {
        NoticeDate date = term.noticeDate(dossier);
        return new Breach(
                NAME,
                "The last day for a notice that ends "
                        + term.member().contract().title() + " is " + last
                        + ": it should be sent by " + date.sent() + ", or the contract renews itself for "
                        + term.renewedFor().display(),
                new Period(dossier.asOf(), last),
                term.rests(),
                List.of());
    }

    private static Outcome missed(Dossier dossier, RenewalTerm term) {
        Period renewed = new Period(term.ends().plusDays(1), term.renewedFor().after(term.ends()));
        String title = "The last day for a notice that ends "
                + term.member().contract().title() + ", " + term.noticeReceivedBy()
                + ", has passed: it renews itself until " + renewed.to();
        return committed(dossier)
                .map(commitment -> entry(title, renewed, term, commitment))
                .orElseGet(() -> new NotCheckable(NAME, title, "what the renewed term commits to", term.rests()));
    }

    private static Outcome entry(String title, Period renewed, RenewalTerm term, Commitment commitment) {
        Citation said = commitment.lever().finding().citations().get(0);
        BigDecimal volume = commitment.volume();
        BigMoney price = commitment.price();
        Money amount = price.multipliedBy(volume).toMoney(RoundingMode.HALF_UP);
        List<Finding> rests = new ArrayList<>(term.rests());
        rests.add(commitment.lever().finding());
        return new LedgerEntry(
                NAME,
                LeakageClass.EXPOSURE,
                title,
                renewed,
                amount,
                rests,
                List.of(),
                List.of(new Derivation(
                        Operation.PRODUCT,
                        List.of(
                                new Input("committed volume", volume.toPlainString(), said),
                                new Input("price", price.getAmount().toPlainString(), said)),
                        amount.getAmount().toPlainString())),
                null,
                0.8);
    }

    record Commitment(Governed<CommercialLever> lever, BigDecimal volume, BigMoney price) {}

    /** A committed quantity a year at the price of a missing unit: the least that a renewed year costs. */
    static Optional<Commitment> committed(Dossier dossier) {
        return dossier.family().listInForce(CommercialLever.class, dossier.asOf()).stream()
                .filter(lever -> lever.content().lever() == LeverType.MINIMUM_COMMITMENT)
                .flatMap(lever -> commitment(lever).stream())
                .findFirst();
    }

    private static Optional<Commitment> commitment(Governed<CommercialLever> lever) {
        Optional<TypedValue> volume = lever.content().find(LeverParameter.Name.VOLUME);
        Optional<TypedValue> rate = lever.content().find(LeverParameter.Name.RATE);
        if (volume.isPresent() && volume.get() instanceof TypedValue.Amount amount) {
            return Optional.of(new Commitment(lever, BigDecimal.ONE, amount.value()));
        }
        return volume.isPresent()
                        && rate.isPresent()
                        && volume.get() instanceof TypedValue.Quantity quantity
                        && rate.get() instanceof TypedValue.Amount price
                ? Optional.of(new Commitment(lever, quantity.value(), price.value()))
                : Optional.empty();
    }
}
