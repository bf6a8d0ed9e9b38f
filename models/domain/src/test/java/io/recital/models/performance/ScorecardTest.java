package io.recital.models.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.performance.ObligationStanding.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private final UUID contract = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    private Finding finding(FindingContent content, double confidence) {
        return new Finding(
                UUID.randomUUID(),
                contract,
                document,
                null,
                content,
                List.of(new Citation(
                        contract,
                        document,
                        "msa.pdf",
                        "1",
                        null,
                        new Span(0, 4),
                        "word",
                        Sha256.of("word"),
                        CitationRole.CLAUSE)),
                confidence,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }

    private Finding duty(@Nullable Deadline deadline) {
        return finding(
                new Obligation(
                        Modality.DUTY, new PartyReference("Supplier", null), null, "report", null, deadline, null),
                0.9);
    }

    private Finding value(ValueBasis basis, String amount) {
        return finding(
                new ContractFact(FactType.CONTRACT_VALUE, new TypedValue.Amount(BigMoney.parse(amount)), basis), 0.9);
    }

    private Scorecard scorecard(Finding... findings) {
        Contract msa =
                new Contract(contract, "MSA", TenantRole.BUYER, document, null, Map.of(), Map.of(), Instant.EPOCH);
        return Scorecard.of(
                new Counterparty(UUID.randomUUID(), "Acme", List.of(), null),
                List.of(msa),
                List.of(findings),
                ContractValue.sums(values(findings)),
                MeasureStanding::unmeasured,
                AS_OF);
    }

    private static Map<Finding, ContractFact> values(Finding... findings) {
        Map<Finding, ContractFact> values = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.content() instanceof ContractFact fact) {
                values.put(finding, fact);
            }
        }
        return values;
    }

    @Test
    void sortsObligationsByNextDueDateAndSaysWhatTheTextAloneTells() {
        Scorecard scorecard = scorecard(
                duty(null),
                duty(new Deadline.After(new TimeSpan(5, TimeSpan.Unit.DAYS), "receipt")),
                duty(new Deadline.OnDate(LocalDate.of(2027, 1, 31))),
                duty(new Deadline.OnDate(LocalDate.of(2026, 1, 31))),
                duty(new Deadline.Recurring(
                        new TimeSpan(1, TimeSpan.Unit.MONTHS), new TimeSpan(10, TimeSpan.Unit.DAYS))));

        assertThat(scorecard.obligations())
                .extracting(ObligationStanding::status)
                .containsExactly(Status.PASSED, Status.DUE_SOON, Status.UPCOMING, Status.ON_EVENT, Status.STANDING);
        assertThat(scorecard.obligations().get(1).nextDue()).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(scorecard.obligationsByStatus()).containsEntry(Status.PASSED, 1L);
    }

    @Test
    void countsBackFromTheEndToTheLastDayForANotice() {
        Scorecard scorecard = scorecard(
                finding(ContractFact.of(FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.of(2027, 12, 31))), 0.9),
                finding(ContractFact.of(FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.of(2020, 1, 1))), 0.3),
                finding(
                        ContractFact.of(
                                FactType.NOTICE_PERIOD, new TypedValue.Length(new TimeSpan(90, TimeSpan.Unit.DAYS))),
                        0.9));

        ContractTerm term = scorecard.contracts().get(0);
        assertThat(term.expiration()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(term.noticeDate()).contains(LocalDate.of(2027, 10, 2));
        assertThat(term.hasEndedBefore(AS_OF)).isFalse();
        assertThat(term.rests()).hasSize(2);
    }

    @Test
    void saysNoNoticeDateWhenTheTextStatesNoEnd() {
        assertThat(scorecard().contracts().get(0).noticeDate()).isEmpty();
    }

    @Test
    void addsUpValuesPerBasisAndCurrency() {
        Scorecard scorecard = scorecard(
                value(ValueBasis.COMMITTED, "GBP 100.50"),
                value(ValueBasis.COMMITTED, "GBP 99.50"),
                value(ValueBasis.COMMITTED, "EUR 7"),
                value(ValueBasis.CEILING, "GBP 1000"));

        assertThat(scorecard.values())
                .extracting(sum -> sum.basis() + " " + sum.amount())
                .containsExactly("COMMITTED GBP 200.00", "COMMITTED EUR 7", "CEILING GBP 1000");
        assertThat(scorecard.provisional()).isEqualTo(4);
    }
}
