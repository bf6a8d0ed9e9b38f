package io.recital.retrieval.performance;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What was invoiced by each counterparty, the most first in each currency; currencies are never held against each other. */
final class Spend implements Teller {
    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\bcosts? us (?:the )?(?:most|least|more)\\b|\\b(?:spend|spent)\\b(?!.*\\b(?:rebate|tier|discount|commit\\w*|minimum)\\b)|\\bmost expensive (?:supplier|vendor|contract)"
                    + "|\\b(?:biggest|largest|smallest|top|main|priciest) (?:\\w+ )?(?:suppliers?|vendors?|spend)\\b"
                    + "|\\bhow much (?:have we been|were we|did \\S+) (?:invoiced?|billed?|charged?)\\b(?!.*\\b(?:too|wrong)\\b)");
    private static final Pattern LEAST = Pattern.compile("(?i)\\b(?:least|smallest|lowest|cheapest)\\b");

    @Override
    public List<Telling> tell(Asking asking, List<Standing> standings) {
        if (!asking.says(ASKED)) {
            return List.of();
        }
        Period time = asking.timeOrYear();
        List<Telling> told = new ArrayList<>();
        for (Standing standing : standings) {
            Map<CurrencyUnit, Map<YearMonth, BigDecimal>> months = new LinkedHashMap<>();
            for (InvoiceLine line : standing.dossier().facts().invoiceLines()) {
                if (line.direction() == Direction.RECEIVED && time.holds(line.invoiceDate())) {
                    months.computeIfAbsent(line.currency(), currency -> new TreeMap<>())
                            .merge(YearMonth.from(line.invoiceDate()), line.net(), BigDecimal::add);
                }
            }
            List<Finding> rests = Grounds.ofPrices(standing.dossier());
            if (!rests.isEmpty()) {
                months.forEach((currency, sums) -> told.add(tell(standing, time, currency, sums, rests)));
            }
        }
        Comparator<Telling> bySum = Comparator.comparing(telling ->
                telling.amount() == null ? BigDecimal.ZERO : telling.amount().getAmount());
        told.sort(asking.says(LEAST) ? bySum : bySum.reversed());
        return told;
    }

    private static Telling tell(
            Standing standing,
            Period time,
            CurrencyUnit currency,
            Map<YearMonth, BigDecimal> months,
            List<Finding> rests) {
        Money sum = Money.of(currency, months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Input> inputs = months.entrySet().stream()
                .map(month -> new Input(
                        "net of " + month.getKey(),
                        currency.getCode() + " " + month.getValue().toPlainString(),
                        null))
                .toList();
        List<Derivation> workings =
                List.of(new Derivation(Operation.SUM, inputs, Telling.money(sum)), Wording.working(time));
        return new Telling(
                List.of(
                        standing.name() + " invoiced " + Telling.money(sum) + " net from " + time.from() + " to "
                                + time.to() + ".",
                        standing.name() + " invoiced " + Telling.money(sum) + " net."),
                rests,
                workings,
                null,
                sum);
    }
}
