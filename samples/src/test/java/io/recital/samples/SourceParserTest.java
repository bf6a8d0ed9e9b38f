package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## 7. Charges | 7. | Charges | 7",
                "## § 7 Haftung | § 7 | Haftung | 7",
                "## Article 7 Charges | Article 7 | Charges | Article 7",
                "## Article 7 – Charges | Article 7 – | Charges | Article 7",
                "## ARTICLE VII. ROYALTIES | ARTICLE VII. | ROYALTIES | Article VII",
                "## Section 7.01 Reports | Section 7.01 | Reports | 7.01",
                "## Paying us | '' | Paying us | Paying us",
                "## Schedule 2: Rates | '' | Schedule 2: Rates | Schedule 2",
                "## Articles we like | '' | Articles we like | Articles we like"
            })
    void readsTheNumberOfAHeading(String source, String number, String text, String path) {
        assertThat(blocks(source)).containsExactly(new Block.Heading(1, number, text, path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## Article 7 Charges~7.1 We pay.~  (a) in time; | Article 7, 7.1, 7.1(a)",
                "## § 7 Charges~(1) We pay.~(2) You wait. | 7, 7(1), 7(2)",
                "## ARTICLE VII. ROYALTIES~7.01 _Rates._ We pay. | Article VII, 7.01",
                "## ARTICLE VII. ROYALTIES~Section 7.01 _Rates._ We pay. | Article VII, 7.01",
                "## Paying us~We pay.~  (a) in time;~  (b) in full.~## Ending~(1) Now. "
                        + "| Paying us, Paying us, Paying us(a), Paying us(b), Ending, Ending(1)",
                "## 7. Charges~### Rates~We pay.~7.1 We wait. | 7, Rates, Rates, 7.1",
                "## Schedule 2~### Rates~1.1 We pay. | Schedule 2, Schedule 2, Schedule 2; para 1.1",
                "## Annex 2~## Article 3 Rates | Annex 2, Annex 2; Article 3"
            })
    void givesEachBlockThePathThatALawyerWouldCite(String source, String paths) {
        assertThat(blocks(source.replace("~", "\n\n")))
                .extracting(Block::path)
                .containsExactly(Stream.of(paths.split(", "))
                        .map(path -> path.replace(';', ','))
                        .toArray(String[]::new));
    }

    @Test
    void takesASentenceThatBeginsWithASectionForASentence() {
        assertThat(blocks("Section 7.1 of the Agreement is deleted."))
                .containsExactly(new Block.Paragraph(0, "", "Section 7.1 of the Agreement is deleted.", ""));
    }

    @Test
    void readsWhatALayoutNeeds() {
        assertThat(blocks(
                        "@cover\nNo. 7\nSupply Agreement\n**A** and **B**\n\n@contents\n\n# Supply Agreement\n\n@scan"))
                .containsExactly(
                        new Block.Cover(List.of("No. 7", "Supply Agreement", "**A** and **B**")),
                        new Block.Contents(),
                        new Block.Title("Supply Agreement", ""),
                        new Block.Scan(""));
    }

    @Test
    void readsAClauseInTwoLanguages() {
        List<Block> blocks =
                blocks("## § 9 Sprache\n\n@bilingual\n| Deutsch | English |\n|---|---|\n| Es gilt. | It applies. |");
        assertThat(blocks.get(1))
                .isEqualTo(new Block.Bilingual(
                        List.of("Deutsch", "English"), List.of(List.of("Es gilt.", "It applies.")), "9"));
        assertThat(blocks.get(1).plain()).isEqualTo("Deutsch\nEnglish\nEs gilt.\nIt applies.");
    }

    @Test
    void refusesABilingualClauseOfThreeColumns() {
        assertThatThrownBy(() -> blocks("@bilingual\n| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |"))
                .isInstanceOf(SampleException.class)
                .hasMessageContaining("two columns");
    }

    @Test
    void leavesBlanksToSignOnWhereNobodySigned() {
        Block.Signatures block =
                (Block.Signatures) blocks("@sign Foods plc | Ann Lee | Director | 3 May 2026\n@sign Advisory LLP | | |")
                        .get(0);
        assertThat(block.signatories()).extracting(Block.Signatory::isSigned).containsExactly(true, false);
        assertThat(block.plain())
                .contains(
                        "Signed by Ann Lee for and on behalf of Foods plc", "Signed for and on behalf of Advisory LLP")
                .containsPattern("Date: _{10,}");
    }

    @Test
    void knowsTheOtherSide() {
        SourceDocument source = new SourceParser("acme-1-agreement")
                .parse("---\ncounterparty: Acme Ltd\nrole: SELLER\nformat: eml\n---\n\nHello");
        assertThat(source.counterparty()).isEqualTo("Acme Ltd");
        assertThat(source.role()).isEqualTo("SELLER");
        assertThat(source.family()).isEqualTo("acme");
        assertThat(source.fileName()).isEqualTo("acme-1-agreement.eml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## 1. A~1.1 a~1.3 b | 1.3 after 1.1",
                "## 1. A~## 3. B | 3. after 1",
                "## ARTICLE I. A~1.01 a~1.02 b~## ARTICLE III. B | ARTICLE III. after 1.2",
                "## ARTICLE I. A~1.01 a~1.03 b | 1.03 after 1.1",
                "## Article 1 A~1.1 a~## Article 3 B | Article 3 after 1.1",
                "## § 1 A~## § 3 B | § 3 after 1"
            })
    void noticesAGapInTheNumbers(String source, String gap) {
        assertThat(ClauseNumbers.gaps(parse(source.replace("~", "\n\n")))).containsExactly(gap);
    }

    @ParameterizedTest
    @CsvSource({
        "## ARTICLE I. A~1.01 a~1.02 b~## ARTICLE II. B~2.01 c~## Exhibit A~1. d",
        "## § 1 A~(1) a~(2) b~## § 2 B",
        "## Rates~We pay."
    })
    void acceptsNumbersThatFollowEachOther(String source) {
        assertThat(ClauseNumbers.gaps(parse(source.replace("~", "\n\n")))).isEmpty();
    }

    private static List<Block> blocks(String source) {
        return parse(source).blocks();
    }

    private static SourceDocument parse(String source) {
        return new SourceParser("test").parse("---\ntitle: T\ndrafter: UK\n---\n\n" + source + "\n");
    }
}
