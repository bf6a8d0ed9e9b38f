package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a contract says of a period in which there was little to measure.
 *
 * @param fewerThan how many there must be for the period to count alone
 */
record SmallSample(BigDecimal fewerThan, Then then, Citation stated) {
    /** What then becomes of the period. */
    enum Then {
        WITH_THE_PERIOD_BEFORE,
        NOT_MEASURED,
        MET
    }

    private static final Pattern FEWER = Pattern.compile(
            "\\b(?:fewer|less)\\s+than\\s+(?:a\\s+)?(?<count>\\d+|[a-z]+)\\b(?!\\s*(?:%|per\\s?cent))[^.;]*");
    private static final Pattern NONE = Pattern.compile(
            "\\b(?:if|where|when)\\s+(?:no|none)\\b[^.;]*(?:counts?\\s+as\\s+met|(?:is|are|shall\\s+be)\\s+(?:deemed|treated\\s+as|considered)\\s+(?:to\\s+have\\s+been\\s+|to\\s+be\\s+)?met)");
    private static final Pattern BEFORE = Pattern.compile(
            "(?:month|quarter|period)\\s+(?:immediately\\s+)?(?:before|preceding)|(?:preceding|previous|prior)\\s+(?:calendar\\s+)?(?:month|quarter|period)");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{1,4}[- ]?\\d{1,3}\\b");

    /** The rules that speak of this measure, or of all. */
    static List<SmallSample> list(PromisedMeasure measure) {
        return measure.citations().stream()
                .flatMap(citation -> sentences(citation.quote())
                        .filter(sentence -> isAbout(sentence, measure))
                        .flatMap(sentence -> read(sentence.toLowerCase(Locale.ROOT), citation).stream()))
                .toList();
    }

    private static java.util.stream.Stream<String> sentences(String quote) {
        return java.util.Arrays.stream(quote.split("(?<=[.;])\\s+"));
    }

    private static boolean isAbout(String sentence, PromisedMeasure measure) {
        Matcher codes = CODE.matcher(sentence);
        return codes.results()
                .map(code -> code.group().replaceAll("[- ]", ""))
                .reduce((one, other) -> one + " " + other)
                .map(named -> List.of(named.split(" ")).contains(measure.code().orElse("")))
                .orElse(true);
    }

    private static Optional<SmallSample> read(String sentence, Citation stated) {
        Matcher fewer = FEWER.matcher(sentence);
        if (fewer.find()) {
            return number(fewer.group("count"))
                    .flatMap(count -> then(sentence).map(then -> new SmallSample(count, then, stated)));
        }
        return NONE.matcher(sentence).find()
                ? Optional.of(new SmallSample(BigDecimal.ONE, Then.MET, stated))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(String word) {
        return Character.isDigit(word.charAt(0))
                ? Optional.of(new BigDecimal(word))
                : SpelledNumber.parse(word).map(BigDecimal::valueOf);
    }

    private static Optional<Then> then(String sentence) {
        if (BEFORE.matcher(sentence).find()) {
            return Optional.of(Then.WITH_THE_PERIOD_BEFORE);
        }
        if (sentence.contains("not measured")
                || sentence.contains("not be measured")
                || sentence.contains("does not apply")) {
            return Optional.of(Then.NOT_MEASURED);
        }
        return sentence.contains("met") ? Optional.of(Then.MET) : Optional.empty();
    }

    boolean holds(BigDecimal count) {
        return count.compareTo(fewerThan) < 0;
    }
}
