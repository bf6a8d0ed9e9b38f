package io.recital.models.ledger.invoice;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.lever.ClaimTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A clause about money that was charged or paid too much: whether it must be given back, and how long one may ask for it.
 *
 * @param until how long one may ask; null when the clause does not say
 */
record RefundClause(Finding finding, @Nullable ClaimTime until) {
    private static final Pattern TOO_MUCH = Pattern.compile(
            "overcharg|over-?bill|overpa(?:id|y)|too\\s+much|more\\s+than\\s+(?:was\\s+|is\\s+|it\\s+should|what\\s+)?(?:due|owed|agreed|this\\s+agreement\\s+allows)"
                    + "|(?:paid|invoiced|billed|charged)\\s+(?:\\w+\\s+)?(?:more|twice|wrongly|incorrectly|in\\s+(?:excess|error)|by\\s+mistake|something)"
                    + "|(?:wrongly|incorrectly|erroneously|unduly|mistakenly)\\s+(?:\\w+\\s+)?(?:charged|invoiced|billed|paid)|beyond\\s+what\\s+is\\s+(?:due|owed)"
                    + "|in\\s+excess\\s+of\\s+(?:this|the|these)\\s+(?:agreement|contract|terms|agreed|prices?)|(?:incorrect|wrong|erroneous)\\s+(?:\\w+\\s+)?(?:invoice|charge|bill)"
                    + "|(?:errors?|mistakes?)\\s+in\\s+(?:an|any|the)\\s+(?:invoice|bill)|(?:billing|invoice|invoicing)\\s+errors?"
                    + "|(?:contest|object\\s+to|challenge|query|dispute)\\s+(?:an|any|the)\\s+(?:invoice|charge)|excess\\s+(?:payments?|amounts?|sums?|charges?)|(?:refund|repay|return|credit)s?\\s+(?:of\\s+)?(?:the|any)\\s+(?:excess|difference|surplus)"
                    + "|(?:sums?|amounts?)\\s+(?:paid\\s+)?(?:not|which\\s+(?:is|are|was|were)\\s+not)\\s+due|zu\\s+viel|überzahl",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_PAYING = Pattern.compile(
            "withhold|pay\\s+the\\s+(?:rest|part|undisputed)|undisputed|\\baudit\\s+(?:shows|reveals|finds)|service\\s+credit",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUCH = Pattern.compile(
            "\\b(?:such|no|that|this|the|a)\\s+(?:request|demand|claim|notice)\\b|\\b(?:tell|ask|notif|claim|request|demand)\\w*\\b[^.;]{0,60}\\b(?:within|until|later\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The clause that governs a line: one that sets a time first, the latest document first. */
    static Optional<RefundClause> find(PriceBook book, InvoiceLine line, LocalDate known) {
        List<RefundClause> clauses =
                book.documents(line, line.priceDay(), known).refunds();
        return clauses.stream()
                .filter(clause -> clause.lastDay(line).isPresent())
                .findFirst()
                .or(() -> clauses.stream().findFirst());
    }

    /** Those among duties and in what stands beside them, in their order. */
    static List<RefundClause> of(List<Governed<Obligation>> duties) {
        List<RefundClause> clauses = new ArrayList<>();
        Map<String, Finding> excess = new HashMap<>();
        List<Said> said = said(duties);
        said.stream()
                .filter(each -> TOO_MUCH.matcher(each.words()).find())
                .forEach(each -> excess.putIfAbsent(each.place(), each.finding()));
        for (Said each : said) {
            boolean itself = TOO_MUCH.matcher(each.words()).find();
            boolean beside = excess.containsKey(each.place())
                    && SUCH.matcher(each.words()).find();
            if ((itself || beside) && !BEFORE_PAYING.matcher(each.words()).find()) {
                Optional<ClaimTime> time = ClaimTime.in(each.words()).or(() -> deadline(each.finding()));
                if (time.isPresent() || itself) {
                    clauses.add(new RefundClause(each.finding(), time.orElse(null)));
                }
            }
        }
        return clauses;
    }

    private static Optional<ClaimTime> deadline(Finding finding) {
        return finding.content() instanceof Obligation duty && duty.deadline() instanceof Deadline.After after
                ? ClaimTime.of(after.within(), after.event()).filter(time -> time.from() != ClaimTime.From.OTHER)
                : Optional.empty();
    }

    /** Words, what rests on them, and where they stand. */
    private record Said(String words, Finding finding, String place) {}

    /** What the duties say, and then what else is written in their clauses about charges. */
    private static List<Said> said(List<Governed<Obligation>> duties) {
        List<Said> all = new ArrayList<>();
        Map<String, Finding> places = new LinkedHashMap<>();
        for (Governed<Obligation> duty : duties) {
            List<Citation> citations = duty.finding().citations();
            all.add(new Said(
                    duty.finding().words() + ". " + duty.content().action(), duty.finding(), place(citations.get(0))));
            citations.forEach(citation -> places.putIfAbsent(place(citation), duty.finding()));
        }
        duties.stream()
                .map(Governed::member)
                .distinct()
                .flatMap(member -> member.beside().charges().stream())
                .forEach(citation -> {
                    Finding near = places.get(place(citation));
                    if (near != null) {
                        all.add(new Said(citation.quote(), near, place(citation)));
                    }
                });
        return all;
    }

    private static String place(Citation citation) {
        return citation.document() + " " + citation.path();
    }

    /** The last day on which what a line was overcharged can be asked back. */
    Optional<LocalDate> lastDay(InvoiceLine line) {
        ClaimTime time = until;
        return time == null
                ? Optional.empty()
                : time.lastDay(event -> happened(event, line), BusinessCalendar.WEEKDAYS);
    }

    private static Optional<LocalDate> happened(ClaimTime.From event, InvoiceLine line) {
        return switch (event) {
            case INVOICE, REPORT -> Optional.of(line.invoiceDate());
            case RECEIPT -> Optional.ofNullable(line.receivedOn());
            case PAYMENT -> Optional.ofNullable(line.paidOn());
            case DELIVERY, PERIOD_END -> Optional.ofNullable(line.service()).map(service -> service.to());
            default -> Optional.empty();
        };
    }

    /** The earliest last day of several lines; empty when one of them has none. */
    static @Nullable LocalDate earliest(List<Optional<LocalDate>> days) {
        return days.stream().anyMatch(Optional::isEmpty)
                ? null
                : days.stream()
                        .map(Optional::get)
                        .collect(Collectors.minBy(LocalDate::compareTo))
                        .orElse(null);
    }
}
