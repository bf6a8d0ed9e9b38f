package io.recital.models.ledger.stated;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LostStatement;
import io.recital.models.finding.RowSelection;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Computes the clause checks that are in force, period after period, like the checks of the house. */
public final class StatedChecks implements Check {
    /** Kinds of findings that the checks of the house hold against facts. */
    private static final Set<FindingKind> HELD =
            Set.of(FindingKind.LEVER, FindingKind.MEASURE, FindingKind.MILESTONE, FindingKind.OBLIGATION);

    /** What one run of the checks says. */
    private record Said(List<Outcome> outcomes, List<InOrder> inOrder) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.reading(Said.class, StatedChecks::say).outcomes();
    }

    @Override
    public List<InOrder> listInOrder(Dossier dossier) {
        return dossier.reading(Said.class, StatedChecks::say).inOrder();
    }

    /**
     * The dossier for the checks of the house: without what stands in the words whose check somebody stated, as that says
     * better what they come to.
     */
    public static Dossier withoutStated(Dossier dossier) {
        List<Finding> checks = findings(dossier).toList();
        return checks.isEmpty()
                ? dossier
                : dossier.without(finding -> checks.stream().anyMatch(check -> replaces(check, finding)));
    }

    private static boolean replaces(Finding check, Finding finding) {
        return HELD.contains(finding.content().kind())
                && check.citations().stream()
                        .filter(citation -> citation.role() == CitationRole.CLAUSE
                                && citation.document().equals(finding.document()))
                        .map(Citation::span)
                        .anyMatch(span -> finding.citations().stream()
                                .anyMatch(other -> other.document().equals(finding.document())
                                        && other.span().overlaps(span)));
    }

    private static Stream<Finding> findings(Dossier dossier) {
        return dossier.family().members().stream()
                .map(FamilyMember::findings)
                .flatMap(List::stream)
                .filter(finding -> finding.content() instanceof ClauseCheck);
    }

    private static Said say(Dossier dossier) {
        Said said = new Said(new ArrayList<>(), new ArrayList<>());
        List<Finding> findings = findings(dossier).toList();
        if (!findings.isEmpty()) {
            RowPool pool = new RowPool(dossier.facts(), dossier.asOf());
            findings.forEach(finding -> say(finding, dossier, pool, said));
        }
        dossier.family().members().stream()
                .flatMap(member -> member.lost().stream())
                .forEach(lost -> sayLost(lost, said));
        return said;
    }

    private static void sayLost(LostStatement lost, Said said) {
        if (lost.finding().content() instanceof ClauseCheck check) {
            said.outcomes()
                    .add(new NotCheckable(
                            check.label(),
                            check.name(),
                            lost.words() + ": state it again, or reject it",
                            List.of(lost.finding())));
        }
    }

    private static void say(Finding finding, Dossier dossier, RowPool pool, Said said) {
        ClauseCheck check = (ClauseCheck) finding.content();
        StatedCheck stated;
        try {
            stated = StatedCheck.of(check, finding);
        } catch (IllegalArgumentException e) {
            said.outcomes()
                    .add(new NotCheckable(
                            check.label(), check.name(), String.valueOf(e.getMessage()), List.of(finding)));
            return;
        }
        Map<String, List<Period>> missing = new LinkedHashMap<>();
        for (CheckedPeriod period : periods(stated, dossier, pool)) {
            try {
                say(stated, period, CheckSheet.of(stated, period, pool), said);
            } catch (CheckSheet.MissingInput e) {
                missing.computeIfAbsent(String.valueOf(e.getMessage()), key -> new ArrayList<>())
                        .add(period.period());
            }
        }
        missing.forEach((input, periods) -> said.outcomes().add(open(stated, input, periods)));
    }

    private static List<CheckedPeriod> periods(StatedCheck stated, Dossier dossier, RowPool pool) {
        ClauseCheck check = stated.check();
        List<CheckedPeriod> all = check.each() == null
                ? calendar(check, dossier.asOf(), pool)
                : pool.list(check.each(), (PerformanceFact) null).stream()
                        .map(row -> CheckedPeriod.of(row, check.from()))
                        .toList();
        Predicate<LocalDate> inForce = isInForce(stated.finding(), dossier);
        return all.stream()
                .filter(at -> check.from() == null || !at.period().to().isBefore(check.from()))
                .filter(at -> check.to() == null || !at.period().from().isAfter(check.to()))
                .filter(at -> inForce.test(at.period().to()))
                .map(at -> at.by(stated.calendar()))
                .toList();
    }

    /** From the first row that it would take; without any there is one period, of which the input is missing. */
    private static List<CheckedPeriod> calendar(ClauseCheck check, LocalDate asOf, RowPool pool) {
        Optional<LocalDate> first = check.inputs().stream()
                .filter(CheckInput.Rows.class::isInstance)
                .map(input -> ((CheckInput.Rows) input).rows())
                .filter(rows ->
                        !rows.facts().startsWith("index") && !rows.facts().startsWith("exchange"))
                .flatMap(rows -> firstDay(rows, pool).stream())
                .min(Comparator.naturalOrder());
        LocalDate begin = first.or(() -> Optional.ofNullable(check.from())).orElse(asOf.minusYears(1));
        LocalDate from = check.from();
        return CheckedPeriod.listOver(check.every(), from, from != null && begin.isBefore(from) ? from : begin, asOf);
    }

    private static Optional<LocalDate> firstDay(RowSelection rows, RowPool pool) {
        return pool.list(rows, (PerformanceFact) null).stream()
                .flatMap(row -> RowPool.day(row, rows).stream())
                .min(Comparator.naturalOrder());
    }

    private static Predicate<LocalDate> isInForce(Finding finding, Dossier dossier) {
        Map<LocalDate, Set<Finding>> byDay = new LinkedHashMap<>();
        return day -> byDay.computeIfAbsent(
                        day,
                        on -> dossier.family().listInForce(ClauseCheck.class, on).stream()
                                .map(Governed::finding)
                                .collect(Collectors.toSet()))
                .contains(finding);
    }

    private static void say(StatedCheck stated, CheckedPeriod at, CheckSheet sheet, Said said) {
        ClauseCheck check = stated.check();
        String title = check.name() + " for " + words(at.period()) + about(at.row());
        List<Finding> rests = List.of(stated.finding());
        if (stated.leakage() == null || stated.currency() == null) {
            if (sheet.amount().signum() > 0) {
                said.outcomes().add(new Breach(check.label(), title, at.period(), rests, sheet.rows()));
                return;
            }
        } else {
            Money amount = Money.of(stated.currency(), sheet.amount(), RoundingMode.HALF_UP);
            if (amount.isPositive()) {
                said.outcomes().add(entry(stated, stated.leakage(), at, sheet, title, amount));
                return;
            }
        }
        said.inOrder().add(new InOrder(check.label(), title, at.period(), "", rests, sheet.rows(), sheet.workings()));
    }

    private static LedgerEntry entry(
            StatedCheck stated, LeakageClass leakage, CheckedPeriod at, CheckSheet sheet, String title, Money amount) {
        ClauseCheck check = stated.check();
        LocalDate until = check.until() == null
                ? null
                : Moment.parse(check.until()).of(at).orElse(null);
        return new LedgerEntry(
                        check.label(),
                        leakage,
                        title,
                        at.period(),
                        amount,
                        List.of(stated.finding()),
                        sheet.rows(),
                        sheet.workings(),
                        until,
                        stated.finding().confidence())
                .claiming(claimed(stated, leakage, at, sheet));
    }

    /**
     * Whose money it is: of a wrongly charged row its price, and otherwise what the clause gives for the period. Lines that
     * it picks by what they are for are those it is about; others are only what it is computed on.
     */
    private static Claimed claimed(StatedCheck stated, LeakageClass leakage, CheckedPeriod at, CheckSheet sheet) {
        boolean picked = stated.check().each() != null
                || stated.check().inputs().stream()
                        .filter(CheckInput.Rows.class::isInstance)
                        .map(input -> ((CheckInput.Rows) input).rows())
                        .anyMatch(rows -> rows.facts().equals("invoice-line")
                                && rows.where().keySet().stream()
                                        .anyMatch(Set.of("product", "description", "id")::contains));
        Set<String> lines = sheet.rows().stream()
                .filter(row -> row.startsWith("invoice-line:"))
                .collect(Collectors.toSet());
        return leakage == LeakageClass.RECOVERABLE_OVERPAYMENT && picked && !lines.isEmpty()
                ? new Claimed(Claimed.Part.PRICE, lines)
                : new Claimed(
                        Claimed.Part.CONSEQUENCE,
                        Set.of(stated.finding().id() + " " + at.period()
                                + (at.row() == null ? "" : " " + at.row().id())));
    }

    private static NotCheckable open(StatedCheck stated, String input, List<Period> periods) {
        String when = words(periods.get(0))
                + (periods.size() == 1
                        ? ""
                        : " and " + (periods.size() - 1) + " more, the last " + words(periods.get(periods.size() - 1)));
        return new NotCheckable(
                stated.check().label(), stated.check().name(), input + " for " + when, List.of(stated.finding()));
    }

    private static String words(Period period) {
        YearMonth month = YearMonth.from(period.from());
        if (period.equals(Period.of(month))) {
            return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
        }
        return period.from().equals(period.to()) ? period.from().toString() : period.toString();
    }

    /** By which number a reader knows the row. */
    private static String about(@Nullable PerformanceFact row) {
        return row == null
                ? ""
                : Stream.of("invoice", "order", "reference", "subject", "measure")
                        .flatMap(column -> FactColumns.find(row, column).stream())
                        .findFirst()
                        .map(name -> ", " + name)
                        .orElse(", " + row.id());
    }
}
