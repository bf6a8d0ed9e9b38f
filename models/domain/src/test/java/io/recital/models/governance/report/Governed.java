package io.recital.models.governance.report;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Claim;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.TimeSpan;
import io.recital.models.governance.Governance;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Recorded;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** A counterparty with one contract and the facts of a test. */
final class Governed {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final String CONTRACT = "HC-7";

    private static final VendorReference VENDOR = new VendorReference("V1", "Other Side Ltd");
    private final List<PerformanceFact> facts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final TenantRole role;

    Governed(TenantRole role) {
        this.role = role;
    }

    Governed promising(String measure, Comparison comparison, String target) {
        findings.add(FamilyInWords.finding(
                CONTRACT,
                new PerformanceMeasure(
                        measure,
                        PerformanceMeasure.Term.KPI,
                        null,
                        comparison,
                        new BigDecimal(target),
                        "%",
                        new TimeSpan(1, TimeSpan.Unit.MONTHS),
                        List.of(),
                        null,
                        null,
                        null)));
        return this;
    }

    Governed finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    Governed measured(String measure, String month, String value) {
        Period period = Period.of(YearMonth.parse(month));
        facts.add(new Measurement(
                "M-" + month,
                VENDOR,
                CONTRACT,
                measure,
                period,
                null,
                null,
                "%",
                new BigDecimal(value),
                period.to().plusDays(3),
                ""));
        return this;
    }

    Governed claimed(String id, String day, String amount, String currency, String status) {
        facts.add(new Claim(
                id,
                VENDOR,
                CONTRACT,
                "Credit",
                null,
                LocalDate.parse(day),
                new BigDecimal(amount),
                CurrencyUnit.of(currency),
                status));
        return this;
    }

    Governed invoiced(Direction direction, String day, String net, String currency) {
        LocalDate date = LocalDate.parse(day);
        BigDecimal amount = new BigDecimal(net);
        facts.add(new InvoiceLine(
                "I-" + facts.size(),
                "INV-" + facts.size(),
                1,
                direction,
                VENDOR,
                date,
                date,
                null,
                null,
                null,
                CONTRACT,
                "",
                "Hire",
                "",
                BigDecimal.ONE,
                "month",
                amount,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.of(currency),
                null));
        return this;
    }

    Dossier dossier() {
        ContractFamily family = new FamilyInWords(role)
                .with(CONTRACT, "hire agreement", "2025-01-01", findings.toArray(Finding[]::new))
                .build();
        return new Dossier(family, Facts.of(facts), TODAY);
    }

    Standing standing() {
        return new Standing(dossier(), new Ledger(List.of()));
    }

    static UUID counterparty() {
        return FamilyInWords.id("other side");
    }

    static UUID contract() {
        return FamilyInWords.id(CONTRACT);
    }

    static Governance kept(GovernanceRecord... records) {
        return new Governance(
                Stream.of(records)
                        .<Recorded<?>>map(record -> new Recorded<>(
                                UUID.nameUUIDFromBytes(record.toString().getBytes(StandardCharsets.UTF_8)),
                                1,
                                record,
                                "M. Sand",
                                Instant.EPOCH))
                        .toList(),
                List.of());
    }
}
