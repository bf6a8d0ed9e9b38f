package io.recital.performance.calendar;

import io.recital.models.ledger.duty.CalendarEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;

/** Writes days as a calendar: one all-day event each, with reminders. */
public final class CalendarFile {
    /** The media type of what is written. */
    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private static final int LONGEST_TITLE = 160;

    private CalendarFile() {}

    /**
     * The calendar in UTF-8.
     *
     * @param name what programs call it
     * @param stamp when it was made
     */
    public static byte[] of(List<CalendarEntry> entries, String name, Instant stamp) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Recital//Recital//EN"));
        calendar.add(new Version(new net.fortuna.ical4j.model.ParameterList(), Version.VALUE_2_0));
        calendar.add(new CalScale(CalScale.VALUE_GREGORIAN));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        entries.forEach(entry -> calendar.add(event(entry, stamp)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(!entries.isEmpty()).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static VEvent event(CalendarEntry entry, Instant stamp) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid() + "@recital"));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(entry.day()));
        event.add(new Summary(shortened(entry.title())));
        event.add(new Description(entry.title() + "\n" + entry.description()));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        for (int days : entry.remindDaysBefore()) {
            VAlarm alarm = new VAlarm(Duration.ofDays(-days));
            alarm.add(new Action(Action.VALUE_DISPLAY));
            alarm.add(new Description(shortened(entry.title())));
            event.add(alarm);
        }
        return event;
    }

    private static String shortened(String title) {
        String line = title.replaceAll("\\s+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
