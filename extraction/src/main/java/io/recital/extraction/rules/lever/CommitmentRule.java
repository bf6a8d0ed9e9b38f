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
import java.util.stream.Stream;

/** Minimum commitment, volume restriction, exclusivity. */
final class CommitmentRule implements LeverRule {
    private static final Pattern MINIMUM = Pattern.compile(
            "\\b(?:each|the|such)\\s+minimum\\s+(?:shall|will)\\s+be\\b|\\bminimum\\s+(?:\\w+\\s+){0,3}?(?:purchase\\w*|order\\w*|commitments?|quantit\\w+|volumes?|spend|royalt\\w+|payments?|guarantee\\w*|fees?|amounts?|revenues?|sales)\\b|\\b(?:purchas\\w+|order|buy|spend|take)\\b[^.;]{0,80}\\b(?:at\\s+least|not?\\s+less\\s+than|a\\s+minimum\\s+of|no\\s+fewer\\s+than)\\b|\\btake[\\s-]or[\\s-]pay\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_MINIMUM = Pattern.compile(
            "\\b(?:wages?|is\\s+reduced|are\\s+reduced|amounts?\\s+in\\s+the\\s+aggregate|in\\s+the\\s+aggregate|insurance|insured|coverage|per\\s+occurrence|net\\s+worth|credit\\s+rating|liability|notice|no\\s+minimum|without\\s+(?:any\\s+)?minimum|not\\s+(?:be\\s+)?(?:required|obligated)|warrant\\w*\\s+to\\s+purchase|shares)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BINDS = Pattern.compile(
            "\\b(?:shall|must|will|agrees?|commits?|is\\s+required|guarantees?|minimum)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTRICTS = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed|no\\s+more\\s+than|maximum\\s+(?:of|number|quantity|volume|amount)|up\\s+to|limited\\s+to|not\\s+more\\s+than|not\\s+exceeding|(?:not|never)\\b[^.;]{0,120}?\\bmore\\s+than|in\\s+excess\\s+of|(?:additional|excess|overage)\\s+(?:fees?|charges?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile(
            "\\b(?:users?|seats?|requests?|licen[cs]es?|units?|copies|servers?|devices?|transactions?|orders?|purchas\\w+|volumes?|quantit\\w+|capacity|storage|GB|TB|calls|stores?|locations?|subscribers?|pieces|tons?|tonnes?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAULTS = Pattern.compile(
            "\\b(?:defect\\w*|fault\\w*|reject\\w*|non-?conform\\w*|damaged|errors?|complaints?|failures?|incidents?|per\\s+million)\\b",
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

    private static final Pattern BARE = Pattern.compile(
            "\\s*(?:[a-z-]+\\s*\\(\\s*)?(?<count>\\d[\\d,]*)\\s*\\)?\\s+(?:in|per|during|for)\\s+(?:any|each|every|a|one)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINED = Pattern.compile("[“\"]([A-Z][\\w\\s’-]{2,40})[”\"]");
    private static final Pattern SPENT = Pattern.compile(
            "\\b(?<base>(?:total\\s+|aggregate\\s+)?(?:fees|charges|spend|expenditure|price)\\s+(?:under|for|payable\\s+under)\\s+(?:this|the|an?y?)\\s+(?:[\\w-]+\\s+){0,2}?(?:order|sow|work|agreement|contract))\\s+(?:shall|must|may|will)\\s+not\\s+exceed\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile(
            "^\\s*(?:minimum|smallest)\\s+(?:order|call-off|delivery)\\s*(?:line|quantity|size)?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLY_TO = Pattern.compile(
            "\\b(?:shall|will|must|agrees\\s+to)\\s+(?:[\\w\\s,]{0,30})?(?:entrust|buy|purchase|order|obtain|procure|award|source)\\b[^.;]{0,160}\\b(?:(?:to|from|with)\\s+(?<holder>(?:the\\s+)?[A-Z][\\w’-]*)\\s+(?:only|alone|exclusively)|(?:only|exclusively|solely)\\s+(?:to|from|with)\\s+(?:the\\s+)?[A-Z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_NO_OTHER = Pattern.compile(
            "\\b(?:shall|will|may|must)\\s+not\\s+(?:[\\w\\s,]{0,30})?(?:grant|appoint|license|supply|sell|offer)\\b[^.;]{0,40}\\b(?:any\\s+other|another|any\\s+third)\\s+(?:person|party|distributor|licensee|reseller|agent|customer\\s+in)\\b[^.;]{0,60}\\b(?:licen[cs]e|right|appointment|products?|goods|territory|field|within|in)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>();
        boolean minimum =
                sentence.says(MINIMUM) && !sentence.says(LINE) && sentence.says(BINDS) && !sentence.says(NOT_MINIMUM);
        if (minimum) {
            minimum(sentence).ifPresent(found::add);
        }
        if (found.isEmpty() && sentence.amends() && sentence.headed(MINIMUM)) {
            amendedMinimum(sentence).ifPresent(found::add);
        }
        if (sentence.says(SPENT)) {
            ceiling(sentence).ifPresent(found::add);
        }
        if (found.isEmpty() && sentence.says(LINE)) {
            Values.QUANTITIES
                    .findFirst(sentence.text())
                    .map(least -> sentence.lever(
                            LeverType.VOLUME_RESTRICTION, 0.75, List.of(parameter(Name.VOLUME, least.value()))))
                    .ifPresent(found::add);
        }
        if (found.isEmpty() && sentence.says(RESTRICTS) && sentence.says(USE) && !sentence.says(FAULTS)) {
            restriction(sentence).ifPresent(found::add);
        }
        boolean granted = sentence.says(EXCLUSIVE) && sentence.says(GRANTS) && !sentence.says(NOT_EXCLUSIVE);
        if (granted || sentence.says(ONLY_TO) || sentence.says(TO_NO_OTHER)) {
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
        if (volume.isEmpty() && word.group().matches("(?is).*\\bbe")) {
            return share(sentence, word.end());
        }
        return volume.map(match -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, match.value())));
            Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
            Values.start(sentence.text()).ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
            boolean named = sentence.text().matches("(?is).*\\bminimum\\b.*");
            return sentence.lever(LeverType.MINIMUM_COMMITMENT, named ? 0.82 : 0.68, parameters);
        });
    }

    /** A minimum that is a share of another. */
    private static Optional<Candidate> share(LeverSentence sentence, int from) {
        return Values.from(Values.PERCENTS.findAll(sentence.text()), from).map(rate -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.RATE, rate.value())));
            Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
            return sentence.lever(LeverType.MINIMUM_COMMITMENT, 0.75, parameters);
        });
    }

    /** A changed amount under a heading that says of what: {@code Minimum Purchase}. */
    private static Optional<Candidate> amendedMinimum(LeverSentence sentence) {
        return volume(sentence.text(), 0).map(match -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, match.value())));
            Values.start(sentence.text()).ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
            return sentence.lever(LeverType.MINIMUM_COMMITMENT, 0.75, parameters);
        });
    }

    /** The first amount or quantity at or after an index. */
    private static Optional<ValueMatch> volume(String text, int from) {
        return Stream.concat(Values.MONEY.findAll(text).stream(), Values.QUANTITIES.findAll(text).stream())
                .filter(match -> match.end() > from)
                .min((a, b) -> Integer.compare(a.start(), b.start()));
    }

    private static Optional<Candidate> restriction(LeverSentence sentence) {
        String text = sentence.text();
        Matcher word = RESTRICTS.matcher(text);
        while (word.find()) {
            int from = word.end();
            Optional<ValueMatch> limit = Stream.concat(
                            Values.QUANTITIES.findAll(text).stream(), bare(text, from).stream())
                    .filter(match -> match.end() > from && match.start() - from < 40)
                    .min((a, b) -> Integer.compare(a.start(), b.start()));
            if (limit.isPresent()) {
                List<LeverParameter> parameters = new ArrayList<>(
                        List.of(parameter(Name.VOLUME, limit.get().value())));
                Values.frequency(text).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
                return Optional.of(sentence.lever(LeverType.VOLUME_RESTRICTION, 0.68, parameters));
            }
        }
        return Optional.empty();
    }

    /** A number in a period without a unit of its own, which counts what was defined or named before it. */
    private static Optional<ValueMatch> bare(String text, int from) {
        Matcher number = BARE.matcher(text).region(from, text.length());
        Matcher term = DEFINED.matcher(text.substring(0, from));
        String unit = "";
        while (term.find()) {
            unit = term.group(1);
        }
        return number.lookingAt() && !unit.isEmpty()
                ? Optional.of(new ValueMatch(
                        number.start("count"),
                        number.end("count"),
                        new TypedValue.Quantity(
                                new BigDecimal(number.group("count").replace(",", "")), unit)))
                : Optional.empty();
    }

    /** A ceiling for what may be spent in all. */
    private static Optional<Candidate> ceiling(LeverSentence sentence) {
        String text = sentence.text();
        Matcher spent = SPENT.matcher(text);
        return spent.find()
                ? Values.from(Values.MONEY.findAll(text), spent.end() - 1)
                        .filter(amount -> amount.start() - spent.end() < 30)
                        .map(amount -> sentence.lever(
                                LeverType.VOLUME_RESTRICTION,
                                0.7,
                                List.of(
                                        parameter(Name.CAP, amount.value()),
                                        parameter(Name.BASE, spent.group("base")))))
                : Optional.empty();
    }
}
