package io.recital.models.ledger.measure;

import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the finding of a measure for tests: a monthly percentage that must be reached. */
final class MeasureInWords {
    private final String name;
    private final BigDecimal target;
    private final List<Tier> credits = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private Term term = Term.SERVICE_LEVEL;
    private Comparison comparison = Comparison.AT_LEAST;
    private @Nullable TypedValue cap;
    private @Nullable TimeSpan claimWindow;
    private @Nullable CreditStep step;

    MeasureInWords(String name, String target) {
        this.name = name;
        this.target = new BigDecimal(target);
    }

    MeasureInWords kpi() {
        term = Term.KPI;
        return this;
    }

    MeasureInWords atMost() {
        comparison = Comparison.AT_MOST;
        return this;
    }

    MeasureInWords credit(@Nullable String from, @Nullable String to, TypedValue value) {
        credits.add(new Tier(
                from == null ? null : new BigDecimal(from),
                true,
                to == null ? null : new BigDecimal(to),
                false,
                "%",
                value));
        return this;
    }

    MeasureInWords cap(TypedValue most) {
        cap = most;
        return this;
    }

    MeasureInWords step(TypedValue credit, String every) {
        step = new CreditStep(credit, new BigDecimal(every), false);
        return this;
    }

    MeasureInWords claimed(int days) {
        claimWindow = new TimeSpan(days, TimeSpan.Unit.DAYS);
        return this;
    }

    MeasureInWords words(String... said) {
        words.addAll(List.of(said));
        return this;
    }

    static TypedValue percent(String value) {
        return new TypedValue.Percent(new BigDecimal(value));
    }

    Finding in(String contract) {
        PerformanceMeasure measure = new PerformanceMeasure(
                name,
                term,
                null,
                comparison,
                target,
                "%",
                new TimeSpan(1, TimeSpan.Unit.MONTHS),
                credits,
                cap,
                claimWindow,
                null,
                step);
        return FamilyInWords.finding(contract, measure, words.toArray(String[]::new));
    }
}
