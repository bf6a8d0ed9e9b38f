package io.recital.models.ledger.measure;

import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** That the report of a period came, and when. */
record ReportReceipt(LocalDate day, FactCell cell) {
    private static final Set<String> NOT_YET =
            Set.of("due", "overdue", "missing", "reminder", "preliminary", "draft", "requested");
    private static final Set<String> OF_ANY_REPORT =
            Set.of("report", "received", "sent", "monthly", "corrected", "correction");

    /**
     * When the report of a period came: the first time, or the last where a correction starts the time again.
     *
     * @param name how the contract calls the report
     * @param subject what it is about, such as the measure
     */
    static Optional<ReportReceipt> find(Facts facts, String name, String subject, Period period, boolean corrections) {
        TellingWords wanted = TellingWords.of(name + " " + subject).without(OF_ANY_REPORT);
        List<ContractEvent> reports = facts.events().stream()
                .filter(event -> isReport(event, wanted))
                .filter(event -> periodOf(event).map(period::equals).orElse(false))
                .sorted(Comparator.comparing(ContractEvent::date))
                .toList();
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        ContractEvent report = reports.get(corrections ? reports.size() - 1 : 0);
        return Optional.of(new ReportReceipt(report.date(), new FactCell(FactKind.EVENT.label(), report.id(), "date")));
    }

    private static boolean isReport(ContractEvent event, TellingWords wanted) {
        TellingWords words = TellingWords.of(event.event().replace('-', ' ') + " " + event.subject());
        return (words.has("report") || words.has("scorecard", "statement"))
                && !words.has(NOT_YET.toArray(String[]::new))
                && (wanted.isEmpty() || words.shared(wanted) > 0);
    }

    private static Optional<Period> periodOf(ContractEvent event) {
        return CalendarWords.findPeriod(event.subject()).or(() -> CalendarWords.findPeriod(event.reference()));
    }
}
