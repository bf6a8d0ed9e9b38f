package io.recital.performance;

import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.report.Standing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Small ledgers for tests. */
public final class MadeLedger {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private MadeLedger() {}

    public static Standing of(String counterparty, Outcome... outcomes) {
        UUID id = id(counterparty);
        ContractFamily family =
                new ContractFamily(new Counterparty(id, counterparty, List.of(), null), List.of(), List.of());
        return new Standing(new Dossier(family, Facts.of(List.of()), TODAY), new Ledger(List.of(outcomes)));
    }

    public static LedgerEntry entry(
            LeakageClass leakage, String amount, ReviewStatus review, @Nullable LocalDate until) {
        Finding finding = finding(review);
        Derivation step = new Derivation(
                Derivation.Operation.PRODUCT,
                List.of(
                        Derivation.Input.of("late deliveries", "3", new FactCell("measurement", "M-7", "value")),
                        new Derivation.Input(
                                "for each", "a sum", finding.citations().get(0))),
                amount);
        return new LedgerEntry(
                "liquidated-damages",
                leakage,
                "Three late deliveries",
                Period.of(YearMonth.of(2026, 5)),
                Money.parse(amount),
                List.of(finding),
                List.of("measurement:M-7"),
                List.of(step),
                until,
                1);
    }

    public static Finding finding(ReviewStatus review) {
        UUID id = id("contract");
        String quote = "For each late delivery the Carrier credits EUR 45.";
        Citation citation = new Citation(
                id,
                id,
                "haulage.pdf",
                "9.2(a)",
                4,
                new Span(10, 10 + quote.length()),
                quote,
                Sha256.of(quote),
                CitationRole.CLAUSE);
        return new Finding(
                id("finding " + review),
                id,
                id,
                null,
                ContractFact.of(FactType.EFFECTIVE_DATE, new TypedValue.Day(TODAY)),
                List.of(citation),
                1,
                new Provenance("test", "1"),
                false,
                review);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
