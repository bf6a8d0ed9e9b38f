package io.recital.extraction.rules.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A measure of {@code them}: what is measured stands in the sentence before. */
final class TakenUp {
    private static final Pattern PRONOUN = Pattern.compile(
            "^\\s*(?:them|these|those|such)(?:\\s+so)?\\s+(?<done>\\p{L}+)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "^\\W*(?:\\([a-z\\d]{1,3}\\)\\s*)?(?<cases>(?<head>[^.;]{3,60}?)(?:\\s+(?:that|which|who)\\s[^.;]{3,80}?)?)\\s+(?:shall|must|will|are\\s+to|is\\s+to|has\\s+to|have\\s+to|needs?\\s+to)\\s+(?<standard>[^.;]{3,120})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN = Pattern.compile(
            "\\b(?:(?:on\\s+)?the\\s+(?:same|next|following)\\s+\\p{L}+|within\\s+.{2,40}|by\\s+.{2,40}|on\\s+.{2,40}|in\\s+full.{0,20})$",
            Pattern.CASE_INSENSITIVE);

    private TakenUp() {}

    /** The measure with the words that its pronoun stands for, where the sentence before has them. */
    static MeasureProse.Found of(MeasureProse.Found found, String before) {
        Matcher pronoun = PRONOUN.matcher(found.name());
        Matcher subject = SUBJECT.matcher(before);
        if (!pronoun.find() || !subject.find()) {
            return found;
        }
        String standard = MeasureProse.tidy(subject.group("standard"));
        Matcher when = WHEN.matcher(standard);
        String name = MeasureProse.tidy(subject.group("head")) + " " + pronoun.group("done")
                + (when.find() ? " " + when.group() : "");
        String metric = MeasureProse.tidy(subject.group("cases")) + " " + standard;
        return new MeasureProse.Found(name, found.target(), metric, found.term(), found.confidence());
    }
}
