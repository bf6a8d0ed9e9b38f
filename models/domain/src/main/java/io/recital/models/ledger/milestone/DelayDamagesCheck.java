package io.recital.models.ledger.milestone;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** Damages for milestones that came late and were neither deducted nor claimed. */
public final class DelayDamagesCheck implements Check {
    /** The check's name. */
    public static final String NAME = "delay-damages";

    private static final double CONFIDENCE = 0.9;

    @Override
    public List<Outcome> run(Dossier dossier) {
        List<MilestoneCourse> courses = Milestones.of(dossier);
        return courses.stream()
                .flatMap(course -> DelayTerm.of(course, siblings(course, courses)).stream()
                        .limit(1)
                        .flatMap(term -> judge(dossier, course, term).stream()))
                .toList();
    }

    /** Milestones that came in time, or late without anything being due. */
    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        List<MilestoneCourse> courses = Milestones.of(dossier);
        return courses.stream()
                .flatMap(course -> DelayTerm.of(course, siblings(course, courses)).stream()
                        .limit(1)
                        .flatMap(term -> inOrder(dossier, course, term).stream()))
                .toList();
    }

    private static Optional<InOrder> inOrder(Dossier dossier, MilestoneCourse course, DelayTerm term) {
        Optional<LocalDate> due = course.findDue();
        Optional<Dated> stop = term.findStop(course, dossier.asOf());
        OwnDelay own = OwnDelay.of(dossier, course);
        if (due.isEmpty() || stop.isEmpty() || !own.isSure()) {
            return Optional.empty();
        }
        LocalDate moved = due.get().plusDays(own.days());
        LocalDate came = stop.get().day();
        if (!came.isAfter(moved)) {
            String because = came.isAfter(due.get())
                    ? "what it depended on came " + own.days() + " days late, which moves the due date to " + moved
                    : "";
            return Optional.of(inOrder(course, term, due.get(), stop.get(), own, because));
        }
        boolean isShort = term.daysOfPeriod()
                .filter(days -> !term.countsStarted() && ChronoUnit.DAYS.between(moved, came) < days)
                .isPresent();
        return isShort
                ? Optional.of(inOrder(
                        course,
                        term,
                        due.get(),
                        stop.get(),
                        own,
                        "the delay is less than a full period that damages are due for"))
                : Optional.empty();
    }

    private static InOrder inOrder(
            MilestoneCourse course, DelayTerm term, LocalDate due, Dated stop, OwnDelay own, String because) {
        List<Derivation> workings = new ArrayList<>();
        LocalDate first = due.isBefore(stop.day()) ? due : stop.day();
        LocalDate last = due.isBefore(stop.day()) ? stop.day() : due;
        workings.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(new Input("due date", due.toString(), null), stop.input("delivered or accepted")),
                ChronoUnit.DAYS.between(due, stop.day()) + " days"));
        if (own.days() > 0) {
            workings.add(new Derivation(
                    Operation.DAY_AFTER,
                    List.of(
                            new Input("due date", due.toString(), null),
                            new Input("delay of what it depended on", own.days() + " days", null)),
                    due.plusDays(own.days()).toString()));
        }
        List<String> rows = new ArrayList<>(own.rows());
        rows.add(stop.key());
        return new InOrder(
                NAME,
                course.name() + " was due on " + due + " and came on " + stop.day() + ": no delay damages are due",
                new Period(first, last),
                because,
                List.of(term.lever().finding(), course.milestone().finding()),
                rows,
                workings);
    }

    private static List<MilestoneCourse> siblings(MilestoneCourse course, List<MilestoneCourse> courses) {
        return courses.stream()
                .filter(other -> other.scope().contract().equals(course.scope().contract()))
                .toList();
    }

    private static Optional<Outcome> judge(Dossier dossier, MilestoneCourse course, DelayTerm term) {
        Optional<LocalDate> due = course.findDue();
        if (due.isEmpty() || !due.get().isBefore(dossier.asOf())) {
            return due.isEmpty() ? missing(course, term, "the due date of " + course.name()) : Optional.empty();
        }
        Optional<Dated> stop = term.findStop(course, dossier.asOf());
        if (stop.isEmpty()) {
            return missing(course, term, "the day on which " + course.name() + " was delivered or accepted");
        }
        OwnDelay own = OwnDelay.of(dossier, course);
        LocalDate moved = due.get().plusDays(own.days());
        if (!stop.get().day().isAfter(own.isSure() ? moved : due.get())) {
            return Optional.empty();
        }
        if (!own.isSure()) {
            return missing(course, term, "whether what was provided late to the other side held up " + course.name());
        }
        return damages(dossier, course, term, moved, stop.get(), own);
    }

    private static Optional<Outcome> damages(
            Dossier dossier, MilestoneCourse course, DelayTerm term, LocalDate due, Dated stop, OwnDelay own) {
        Optional<Integer> days = term.daysOfPeriod();
        Optional<BigMoney> base = term.rate() instanceof TypedValue.Amount rate
                ? course.findPayment()
                        .filter(sum -> sum.getCurrencyUnit().equals(rate.value().getCurrencyUnit()))
                        .or(() -> course.findPayment().isEmpty() ? Optional.of(rate.value()) : Optional.empty())
                : term.findBase(course);
        if (base.isEmpty() || days.isEmpty() || term.hasOtherCap(course)) {
            return missing(course, term, "the amount and period that delay damages for " + course.name() + " are of");
        }
        DelaySum sum = DelaySum.of(course, term, due, stop, base.get(), days.get());
        BigDecimal left = sum.amount().subtract(Deduction.of(dossier, course));
        Money amount = Money.of(base.get().getCurrencyUnit(), left, RoundingMode.HALF_UP);
        if (!amount.isPositive()) {
            return Optional.empty();
        }
        List<Finding> rests = Stream.concat(Stream.of(term.lever().finding()), course.milestone().rests().stream())
                .toList();
        List<String> rows = new ArrayList<>(new TreeSet<>(own.rows()));
        rows.add(stop.key());
        return Optional.of(new LedgerEntry(
                NAME,
                dossier.isOfASeller() ? LeakageClass.EXPOSURE : LeakageClass.UNCLAIMED_ENTITLEMENT,
                course.name()
                        + (course.findOpenRejection(dossier.asOf()).isPresent() ? " has been late for " : " came ")
                        + ChronoUnit.DAYS.between(due, stop.day())
                        + " days after its due date, and no delay damages were deducted",
                new Period(due, stop.day()),
                amount,
                rests,
                rows,
                workings(sum, left),
                term.claimableUntil(course, stop, dossier.asOf()).orElse(null),
                CONFIDENCE));
    }

    private static List<Derivation> workings(DelaySum sum, BigDecimal left) {
        List<Derivation> workings = new ArrayList<>(sum.workings());
        if (left.compareTo(sum.amount()) != 0) {
            workings.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Input("delay damages", sum.amount().toPlainString(), null),
                            new Input(
                                    "deducted or claimed before",
                                    sum.amount().subtract(left).toPlainString(),
                                    null)),
                    left.toPlainString()));
        }
        return workings;
    }

    private static Optional<Outcome> missing(MilestoneCourse course, DelayTerm term, String input) {
        return Optional.of(new NotCheckable(
                NAME,
                "Delay damages for " + course.name(),
                input,
                List.of(term.lever().finding(), course.milestone().finding())));
    }
}
