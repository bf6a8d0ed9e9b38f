package io.recital.models.ledger.payment;

import io.recital.models.fact.Direction;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * The report {@code working-capital}: contract days against actual days, what longer terms release, what discounts are
 * worth, and what is outstanding.
 */
public final class WorkingCapitalReporter implements Reporter {
    private static final List<String> DAYS = List.of(
            "counterparty",
            "direction",
            "paid invoices",
            "paid",
            "contract days",
            "actual days",
            "paid late",
            "other due date in our system",
            "interest on late payment",
            "longest term",
            "cash released at the longest term");
    private static final List<String> DISCOUNTS = List.of(
            "counterparty",
            "discount in percent",
            "within",
            "days before due",
            "simple yearly rate",
            "effective yearly rate",
            "missed");
    private static final List<String> SALES = List.of("counterparty", "open on", "receivables", "sales", "days", "DSO");
    private static final List<String> PAYABLES =
            List.of("counterparty", "open on", "payables", "purchases", "days", "DPO");

    @Override
    public String name() {
        return "working-capital";
    }

    @Override
    public Report report(ReportQuestion question) {
        return new Report(
                name(),
                "Working capital " + question.daysOrYear(),
                question.asOf(),
                List.of(
                        new Report.Section(
                                "Days from invoice to payment, weighted by invoice (not DPO)", DAYS, days(question)),
                        new Report.Section("Early-payment discounts", DISCOUNTS, discounts(question)),
                        new Report.Section(
                                "Days sales outstanding (DSO): receivables over sales times days, with tax",
                                SALES,
                                outstanding(question, Direction.ISSUED)),
                        new Report.Section(
                                "Payables; days payable outstanding (DPO) are payables over the cost of sales times days",
                                PAYABLES,
                                outstanding(question, Direction.RECEIVED))));
    }

    private static List<List<ReportCell>> days(ReportQuestion question) {
        record Line(Standing standing, WorkingCapital capital) {}
        List<Line> lines = question.standings().stream()
                .flatMap(standing -> WorkingCapital.of(standing.dossier(), question.daysOrYear()).stream()
                        .map(capital -> new Line(standing, capital)))
                .toList();
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Line line : lines) {
            WorkingCapital capital = line.capital();
            BigDecimal target = lines.stream()
                    .map(Line::capital)
                    .filter(other -> other.direction() == capital.direction())
                    .map(WorkingCapital::contractDays)
                    .max(
                            capital.direction() == Direction.RECEIVED
                                    ? Comparator.naturalOrder()
                                    : Comparator.reverseOrder())
                    .orElse(capital.contractDays());
            rows.add(List.of(
                    ReportCell.of(line.standing().name()),
                    ReportCell.of(capital.direction() == Direction.RECEIVED ? "we pay" : "we are paid"),
                    ReportCell.of(capital.invoices().size()),
                    ReportCell.of(capital.paid()),
                    ReportCell.of(capital.contractDays()),
                    ReportCell.of(capital.actualDays()),
                    ReportCell.of(capital.late()),
                    ReportCell.of(capital.otherDueDates()),
                    interest(line.standing(), capital),
                    ReportCell.of(target),
                    ReportCell.of(capital.releasedAt(target))));
        }
        return rows;
    }

    private static ReportCell interest(Standing standing, WorkingCapital capital) {
        LeakageClass leakage =
                capital.direction() == Direction.RECEIVED ? LeakageClass.EXPOSURE : LeakageClass.UNDER_BILLING;
        return ReportCell.of(sum(standing, capital, LatePaymentCheck.NAME, Set.of(leakage)));
    }

    private static Money sum(Standing standing, WorkingCapital capital, String check, Set<LeakageClass> classes) {
        return standing.ledger().entries().stream()
                .filter(entry -> entry.check().equals(check)
                        && classes.contains(entry.leakage())
                        && entry.amount().getCurrencyUnit().equals(capital.currency())
                        && entry.period().overlaps(capital.window()))
                .map(entry -> entry.amount())
                .reduce(Money.zero(capital.currency()), Money::plus);
    }

    private static List<List<ReportCell>> outstanding(ReportQuestion question, Direction direction) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            OutstandingInvoices.of(standing.dossier(), direction, question.daysOrYear()).stream()
                    .map(each -> List.of(
                            ReportCell.of(standing.name()),
                            ReportCell.of(each.window().to()),
                            ReportCell.of(each.open()),
                            ReportCell.of(each.invoiced()),
                            ReportCell.of(each.window().days()),
                            direction == Direction.RECEIVED
                                    ? ReportCell.of("not checkable: the cost of sales stands in no invoice")
                                    : each.days()
                                            .map(ReportCell::of)
                                            .orElse(ReportCell.of("not checkable: nothing was invoiced"))))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static List<List<ReportCell>> discounts(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            Dossier dossier = standing.dossier();
            List<LeverTerm> terms = new Levers(dossier.family())
                    .inForce(LeverType.EARLY_PAYMENT_DISCOUNT, question.asOf(), Set.of())
                    .toList();
            WorkingCapital.of(dossier, question.daysOrYear()).stream()
                    .filter(capital -> capital.direction() == Direction.RECEIVED)
                    .forEach(capital -> terms.stream()
                            .flatMap(term -> EarlyPaymentDiscount.of(term).stream())
                            .forEach(discount -> rows.add(discount(standing, capital, discount))));
        }
        return rows;
    }

    private static List<ReportCell> discount(Standing standing, WorkingCapital capital, EarlyPaymentDiscount discount) {
        long allowed = discount.within().count();
        long before = Math.round(capital.contractDays().doubleValue()) - allowed;
        boolean inDays = discount.within().unit() == TimeSpan.Unit.DAYS && before > 0;
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(discount.percent()),
                ReportCell.of(discount.within().display()),
                inDays ? ReportCell.of(before) : ReportCell.EMPTY,
                inDays
                        ? ReportCell.of(EarlyPaymentDiscount.simpleYearly(discount.percent(), before))
                        : ReportCell.EMPTY,
                inDays
                        ? ReportCell.of(EarlyPaymentDiscount.effectiveYearly(discount.percent(), before))
                        : ReportCell.EMPTY,
                ReportCell.of(sum(
                        standing,
                        capital,
                        EarlyPaymentDiscountCheck.NAME,
                        Set.of(LeakageClass.AVOIDABLE_MISSED_SAVING, LeakageClass.UNCLAIMED_ENTITLEMENT))));
    }
}
