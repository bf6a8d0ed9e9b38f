package io.recital.models.ledger.exit;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Scenario;
import io.recital.models.ledger.exit.TerminationFee.Step;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** To end a contract for convenience by a notice today: when it ends, and what its clause asks for that. */
public final class EarlyEnd {
    private final Dossier dossier;
    private final LeverTerm term;
    private final List<Finding> rests = new ArrayList<>();
    private final List<Derivation> workings = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();

    private EarlyEnd(Dossier dossier, LeverTerm term) {
        this.dossier = dossier;
        this.term = term;
        rests.addAll(term.rests());
    }

    /** One for each right to terminate for convenience that is in force. */
    public static List<Scenario> of(Dossier dossier) {
        return new Levers(dossier.family())
                .inForce(LeverType.TERMINATION_FOR_CONVENIENCE, dossier.asOf(), List.of())
                .map(term -> new EarlyEnd(dossier, term).scenario())
                .toList();
    }

    private Scenario scenario() {
        String contract = term.member().contract().title();
        String holder = term.text(Name.HOLDER).isEmpty() ? "" : " (a right of " + term.text(Name.HOLDER) + ")";
        Optional<LocalDate> ends = ends();
        Optional<TerminationFee> fee = TerminationFee.of(term);
        fee.filter(found -> !rests.contains(found.finding())).ifPresent(found -> rests.add(found.finding()));
        String missing = "";
        Money costs = null;
        if (fee.isEmpty()) {
            missing = "the words of its section state no fee for it";
        } else if (!fee.get().steps().isEmpty()) {
            Reckoned reckoned =
                    ends.map(day -> reckon(fee.get(), day)).orElseGet(() -> Reckoned.missing("how long the notice is"));
            costs = reckoned.amount();
            missing = reckoned.missing();
        }
        String title = contract + ": ended for convenience by a notice on " + dossier.asOf() + holder
                + ends.map(day -> ", it ends on " + day).orElse("")
                + (costs != null
                        ? " and costs " + costs
                        : missing.isEmpty() ? " and costs no fee" : "; what it costs cannot be told: " + missing);
        return new Scenario(title, null, costs, null, assumptions, rests, workings);
    }

    private Optional<LocalDate> ends() {
        BusinessCalendar calendar = new Levers(dossier.family()).calendar();
        return term.findSpan(Name.PERIOD).map(notice -> {
            LocalDate day = notice.after(dossier.asOf(), calendar);
            assumptions.add("The notice is received on the day on which it is given");
            assumptions.add("What else the clause asks, such as a first day for it, its words say");
            workings.add(new Derivation(
                    Operation.DAY_AFTER,
                    List.of(
                            new Input("notice given", dossier.asOf().toString(), null),
                            term.input("notice", notice.display())),
                    day.toString()));
            return day;
        });
    }

    private record Reckoned(@Nullable Money amount, String missing) {
        static Reckoned missing(String input) {
            return new Reckoned(null, input);
        }
    }

    private Reckoned reckon(TerminationFee fee, LocalDate ends) {
        FamilyMember member = term.member();
        LocalDate from = dossier.family().countsFrom(member);
        boolean byYear = fee.steps().stream().anyMatch(step -> step.year() != null);
        if (byYear && from.isBefore(LocalDate.of(1900, 1, 2))) {
            return Reckoned.missing("the day on which the contract began");
        }
        int year = byYear ? (int) ChronoUnit.YEARS.between(from, ends) + 1 : 1;
        Optional<Step> step = fee.in(year);
        if (step.isEmpty()) {
            return Reckoned.missing("what the clause asks in contract year " + year);
        }
        if (byYear) {
            assumptions.add("It ends in contract year " + year + ", counted from " + from);
        }
        return switch (step.get().form()) {
            case SUM -> sum(fee, step.get());
            case MONTHS -> months(fee, step.get());
            case PERCENT_OF_REMAINING -> remaining(fee, step.get(), ends);
        };
    }

    private Reckoned sum(TerminationFee fee, Step step) {
        if (step.sum() == null) {
            return Reckoned.missing("the currency of the fee");
        }
        Money amount = step.sum().toMoney(RoundingMode.HALF_UP);
        workings.add(new Derivation(
                Operation.SUM,
                List.of(new Input("fee", amount.getAmount().toPlainString(), fee.citation())),
                amount.getAmount().toPlainString()));
        return new Reckoned(amount, "");
    }

    private Reckoned months(TerminationFee fee, Step step) {
        BigDecimal months = step.number();
        Optional<MonthlyCharge> charge = charge(fee);
        if (months == null || charge.isEmpty()) {
            return Reckoned.missing(months == null ? "how many months it is" : NO_CHARGE);
        }
        return new Reckoned(
                times(charge.get(), new Input("months", months.toPlainString(), fee.citation()), months), "");
    }

    private static final String NO_CHARGE =
            "what the contract costs a month, as it states no single monthly fee and no average over twelve months that were invoiced";

    private Optional<MonthlyCharge> charge(TerminationFee fee) {
        Optional<MonthlyCharge> charge =
                MonthlyCharge.of(dossier, term.member(), fee.citation().quote());
        charge.ifPresent(found -> {
            workings.add(found.working());
            rests.addAll(found.rests());
        });
        return charge;
    }

    private Money times(MonthlyCharge charge, Input months, BigDecimal number) {
        Money amount = charge.amount().multipliedBy(number, RoundingMode.HALF_UP);
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(months, new Input("a month", charge.amount().getAmount().toPlainString(), null)),
                amount.getAmount().toPlainString()));
        return amount;
    }

    /** Of the whole months from the end to the end of the term; where months are cut, it cannot be told how. */
    private Reckoned remaining(TerminationFee fee, Step step, LocalDate ends) {
        Optional<LocalDate> term = endOfTerm();
        Optional<MonthlyCharge> charge = charge(fee);
        BigDecimal percent = step.number();
        if (percent == null || term.isEmpty() || charge.isEmpty()) {
            return Reckoned.missing(term.isEmpty() ? "the end of the term" : NO_CHARGE);
        }
        long months = ChronoUnit.MONTHS.between(ends.plusDays(1), term.get().plusDays(1));
        boolean isWhole = ends.plusDays(1).plusMonths(months).equals(term.get().plusDays(1));
        if (months <= 0) {
            return Reckoned.missing("charges that are still to come: the term is over by then");
        }
        if (!isWhole) {
            assumptions.add("Only the whole months that remain are counted");
        }
        Money all = times(
                charge.get(), new Input("months that remain", Long.toString(months), null), BigDecimal.valueOf(months));
        Money amount = all.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
        workings.add(new Derivation(
                Operation.PERCENT_OF,
                List.of(
                        new Input("percent", percent.toPlainString(), fee.citation()),
                        new Input("charges that remain", all.getAmount().toPlainString(), null)),
                amount.getAmount().toPlainString()));
        return new Reckoned(amount, "");
    }

    private Optional<LocalDate> endOfTerm() {
        return dossier.family().listInForce(ContractFact.class, dossier.asOf(), term.member()).stream()
                .filter(fact -> fact.content().fact() == FactType.EXPIRATION_DATE
                        && fact.content().value() instanceof TypedValue.Day)
                .findFirst()
                .map(fact -> {
                    rests.add(fact.finding());
                    return ((TypedValue.Day) fact.content().value()).value();
                });
    }
}
