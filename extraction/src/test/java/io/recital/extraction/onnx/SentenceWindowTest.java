package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceWindowTest {
    private static List<long[]> sentences(int... lengths) {
        List<long[]> sentences = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            long[] ids = new long[lengths[i]];
            Arrays.fill(ids, 1000 + i);
            sentences.add(ids);
        }
        return sentences;
    }

    private static float[] shares(SentenceWindow window, int sentence) {
        float[] shares = new float[window.length()];
        window.copyShares(sentence, shares, 0);
        return shares;
    }

    @Test
    void everySentenceIsJudgedOnceAndInOrder() {
        List<SentenceWindow> windows = SentenceWindow.of(sentences(100, 120, 60, 0, 300, 5, 250));
        int next = 0;
        for (SentenceWindow window : windows) {
            assertThat(window.first()).isEqualTo(next);
            assertThat(window.length()).isLessThanOrEqualTo(SentenceWindow.LONGEST);
            next += window.size();
        }
        assertThat(next).isEqualTo(7);
    }

    @Test
    void theLastWordsBeforeAWindowAreItsContextAndBelongToNoSentence() {
        SentenceWindow second = SentenceWindow.of(sentences(30, 200, 60)).get(1);
        assertThat(second.first()).isEqualTo(2);
        assertThat(second.ids()).startsWith(101).endsWith(102).hasSize(1 + 40 + 60 + 1);
        assertThat(Arrays.copyOfRange(second.ids(), 1, 41)).containsOnly(1001);
        float[] shares = shares(second, 0);
        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i]).isEqualTo(i > 40 && i < 101 ? 1f / 60 : 0);
        }
    }

    @Test
    void aSentenceThatFitsNoWindowIsCutOff() {
        SentenceWindow only = SentenceWindow.of(sentences(1000)).get(0);
        assertThat(only.length()).isEqualTo(SentenceWindow.LONGEST);
        assertThat(only.size()).isEqualTo(1);
    }

    @Test
    void aSentenceWithoutTokensHasNoShares() {
        SentenceWindow window = SentenceWindow.of(sentences(3, 0)).get(0);
        assertThat(shares(window, 1)).containsOnly(0);
    }

    @Test
    void onlyChosenSentencesAreReadAndWhatLiesBetweenTwoThatAreNear() {
        List<long[]> sentences = sentences(30, 30, 30, 30, 90, 30, 30);
        List<SentenceWindow> windows = SentenceWindow.of(7, sentences::get, chosen(1, 3, 5));
        assertThat(windows).extracting(SentenceWindow::first).containsExactly(1, 5);
        assertThat(windows).extracting(SentenceWindow::size).containsExactly(3, 1);
        assertThat(windows.get(0).ids()).hasSize(1 + 30 + 90 + 1);
        assertThat(windows.get(1).ids()).hasSize(1 + 40 + 30 + 1);
        assertThat(Arrays.copyOfRange(windows.get(1).ids(), 1, 41)).containsOnly(1004);
    }

    @Test
    void aChosenSentenceThatFitsNoMoreBeginsTheNextWindow() {
        List<long[]> sentences = sentences(200, 20, 100);
        assertThat(SentenceWindow.of(3, sentences::get, chosen(0, 2)))
                .extracting(SentenceWindow::first)
                .containsExactly(0, 2);
    }

    @Test
    void tokensAreAskedForOnceAndOnlyWhereTheyAreRead() {
        List<long[]> sentences = sentences(50, 50, 50, 50, 50, 50, 50, 50);
        List<Integer> asked = new ArrayList<>();
        SentenceWindow.of(
                8,
                index -> {
                    asked.add(index);
                    return sentences.get(index);
                },
                chosen(5));
        assertThat(asked).doesNotHaveDuplicates().contains(4, 5).doesNotContain(0, 1, 2, 3);
    }

    private static BitSet chosen(int... sentences) {
        BitSet chosen = new BitSet();
        for (int sentence : sentences) {
            chosen.set(sentence);
        }
        return chosen;
    }

    @Test
    void anEmptyDocumentHasNoWindows() {
        assertThat(SentenceWindow.of(List.of())).isEmpty();
    }
}
