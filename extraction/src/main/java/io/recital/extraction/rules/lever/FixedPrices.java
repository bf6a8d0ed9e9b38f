package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prices that do not change: until a day, for a time, within each year, or as long as the contract lasts. */
final class FixedPrices {
    private static final String STAY =
            "(?:(?:are|is|be|remains?|stays?|(?:are|is|be)\\s+(?:held|kept)|holds?)\\s+(?:\\w+\\s+)?(?:fixed|firm|unchanged|unaltered|constant|frozen|held|guaranteed|the\\s+same|as\\s+(?:it\\s+is|they\\s+are)|in\\s+effect|in\\s+force)|holds?(?=\\s+(?:good|until|till|for|through\\w*|during)\\b)"
                    + "|(?:(?:do|does|will|shall|may|must|can|are|is)(?:\\s+not|n[’']t)|cannot)\\s+(?:be\\s+)?(?:changed?|go\\s+up|rise|raised?|increased?|altered|alter|adjusted|escalated|indexed|revised|varied|vary))";
    private static final Pattern KEPT = Pattern.compile(
            "(?:^|[.;]\\s+|\\n)\\s*(?:[\\d.]+\\s+|\\([a-z\\d]{1,4}\\)\\s*)?(?<base>(?:[^.;]|\\.(?=\\d)){2,110}?)\\s+(?:(?:shall|will|must|are\\s+to|is\\s+to)\\s+(?!not\\b))?"
                    + STAY + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_INCREASE = Pattern.compile(
            "\\b(?:not|no)\\b[^.;]{0,20}\\b(?:increase|raise|escalation|uplift|indexation)\\w*\\b[^.;]{0,60}\\b(?:before|until|prior\\s+to|during|throughout|within|is|are|be)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRONOUN = Pattern.compile("(?:they|it|these|this)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LASTING = Pattern.compile(
            "\\b(?:(?:for|throughout|during|until|till|over)\\s+(?:the\\s+)?(?:\\w+\\s+){0,3}?(?:term|period|duration|life|year|contract|agreement|study|project|works?|order|engagement)\\b|until\\s+[^.;]{3,60}\\b(?:finished|complete[d]?|ends?|over)\\b|no\\s+(?:escalation|increase|indexation))",
            Pattern.CASE_INSENSITIVE);
    /** Prices that stay because something else did not happen, which the lever itself says. */
    private static final Pattern FAILING = Pattern.compile(
            "^\\s*(?:[\\d.]+\\s+)?(?:without|failing|absent|otherwise|if|unless|until\\s+then|where|in\\s+(?:that|such)\\s+(?:case|event)|should)\\b|;\\s+otherwise\\b|\\b(?:without|no)\\s+(?:such\\s+|timely\\s+)?notice\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:unless|except|if|where|provided|other\\s+(?:terms|provisions)|all\\s+other|terms\\s+and\\s+conditions|full\\s+force|by\\s+more\\s+than|more\\s+than\\s+once)\\b|%",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(?:until|through|to|before|till|prior\\s+to)\\s+(?:and\\s+including\\s+)?(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY =
            Pattern.compile("^\\s*(?:each|every|any|an?|per)\\b", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 60;

    private FixedPrices() {}

    /** Whether a sentence says that prices stay as they are. */
    static boolean areIn(LeverSentence sentence) {
        return base(sentence).isPresent();
    }

    static Optional<Candidate> read(LeverSentence sentence) {
        Optional<String> base = base(sentence);
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>();
        time(text).ifPresent(time -> parameters.add(parameter(Name.PERIOD, time.value())));
        Matcher kept = KEPT.matcher(text);
        if (parameters.isEmpty()) {
            Values.frequency(kept.find() ? text.substring(kept.end()) : text)
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        }
        boolean lasting =
                LASTING.matcher(text).find() && !OTHERWISE.matcher(text).find();
        if (base.isEmpty() || (parameters.isEmpty() && !lasting)) {
            return Optional.empty();
        }
        base.filter(words -> !words.isEmpty()).ifPresent(words -> parameters.add(parameter(Name.BASE, words)));
        return Optional.of(sentence.lever(LeverType.PRICE_ADJUSTMENT, 0.75, parameters));
    }

    /** The prices that stay as they are; empty words where the sentence before names them. */
    private static Optional<String> base(LeverSentence sentence) {
        if (sentence.says(FAILING)) {
            return Optional.empty();
        }
        Matcher kept = KEPT.matcher(sentence.text());
        if (sentence.says(KEPT) && kept.find()) {
            String words = kept.group("base").strip();
            words = words.length() > LONGEST ? PricedNoun.find(words).orElse(words) : words;
            boolean named = PricedNoun.find(words).isPresent() || PricedNoun.in(sentence.before(), words);
            boolean meant = PRONOUN.matcher(words).matches()
                    && (PricedNoun.find(sentence.before()).isPresent() || sentence.headed(PricedNoun.ANY));
            if (named || meant) {
                return Optional.of(meant ? PricedNoun.find(sentence.before()).orElse(words) : words);
            }
        }
        boolean none =
                sentence.says(NO_INCREASE) && PricedNoun.find(sentence.text()).isPresent();
        return none ? PricedNoun.find(sentence.text()) : Optional.empty();
    }

    private static Optional<ValueMatch> time(String text) {
        return Values.DATES.findAll(text).stream()
                .filter(day -> UNTIL.matcher(text.substring(0, day.start())).find())
                .findFirst()
                .or(() -> Values.DURATIONS
                        .findFirst(text)
                        .filter(length -> !EVERY.matcher(length.wording(text)).find()));
    }

    /** The day until which a sentence keeps prices. */
    static Optional<ValueMatch> until(String text) {
        return Values.DATES.findAll(text).stream()
                .filter(day -> UNTIL.matcher(text.substring(0, day.start())).find())
                .findFirst();
    }
}
