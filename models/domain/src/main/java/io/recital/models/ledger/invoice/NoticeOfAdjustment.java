package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a change of prices was notified, and what follows when it came late. */
record NoticeOfAdjustment(ContractEvent event, boolean inTime) {
    private static final Pattern NOTICE =
            Pattern.compile("(?i)notice|notif|announce|letter|calculation|mitteilung|ankuendigung|ankündigung");
    private static final Pattern CHANGE = Pattern.compile(
            "(?i)adjust|increas|indexation|uplift|price change|new (?:prices?|rates?|fees?|charges?)|(?:price|rate|fee|charge|tariff)s?\\b[^.]*\\bplus\\b|\\bplus\\s+\\d[\\d.,]*\\s*%|\\braised?\\b|anpassung|erhöhung|preisänderung");
    private static final Pattern LAPSE = Pattern.compile(
            "(?i)\\blapses?\\b|do(?:es)? not change|no increase|not (?:be )?increased|stays? as (?:they are|it is)|unchanged|verfällt|entfällt");

    /** The notice of the change on a day: one in time, or else the first late one; empty when none is on record. */
    static Optional<NoticeOfAdjustment> find(List<ContractEvent> events, LocalDate effective, NoticeBefore notice) {
        List<ContractEvent> notices = events.stream()
                .filter(NoticeOfAdjustment::isNotice)
                .filter(event -> event.date().isAfter(effective.minusYears(1)))
                .filter(event -> event.date().isBefore(effective.plusMonths(6)))
                .sorted(Comparator.comparing(ContractEvent::date))
                .toList();
        LocalDate last = notice.last(effective);
        return notices.stream()
                .filter(event -> !event.date().isAfter(last))
                .reduce((earlier, later) -> later)
                .map(event -> new NoticeOfAdjustment(event, true))
                .or(() -> notices.stream().findFirst().map(event -> new NoticeOfAdjustment(event, false)));
    }

    private static boolean isNotice(ContractEvent event) {
        String about = event.subject() + " " + event.note();
        return NOTICE.matcher(event.event() + " " + event.subject()).find()
                && CHANGE.matcher(event.event() + " " + about).find();
    }

    /** Whether a clause that stands where the adjustment does lets a late increase lapse. */
    static boolean lapsesWhenLate(Adjustment adjustment, List<Finding> clauses) {
        List<String> paths = adjustment.source().finding().citations().stream()
                .map(citation -> citation.path())
                .toList();
        Stream<Citation> beside = adjustment.source().member().beside().sentences().stream();
        Stream<Citation> cited = clauses.stream()
                .filter(finding ->
                        finding.contract().equals(adjustment.source().finding().contract()))
                .flatMap(finding -> finding.citations().stream());
        return Stream.concat(cited, beside)
                .anyMatch(citation -> paths.contains(citation.path())
                        && LAPSE.matcher(citation.quote()).find());
    }
}
