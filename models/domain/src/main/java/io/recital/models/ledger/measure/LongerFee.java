package io.recital.models.ledger.measure;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fee of a month that is invoiced by the quarter or the year: its part of the one line that charges for the longer time. */
final class LongerFee {
    private static final Pattern OF_A_LONGER_TIME =
            Pattern.compile("\\b(?:quarterly|annual|yearly|half-?yearly)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_A_MONTH = Pattern.compile("\\bmonth", Pattern.CASE_INSENSITIVE);

    private LongerFee() {}

    /** The part that the contract names: one third of the quarterly fee. */
    static Optional<FeeLines> part(FeeBase base, List<InvoiceLine> ofContract, Period period) {
        return one(base, ofContract, period).map(line -> new FeeLines(base, List.of(line), 0.85, base.parts(), null));
    }

    /** All of a fee that is by name one of a longer time, or of a month's fee the part of the time. */
    static Optional<FeeLines> share(FeeBase base, List<InvoiceLine> ofContract, Period period) {
        boolean whole = OF_A_LONGER_TIME.matcher(base.name()).find();
        if (!whole
                && !OF_A_MONTH
                        .matcher(base.name() + " " + base.stated().quote())
                        .find()) {
            return Optional.empty();
        }
        return one(base, ofContract, period)
                .map(line -> new FeeLines(base, List.of(line), 0.75, whole ? 1 : months(line) / months(period), null))
                .filter(fees -> fees.parts() > 0);
    }

    /** The one line of that name whose time holds the period, and is a multiple of it. */
    private static Optional<InvoiceLine> one(FeeBase base, List<InvoiceLine> ofContract, Period period) {
        TellingWords wanted = base.wanted();
        List<InvoiceLine> holding = ofContract.stream()
                .filter(line -> line.net().signum() > 0 && holds(line, period))
                .filter(line -> months(line) > months(period) && months(period) > 0)
                .filter(line -> months(line) % months(period) == 0)
                .filter(line -> wanted.isEmpty()
                        || TellingWords.of(line.description()).shared(wanted)
                                == wanted.all().size())
                .toList();
        return holding.size() == 1 ? Optional.of(holding.get(0)) : ofItsWords(base, holding);
    }

    /** Of several the one whose words follow the fee's name: {@code the fee for named seats}. */
    private static Optional<InvoiceLine> ofItsWords(FeeBase base, List<InvoiceLine> holding) {
        String quote = base.stated().quote();
        String after = quote.substring(quote.indexOf(base.name()) + base.name().length());
        TellingWords said = TellingWords.of(after.split("[.;,:]", 2)[0]).without(FeeBase.GENERAL);
        List<InvoiceLine> own = holding.stream()
                .filter(line -> TellingWords.of(line.description()).shared(said) > 1)
                .toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private static boolean holds(InvoiceLine line, Period period) {
        Period service = line.service();
        return service != null && service.holds(period.from()) && service.holds(period.to());
    }

    private static int months(InvoiceLine line) {
        Period service = line.service();
        return service == null ? 0 : months(service);
    }

    /** Full months; none where it is another time. */
    private static int months(Period time) {
        int months = (int) ChronoUnit.MONTHS.between(time.from(), time.to().plusDays(1));
        return time.from().plusMonths(months).minusDays(1).equals(time.to()) ? months : 0;
    }
}
