package io.recital.api.counterparty;

import io.recital.api.finding.FindingView;
import io.recital.models.contract.Counterparty;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.performance.ContractTerm;
import io.recital.models.performance.ContractValue;
import io.recital.models.performance.MeasureStanding;
import io.recital.models.performance.ObligationStanding;
import io.recital.models.performance.Scorecard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** A scorecard as the API shows it. */
@Schema(name = "Scorecard", description = "What a counterparty's contracts promise, and how that stands on a day")
record ScorecardView(
        Counterparty counterparty,
        LocalDate asOf,
        List<Term> contracts,
        List<Value> values,
        Map<ObligationStanding.Status, Long> obligationsByStatus,
        List<ObligationLine> obligations,
        List<MeasureLine> measures,
        List<FindingView> milestones,
        List<FindingView> levers,

        @Schema(description = "How many findings nobody has reviewed yet")
        int provisional) {
    /**
     * When a contract ends.
     *
     * @param noticeDate last day on which a notice still works
     */
    record Term(
            UUID contract,
            String title,
            @Nullable LocalDate expiration,
            @Nullable LocalDate noticeDate,
            List<FindingView> rests) {
        static Term of(ContractTerm term) {
            return new Term(
                    term.contract(),
                    term.title(),
                    term.expiration(),
                    term.noticeDate().orElse(null),
                    views(term.rests()));
        }
    }

    /** A sum per basis and currency. */
    record Value(ValueBasis basis, BigMoney amount, List<FindingView> rests) {
        static Value of(ContractValue value) {
            return new Value(value.basis(), value.amount(), views(value.rests()));
        }
    }

    /** An obligation and its next due date. */
    record ObligationLine(
            ObligationStanding.Status status, @Nullable LocalDate nextDue, FindingView finding) {}

    /** A performance measure: how it stood in its last period, how often it was missed, or what is missing to check it. */
    record MeasureLine(
            MeasureStanding.State state,
            @Nullable LocalDate to,
            @Nullable BigDecimal value,
            long missed,
            long judged,
            String missing,
            FindingView finding) {
        static MeasureLine of(MeasureStanding standing) {
            return new MeasureLine(
                    standing.state(),
                    standing.to(),
                    standing.value(),
                    standing.missed(),
                    standing.judged(),
                    standing.missing(),
                    FindingView.of(standing.finding()));
        }
    }

    static ScorecardView of(Scorecard scorecard) {
        return new ScorecardView(
                scorecard.counterparty(),
                scorecard.asOf(),
                scorecard.contracts().stream().map(Term::of).toList(),
                scorecard.values().stream().map(Value::of).toList(),
                scorecard.obligationsByStatus(),
                scorecard.obligations().stream()
                        .map(standing -> new ObligationLine(
                                standing.status(), standing.nextDue(), FindingView.of(standing.finding())))
                        .toList(),
                scorecard.measures().stream().map(MeasureLine::of).toList(),
                views(scorecard.milestones()),
                views(scorecard.levers()),
                scorecard.provisional());
    }

    private static List<FindingView> views(List<io.recital.models.finding.Finding> findings) {
        return findings.stream().map(FindingView::of).toList();
    }
}
