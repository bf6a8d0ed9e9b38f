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
            "\\b(?:may|right\\s+to|entitled\\s+to|can|shall\\s+be\\s+(?=termin|cancel)|ability\\s+to|option\\s+to|option\\s+of|elects?\\s+to|desires\\s+to|is\\s+(?=terminable|cancel)|must\\s+be\\s+given\\s+by|to\\s+be)\\b[^.;]{0,100}?\\b(?:terminat(?:e|ed|ing|able)|cancel(?:l?ed|l?ing|l?able)?|(?:end|stop|discontinue|withdraw\\s+from)(?=\\s+(?:this|the|any|it|its|our|your|their|all)\\b))\\b",
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
            "\\b(?:agreement|contract|lease|sow|statement\\s+of\\s+work|licen[cs]e|services?|support|work|order|term|part|appointment|engagement|addendum|project|relations|arrangement|membership|franchise)\\b",
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
    private static final int BEFORE = 120;
    private static final int AFTER = 170;

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        String text = sentence.text();
        Matcher ends = TERMINATES.matcher(text);
        if (!sentence.says(TERMINATES) || !sentence.says(WHOLE) || !sentence.says(HELD) || !ends.find()) {
            return List.of();
        }
        String near = text.substring(Math.max(0, ends.start() - BEFORE), Math.min(text.length(), ends.end() + AFTER));
        return termination(sentence, near).stream().toList();
    }

    private static Optional<Candidate> termination(LeverSentence sentence, String near) {
        String text = sentence.text();
        boolean express = EXPRESS.matcher(near).find();
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
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(Holders.BEFORE_RIGHT)
                .or(() -> sentence.holder(Holders.BY))
                .ifPresent(parameters::add);
        Values.add(parameters, Name.PERIOD, notice);
        double confidence = (express ? 0.85 : AT_WILL.matcher(near).find() ? 0.8 : 0.66) - (express && cause ? 0.1 : 0);
        return Optional.of(sentence.lever(LeverType.TERMINATION_FOR_CONVENIENCE, confidence, parameters));
    }
}
