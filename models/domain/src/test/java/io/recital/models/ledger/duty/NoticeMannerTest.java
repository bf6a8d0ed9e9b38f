package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeMannerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            Notices shall be delivered by hand or sent by registered post.                                   | by hand or by registered post
            A notice is given in writing by courier or e-mail.                                               | by courier or by e-mail
            A notice of termination is not valid if it is sent by e-mail; it goes by certified mail.         | by registered post
            Each notice is addressed to the Company Secretary, 4 Quay Road. It goes by pre-paid first class post. | by post, to the Company Secretary, 4 Quay Road
            A notice that arrives after 5.00 p.m. counts as of the next Business Day.                        | arriving before 17:00
            Notices received after 16:30 hours are deemed received on the next Business Day.                 | arriving before 16:30
            Either party may end it by written notice.                                                       | nothing
            """)
    void readsMethodAddressAndHourAndNothingThatIsNotSaid(String words, @Nullable String display) {
        assertThat(NoticeManner.of(words).display()).isEqualTo(display == null ? "" : display);
    }
}
