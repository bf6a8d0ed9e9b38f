package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.calendar.BusinessCalendar;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeDateTest {
    private static final BusinessCalendar LEEDS = BusinessCalendar.of("the law of England and Wales");

    private static NoticeDate date(String last, String words) {
        return NoticeDate.of(LocalDate.parse(last), LEEDS, NoticeManner.of(words));
    }

    /** Received by Friday 2 October 2026 at the latest, by these words, and so sent by. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Either party may end it by written notice. | 2026-10-01 | ''
            A notice is delivered by hand and takes effect on delivery. | 2026-10-02 | by hand on 2026-10-02
            A notice is sent by e-mail and takes effect when sent. What arrives after 16:00 counts as of the next Business Day. | 2026-10-01 | by e-mail on 2026-10-01
            A notice is sent by courier. | 2026-10-01 | by courier on 2026-10-01
            A notice goes by registered post and is deemed received on the third Business Day after posting. | 2026-09-29 | by registered post on 2026-09-29
            A notice goes by registered mail and is deemed received five (5) days after mailing. It is received by noon or counts on the next Business Day. | 2026-09-24 | by registered post on 2026-09-24
            A notice by hand takes effect upon delivery; by first-class post it takes effect 48 hours after posting. | 2026-09-30 | by hand on 2026-10-02, by post on 2026-09-30
            Notices are in writing, by hand or by recorded post. It takes effect on delivery or, if posted, on the second Business Day after posting. | 2026-09-30 | by hand on 2026-10-01, by registered post on 2026-09-30
            A notice received later than 5 p.m. is deemed received on the next working day. | 2026-09-30 | ''
            """)
    void isSentEarlyEnoughWhicheverWayItGoes(String words, String sent, String ways) {
        NoticeDate date = date("2026-10-02", words);

        assertThat(date.received()).isEqualTo(LocalDate.parse("2026-10-02"));
        assertThat(date.sent()).isEqualTo(LocalDate.parse(sent));
        assertThat(String.join(
                        ", ",
                        date.sendings().stream()
                                .map(NoticeDate.Sending::display)
                                .toList()))
                .isEqualTo(ways);
    }

    @Test
    void weekendsAndHolidaysOfTheRecipientComeOff() {
        NoticeDate date = date("2026-12-28", "It goes by courier.");

        assertThat(date.received()).isEqualTo(LocalDate.parse("2026-12-24"));
        assertThat(date.sent()).isEqualTo(LocalDate.parse("2026-12-23"));
        assertThat(date.assumptions()).anyMatch(each -> each.contains("is no business day there"));
    }

    @Property
    void isNeverLaterThanTheLastDayAndNeverOnADayThatIsNoBusinessDay(
            @ForAll @IntRange(min = 0, max = 2000) int ahead, @ForAll @IntRange(min = 1, max = 9) int days) {
        LocalDate last = LocalDate.of(2025, 1, 1).plusDays(ahead);
        NoticeDate date = NoticeDate.of(
                last, LEEDS, NoticeManner.of("By registered post, received " + days + " days after posting."));

        assertThat(date.received()).isBeforeOrEqualTo(last);
        assertThat(LEEDS.isBusinessDay(date.sent())).isTrue();
        assertThat(LEEDS.plus(date.sent(), days)).isEqualTo(date.received());
    }
}
