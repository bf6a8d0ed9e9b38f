package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** The invoices and credits of a period that count for a rebate or a commitment. */
public record QualifyingSpend(Period period, CurrencyUnit currency, List<InvoiceLine> lines, List<CreditNote> credits) {
    public QualifyingSpend {
        lines = List.copyOf(lines);
        credits = List.copyOf(credits);
    }

    BigDecimal invoiced() {
        return lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal credited() {
        return credits.stream().map(CreditNote::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without tax and less credits. */
    public BigDecimal net() {
        return invoiced().subtract(credited());
    }

    /** Ids of the rows, by kind. */
    public List<String> rows() {
        return Stream.concat(
                        lines.stream().map(line -> line.kind().label() + ":" + line.id()),
                        credits.stream().map(note -> note.kind().label() + ":" + note.id()))
                .toList();
    }

    List<Derivation> workings() {
        List<Derivation> steps = new ArrayList<>();
        steps.add(new Derivation(
                Operation.SUM,
                List.of(new Derivation.Input(
                        lines.size() + " invoice lines that count, " + period,
                        invoiced().toPlainString(),
                        null)),
                invoiced().toPlainString()));
        if (!credits.isEmpty()) {
            steps.add(new Derivation(
                    Operation.DIFFERENCE,
                    List.of(
                            new Derivation.Input("invoiced", invoiced().toPlainString(), null),
                            new Derivation.Input(
                                    credits.size() + " credit notes", credited().toPlainString(), null)),
                    net().toPlainString()));
        }
        return steps;
    }
}
