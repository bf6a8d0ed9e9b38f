package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gain or revenue share: royalties, commissions and savings that are divided. */
final class ShareRule implements LeverRule {
    private static final Pattern SHARE = Pattern.compile(
            "\\b(?:revenue|profit|gain|savings?|cost)[\\s-]+shar\\w+|\\b(?:savings?|gains?|profits?|revenues?|proceeds)\\b(?:[^.;]|\\.(?=\\d)){0,120}\\b(?:is|are|be)\\s+(?:\\w+\\s+)?(?:shared|split|divided)\\b|\\broyalt(?:y|ies)\\b|\\bshare\\s+of\\s+(?:the\\s+)?(?:net\\s+|gross\\s+)?(?:revenue|profit|savings?|sales|proceeds)|\\bcommissions?\\b|\\b(?:percent|%|per\\s*cent)\\)?\\s+of\\s+(?:the\\s+|all\\s+|its\\s+|any\\s+)?(?:\\w+\\s+){0,2}?(?:net|gross|adjusted)\\s+(?:revenues?|sales|profits?|receipts|proceeds|income|margin)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE_BASE = Pattern.compile(
            "\\G[^.;]{0,12}?\\bof\\s+(?<base>(?:the\\s+|all\\s+|its\\s+|any\\s+|such\\s+)?(?:[\\w’'-]+\\s+){0,5}?(?:revenues?|sales|profits?|receipts|proceeds|income|margin|savings?|price|fees|value|royalties|amounts?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pay|pays|paid|payable|receive|entitled|retain|shared?|split|divided|royalt\\w+|commission\\w*|equal\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_SHARE = Pattern.compile(
            "\\b(?:interest|underpa\\w+|understat\\w+|audit\\w*|discrepanc\\w*|variance|withh\\w+|tax(?:es)?|late|voting)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIVIDED = Pattern.compile("\\b(?:shared|split|divided)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HALVES = Pattern.compile(
            "\\b(?:in\\s+)?equal\\s+(?:halves|parts|shares)\\b|\\bequally\\b|\\bhalf\\s+(?:each|and\\s+half)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARED = Pattern.compile(
            "\\b(?<base>(?:savings?|gains?|profits?|revenues?|proceeds)\\b[^.;:]{0,80}?)\\s+(?:is|are|shall\\s+be|will\\s+be)\\s",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        if (!sentence.says(SHARE) || !sentence.says(PAYS) || sentence.says(NOT_SHARE)) {
            return List.of();
        }
        return (sentence.says(DIVIDED) ? divided(sentence) : share(sentence))
                .stream().toList();
    }

    /** What is divided between the parties, with each different part as a rate. */
    private static Optional<Candidate> divided(LeverSentence sentence) {
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>();
        Values.PERCENTS.findAll(text).stream()
                .map(ValueMatch::value)
                .distinct()
                .forEach(part -> parameters.add(parameter(Name.RATE, part)));
        if (parameters.isEmpty() && sentence.says(HALVES)) {
            parameters.add(parameter(Name.RATE, new TypedValue.Percent(BigDecimal.valueOf(50))));
        }
        if (parameters.isEmpty()) {
            return share(sentence);
        }
        Matcher base = SHARED.matcher(text);
        if (base.find()) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        Values.add(parameters, Name.PERIOD, Values.DURATIONS.findFirst(text));
        return Optional.of(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.82, parameters));
    }

    private static Optional<Candidate> share(LeverSentence sentence) {
        String text = sentence.text();
        Optional<ValueMatch> percent = Values.PERCENTS.findFirst(text);
        if (percent.isEmpty()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.RATE, percent.get().value())));
        Matcher base = SHARE_BASE.matcher(text).region(percent.get().end(), text.length());
        boolean based = base.find();
        if (based) {
            parameters.add(parameter(Name.BASE, base.group("base")));
        }
        Values.tiers(text).ifPresent(tiers -> parameters.add(parameter(Name.TIERS, tiers)));
        return based || parameters.size() > 1
                ? Optional.of(sentence.lever(LeverType.GAIN_OR_REVENUE_SHARE, 0.82, parameters))
                : Optional.empty();
    }
}
