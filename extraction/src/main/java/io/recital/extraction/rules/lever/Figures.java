package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.ValueMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one sentence, each sort read once and only when a rule asks for it. */
final class Figures {
    private final String text;
    private @Nullable List<ValueMatch> amounts;
    private @Nullable List<ValueMatch> percents;
    private @Nullable List<ValueMatch> durations;
    private @Nullable List<ValueMatch> quantities;

    Figures(String text) {
        this.text = text;
    }

    /** Amounts of money, withheld ones included. */
    List<ValueMatch> amounts() {
        if (amounts == null) {
            amounts = Values.MONEY.findAll(text);
        }
        return amounts;
    }

    List<ValueMatch> percents() {
        if (percents == null) {
            percents = Values.PERCENTS.findAll(text);
        }
        return percents;
    }

    List<ValueMatch> durations() {
        if (durations == null) {
            durations = Values.DURATIONS.findAll(text);
        }
        return durations;
    }

    /** Counts with a unit that contracts often name. */
    List<ValueMatch> quantities() {
        if (quantities == null) {
            quantities = Values.QUANTITIES.findAll(text);
        }
        return quantities;
    }
}
