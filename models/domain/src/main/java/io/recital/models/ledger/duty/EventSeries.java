package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events of one name and subject that came again and again, each for a time of its own. What is called otherwise than in
 * the contract, in another language perhaps, is known by its rhythm: a monthly report, where one is due.
 */
final class EventSeries {
    private static final int FEW = 3;

    private final Map<String, List<ContractEvent>> series;

    EventSeries(List<ContractEvent> events) {
        this.series = events.stream()
                .filter(event -> NamedPeriod.in(event.subject()).isPresent())
                .collect(Collectors.groupingBy(
                        event -> event.event() + " "
                                + DutyWords.withoutTime(event.subject()).stream()
                                        .sorted()
                                        .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** The one duty to which each event belongs whose series names the paper of no other duty of such a rhythm. */
    Map<ContractEvent, Duty> byRhythm(List<ScheduledDuty> duties) {
        Map<ContractEvent, Duty> found = new HashMap<>();
        series.values().stream().filter(events -> events.size() >= FEW).forEach(events -> {
            List<Duty> meant = duties.stream()
                    .filter(duty -> duty.schedule().every().isPresent()
                            && isOfTheKind(duty.duty(), events.get(0))
                            && hasTheRhythm(events, duty.times()))
                    .map(ScheduledDuty::duty)
                    .toList();
            if (meant.size() == 1) {
                events.forEach(event -> found.put(event, meant.get(0)));
            }
        });
        return found;
    }

    private static boolean isOfTheKind(Duty duty, ContractEvent event) {
        Set<String> name = DutyWords.of(event.event().replaceAll("[-_]+", " "));
        return duty.paper().filter(name::contains).isPresent() && duty.words().containsAll(name);
    }

    private static boolean hasTheRhythm(List<ContractEvent> events, List<Occurrence> times) {
        Set<Period> due = times.stream().map(Occurrence::about).collect(Collectors.toSet());
        return events.stream()
                .map(event -> NamedPeriod.in(event.subject()))
                .allMatch(named -> named.filter(due::contains).isPresent());
    }
}
