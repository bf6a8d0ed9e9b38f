package io.recital.models.ledger.measure;

import io.recital.models.fact.Claim;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.VendorReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Builds the facts of a test, in sterling, under one contract. */
final class YearOfFacts {
    private static final CurrencyUnit STERLING = CurrencyUnit.of("GBP");
    private static final VendorReference VENDOR = new VendorReference("V1", "Other Side Ltd");
    private final String contract;
    private final Direction direction;
    private final List<PerformanceFact> facts = new ArrayList<>();

    YearOfFacts(String contract, Direction direction) {
        this.contract = contract;
        this.direction = direction;
    }

    private String id(String kind) {
        return kind + "-" + (facts.size() + 1);
    }

    YearOfFacts measured(String measure, String month, String numerator, String denominator, String reportedOn) {
        return measured(measure, month, number(numerator), number(denominator), null, reportedOn, "");
    }

    YearOfFacts measured(
            String measure,
            String month,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String reportedOn,
            String note) {
        facts.add(new Measurement(
                id("M"),
                VENDOR,
                contract,
                measure,
                Period.of(YearMonth.parse(month)),
                numerator,
                denominator,
                "%",
                value,
                LocalDate.parse(reportedOn),
                note));
        return this;
    }

    YearOfFacts reported(String measure, String month, String value, String reportedOn) {
        return measured(measure, month, null, null, number(value), reportedOn, "");
    }

    /** How often something happened. */
    YearOfFacts counted(String what, String month, String number) {
        Period period = Period.of(YearMonth.parse(month));
        facts.add(new Measurement(
                id("M"),
                VENDOR,
                contract,
                what,
                period,
                null,
                null,
                "count",
                number(number),
                period.to().plusDays(5),
                ""));
        return this;
    }

    YearOfFacts event(String event, String subject, String day) {
        return event(event, subject, day, "");
    }

    YearOfFacts event(String event, String subject, String day, String reference) {
        facts.add(new ContractEvent(
                id("E"), VENDOR, contract, event, subject, LocalDate.parse(day), null, reference, ""));
        return this;
    }

    YearOfFacts invoiced(String product, String description, String month, String net) {
        return invoiced(product, description, month, net, STERLING);
    }

    YearOfFacts invoiced(String product, String description, String month, String net, CurrencyUnit currency) {
        Period service = Period.of(YearMonth.parse(month));
        facts.add(new InvoiceLine(
                id("I"),
                "INV-" + facts.size(),
                1,
                direction,
                VENDOR,
                service.to(),
                service.to(),
                null,
                service.to().plusDays(30),
                null,
                contract,
                "",
                description,
                product,
                BigDecimal.ONE,
                "month",
                number(net),
                number(net),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                currency,
                service));
        return this;
    }

    YearOfFacts claimed(String subject, String month, String sentOn, String amount, String status) {
        facts.add(new Claim(
                id("C"),
                VENDOR,
                contract,
                subject,
                Period.of(YearMonth.parse(month)),
                LocalDate.parse(sentOn),
                number(amount),
                STERLING,
                status));
        return this;
    }

    YearOfFacts credited(String description, String month, String issuedOn, String net) {
        return credited(description, month, issuedOn, net, STERLING);
    }

    YearOfFacts credited(String description, String month, String issuedOn, String net, CurrencyUnit currency) {
        facts.add(new CreditNote(
                id("N"),
                "CN-" + facts.size(),
                "",
                direction,
                VENDOR,
                LocalDate.parse(issuedOn),
                description,
                number(net),
                BigDecimal.ZERO,
                currency,
                Period.of(YearMonth.parse(month))));
        return this;
    }

    /** So many came on a day that were promised for another. */
    YearOfFacts cameLate(String product, String promised, String day, String number, String unit) {
        facts.add(new Purchase(
                id("P"),
                VENDOR,
                contract,
                "PO-" + facts.size(),
                product,
                LocalDate.parse(promised).minusDays(5),
                LocalDate.parse(promised),
                LocalDate.parse(day),
                number(number),
                number(number),
                unit));
        return this;
    }

    YearOfFacts delivered(String product, String day, String ordered, String received, String unit) {
        facts.add(new Purchase(
                id("P"),
                VENDOR,
                contract,
                "PO-" + facts.size(),
                product,
                LocalDate.parse(day).minusDays(5),
                LocalDate.parse(day),
                LocalDate.parse(day),
                number(ordered),
                number(received),
                unit));
        return this;
    }

    Facts build() {
        return Facts.of(facts);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
