package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.ledger.measure.PromisedMeasure;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which performance measures the words of a clause speak of: by name, code, the clause that promises it, or any. */
record MeasureMention(String words) {
    private static final double MOST = 0.6;
    private static final Pattern ANY_LEVEL = Pattern.compile(
            "\\b(?:the\\s+same|any|an?|one\\s+or\\s+more)\\s+(?:\\w+\\s+)?(?:service\\s+levels?|kpis?|key\\s+performance|(?:performance|quality|service)\\s+(?:measure|indicator|standard|target|metric)s?|targets?|standards?|(?:required|agreed|minimum)\\s+levels?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b(?:SL|KPI|K)-?\\d");
    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(?:clause|section|paragraph|article|§)\\s*(\\d+(?:\\.\\d+)*(?:\\([a-z\\d]+\\))*)",
            Pattern.CASE_INSENSITIVE);

    MeasureMention {
        requireNonNull(words, "words");
    }

    boolean isOf(PromisedMeasure measure) {
        Set<String> said = DutyWords.of(words);
        boolean named = DutyWords.share(DutyWords.of(measure.name()), said) >= MOST
                || measure.code().map(words::contains).orElse(false);
        return named || refersTo(measure) || isOfAny();
    }

    private boolean isOfAny() {
        return ANY_LEVEL.matcher(words).find() && !CODE.matcher(words).find();
    }

    /** Whether the words name the clause in which a measure is promised. */
    private boolean refersTo(PromisedMeasure measure) {
        return CLAUSE.matcher(words)
                .results()
                .map(clause -> clause.group(1))
                .anyMatch(number ->
                        measure.governed().finding().citations().get(0).path().equals(number));
    }
}
