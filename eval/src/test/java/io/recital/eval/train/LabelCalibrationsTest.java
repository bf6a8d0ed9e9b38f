package io.recital.eval.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.eval.clauses.CuadReadings;
import io.recital.eval.clauses.GoldSpan;
import io.recital.eval.clauses.PredictedSpan;
import io.recital.extraction.onnx.ModelCard.Calibration;
import io.recital.extraction.onnx.StatedLevers;
import io.recital.models.evidence.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelCalibrationsTest {
    private static final String MINIMUM = "Minimum Commitment";
    private static final String LEVER = "The Buyer shall purchase at least 5,000 units in each Contract Year.";
    private static final String OTHER = "The Buyer shall keep the premises clean and tidy at all times.";

    @TempDir
    Path folder;

    /** Files of two sentences that the network holds equally probable; in all but some, one of them is labelled. */
    private Map<String, Calibration> learned(int files, boolean leverIsRight) throws IOException {
        String text = "1. Purchases\n\n" + LEVER + "\n\n2. Premises\n\n" + OTHER + "\n";
        List<PredictedSpan> predicted = new ArrayList<>();
        List<GoldSpan> gold = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String file = i + ".txt";
            Files.writeString(folder.resolve(file), text);
            int lever = text.indexOf(LEVER);
            int other = text.indexOf(OTHER);
            predicted.add(new PredictedSpan(file, MINIMUM, lever, lever + LEVER.length(), 0.2));
            predicted.add(new PredictedSpan(file, MINIMUM, other, other + OTHER.length(), 0.2));
            String right = leverIsRight ? LEVER : OTHER;
            int start = text.indexOf(right);
            gold.add(new GoldSpan(file, MINIMUM, start, start + right.length(), right));
        }
        return LabelCalibrations.of(predicted, gold, new CuadReadings(folder)::levers);
    }

    @Test
    void trustsTheRulesWhereTheyAreRight() throws IOException {
        Calibration calibration = learned(30, true).get(MINIMUM);
        double odds = Calibration.logOdds(0.2);
        assertThat(calibration.judge(odds, true)).isGreaterThan(0.85);
        assertThat(calibration.judge(odds, false)).isLessThan(0.15);
    }

    @Test
    void doesNotTrustThemWhereTheyAreWrong() throws IOException {
        assertThat(learned(30, false).get(MINIMUM).lever()).isNegative();
    }

    @Test
    void staysNearTheScoreWhereLittleIsKnown() throws IOException {
        Calibration calibration = learned(1, true).get(MINIMUM);
        assertThat(calibration.scale()).isCloseTo(1, within(0.1));
        assertThat(calibration.judge(Calibration.logOdds(0.2), false)).isCloseTo(0.2, within(0.1));
    }

    @Test
    void onlyLeversThatALabelIsAboutBearIt() throws IOException {
        Files.writeString(folder.resolve("a.txt"), LEVER + "\n");
        StatedLevers levers = new CuadReadings(folder).levers("a.txt");
        Span all = new Span(0, LEVER.length());
        assertThat(levers.bear(MINIMUM, all)).isTrue();
        assertThat(levers.bear("Volume Restriction", all)).isFalse();
        assertThat(levers.bear("Governing Law", all)).isFalse();
        assertThat(levers.bear(MINIMUM, new Span(LEVER.length() + 1, LEVER.length() + 2)))
                .isFalse();
    }
}
