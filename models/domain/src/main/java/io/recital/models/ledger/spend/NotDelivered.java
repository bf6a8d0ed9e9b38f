package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was ordered and the seller did not deliver, where a clause counts it for the buyer's minimum all the same. */
final class NotDelivered {
    private static final String FAILED =
            "(?:not\\s+(?:been\\s+|yet\\s+)?(?:delivered|supplied|shipped|filled|fulfilled|carried|collected|performed|accepted|taken\\s+on|made\\s+available)|declin\\w+|refus\\w+|reject\\w+|fail\\w*\\s+to\\s+(?:deliver|supply|ship|fill|accept)|(?:unable\\s+to|cannot|(?:can|could)\\s+not|does\\s+not|did\\s+not)\\s+(?:deliver|supply|ship|fill))";
    private static final String COUNTS =
            "(?:count\\w*\\s+(?:as|toward|for|in)|deemed|treated\\s+as|regarded\\s+as|considered|credited|added|reduce[sd]?|lessen\\w*|lower\\w*|deduct\\w*)";
    private static final Pattern COUNTED = Pattern.compile(
            "\\b" + FAILED + "\\b[^.;]{0,160}\\b" + COUNTS + "|\\b" + COUNTS + "[^.;]{0,100}\\b" + FAILED + "\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_DONE = Pattern.compile("\\b" + FAILED, Pattern.CASE_INSENSITIVE);
    private static final Pattern MANY = Pattern.compile("(?<![\\p{L}\\d.,-])(?<count>\\d[\\d,]*)\\s+(?<unit>\\p{L}+)");

    private NotDelivered() {}

    /** The volume with what was not delivered, where the clause counts that. */
    static Volume added(Dossier dossier, Commitment commitment, Period year, Volume volume) {
        Optional<LeverTerm.Said> said =
                commitment.isMoney() ? Optional.empty() : commitment.term().findSaid(COUNTED);
        List<Purchase> open = said.isEmpty() ? List.of() : open(dossier, commitment, year);
        if (open.isEmpty()) {
            return said.isEmpty() ? volume : refused(dossier, commitment, year, volume);
        }
        CountedUnit unit = CountedUnit.of(commitment.unit());
        List<Derivation> steps = new ArrayList<>(volume.workings());
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("counted so far", volume.amount().toPlainString(), null));
        BigDecimal sum = volume.amount();
        for (Purchase row : open) {
            BigDecimal missing =
                    missing(row).multiply(CountedUnit.of(row.unit()).in(unit));
            sum = sum.add(missing);
            inputs.add(Input.of(
                    "ordered and not delivered, order " + row.order(),
                    missing.toPlainString(),
                    new FactCell(row.kind().label(), row.id(), "quantity_ordered")));
        }
        steps.add(new Derivation(Operation.SUM, inputs, sum.toPlainString()));
        List<String> rows = new ArrayList<>(volume.rows());
        open.forEach(row -> rows.add(row.kind().label() + ":" + row.id()));
        return new Volume(sum, volume.period(), steps, rows);
    }

    /** The volume with what events say was refused or not done, where no orders tell it: each one, or as many as it says. */
    private static Volume refused(Dossier dossier, Commitment commitment, Period year, Volume volume) {
        CountedUnit unit = CountedUnit.of(commitment.unit());
        List<Input> inputs = new ArrayList<>(
                List.of(new Input("counted so far", volume.amount().toPlainString(), null)));
        List<String> rows = new ArrayList<>(volume.rows());
        BigDecimal sum = volume.amount();
        for (ContractEvent event : dossier.facts().events()) {
            String words = event.event().replace('-', ' ') + " " + event.subject();
            Matcher many = MANY.matcher(event.subject());
            boolean isTold = many.find() && CountedUnit.of(many.group("unit")).isLike(unit);
            if (year.holds(event.date())
                    && NOT_DONE.matcher(words).find()
                    && (isTold || NameWords.of(words).holds(NameWords.of(commitment.unit())))) {
                BigDecimal count = isTold
                        ? new BigDecimal(many.group("count").replace(",", ""))
                                .multiply(CountedUnit.of(many.group("unit")).in(unit))
                        : BigDecimal.ONE;
                sum = sum.add(count);
                rows.add(event.kind().label() + ":" + event.id());
                inputs.add(Input.of(
                        event.subject(),
                        count.toPlainString(),
                        new FactCell(event.kind().label(), event.id(), "event")));
            }
        }
        if (inputs.size() == 1) {
            return volume;
        }
        List<Derivation> steps = new ArrayList<>(volume.workings());
        steps.add(new Derivation(Operation.SUM, inputs, sum.toPlainString()));
        return new Volume(sum, volume.period(), steps, rows);
    }

    /** Orders of the item that should have come by the end of the year and have not. */
    private static List<Purchase> open(Dossier dossier, Commitment commitment, Period year) {
        Tally tally = new Tally(dossier, commitment.unit(), commitment.item(), year);
        return dossier.facts().purchases().stream()
                .filter(row -> year.holds(Objects.requireNonNullElse(row.promisedOn(), row.orderedOn())))
                .filter(row -> isOpen(row, year.to()) && missing(row).signum() > 0)
                .filter(tally::isOfItem)
                .toList();
    }

    private static boolean isOpen(Purchase row, LocalDate end) {
        LocalDate delivered = row.deliveredOn();
        return delivered == null || delivered.isAfter(end);
    }

    private static BigDecimal missing(Purchase row) {
        BigDecimal ordered = Objects.requireNonNullElse(row.quantityOrdered(), BigDecimal.ZERO);
        return row.deliveredOn() == null
                ? ordered.subtract(Objects.requireNonNullElse(row.quantityReceived(), BigDecimal.ZERO))
                : ordered;
    }
}
