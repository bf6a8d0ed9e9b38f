package io.recital.models.performance;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;

/**
 * What contracts come to, added up per basis and currency; different bases are never mixed.
 *
 * @param rests on these findings, one per amount
 */
public record ContractValue(ValueBasis basis, BigMoney amount, List<Finding> rests) {
    public ContractValue {
        rests = List.copyOf(rests);
    }

    private record Line(ValueBasis basis, String currency) {}

    /** The sums over the contract-value facts that hold; withheld or contradictory amounts are left out. */
    public static List<ContractValue> sums(List<Governed<ContractFact>> facts) {
        Map<Line, List<Governed<ContractFact>>> lines = new LinkedHashMap<>();
        for (Governed<ContractFact> fact : facts) {
            ValueBasis basis = fact.content().basis();
            if (basis != null && fact.content().value() instanceof TypedValue.Amount amount) {
                lines.computeIfAbsent(
                                new Line(basis, amount.value().getCurrencyUnit().getCode()), line -> new ArrayList<>())
                        .add(fact);
            }
        }
        return lines.entrySet().stream()
                .map(entry -> new ContractValue(
                        entry.getKey().basis(),
                        sum(entry.getValue()),
                        entry.getValue().stream().map(Governed::finding).toList()))
                .toList();
    }

    private static BigMoney sum(List<Governed<ContractFact>> facts) {
        return BigMoney.total(facts.stream()
                .map(fact -> ((TypedValue.Amount) fact.content().value()).value())
                .toList());
    }
}
