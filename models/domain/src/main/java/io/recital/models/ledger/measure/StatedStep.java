package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a credit that grows with the shortfall from the words of a measure whose finding holds neither bands nor steps. */
final class StatedStep {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final Pattern STEP = Pattern.compile(
            "(?<![\\d.,])(?<rate>" + NUMBER
                    + ")\\s*(?:%|per\\s?cent\\.?)\\s*\\)?\\s+of\\s+[^.;%]{3,80}?\\s+for\\s+(?:each|every)\\s+(?<how>full|complete|whole|commenced|started|begun)?\\s*(?<every>(?:(?!below|above|under)[^.;%]){0,60}?(?<size>(?<![\\d.,])"
                    + NUMBER
                    + ")\\s*(?:%|per\\s?cent|percentage\\s+points?|points?)|(?:full\\s+)?(?:percentage\\s+)?point)[^.;%]{0,80}?\\b(?:below|above|by\\s+which|shortfall|short\\s+of|under|beyond|less\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);

    private StatedStep() {}

    /** The one step that the words state; empty where they state several, or one in other units than the measure's. */
    static Optional<CreditStep> of(List<Citation> words, String unit) {
        List<CreditStep> steps = words.stream()
                .flatMap(citation -> STEP.matcher(citation.quote().replaceAll("(?<=\\d)\\s+%", "%"))
                        .results()
                        .map(found -> read(found.group())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return unit.contains("%") && steps.size() == 1 ? Optional.of(steps.get(0)) : Optional.empty();
    }

    private static Optional<CreditStep> read(String words) {
        Matcher found = STEP.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        BigDecimal every = found.group("size") == null ? BigDecimal.ONE : new BigDecimal(found.group("size"));
        String how = found.group("how");
        boolean commenced =
                how != null && how.toLowerCase(java.util.Locale.ROOT).matches("commenced|started|begun");
        return every.signum() > 0
                ? Optional.of(
                        new CreditStep(new TypedValue.Percent(new BigDecimal(found.group("rate"))), every, commenced))
                : Optional.empty();
    }
}
