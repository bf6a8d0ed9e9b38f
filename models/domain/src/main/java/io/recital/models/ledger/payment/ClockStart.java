package io.recital.models.ledger.payment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * What starts a time for payment.
 *
 * @param monthEnd whether it starts with the end of the month in which that happens
 * @param monthsLater how many months after that one: one for the month that follows
 */
record ClockStart(Event event, boolean monthEnd, int monthsLater) {
    /** What has to happen. */
    enum Event {
        INVOICE,
        RECEIPT,
        /** Delivery or receipt of what is invoiced. */
        GOODS,
        /** The end of the time that is invoiced, such as a quarter. */
        SERVICE_END,
        /** The beginning of the time that is invoiced. */
        SERVICE_START,
        /** Something that neither invoices nor deliveries tell. */
        OTHER,
        /** The clause does not say: of invoice and receipt the later day is taken. */
        UNSTATED
    }

    private static final Pattern MONTH_END = pattern(
            "\\b(?:end|last\\s+day|close|expiry)\\b[^.;]{0,40}\\bmonth|\\bEOM\\b|\\bmonth[- ]end\\b|\\bMonatsende\\b|\\bfin\\s+de\\s+mois\\b");
    private static final Pattern NEXT_MONTH = pattern(
            "\\b(?:end|last\\s+day|close)\\s+of\\s+the\\s+(?:calendar\\s+)?(?:(?:following|next|subsequent)\\s+(?:calendar\\s+)?month|month\\s+(?:following|after|next)\\b)");
    private static final Pattern PERIOD_END = pattern(
            "\\b(?:end|last\\s+day|close|expiry|expiration)\\b[^.;]{0,30}\\b(?:quarter|half[- ]?year|year|period|week|term|season)");
    private static final Pattern PERIOD_START = pattern(
            "\\b(?:first\\s+day|beginning|start|commencement)\\s+of\\b[^.;]{0,30}\\b(?:month|quarter|half[- ]?year|year|period|week)");
    private static final Pattern RECEIPT = pattern(
            "\\b(?:receipt|receiv\\w+|receives|getting|presentation|presented|Zugang|Eingang|Erhalt)\\b|\\b(?:invoices?|bills?)\\s+(?:\\w+\\s+){0,3}(?:reach|arriv|comes?)\\w*|\\barriv\\w+\\s+of\\s+(?:\\w+\\s+)?(?:invoice|bill)");
    private static final Pattern BILL = pattern("\\b(?:invoic\\w*|bills?|statements?|Rechnung\\w*|account)\\b");
    private static final Pattern GOODS = pattern(
            "\\b(?:goods|products?|deliver\\w*|shipments?|shipped|consignments?|materials?|supplies|equipment|lots?|Lieferung|Ware)\\b");
    private static final Pattern SERVICES = pattern(
            "\\b(?:services?|work|supply|supplies|goods|products?)\\b[^.;]{0,40}\\b(?:perform|render|provid|suppl|deliver|carried)\\w*|\\bmonth\\s+of\\s+(?:delivery|supply|service)");
    private static final Pattern OTHER = pattern(
            "\\b(?:accept\\w*|completion|approv\\w*|certif\\w*|sign\\w*|install\\w*|commission\\w*|quarter|year|month|demand|request)\\b");
    private static final Pattern ISSUED = pattern("\\b(?:issue[ds]?|issuance|dated?|date)\\b");

    ClockStart {
        requireNonNull(event, "event");
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static ClockStart of(String words) {
        if (PERIOD_START.matcher(words).find()) {
            return new ClockStart(BILL.matcher(words).find() ? Event.INVOICE : Event.SERVICE_START, false, 0);
        }
        boolean monthEnd = MONTH_END.matcher(words).find();
        if (!monthEnd && PERIOD_END.matcher(words).find()) {
            return new ClockStart(Event.SERVICE_END, false, 0);
        }
        return monthEnd
                ? new ClockStart(ofMonth(words), true, NEXT_MONTH.matcher(words).find() ? 1 : 0)
                : new ClockStart(ofDay(words), false, 0);
    }

    private static Event ofMonth(String words) {
        if (SERVICES.matcher(words).find()) {
            return Event.SERVICE_END;
        }
        return RECEIPT.matcher(words).find() ? Event.RECEIPT : Event.INVOICE;
    }

    private static Event ofDay(String words) {
        boolean bill = BILL.matcher(words).find();
        boolean goods = GOODS.matcher(words).find();
        if (RECEIPT.matcher(words).find()) {
            return goods && !bill ? Event.GOODS : Event.RECEIPT;
        }
        if (OTHER.matcher(words).find() && !(bill && ISSUED.matcher(words).find())) {
            return Event.OTHER;
        }
        if (goods && !bill) {
            return Event.GOODS;
        }
        return bill
                ? goods && !ISSUED.matcher(words).find() ? Event.RECEIPT : Event.INVOICE
                : ISSUED.matcher(words).find() ? Event.INVOICE : Event.UNSTATED;
    }

    /** The day from which time is counted when it happened on one. */
    LocalDate from(LocalDate day) {
        return monthEnd ? YearMonth.from(day).plusMonths(monthsLater).atEndOfMonth() : day;
    }
}
