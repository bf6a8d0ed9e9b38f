package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingDiffTest {
    private final UUID contract = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    private Finding law(String law, int start) {
        return finding(ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text(law)), start);
    }

    private Finding finding(FindingContent content, int start) {
        Citation citation = new Citation(
                contract,
                document,
                "msa.pdf",
                "20.1",
                null,
                new Span(start, start + 10),
                "0123456789",
                Sha256.of("0123456789"),
                CitationRole.CLAUSE);
        return new Finding(
                UUID.randomUUID(),
                contract,
                document,
                null,
                content,
                List.of(citation),
                0.9,
                new Provenance("rules", "1"),
                false,
                ReviewStatus.UNREVIEWED);
    }

    @Test
    void takesTheSameStatementOfTheSameWordsForUnchangedWhoeverFoundIt() {
        ReadingDiff diff = ReadingDiff.between(List.of(law("Ireland", 0)), List.of(law("Ireland", 0)));
        assertThat(diff).isEqualTo(new ReadingDiff(List.of(), List.of(), List.of(), 1));
    }

    @Test
    void takesAnotherStatementOfTheSameWordsForChanged() {
        Finding before = law("Ireland", 0);
        Finding after = law("Irish law", 5);
        assertThat(ReadingDiff.between(List.of(before), List.of(after)).changed())
                .containsExactly(new ReadingDiff.Change(before, after));
    }

    @Test
    void takesAStatementElsewhereForAddedAndTheOtherForRemoved() {
        Finding before = law("Ireland", 0);
        Finding after = law("Ireland", 40);
        ReadingDiff diff = ReadingDiff.between(List.of(before), List.of(after));
        assertThat(diff.added()).containsExactly(after);
        assertThat(diff.removed()).containsExactly(before);
    }

    @Test
    void pairsEachFindingOnce() {
        Finding one = law("Ireland", 0);
        ReadingDiff diff = ReadingDiff.between(List.of(one), List.of(law("Ireland", 0), law("Ireland", 0)));
        assertThat(diff.unchanged()).isEqualTo(1);
        assertThat(diff.added()).hasSize(1);
    }

    @Test
    void doesNotPairFindingsOfAnotherSort() {
        Finding title = finding(ContractFact.of(FactType.TITLE, new TypedValue.Text("Ireland")), 0);
        ReadingDiff diff = ReadingDiff.between(List.of(title), List.of(law("Ireland", 0)));
        assertThat(diff.changed()).isEmpty();
        assertThat(diff.added()).hasSize(1);
    }
}
