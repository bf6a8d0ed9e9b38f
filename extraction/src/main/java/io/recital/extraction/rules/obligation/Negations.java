package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the prohibitions that carry their negation behind the verb: {@code may use the data only to}, {@code shall hold no}. */
final class Negations {
    private static final Pattern ONLY = Pattern.compile(
            "^(?<before>\\W*\\S+(?:\\s+\\S+){0,14}?)\\s+(?:only|solely|exclusively)\\s+(?=(?:after|to|on|upon|with|by|once|when|for|in\\s+accordance|as)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile(
            "^(?<verb>\\W*[a-z]+)\\s+no\\s+(?!later|more|less|fewer|sooner|earlier|longer|other\\s+than)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEITHER = Pattern.compile("^\\W*neither\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFRAIN = Pattern.compile(
            "^(?<before>[^,;]{0,60}?)\\b(?:refrain|abstain|desist)\\s+from\\s+", Pattern.CASE_INSENSITIVE);
    /** Rights that stay rights, however narrow. */
    private static final Pattern NARROW_RIGHT =
            Pattern.compile("\\b(?:lien|terminate|claim|rely|suspend|withhold)\\b", Pattern.CASE_INSENSITIVE);

    private Negations() {}

    /** The assertion as a prohibition where its words make it one. */
    static Assertion read(Assertion assertion) {
        if (assertion.modality() == Modality.PROHIBITION) {
            return assertion;
        }
        String action = assertion.action();
        Matcher neither = NEITHER.matcher(action);
        if (neither.find()) {
            return prohibition(assertion, neither.replaceFirst("").replaceFirst("\\bnor\\b", "or"));
        }
        Matcher no = NO.matcher(action);
        if (no.find()) {
            return prohibition(assertion, no.replaceFirst("${verb} any "));
        }
        Matcher refrain = REFRAIN.matcher(action);
        if (refrain.find()) {
            return prohibition(assertion, refrain.replaceFirst("${before}"));
        }
        Matcher only = ONLY.matcher(action);
        if (assertion.undergoer() == null
                && only.find()
                && !NARROW_RIGHT.matcher(only.group()).find()) {
            return prohibition(assertion, only.replaceFirst("${before} except "));
        }
        return assertion;
    }

    private static Assertion prohibition(Assertion assertion, String action) {
        return new Assertion(
                assertion.subject(),
                Modality.PROHIBITION,
                assertion.lead(),
                action,
                assertion.undergoer(),
                assertion.weight() - 0.05);
    }
}
