package io.recital.extraction.rules.lever;

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

/** Termination for convenience: rights to end without a cause. */
final class TerminationRule implements LeverRule {
    private static final Pattern TERMINATES = Pattern.compile(
            "\\b(?:may|right\\s+to|entitled\\s+to|can|shall\\s+be\\s+(?=termin|cancel)|ability\\s+to|option\\s+to|option\\s+of|elects?\\s+to|desires\\s+to|is\\s+(?=terminable|cancel)|must\\s+be\\s+given\\s+by|to\\s+be)\\b(?:[^.;]|\\.(?=\\d)){0,130}?\\b(?:terminat(?:e|ed|ing|able)|cancel(?:l?ed|l?ing|l?able)?|(?:end|stop|discontinue|withdraw\\s+from)(?=\\s+(?:this|the|any|it|its|our|your|their|all)\\b))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPRESS = Pattern.compile(
            "\\bfor\\s+(?:its\\s+|their\\s+)?convenience\\b|\\bwithout\\s+(?:any\\s+)?cause\\b|\\bno\\s+reason\\b|\\bany\\s+reasons?\\b|\\bwithout\\s+(?:giving\\s+)?(?:any\\s+)?reasons?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_WILL = Pattern.compile(
            "\\bat\\s+any\\s+time\\b|\\bin\\s+(?:its|their)\\s+sole\\s+(?:and\\s+absolute\\s+)?discretion\\b|\\bat\\s+(?:its|their)\\s+(?:sole\\s+)?(?:option|discretion|election)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_CAUSE = Pattern.compile(
            "\\b(?:breach\\w*|default\\w*|cured?|cures|remed\\w+|insolven\\w*|bankrupt\\w*|fail(?:s|ed|ure)?|non-?payment|force\\s+majeure|infring\\w*|violat\\w*|change\\s+(?:of|in)\\s+control|(?:in\\s+the\\s+)?event\\s+(?:that|of|an?|the)|in\\s+the\\s+event|continues\\s+for|triggering|\\bif\\b|ceases|upon\\s+(?:the\\s+)?(?:occurrence|death|expiration|dissolution)|unable|disability|misconduct|for\\s+cause|mutual)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile(
            "\\b(?:agreement|contract|lease|sow|statement\\s+of\\s+work|licen[cs]e|services?|support|work|order|term|part|appointment|engagement|addendum|project|relations(?:hip)?|alliance|venture|program(?:me)?|attachments?|participation|agency|arrangement|membership|franchise)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE =
            Pattern.compile("\\bnotice\\b|\\bnotif\\w+|\\bin\\s+writing\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_RENEWED = Pattern.compile(
            "\\bautomatically\\s+(?:renew|extend)\\w*|\\b(?:renew|extend)(?:ed|s)?\\s+automatically|\\bemployment\\b|\\bthis\\s+agreement\\s+(?:shall|will)\\s+terminate\\s+automatically|\\bunless\\s+(?:earlier\\s+|sooner\\s+|otherwise\\s+)?(?:terminated|cancel)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITIONAL = Pattern.compile(
            "^\\W*(?:\\([a-z0-9]{1,4}\\)\\s*|[\\d.]+\\s+)?(?:if|in\\s+the\\s+event|should|where|upon|when)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HELD =
            Pattern.compile("\\b(?:may|shall|will|can|has|have|is|are|reserves?|must)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OCCURRENCE =
            Pattern.compile("\\b(?:upon|after|following)\\s+(?:the\\s+)?occurrence\\b", Pattern.CASE_INSENSITIVE);
    /** An item of a list whose stem says that the agreement may be terminated. */
    private static final Pattern TERMINABLE = Pattern.compile(
            "\\b(?:may|can|shall|is|be)\\b[^.;]{0,80}\\b(?:terminated|terminable|cancel(?:l?ed|l?able))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY_A_PARTY = Pattern.compile(
            "^\\W*(?:[\\d.]+\\s+|\\(?[a-zA-Z0-9]{1,4}\\)\\s*)?[Bb]y\\s+(?:(?:either|any|each|both|the)\\s+|(?=\\p{Lu}))[^.;]{2,80}?\\s(?:upon|on|by|with|giving|for)\\b");
    /** Another agreement's end that something follows from. */
    private static final Pattern WHEN_ENDED = Pattern.compile(
            "\\b(?:if|upon|where|when|event)\\b[^.;]{0,160}\\b(?:is|are|be|has\\s+been)\\s+(?:terminated|cancel(?:l?ed))\\s+for\\s+(?:any|no)\\s+reason",
            Pattern.CASE_INSENSITIVE);

    private static final int BEFORE = 120;
    private static final int EXPRESS_AFTER = 300;
    private static final int AFTER = 170;

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        String text = sentence.text();
        if (sentence.stemSays(TERMINABLE) && sentence.says(BY_A_PARTY)) {
            return listed(sentence).stream().toList();
        }
        Matcher ends = TERMINATES.matcher(text);
        if (!sentence.says(TERMINATES) || !sentence.says(WHOLE) || !sentence.says(HELD) || !ends.find()) {
            return List.of();
        }
        String near = text.substring(Math.max(0, ends.start() - BEFORE), Math.min(text.length(), ends.end() + AFTER));
        boolean express = !sentence.says(WHEN_ENDED)
                && EXPRESS.matcher(text)
                        .region(Math.max(0, ends.start() - BEFORE), Math.min(text.length(), ends.end() + EXPRESS_AFTER))
                        .find();
        return termination(sentence, near, express).stream().toList();
    }

    /** {@code (c) by either party upon 60 days' notice}, under a stem that says what may be terminated. */
    private static Optional<Candidate> listed(LeverSentence sentence) {
        boolean free = sentence.says(EXPRESS) || !sentence.says(FOR_CAUSE);
        Optional<ValueMatch> notice =
                Notices.find(sentence.text(), sentence.figures().durations());
        return free && sentence.says(NOTICE) && notice.isPresent()
                ? Optional.of(lever(sentence, notice, sentence.says(EXPRESS) ? 0.85 : 0.7))
                : Optional.empty();
    }

    private static Optional<Candidate> termination(LeverSentence sentence, String near, boolean express) {
        String text = sentence.text();
        boolean cause = FOR_CAUSE.matcher(near).find() || sentence.says(CONDITIONAL);
        Optional<ValueMatch> notice =
                sentence.says(NOTICE) ? Notices.find(text, sentence.figures().durations()) : Optional.empty();
        boolean atWill = !cause
                && !sentence.says(NOT_RENEWED)
                && !OCCURRENCE.matcher(text).find()
                && sentence.says(NOTICE)
                && (notice.isPresent() || AT_WILL.matcher(near).find());
        if ((!express || sentence.says(CONDITIONAL)) && !atWill) {
            return Optional.empty();
        }
        double confidence = (express ? 0.85 : AT_WILL.matcher(near).find() ? 0.8 : 0.66) - (express && cause ? 0.1 : 0);
        return Optional.of(lever(sentence, notice, confidence));
    }

    private static Candidate lever(LeverSentence sentence, Optional<ValueMatch> notice, double confidence) {
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(Holders.BEFORE_RIGHT)
                .or(() -> sentence.holder(Holders.BY))
                .ifPresent(parameters::add);
        Values.add(parameters, Name.PERIOD, notice);
        return sentence.lever(LeverType.TERMINATION_FOR_CONVENIENCE, confidence, parameters);
    }
}
