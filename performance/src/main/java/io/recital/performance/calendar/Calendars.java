package io.recital.performance.calendar;

import io.recital.models.ledger.duty.CalendarEntry;
import io.recital.models.ledger.duty.DutyCalendar;
import io.recital.models.report.ReportQuestion;
import io.recital.models.store.CalendarFeed;
import io.recital.models.store.CalendarToken;
import io.recital.models.store.JdbcCalendarFeeds;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendars of a tenant, of one counterparty or of one owner, and the feeds by which programs subscribe to them. */
public final class Calendars {
    private final JdbcCalendarFeeds feeds;
    private final Tenancy tenancy;
    private final Ledgers ledgers;
    private final Clock clock;

    public Calendars(JdbcCalendarFeeds feeds, Tenancy tenancy, Ledgers ledgers, Clock clock) {
        this.feeds = feeds;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * A calendar as a file.
     *
     * @param counterparty null for all
     * @param owner only what this person sees to; null for all
     * @param asOf null for today
     */
    public byte[] file(UUID tenant, @Nullable UUID counterparty, @Nullable String owner, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        ReportQuestion question = ledgers.question(tenant, counterparty, Ledgers.ALWAYS, day);
        List<CalendarEntry> entries = question.standings().stream()
                .flatMap(standing -> DutyCalendar.of(standing, owner).stream())
                .toList();
        String name = "Recital" + (owner == null ? "" : ": " + owner);
        return CalendarFile.of(entries, name, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** What a program gets that asks with a token; empty for an unknown or revoked one. */
    public Optional<byte[]> fetch(CalendarToken token) {
        UUID tenant = token.tenant();
        Optional<CalendarFeed> feed = tenancy.call(tenant, () -> feeds.find(token));
        return feed.map(found -> file(tenant, found.counterparty(), found.owner(), null));
    }
}
