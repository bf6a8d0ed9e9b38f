package io.recital.models.ledger.invoice;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/** Hours charged at a rate for nights, weekends or after hours that were worked at normal times, by the time on record. */
public final class OffHoursCheck implements Check {
    private static final ItemWords HOURS = ItemWords.of("hour hr h");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller() || dossier.facts().events().stream().allMatch(event -> event.time() == null)) {
            return List.of();
        }
        BusinessCalendar calendar = new Levers(dossier.family()).calendar();
        return dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED
                        && line.quantity().signum() > 0
                        && ItemWords.of(line.unit()).share(HOURS))
                .flatMap(line -> judge(dossier, line, calendar).stream())
                .toList();
    }

    private static Optional<Outcome> judge(Dossier dossier, InvoiceLine line, BusinessCalendar calendar) {
        PriceBook book = PriceBook.of(dossier);
        Optional<AgreedPrice> off = charged(book, line);
        Optional<AgreedPrice> normal = off.flatMap(price -> normal(book, price));
        Optional<ContractEvent> worked = worked(dossier, line);
        if (off.isEmpty() || normal.isEmpty() || worked.isEmpty()) {
            return Optional.empty();
        }
        return book.sentences(line, line.priceDay(), line.invoiceDate()).stream()
                .filter(sentence -> ClockTimes.of(sentence.words())
                        .filter(times -> isNormal(times, worked.get(), line, calendar))
                        .isPresent())
                .findFirst()
                .flatMap(sentence -> claim(dossier, line, off.get(), normal.get(), worked.get(), sentence));
    }

    /** The price for other hours that was charged, to the cent. */
    private static Optional<AgreedPrice> charged(PriceBook book, InvoiceLine line) {
        List<AgreedPrice> off = book.all().stream()
                .filter(price -> price.isForOffHours() && price.isValidOn(line.priceDay()))
                .filter(price -> Optional.ofNullable(price.price())
                        .filter(each -> each.getCurrencyUnit().equals(line.currency())
                                && each.getAmount().compareTo(line.unitPrice()) == 0)
                        .isPresent())
                .toList();
        return off.size() == 1 ? Optional.of(off.get(0)) : Optional.empty();
    }

    /** The other price of the same clause, which is for normal hours. */
    private static Optional<AgreedPrice> normal(PriceBook book, AgreedPrice off) {
        List<AgreedPrice> others = book.all().stream()
                .filter(price -> price.source().finding().equals(off.source().finding())
                        && !price.isForOffHours()
                        && price.price() != null)
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** When it was worked: the event that bears the invoice's number, or the only one with a time on the day of the line. */
    private static Optional<ContractEvent> worked(Dossier dossier, InvoiceLine line) {
        List<ContractEvent> timed = dossier.facts().events().stream()
                .filter(event -> event.time() != null)
                .toList();
        List<ContractEvent> named = timed.stream()
                .filter(event ->
                        !event.reference().isBlank() && event.reference().equals(line.invoice()))
                .toList();
        List<ContractEvent> own = named.isEmpty()
                ? timed.stream()
                        .filter(event -> line.service() != null
                                && line.service().days() == 1
                                && line.service().holds(event.date())
                                && ItemWords.of(event.event() + " " + event.subject())
                                        .share(ItemWords.of(line.description())))
                        .toList()
                : named;
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private static boolean isNormal(
            ClockTimes times, ContractEvent worked, InvoiceLine line, BusinessCalendar calendar) {
        LocalTime time = worked.time();
        if (time == null) {
            return false;
        }
        LocalDateTime begin = worked.date().atTime(time);
        LocalDateTime end = begin.plusMinutes(line.quantity()
                .multiply(MINUTES)
                .setScale(0, RoundingMode.CEILING)
                .longValue());
        boolean workday = calendar.onOrAfter(worked.date()).equals(worked.date());
        return times.hold(begin, end) && workday;
    }

    private static Optional<Outcome> claim(
            Dossier dossier,
            InvoiceLine line,
            AgreedPrice off,
            AgreedPrice normal,
            ContractEvent worked,
            ChargeSentence sentence) {
        BigMoney each = normal.price();
        Optional<Finding> rest = sentence.rest();
        if (each == null || rest.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal due = line.quantity()
                .multiply(each.getAmount())
                .setScale(line.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        BigDecimal excess = line.net().subtract(due);
        Workings workings = new Workings(line.currency());
        workings.step(
                Operation.PRODUCT,
                workings.money(due),
                Workings.cell("hours", line, "quantity", line.quantity()),
                workings.cited(
                        "price at normal hours",
                        each.getAmount(),
                        normal.source().finding(),
                        each.getAmount().toPlainString()));
        workings.step(
                Operation.DIFFERENCE,
                workings.money(excess),
                Workings.cell("charged", line, "net", line.net()),
                Workings.earlier("due", workings.money(due)));
        if (excess.signum() <= 0) {
            return Optional.empty();
        }
        List<Finding> rests =
                Stream.of(off.source().finding(), rest.get()).distinct().toList();
        Overcharge overcharge = new Overcharge(
                line, excess, rests, List.of(worked.kind().label() + ":" + worked.id()), workings.steps(), 0.85);
        return OverpaymentClaims.of(dossier)
                .overpayment(
                        "surcharge",
                        Part.PRICE,
                        off.name() + " was charged on invoice " + line.invoice() + " for normal hours of "
                                + worked.date(),
                        List.of(overcharge))
                .map(LedgerEntry.class::cast);
    }
}
