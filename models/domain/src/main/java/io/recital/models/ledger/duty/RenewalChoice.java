package io.recital.models.ledger.duty;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Scenario;
import io.recital.models.ledger.duty.RenewalNoticeCheck.Commitment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** To let a contract renew itself, or to end it by notice: what each means, and until when the choice is open. */
public final class RenewalChoice {
    private RenewalChoice() {}

    /** One for each contract that renews itself and has not ended. */
    public static List<Scenario> of(Dossier dossier) {
        return RenewalTerm.of(dossier).stream()
                .filter(term -> !term.ends().isBefore(dossier.asOf()))
                .map(term -> scenario(dossier, term))
                .toList();
    }

    private static Scenario scenario(Dossier dossier, RenewalTerm term) {
        NoticeDate notice = term.noticeDate(dossier);
        LocalDate renewed = term.renewedFor().after(term.ends());
        boolean isOver = term.noticeReceivedBy().isBefore(dossier.asOf());
        List<Derivation> workings = new ArrayList<>();
        workings.add(new Derivation(
                Operation.DAY_BEFORE,
                List.of(
                        new Input(
                                "end of the term",
                                term.ends().toString(),
                                term.rests().get(1).citations().get(0)),
                        new Input(
                                "notice",
                                term.notice().display(),
                                term.rests().get(0).citations().get(0))),
                term.noticeReceivedBy().toString()));
        List<Finding> rests = new ArrayList<>(term.rests());
        List<String> assumptions = new ArrayList<>(notice.assumptions());
        Optional<Money> committed = committed(dossier, rests, workings);
        lastYear(dossier)
                .forEach((currency, sum) -> assumptions.add(Money.of(currency, sum, RoundingMode.HALF_UP)
                        + " was invoiced in the last twelve months under all contracts with this counterparty; nothing promises the"
                        + " same"));
        forConvenience(dossier).ifPresent(lever -> {
            rests.add(lever.finding());
            assumptions.add("A clause lets a party end it before the term is over, which is reckoned apart");
        });
        String title = term.member().contract().title() + ": "
                + (isOver
                        ? "the last day for a notice, " + term.noticeReceivedBy()
                                + ", is over, so it renews itself until " + renewed
                        : "send a notice by " + notice.sent() + " and it ends on " + term.ends()
                                + ", or it renews itself until " + renewed)
                + committed
                        .map(money -> ", with a minimum commitment of " + money)
                        .orElse("");
        return new Scenario(
                title, null, committed.orElse(null), isOver ? null : notice.sent(), assumptions, rests, workings);
    }

    /** The least that a renewed term costs; nothing where no clause says. */
    private static Optional<Money> committed(Dossier dossier, List<Finding> rests, List<Derivation> workings) {
        Optional<Commitment> found = RenewalNoticeCheck.committed(dossier);
        return found.map(commitment -> {
            Money least = commitment.price().multipliedBy(commitment.volume()).toMoney(RoundingMode.HALF_UP);
            Finding said = commitment.lever().finding();
            rests.add(said);
            workings.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(
                            new Input(
                                    "committed volume a year",
                                    commitment.volume().toPlainString(),
                                    said.citations().get(0)),
                            new Input(
                                    "price",
                                    commitment.price().getAmount().toPlainString(),
                                    said.citations().get(0))),
                    least.getAmount().toPlainString()));
            return least;
        });
    }

    private static Map<CurrencyUnit, BigDecimal> lastYear(Dossier dossier) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        Map<CurrencyUnit, BigDecimal> sums = new TreeMap<>();
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            if (line.direction() == direction
                    && line.invoiceDate().isAfter(dossier.asOf().minusYears(1))) {
                sums.merge(line.currency(), line.net(), BigDecimal::add);
            }
        }
        return sums;
    }

    private static Optional<Governed<CommercialLever>> forConvenience(Dossier dossier) {
        return dossier.family().listInForce(CommercialLever.class, dossier.asOf()).stream()
                .filter(lever -> lever.content().lever() == LeverType.TERMINATION_FOR_CONVENIENCE)
                .findFirst();
    }
}
