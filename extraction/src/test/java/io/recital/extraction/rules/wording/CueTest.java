package io.recital.extraction.rules.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", nullValues = "none", textBlock = """
                    \\bbenchmark(?:ing|er|s|ed)?\\b -> benchmark
                    most\\s+favou?red -> most
                    (?:price|pricing|fees?|rates?) -> price pricing fee rate
                    \\b(?:prices?|fees?)\\b[^.;]{0,9}\\blower\\b -> lower
                    (?:lower|higher)?\\s*prices -> prices
                    (?:lower){0,2}fees -> fees
                    (?:lower){1,2}x -> lower
                    (?i:Net)\\s+sales -> sales
                    (?i)net -> net
                    cre+dits -> dits
                    cred*its -> cre
                    (?<holder>[A-Z]\\w+)\\s+may -> may
                    \\p{Lu}abc\\pLdef -> abc
                    abc\\x41def -> none
                    (abc)\\1 -> none
                    \\Qquoted\\E|plain -> none
                    (?=ahead)tail(?!not)(?<=ind) -> tail
                    [^\\]abc]+def[a[bcd]]ghij -> ghij
                    (?<sep>[/.-])day\\k<sep>month -> month
                    one|two|\\d+ -> none
                    (?:one|tw)|three -> none
                    (?u)ask -> none
                    """)
    void readsWordsOfWhichEveryMatchHoldsOne(String regex, String words) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);

        assertThat(Cue.of(pattern).words())
                .containsExactlyInAnyOrderElementsOf(words == null ? Set.of() : Set.of(words.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
                    (?:no less|more) favou?rable | Prices NO LESS FAVOURABLE than those of others
                    \\bset(?:ting)?[- ]?off\\b | The Buyer may SET-OFF what it is owed
                    ^\\W*(?:whereas|now,? therefore)\\b | Now, Therefore the parties agree
                    İzmir|Straße | to Straße 5
                    """)
    void neverHidesAMatch(String regex, String text) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);

        assertThat(pattern.matcher(text).find()).isTrue();
        assertThat(Cue.of(pattern).mayStandIn(Cue.fold(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"benchmark,Prices are fixed,false", "benchmark,by a Benchmarker,true", "\\d+ days,in two weeks,false"})
    void passesOverTextsWithoutTheWords(String regex, String text, boolean possible) {
        assertThat(Cue.of(Pattern.compile(regex)).mayStandIn(Cue.fold(text))).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"(?:%s),40,true", "(?:%s),41,false"})
    void tooManyWordsAreNoCue(String frame, int count, boolean useful) {
        String words =
                IntStream.range(100, 100 + count).mapToObj(String::valueOf).collect(Collectors.joining("|"));

        assertThat(Cue.of(Pattern.compile(frame.formatted(words))).words().isEmpty())
                .isEqualTo(!useful);
    }

    @ParameterizedTest
    @CsvSource({
        "audit\\w* by, An audit of the books,false",
        "audit\\w* by, Audited by the Buyer,true",
        "\\d{2}, in 14 days,true"
    })
    void findsAPatternInATextThatMayHoldIt(String regex, String text, boolean found) {
        assertThat(Cue.find(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), text))
                .isEqualTo(found);
    }
}
