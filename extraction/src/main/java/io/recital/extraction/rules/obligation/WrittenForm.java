package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads that changes and waivers need a signed writing, which forbids the parties to make them otherwise. */
final class WrittenForm {
    private static final String CHANGE =
            "(?:amendments?|modifications?|changes?|variations?|alterations?|supplements?|additions?|extensions?|waivers?|interpretation|consents?)";
    private static final String IN_WRITING =
            "\\b(?:in\\s+writing|written|writing|signed|executed\\s+by|instrument)\\b[^.;]*";
    /** {@code No amendment is valid unless in writing}. */
    private static final Pattern NOT_UNLESS = Pattern.compile(
            "\\bno\\s+(?<what>(?:[\\w,/-]+\\s+){0,5}?" + CHANGE
                    + "\\b[^.;]{0,200}?)\\s+(?:shall|will|is|are|may)\\s+[^.;]{0,120}?\\b(?<unless>(?:unless|except|until|without|save)\\b[^.;]{0,160}?"
                    + IN_WRITING + ")",
            Pattern.CASE_INSENSITIVE);
    /** {@code Any amendment must be in writing}. */
    private static final Pattern MUST = Pattern.compile(
            "^\\W*(?<what>(?:[\\w’',/-]+\\s+){0,6}?" + CHANGE
                    + "\\b[^.;]{0,160}?)\\s+(?:must|shall|will|may|(?<need>needs?|requires?))\\s+(?:only\\s+)?(?<unless>[^.;]{0,160}?"
                    + IN_WRITING + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WAIVER_ONLY =
            Pattern.compile("\\W*(?:any\\s+|a\\s+|the\\s+)?(?:waivers?|consents?)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FACT =
            Pattern.compile("\\b(?:deemed|construed|operate|constitute|counterparts?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP = Pattern.compile(
            "\\b(?:both|each|all|either|the)\\s+(?:of\\s+the\\s+)?part(?:y|ies)\\b", Pattern.CASE_INSENSITIVE);

    private WrittenForm() {}

    static Optional<Assertion> in(String sentence) {
        Matcher not = NOT_UNLESS.matcher(sentence);
        if (not.find()) {
            return Optional.of(assertion(
                    sentence,
                    Modality.PROHIBITION,
                    "make " + not.group("what").strip() + " " + not.group("unless"),
                    not.group("what")));
        }
        Matcher must = MUST.matcher(sentence);
        if (!must.find() || FACT.matcher(must.group()).find()) {
            return Optional.empty();
        }
        String what = must.group("what").strip().replaceFirst("^A", "a");
        return Optional.of(
                must.group("need") != null
                        ? assertion(sentence, Modality.DUTY, "make " + what + " in " + must.group("unless"), what)
                        : assertion(
                                sentence,
                                Modality.PROHIBITION,
                                "make " + what + " except "
                                        + must.group("unless").replaceFirst("^(?i:be\\s+)", ""),
                                what));
    }

    private static Assertion assertion(String sentence, Modality modality, String action, String what) {
        Matcher group = GROUP.matcher(sentence);
        String usual = WAIVER_ONLY.matcher(what).matches() ? "each party" : "the parties";
        String who = group.find() ? group.group() : usual;
        return new Assertion(new Subject(who, who, false, 0.8), modality, "", action, null, 0.75);
    }
}
