package io.recital.models.performance;

import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /**
     * The sums over contract-value facts; withheld or contradictory amounts are left out.
     *
     * @param inForce what holds of each finding, which an amendment may have changed
     */
    public static List<ContractValue> sums(Map<Finding, ContractFact> inForce) {
        Map<Line, ContractValue> lines = new LinkedHashMap<>();
        inForce.forEach((finding, fact) -> {
            ValueBasis basis = fact.basis();
            if (basis != null && fact.value() instanceof TypedValue.Amount amount) {
                lines.merge(
                        new Line(basis, amount.value().getCurrencyUnit().getCode()),
                        new ContractValue(basis, amount.value(), List.of(finding)),
                        ContractValue::plus);
            }
        });
        return List.copyOf(lines.values());
    }

    private ContractValue plus(ContractValue other) {
        return new ContractValue(
                basis,
                amount.plus(other.amount),
                Stream.concat(rests.stream(), other.rests.stream()).toList());
    }
}
