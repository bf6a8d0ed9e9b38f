package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The last days of a notice, counted backwards and always to the earlier day.
 *
 * @param received by then it must have arrived
 * @param sent by then it should be on its way, whichever permitted way it goes
 * @param sendings for each permitted way the last day on which to send it; empty where the contract names none
 * @param assumptions each one sentence
 */
public record NoticeDate(LocalDate received, LocalDate sent, List<Sending> sendings, List<String> assumptions) {
    /** The last day to send a notice in one way. */
    public record Sending(String method, LocalDate sent) {
        /** For a reader. */
        public String display() {
            return method + " on " + sent;
        }
    }

    private static final int FOR_DELIVERY = 1;

    public NoticeDate {
        sendings = List.copyOf(sendings);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * @param last the last day on which it can be received, as the contract counts
     * @param calendar the business days of whoever receives it
     */
    static NoticeDate of(LocalDate last, BusinessCalendar calendar, NoticeManner manner) {
        List<String> assumptions = new ArrayList<>();
        LocalDate received = calendar.onOrBefore(last);
        if (!received.equals(last)) {
            assumptions.add(last + " is no business day there, so the notice should arrive on " + received);
        }
        int spare = 0;
        if (manner.cutOff() != null) {
            spare = 1;
            assumptions.add("What arrives after " + manner.cutOff()
                    + " counts as of the next business day, so it is planned to arrive a business day earlier");
        }
        List<Sending> sendings = new ArrayList<>();
        for (NoticeWay way : manner.ways()) {
            int days = Objects.requireNonNullElse(way.days(), FOR_DELIVERY);
            assumptions.add(said(way));
            sendings.add(new Sending(way.method(), calendar.minus(received, days + spare)));
        }
        if (sendings.isEmpty()) {
            assumptions.add(
                    "The contract names no way in which a notice is given; one business day is left for delivery");
        }
        LocalDate sent = sendings.stream()
                .map(Sending::sent)
                .min(LocalDate::compareTo)
                .orElse(calendar.minus(received, FOR_DELIVERY + spare));
        assumptions.add("Counted in " + calendar);
        return new NoticeDate(received, sent, sendings, assumptions);
    }

    private static String said(NoticeWay way) {
        Integer days = way.days();
        if (days == null) {
            return "Sent " + way.method()
                    + ", one business day is left for delivery, as the contract does not say when it counts as received";
        }
        return days == 0
                ? "Sent " + way.method() + ", it counts on the day on which it is delivered or sent"
                : "Sent " + way.method() + ", it counts as received " + days + " business days after it was sent";
    }
}
