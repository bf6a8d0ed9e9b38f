package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** The sum that a clause gives for a paper that the other side hands over late: once, or for each day. */
final class LatePaper {
    private static final Pattern LATE = Pattern.compile(
            "\\b(?:late|overdue|delayed|not\\s+(?:\\w+\\s+){0,2}(?:on|in)\\s+time|delay\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_DAY =
            Pattern.compile("\\b(?:each|every|per|a)\\s+(?:calendar\\s+)?day\\b|\\bdaily\\b", Pattern.CASE_INSENSITIVE);
    /** What is counted otherwise, or limited: that is not computed here. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:weeks?|months?|business|working|commenced|started|first|exceed\\w*|maximum|at\\s+most|up\\s+to|limited|capped|more\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Dossier dossier;
    private final DutyState state;
    private final ContractEvent event;

    private LatePaper(Dossier dossier, DutyState state, ContractEvent event) {
        this.dossier = dossier;
        this.state = state;
        this.event = event;
    }

    /** What is owed for a late paper and was neither invoiced nor credited; empty where no clause gives a sum for it. */
    static Optional<LedgerEntry> sum(
            Dossier dossier, DutyState state, ContractEvent event, String check, String title) {
        LatePaper late = new LatePaper(dossier, state, event);
        Duty duty = new Duty(state.duty());
        if (duty.paper().isEmpty() || !duty.isOwedByCounterparty(dossier.family())) {
            return Optional.empty();
        }
        List<Governed<CommercialLever>> clauses =
                dossier
                        .family()
                        .listInForce(CommercialLever.class, state.occurrence().due())
                        .stream()
                        .filter(lever -> late.isAbout(duty, lever))
                        .toList();
        return clauses.size() == 1 ? late.entry(clauses.get(0), check, title) : Optional.empty();
    }

    /** Of the same contract, for such a paper when it is late, as a plain sum. */
    private boolean isAbout(Duty duty, Governed<CommercialLever> lever) {
        String words = words(lever);
        return lever.content().lever() == LeverType.LIQUIDATED_DAMAGES
                && lever.member().equals(state.duty().member())
                && lever.content()
                        .find(Name.RATE)
                        .filter(TypedValue.Amount.class::isInstance)
                        .isPresent()
                && LATE.matcher(words).find()
                && !OTHERWISE.matcher(words).find()
                && duty.paper().filter(DutyWords.of(words)::contains).isPresent();
    }

    private static String words(Governed<CommercialLever> lever) {
        return lever.finding().citations().stream().map(Citation::quote).collect(Collectors.joining(" "));
    }

    private Optional<LedgerEntry> entry(Governed<CommercialLever> lever, String check, String title) {
        BigMoney rate = ((TypedValue.Amount) lever.content().find(Name.RATE).orElseThrow()).value();
        Citation said = lever.finding().citations().get(0);
        LocalDate due = state.occurrence().due();
        long days = ChronoUnit.DAYS.between(due, event.date());
        long times = EACH_DAY.matcher(words(lever)).find() ? days : 1;
        Money amount = rate.multipliedBy(times).toMoney(RoundingMode.HALF_UP);
        if (!amount.isPositive() || isSettled(amount)) {
            return Optional.empty();
        }
        List<Derivation> workings = new ArrayList<>();
        workings.add(new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(
                        new Input("due", due.toString(), null),
                        Input.of(
                                "came",
                                event.date().toString(),
                                new FactCell(FactKind.EVENT.label(), event.id(), "date"))),
                days + " days"));
        workings.add(new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Input("for a late paper", rate.getAmount().toPlainString(), said),
                        new Input(times == days ? "days" : "times", Long.toString(times), null)),
                amount.getAmount().toPlainString()));
        List<Finding> rests = List.of(lever.finding(), state.duty().finding());
        return Optional.of(new LedgerEntry(
                check,
                dossier.isOfASeller() ? LeakageClass.UNDER_BILLING : LeakageClass.UNCLAIMED_ENTITLEMENT,
                title,
                new Period(due, event.date()),
                amount,
                rests,
                List.of(FactKind.EVENT.label() + ":" + event.id()),
                workings,
                null,
                0.8));
    }

    /** Whether just that sum was invoiced or credited since. */
    private boolean isSettled(Money amount) {
        BigDecimal sum = amount.getAmount();
        return Stream.concat(
                        dossier.facts().invoiceLines().stream()
                                .filter(line -> !line.invoiceDate().isBefore(event.date()))
                                .map(line -> line.net().abs()),
                        dossier.facts().creditNotes().stream()
                                .map(note -> note.net().abs()))
                .anyMatch(net -> net.compareTo(sum) == 0);
    }
}
