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
import java.util.stream.Stream;

/** Minimum commitment, volume restriction, gain or revenue share, exclusivity. */
final class CommitmentRule implements LeverRule {
    private static final Pattern MINIMUM = Pattern.compile(
            "\\bminimum\\s+(?:\\w+\\s+){0,3}?(?:purchase\\w*|order\\w*|commitments?|quantit\\w+|volumes?|spend|royalt\\w+|payments?|guarantee\\w*|fees?|amounts?|revenues?|sales)\\b|\\b(?:purchas\\w+|order|buy|spend|take)\\b[^.;]{0,80}\\b(?:at\\s+least|not?\\s+less\\s+than|a\\s+minimum\\s+of|no\\s+fewer\\s+than)\\b|\\btake[\\s-]or[\\s-]pay\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_MINIMUM = Pattern.compile(
            "\\b(?:insurance|insured|coverage|per\\s+occurrence|net\\s+worth|credit\\s+rating|liability|notice|no\\s+minimum|without\\s+(?:any\\s+)?minimum|not\\s+(?:be\\s+)?(?:required|obligated)|warrant\\w*\\s+to\\s+purchase|shares)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BINDS = Pattern.compile(
            "\\b(?:shall|must|will|agrees?|commits?|is\\s+required|guarantees?|minimum)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTRICTS = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed|no\\s+more\\s+than|maximum\\s+(?:of|number|quantity|volume|amount)|up\\s+to|limited\\s+to|not\\s+more\\s+than|in\\s+excess\\s+of|(?:additional|excess|overage)\\s+(?:fees?|charges?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile(
            "\\b(?:users?|seats?|licen[cs]es?|units?|copies|servers?|devices?|transactions?|orders?|purchas\\w+|volumes?|quantit\\w+|capacity|storage|GB|TB|calls|stores?|locations?|subscribers?|pieces|tons?|tonnes?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAULTS = Pattern.compile(
            "\\b(?:defect\\w*|fault\\w*|reject\\w*|non-?conform\\w*|damaged|errors?|complaints?|failures?|incidents?|per\\s+million)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile(
            "\\b(?:revenue|profit|gain|savings?|cost)[\\s-]+shar\\w+|\\broyalt(?:y|ies)\\b|\\bshare\\s+of\\s+(?:the\\s+)?(?:net\\s+|gross\\s+)?(?:revenue|profit|savings?|sales|proceeds)|\\bcommissions?\\b|\\b(?:percent|%|per\\s*cent)\\)?\\s+of\\s+(?:the\\s+|all\\s+|its\\s+|any\\s+)?(?:\\w+\\s+){0,2}?(?:net|gross|adjusted)\\s+(?:revenues?|sales|profits?|receipts|proceeds|income|margin)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE_BASE = Pattern.compile(
            "\\G[^.;]{0,12}?\\bof\\s+(?<base>(?:the\\s+|all\\s+|its\\s+|any\\s+|such\\s+)?(?:[\\w’'-]+\\s+){0,5}?(?:revenues?|sales|profits?|receipts|proceeds|income|margin|savings?|price|fees|value|royalties|amounts?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pay|pays|paid|payable|receive|entitled|retain|share|royalt\\w+|commission\\w*|equal\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_SHARE = Pattern.compile(
            "\\b(?:interest|underpa\\w+|understat\\w+|audit\\w*|discrepanc\\w*|variance|withh\\w+|tax(?:es)?|late|voting)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCLUSIVE = Pattern.compile(
            "\\b(?:exclusive(?:ly)?\\s+(?:right|license|licence|supplier|provider|distributor\\w*|agent|source|basis|partner|purchas\\w+|manufactur\\w+|appoint\\w+|franchise|reseller|dealer|vendor|territory|sponsor\\w*|marketing|distribut\\w+)|sole\\s+(?:and\\s+exclusive\\s+)?(?:supplier|provider|distributor|source|agent|licensee|manufacturer)|on\\s+an\\s+exclusive\\s+basis|exclusively\\s+from)\\b|\\bexclusivity\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANTS = Pattern.compile(
            "\\b(?:grants?|appoints?|agrees?|hereby|engages?|designat\\w+|shall\\s+(?:be|purchase|supply|have|obtain|buy|act))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_EXCLUSIVE = Pattern.compile(
            "\\bwhereas\\b|\\bmeans?\\b|\\bnon-?\\s?exclusive|\\bexclusive\\s+(?:jurisdiction|venue|remed\\w+|property|owner\\w*|control|of)\\b|exclusive\\s+right,?\\s+title|not\\s+exclusive|sole\\s+(?:and\\s+exclusive\\s+)?(?:remed|property|owner|discretion|expense|cost|responsib)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLDER = Pattern.compile(
            "\\b(?:appoints?|grants?(?:\\s+to)?|designates?|engages?)\\s+(?:to\\s+)?(?<holder>(?:the\\s+)?[A-Z][\\w’'-]*(?:\\s[A-Z][\\w’'-]*){0,2})\\b");

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        boolean minimum = sentence.says(MINIMUM) && sentence.says(BINDS) && !sentence.says(NOT_MINIMUM);
        if (minimum) {
            minimum(sentence).ifPresent(found::add);
        }
        if (found.isEmpty() && sentence.amends() && sentence.headed(MINIMUM)) {
            amendedMinimum(sentence).ifPresent(found::add);
        }
        if (found.isEmpty() && sentence.says(RESTRICTS) && sentence.says(USE) && !sentence.says(FAULTS)) {
            restriction(sentence).ifPresent(found::add);
        }
        if (sentence.says(SHARE) && sentence.says(PAYS) && !sentence.says(NOT_SHARE)) {
            share(sentence).ifPresent(found::add);
        }
        if (sentence.says(EXCLUSIVE) && sentence.says(GRANTS) && !sentence.says(NOT_EXCLUSIVE)) {
            List<LeverParameter> parameters = new ArrayList<>();
            sentence.holder(HOLDER).ifPresent(parameters::add);
            Values.add(parameters, Name.PERIOD, Values.DURATIONS.findFirst(sentence.text()));
            found.add(sentence.lever(LeverType.EXCLUSIVITY, parameters.isEmpty() ? 0.55 : 0.8, parameters));
        }
        return found;
    }

    private static Optional<Candidate> minimum(LeverSentence sentence) {
        Matcher word = MINIMUM.matcher(sentence.text());
        if (!word.find()) {
            return Optional.empty();
        }
        Optional<ValueMatch> volume = volume(sentence.text(), word.start());
        return volume.map(match -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, match.value())));
            Values.FREQUENCIES
                    .findFirst(sentence.text())
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
            boolean named = sentence.text().matches("(?is).*\\bminimum\\b.*");
            return sentence.lever(LeverType.MINIMUM_COMMITMENT, named ? 0.82 : 0.68, parameters);
        });
    }

    /** A changed amount under a heading that says of what: {@code Minimum Purchase}. */
    private static Optional<Candidate> amendedMinimum(LeverSentence sentence) {
        return volume(sentence.text(), 0)
                .map(match -> sentence.lever(
                        LeverType.MINIMUM_COMMITMENT, 0.75, List.of(parameter(Name.VOLUME, match.value()))));
    }

    /** The first amount or quantity at or after an index. */
    private static Optional<ValueMatch> volume(String text, int from) {
        return Stream.concat(Values.MONEY.findAll(text).stream(), Values.QUANTITIES.findAll(text).stream())
                .filter(match -> match.end() > from)
                .min((a, b) -> Integer.compare(a.start(), b.start()));
    }

    private static Optional<Candidate> restriction(LeverSentence sentence) {
        Matcher word = RESTRICTS.matcher(sentence.text());
        if (!word.find()) {
            return Optional.empty();
        }
        return Values.QUANTITIES.findAll(sentence.text()).stream()
                .filter(match -> match.start() >= word.end() - 1 && match.start() - word.end() < 40)
                .findFirst()
                .map(match -> {
                    List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.CAP, match.value())));
                    Values.FREQUENCIES
                            .findFirst(sentence.text())
                            .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
                    return sentence.lever(LeverType.VOLUME_RESTRICTION, 0.68, parameters);
                });
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
