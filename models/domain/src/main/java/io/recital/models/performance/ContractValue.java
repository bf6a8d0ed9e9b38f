package io.recital.models.performance;

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

    /** The sums over contract-value facts; withheld or contradictory amounts are left out. */
    public static List<ContractValue> sums(List<Finding> facts) {
        Map<Line, List<Finding>> lines = new LinkedHashMap<>();
        for (Finding finding : facts) {
            if (finding.content() instanceof ContractFact fact
                    && fact.basis() != null
                    && fact.value() instanceof TypedValue.Amount amount) {
                lines.computeIfAbsent(
                                new Line(
                                        fact.basis(),
                                        amount.value().getCurrencyUnit().getCode()),
                                line -> new ArrayList<>())
                        .add(finding);
            }
        }
        return lines.entrySet().stream()
                .map(entry -> new ContractValue(entry.getKey().basis(), sum(entry.getValue()), entry.getValue()))
                .toList();
    }

    private static BigMoney sum(List<Finding> findings) {
        return BigMoney.total(findings.stream()
                .map(finding -> ((TypedValue.Amount) ((ContractFact) finding.content()).value()).value())
                .toList());
    }
}
