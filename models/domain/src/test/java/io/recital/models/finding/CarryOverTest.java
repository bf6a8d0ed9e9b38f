package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.CitableText;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.CarryOver.Carried;
import io.recital.models.finding.CarryOver.Lost;
import io.recital.models.finding.StatedFinding.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryOverTest {
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final FindingContent CONTENT =
            ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text("the laws of Ireland"));
    private static final String BEFORE = """
            1.1 The Supplier visits each site every month.
            2.1 The Customer may deduct GBP 150 for each missing visit.
            2.2 The deduction is notified within two months.
            3.1 Call-outs cost GBP 95 and reminders cost GBP 15 each.
            4.1 Notices are given in writing. 5.1 Notices are given in writing.
            """;

    /** A clause for each number at which a sentence begins. */
    private static CitableText document(int version, String words) {
        StoredText text = StoredText.of(words);
        UUID id = new UUID(2, version);
        List<Clause> clauses = new ArrayList<>();
        Matcher clause = Pattern.compile("(?s)(\\d\\.\\d) .*?(?=\\d\\.\\d |$)").matcher(words);
        while (clause.find()) {
            Span span = text.spanOfUtf16(clause.start(), clause.end());
            clauses.add(new Clause(
                    UUID.randomUUID(),
                    clauses.size(),
                    ClauseKind.CLAUSE,
                    clause.group(1),
                    null,
                    null,
                    List.of(),
                    span,
                    text.slice(span),
                    List.of(),
                    "en"));
        }
        ParsedDocument parsed = new ParsedDocument(text, List.of(), PageMap.NONE, "text/plain", null, false, List.of());
        return new CitableText(CONTRACT, id, "site-" + version + ".txt", parsed, clauses);
    }

    private static CarryOver.Outcome carry(String after, Quote... quotes) {
        CitableText before = document(1, BEFORE);
        CitableText now = document(2, after);
        Finding stated = new StatedFinding(CONTENT, List.of(quotes)).in(before);
        return new CarryOver(id -> before, contract -> now).of(stated);
    }

    private static Quote quote(String words) {
        return new Quote(words, CitationRole.CLAUSE, null);
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
            The Customer may deduct GBP 150 for each missing visit | visits each site | calls at each site                | 2.1 | false
            The Customer may deduct GBP 150 for each missing visit | 2.1 The      | 2.4 The                           | 2.4 | false
            The Customer may deduct GBP 150 for each missing visit | missing visit. | missing visit, save in August.  | 2.1 | true
            The Customer may deduct GBP 150 for each missing visit | for each missing | for each   missing            | 2.1 | false
            GBP 150                                                | in writing. 5 | by mail. 5                        | 2.1 | false
            GBP 95                                                 | every month   | every week                        | 3.1 | false
            GBP 150                                                | 1.1 The Supplier | 1.1 For GBP 150, the Supplier   | 2.1 | false
            """)
    void whatStandsThereWordForWordIsCarriedOver(
            String quote, String from, String to, String path, boolean clauseChanged) {
        assertThat(carry(BEFORE.replace(from, to), quote(quote))).isInstanceOfSatisfying(Carried.class, carried -> {
            Citation citation = carried.finding().citations().get(0);
            assertThat(citation.path()).isEqualTo(path);
            assertThat(citation.quote().replaceAll("\\s+", " ")).isEqualTo(quote);
            assertThat(citation.standsIn(
                            document(2, BEFORE.replace(from, to)).parsed().text()))
                    .isTrue();
            assertThat(carried.clauseChanged()).isEqualTo(clauseChanged);
            assertThat(carried.finding().document()).isEqualTo(new UUID(2, 2));
            assertThat(carried.finding().clause()).isNotNull();
        });
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
            The Customer may deduct GBP 150 for each missing visit | GBP 150 | GBP 175                       | no longer stands in site-2.txt
            The Customer may deduct GBP 150                        | GBP 150 | GBP 1500                      | no longer stands in site-2.txt
            The Customer may deduct GBP 150                        | GBP 150 | GBP 150.50                    | no longer stands in site-2.txt
            The Customer may deduct GBP 150                        | GBP 150 | GBP 150,000                   | no longer stands in site-2.txt
            The Customer may deduct GBP 150 for each missing visit | deduct GBP | not deduct GBP              | no longer stands in site-2.txt
            The Customer may deduct GBP 150 for each missing visit | 4.1 Notices | 4.1 The Customer may deduct GBP 150 for each missing visit. Notices | carried
            The Customer may deduct GBP 150 for each missing visit | 2.2 The deduction | The Customer may deduct GBP 150 for each missing visit. 2.2 The deduction | stands at 2 places in site-2.txt, and nothing tells which is meant
            GBP 95                                                 | Call-outs cost GBP 95 | Call-outs are free. Parking costs GBP 95 | stands among other words in site-2.txt
            GBP 150                                                | 2.1 The | 2.3 Save in August, the                | stands among other words in site-2.txt
            GBP 15 each                                            | GBP 15 each | GBP 18 each                 | no longer stands in site-2.txt
            """)
    void whatNoLongerStandsThereAsItDidHasToBeStatedAgain(String quote, String from, String to, String reason) {
        CarryOver.Outcome outcome = carry(BEFORE.replace(from, to), quote(quote));
        if (reason.equals("carried")) {
            assertThat(outcome).isInstanceOf(Carried.class);
            return;
        }
        assertThat(outcome).isInstanceOfSatisfying(Lost.class, lost -> {
            assertThat(lost.statement().reason()).isEqualTo(reason);
            assertThat(lost.statement().quote().quote()).isEqualTo(quote);
            assertThat(lost.statement().document()).isEqualTo(new UUID(2, 2));
        });
    }

    @Test
    void aPlaceAmongSeveralIsKnownByItsClause() {
        Quote second = new Quote("Notices are given in writing.", null, 2);
        assertThat(carry(BEFORE, second))
                .isInstanceOfSatisfying(
                        Carried.class,
                        carried -> assertThat(
                                        carried.finding().citations().get(0).path())
                                .isEqualTo("5.1"));
        String moved = BEFORE.replace("5.1 Notices are given in writing.", "5.1 Notices are mailed.");
        assertThat(carry(moved, second)).isInstanceOf(Lost.class);
    }

    @Test
    void oneQuoteThatIsLostLosesTheWhole() {
        assertThat(carry(
                        BEFORE.replace("two months", "one month"),
                        quote("The Customer may deduct GBP 150 for each missing visit."),
                        quote("The deduction is notified within two months.")))
                .isInstanceOfSatisfying(
                        Lost.class,
                        lost -> assertThat(lost.statement().words())
                                .isEqualTo(
                                        "“The deduction is notified within two months.” no longer stands in site-2.txt"));
    }

    /** Whatever is put in or taken out: what is carried over says the same words, and only those. */
    @Property(tries = 300)
    void noChangedWordIsEverCarriedOver(
            @ForAll @IntRange(min = 0, max = 250) int at,
            @ForAll @IntRange(min = 0, max = 12) int length,
            @ForAll @IntRange(min = 0, max = 9) int digit) {
        String after = BEFORE.substring(0, Math.min(at, BEFORE.length()))
                + digit
                + BEFORE.substring(Math.min(at + length, BEFORE.length()));
        String words = "The Customer may deduct GBP 150 for each missing visit.";
        if (carry(after, quote(words)) instanceof Carried carried) {
            Citation citation = carried.finding().citations().get(0);
            assertThat(citation.quote()).isEqualTo(words);
            assertThat(citation.standsIn(document(2, after).parsed().text())).isTrue();
        } else {
            assertThat(after.split(Pattern.quote(words), -1))
                    .satisfiesAnyOf(
                            parts -> assertThat(parts).hasSize(1),
                            parts -> assertThat(parts[0]).matches("(?s).*\\d"),
                            parts -> assertThat(parts[1]).matches("(?s)\\d.*"));
        }
    }
}
