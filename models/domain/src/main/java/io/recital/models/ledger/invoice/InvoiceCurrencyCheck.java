package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.StatedSums;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Names the dated exchange rates without which invoices in a currency that no clause knows are held against nothing. */
public final class InvoiceCurrencyCheck implements Check {
    private static final int MOST_NAMED = 5;

    private record Foreign(String contract, CurrencyUnit currency) {}

    @Override
    public List<Outcome> run(Dossier dossier) {
        Map<CurrencyUnit, List<Finding>> stated = stated(dossier);
        if (stated.isEmpty()
                || dossier.facts().invoiceLines().stream().allMatch(line -> stated.containsKey(line.currency()))) {
            return List.of();
        }
        Map.Entry<CurrencyUnit, List<Finding>> most = stated.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<CurrencyUnit, List<Finding>> each) ->
                                each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow();
        CurrencyUnit own = most.getKey();
        Map<Foreign, Set<LocalDate>> missing = new LinkedHashMap<>();
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            boolean isForeign = !stated.containsKey(line.currency());
            if (isForeign
                    && StoredRate.find(dossier, own, line.currency(), line.invoiceDate())
                            .isEmpty()) {
                missing.computeIfAbsent(new Foreign(line.contract(), line.currency()), key -> new TreeSet<>())
                        .add(line.invoiceDate());
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        missing.forEach((foreign, days) ->
                outcomes.add(notCheckable(foreign, own, days, most.getValue().get(0))));
        return outcomes;
    }

    /** The sums of the contracts in force, by currency. */
    private static Map<CurrencyUnit, List<Finding>> stated(Dossier dossier) {
        Map<CurrencyUnit, List<Finding>> stated = new LinkedHashMap<>();
        for (Governed<FindingContent> governed : dossier.family().listInForce(FindingContent.class, dossier.asOf())) {
            StatedSums.currencies(governed.content()).stream()
                    .distinct()
                    .forEach(currency -> stated.computeIfAbsent(currency, key -> new ArrayList<>())
                            .add(governed.finding()));
        }
        return stated;
    }

    private static Outcome notCheckable(Foreign foreign, CurrencyUnit own, Set<LocalDate> days, Finding sum) {
        String named = days.stream().limit(MOST_NAMED).map(LocalDate::toString).collect(Collectors.joining(", "));
        String more = days.size() > MOST_NAMED ? " and " + (days.size() - MOST_NAMED) + " more days" : "";
        String under = foreign.contract().isEmpty() ? "" : " under " + foreign.contract();
        return new NotCheckable(
                "currency",
                "Invoices" + under + " in " + foreign.currency().getCode() + " cannot be held against sums in "
                        + own.getCode(),
                "an exchange rate from " + own.getCode() + " to "
                        + foreign.currency().getCode() + " for " + named + more,
                List.of(sum));
    }
}
