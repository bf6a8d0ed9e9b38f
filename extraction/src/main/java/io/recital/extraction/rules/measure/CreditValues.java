package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.ValueMatch;
import java.util.ArrayList;
import java.util.List;

/** What a credit or its limit may be: percentages and sums of money. */
final class CreditValues {
    private static final PercentParser PERCENTS = new PercentParser();
    private static final MoneyParser AMOUNTS = new MoneyParser();

    private CreditValues() {}

    /** All of them, percentages first. */
    static List<ValueMatch> in(String words) {
        List<ValueMatch> values = new ArrayList<>(PERCENTS.findAll(words));
        values.addAll(AMOUNTS.findAll(words));
        return values;
    }
}
