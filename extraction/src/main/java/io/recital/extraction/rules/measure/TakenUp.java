package io.recital.extraction.rules.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A measure of {@code them}: what is measured stands in the sentence before. */
final class TakenUp {
    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?:of\\s+)?(?:them|these|those|such)(?:\\s+so)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "^\\W*(?:\\([a-z\\d]{1,3}\\)\\s*)?(?<cases>[^.;]{3,100}?)\\s+(?:shall|must|will|are\\s+to|is\\s+to|has\\s+to|have\\s+to|needs?\\s+to)\\s+(?<standard>[^.;]{3,120})",
            Pattern.CASE_INSENSITIVE);

    private TakenUp() {}

    /** The measure with the words that its pronoun stands for, where the sentence before has them. */
    static MeasureProse.Found of(MeasureProse.Found found, String before) {
        Matcher pronoun = PRONOUN.matcher(found.name());
        Matcher subject = SUBJECT.matcher(before);
        if (!pronoun.find() || !subject.find()) {
            return found;
        }
        String cases = MeasureProse.tidy(subject.group("cases"));
        String metric = cases + " " + MeasureProse.tidy(subject.group("standard"));
        String verb = found.name().substring(0, pronoun.start()).strip();
        return new MeasureProse.Found(
                MeasureProse.tidy(verb + " of " + cases), found.target(), metric, found.term(), found.confidence());
    }
}
