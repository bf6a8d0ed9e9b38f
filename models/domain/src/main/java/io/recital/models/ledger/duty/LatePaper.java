package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Claim;
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
import io.recital.models.ledger.lever.ClaimTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** The sum that a clause gives for a paper that the other side hands over late: once, or for each day up to a limit. */
final class LatePaper {
    private static final Pattern LATE = Pattern.compile(
            "\\b(?:late|overdue|delayed|not\\s+(?:\\w+\\s+){0,2}(?:on|in)\\s+time|delay\\s+of|days?\\s+of\\s+(?:the\\s+|such\\s+|its\\s+)?delay)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_DAY =
            Pattern.compile("\\b(?:each|every|per|a)\\s+(?:calendar\\s+)?day\\b|\\bdaily\\b", Pattern.CASE_INSENSITIVE);
    /** What is counted otherwise, or limited otherwise than for one paper: that is not computed here. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:weeks?|months?|business|working|commenced|started|first|exceed\\w*|maximum|at\\s+most|up\\s+to|limited|capped|more\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What is late, where the words of the sum name it. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:late|delayed|overdue|delay\\s+(?:in|of)(?:\\s+(?:the|a|any|each))?)\\s+(?!by\\b|for\\b|and\\b|or\\b)(?<thing>\\p{L}{4,})",
            Pattern.CASE_INSENSITIVE);
    /** A sum as the most that one paper can cost; {@code for each campaign} is what it is the limit of. */
    private static final Pattern MOST = Pattern.compile(
            "\\b(?:limited\\s+to|capped\\s+at|up\\s+to|at\\s+most|(?:a|the)\\s+maximum\\s+(?:of|is)|(?:but\\s+)?(?:not|no)\\s+more\\s+than|not\\s+(?:to\\s+)?exceed(?:ing)?)\\s+(?:an?\\s+(?:amount|total)\\s+of\\s+)?(?:\\p{Lu}{3}|\\p{Sc})?\\s*[\\d.,]*\\d(?:\\s*(?:\\p{Lu}{3}\\b|\\p{Sc}))?\\s+(?:for\\s+(?:each|every|any(?:\\s+one)?|one|a|the\\s+same)|per|in\\s+each)\\s+(?<thing>\\p{L}+)",
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

    /** Of the same contract, as a plain sum for such a paper when it is late, or for what its own clause says is late. */
    private boolean isAbout(Duty duty, Governed<CommercialLever> lever) {
        String words = rate(lever).quote();
        String plain = mostForOne(duty, lever).isPresent() ? MOST.matcher(words).replaceAll(" ") : words;
        boolean ofItsClause = !namesAnother(duty, words)
                && lever.finding().citations().stream()
                        .anyMatch(
                                citation -> isOfTheClause(citation, duty.term().finding()));
        return lever.content().lever() == LeverType.LIQUIDATED_DAMAGES
                && lever.member().equals(state.duty().member())
                && lever.content()
                        .find(Name.RATE)
                        .filter(TypedValue.Amount.class::isInstance)
                        .isPresent()
                && LATE.matcher(words).find()
                && !OTHERWISE.matcher(plain).find()
                && (ofItsClause
                        || duty.paper().filter(DutyWords.of(words)::contains).isPresent());
    }

    private static boolean namesAnother(Duty duty, String words) {
        Matcher named = NAMED.matcher(words);
        return named.find() && !duty.words().containsAll(DutyWords.of(named.group("thing")));
    }

    private static boolean isOfTheClause(Citation words, Finding duty) {
        return !words.path().isBlank()
                && duty.citations().stream()
                        .anyMatch(own -> own.document().equals(words.document())
                                && own.path().equals(words.path()));
    }

    /** The words that state the sum: a lever may cite until when it can be claimed too. */
    private static Citation rate(Governed<CommercialLever> lever) {
        List<Citation> words = lever.finding().citations();
        return words.stream()
                .filter(citation -> LATE.matcher(citation.quote()).find())
                .findFirst()
                .orElse(words.get(0));
    }

    /** The most for one such paper; empty where no limit is stated for one. */
    private static Optional<Money> mostForOne(Duty duty, Governed<CommercialLever> lever) {
        Matcher most = MOST.matcher(rate(lever).quote());
        boolean isOfOne = most.find()
                && (duty.words().containsAll(DutyWords.of(most.group("thing")))
                        || most.group("thing").equalsIgnoreCase("case"));
        return isOfOne
                ? lever.content()
                        .find(Name.CAP)
                        .filter(TypedValue.Amount.class::isInstance)
                        .map(cap -> ((TypedValue.Amount) cap).value().toMoney(RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private Optional<LedgerEntry> entry(Governed<CommercialLever> lever, String check, String title) {
        BigMoney rate = ((TypedValue.Amount) lever.content().find(Name.RATE).orElseThrow()).value();
        Citation said = rate(lever);
        LocalDate due = state.occurrence().due();
        long days = ChronoUnit.DAYS.between(due, event.date());
        long times = EACH_DAY.matcher(said.quote()).find() ? days : 1;
        Money sum = rate.multipliedBy(times).toMoney(RoundingMode.HALF_UP);
        Optional<Money> most = mostForOne(new Duty(state.duty()), lever);
        Money amount = most.filter(sum::isGreaterThan).orElse(sum);
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
                sum.getAmount().toPlainString()));
        most.ifPresent(limit -> workings.add(new Derivation(
                Operation.LEAST,
                List.of(
                        new Input("for the days", sum.getAmount().toPlainString(), null),
                        new Input("most for one", limit.getAmount().toPlainString(), said)),
                amount.getAmount().toPlainString())));
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
                dossier.isOfASeller() ? null : lastDay(lever).orElse(null),
                0.8));
    }

    /** Until when it can be claimed, where the clause sets a time from the day on which the paper came or was due. */
    private Optional<LocalDate> lastDay(Governed<CommercialLever> lever) {
        return lever.finding().citations().stream()
                .flatMap(citation -> ClaimTime.in(citation.quote()).stream())
                .findFirst()
                .flatMap(time -> time.lastDay(
                        from -> switch (from) {
                            case REPORT, DELIVERY, RECEIPT -> Optional.of(event.date());
                            case DUE_DATE -> Optional.of(state.occurrence().due());
                            default -> Optional.empty();
                        },
                        DutyStates.calendar(dossier)));
    }

    /** Whether just that sum was invoiced, credited or claimed since. */
    private boolean isSettled(Money amount) {
        BigDecimal sum = amount.getAmount();
        return Stream.concat(
                        dossier.facts().invoiceLines().stream()
                                .filter(line -> !line.invoiceDate().isBefore(event.date()))
                                .map(line -> line.net().abs()),
                        Stream.concat(
                                dossier.facts().creditNotes().stream()
                                        .map(note -> note.net().abs()),
                                dossier.facts().claims().stream()
                                        .filter(claim -> !claim.sentOn().isBefore(event.date()))
                                        .map(Claim::amount)))
                .anyMatch(net -> net.compareTo(sum) == 0);
    }
}
