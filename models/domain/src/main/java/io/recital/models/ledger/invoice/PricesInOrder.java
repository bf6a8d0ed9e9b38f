package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.invoice.AllowedPrice.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Invoice lines that charge what is agreed: counted by contract and month, and the increases that are right apart. */
final class PricesInOrder {
    private record Increase(Finding clause, LocalDate effective) {}

    private record Month(String contract, YearMonth month) {}

    private static final class Group {
        private final List<InvoiceLine> lines = new ArrayList<>();
        private final Set<Finding> rests = new LinkedHashSet<>();
        private final @Nullable Step step;

        private Group(AllowedPrice first) {
            step = first.steps().isEmpty()
                    ? null
                    : first.steps().get(first.steps().size() - 1);
        }

        private void add(InvoiceLine line, AllowedPrice allowed) {
            lines.add(line);
            if (step != null) {
                rests.add(step.adjustment().source().finding());
            }
            rests.add(allowed.agreed().source().finding());
        }
    }

    private final Dossier dossier;
    private final Map<Increase, Group> increases = new LinkedHashMap<>();
    private final Map<Month, Group> months = new LinkedHashMap<>();

    private PricesInOrder(Dossier dossier) {
        this.dossier = dossier;
    }

    static List<InOrder> of(Dossier dossier) {
        PricesInOrder prices = new PricesInOrder(dossier);
        PriceRules rules = PriceRules.of(dossier);
        dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED)
                .filter(line -> line.quantity().signum() > 0 && line.unitPrice().signum() > 0)
                .forEach(line -> rules.find(line, line.invoiceDate()).ifPresent(allowed -> prices.look(line, allowed)));
        List<InOrder> all = new ArrayList<>();
        prices.increases.values().forEach(group -> all.add(prices.increase(group)));
        prices.months.forEach((month, group) -> all.add(agreed(month, group)));
        return all;
    }

    private void look(InvoiceLine line, AllowedPrice allowed) {
        BigMoney charged = BigMoney.of(line.currency(), line.unitPrice());
        if (charged.isGreaterThan(allowed.price())) {
            return;
        }
        List<Step> steps = allowed.steps();
        boolean raised = !steps.isEmpty() && charged.isEqual(allowed.price()) && charged.isGreaterThan(allowed.base());
        if (raised) {
            Step last = steps.get(steps.size() - 1);
            Increase key = new Increase(last.adjustment().source().finding(), last.effective());
            increases.computeIfAbsent(key, none -> new Group(allowed)).add(line, allowed);
        } else {
            Month key = new Month(line.contract(), YearMonth.from(line.priceDay()));
            months.computeIfAbsent(key, none -> new Group(allowed)).add(line, allowed);
        }
    }

    private InOrder increase(Group group) {
        Step step = Optional.ofNullable(group.step).orElseThrow();
        List<Derivation> workings = new ArrayList<>();
        List<String> because = new ArrayList<>();
        IndexValue before = step.before();
        IndexValue after = step.after();
        String percent = plain(step.percent()) + " %";
        if (before != null && after != null) {
            BigDecimal change = change(before, after, workings);
            because.add("the index went from " + plain(before.value()) + " to " + plain(after.value()) + ", by "
                    + plain(change) + " %"
                    + (change.compareTo(step.percent()) > 0 ? ", of which the clause lets " + percent + " count" : ""));
        }
        Optional<ContractEvent> notice = Optional.ofNullable(step.adjustment().notice())
                .flatMap(ahead -> NoticeOfAdjustment.find(dossier.facts().events(), step.effective(), ahead))
                .filter(NoticeOfAdjustment::inTime)
                .map(NoticeOfAdjustment::event);
        notice.ifPresent(event -> {
            because.add("the notice of it came on " + event.date() + ", in time");
            workings.add(daysAhead(event, step.effective()));
        });
        workings.add(new Derivation(Operation.LEAST, List.of(new Input("counted increase", percent, null)), percent));
        LocalDate to = group.lines.stream()
                .map(InvoiceLine::priceDay)
                .filter(day -> !day.isBefore(step.effective()))
                .max(LocalDate::compareTo)
                .orElse(step.effective());
        Stream<String> index = Stream.of(before, after)
                .flatMap(Stream::ofNullable)
                .map(value -> value.kind().label() + ":" + value.id());
        return new InOrder(
                "indexation",
                "The price increase of " + percent + " from " + step.effective() + " is right",
                new Period(step.effective(), to),
                String.join("; ", because),
                List.copyOf(group.rests),
                Stream.concat(
                                Stream.concat(
                                        index, notice.stream().map(event -> FactKind.EVENT.label() + ":" + event.id())),
                                rows(group))
                        .toList(),
                workings);
    }

    private static BigDecimal change(IndexValue before, IndexValue after, List<Derivation> workings) {
        Input now = Workings.cell("index, " + after.month(), after, "value", after.value());
        Input then = Workings.cell("index, " + before.month(), before, "value", before.value());
        BigDecimal rise = after.value().subtract(before.value());
        BigDecimal percent = rise.movePointRight(2).divide(before.value(), 2, RoundingMode.HALF_UP);
        workings.add(new Derivation(Operation.DIFFERENCE, List.of(now, then), rise.toPlainString()));
        workings.add(new Derivation(
                Operation.RATE,
                List.of(new Input("rise", rise.toPlainString(), null), then, new Input("for each", "100", null)),
                percent.toPlainString() + " %"));
        return percent;
    }

    private static Derivation daysAhead(ContractEvent notice, LocalDate effective) {
        return new Derivation(
                Operation.DAYS_BETWEEN,
                List.of(
                        Input.of(
                                "notice",
                                notice.date().toString(),
                                new FactCell(FactKind.EVENT.label(), notice.id(), "date")),
                        new Input("from", effective.toString(), null)),
                effective.toEpochDay() - notice.date().toEpochDay() + " days");
    }

    private static InOrder agreed(Month month, Group group) {
        String count = Integer.toString(group.lines.size());
        Derivation lines = new Derivation(
                Operation.COUNT,
                group.lines.stream()
                        .map(line -> Workings.cell(
                                "unit price, invoice " + line.invoice(), line, "unit_price", line.unitPrice()))
                        .toList(),
                count);
        return new InOrder(
                "rate",
                count + " invoice lines of " + month.month() + " charge no more than the agreed prices",
                Period.of(month.month()),
                "",
                List.copyOf(group.rests),
                rows(group).toList(),
                List.of(lines));
    }

    private static Stream<String> rows(Group group) {
        return group.lines.stream().map(line -> line.kind().label() + ":" + line.id());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
