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

/** Minimum commitments: what must at least be bought, sold, paid or done, and guaranteed sums. */
final class MinimumRule implements LeverRule {
    /** What a heading or an amendment calls a minimum. */
    static final Pattern NAMED = Pattern.compile(
            "\\b(?:each|the|such)\\s+minimum\\s+(?:shall|will)\\s+be\\b|\\bminimum\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:purchase\\w*|order\\w*|commitments?|quantit\\w+|volumes?|spend|royalt\\w+|payments?|guarantee\\w*|fees?|amounts?|revenues?|sales|requirements?|number|rent|performance)\\b|\\bguaranteed\\s+(?:minimum|annual|royalt\\w+|payments?|amount|sales|revenue)|\\btake[\\s-]or[\\s-]pay\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_LEAST = Pattern.compile(
            "\\b(?:at\\s+least|(?:not?|never|nor?)\\s+(?:be\\s+)?(?:less|fewer|lower)\\s+than|an?\\s+(?:\\w+\\s+)?minimum\\s+(?:amount\\s+|number\\s+)?of|minimum\\s+of)\\s+(?=[\\w$€£(\\[*])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOES = Pattern.compile(
            "\\b(?:purchas\\w+|order\\w*|buy\\w*|spend\\w*|take\\w*|pay\\w*|sell\\w*|provide\\w*|deliver\\w*|suppl\\w+|achiev\\w+|generat\\w+|maintain\\w*|appear\\w*|participat\\w+|play\\w*|attend\\w*|perform\\w*|produc\\w+|publish\\w*|run\\w*|display\\w*|promot\\w+|conduct\\w*|host\\w*|make|commit\\w*|guarantee\\w*|invest\\w*|ship\\w*|meet|receive\\w*|includ\\w+|contribut\\w+|open\\w*|expend\\w*|devot\\w+|use|execut\\w+|distribut\\w+|result|procur\\w+|obtain\\w*|visit\\w*|employ\\w*|tender\\w*|transport\\w*|accept\\w*|air\\w*|broadcast\\w*|sponsor\\w*|submit\\w*|license|develop\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BUYS = Pattern.compile(
            "\\b(?:to|shall|will|must)\\s+(?:[\\p{L}]+\\s+){0,2}?(?:order|purchase|buy|source|procure)\\b|\\brequirements\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_COMMITMENT = Pattern.compile(
            "\\b(?:wages?|is\\s+reduced|are\\s+reduced|amounts?\\s+in\\s+the\\s+aggregate|in\\s+the\\s+aggregate|insur\\w+|coverage|per\\s+occurrence|net\\s+worth|credit\\s+rating|rated|liability|notice|notify|notif\\w+|no\\s+minimum|without\\s+(?:any\\s+)?minimum|not\\s+(?:be\\s+)?(?:required|obligated)|warrant\\w*\\s+to\\s+purchase|shares|voting|votes|majority|stock|percent\\s+owned|quorum|shelf\\s+life|whereas|availab\\w+\\s+at\\s+least|uptime|wire\\s+transfer)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BINDS = Pattern.compile(
            "\\b(?:shall|must|will|agrees?|undertakes?|commits?|is\\s+required|required\\s+to|guarantees?d?|obligat\\w+|minimum|is\\s+entitled)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "^\\W*(?:[\\d.()a-z]{1,6}\\s+)?(?:if|in\\s+the\\s+event|where|unless|upon|should)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKES = Pattern.compile(
            "\\b(?:commits?(?:\\s+(?:itself|themselves))?\\s+to|undertakes?\\s+to|obliges?\\s+itself\\s+to|agrees?\\s+to|is\\s+(?:obliged|bound)\\s+to|shall|must)\\s+(?:take|buy|purchase|order|off-?take|call\\s+off|tender|accept)(?:\\s+delivery\\s+of)?(?:\\s+and\\s+pay\\s+for)?\\s+(?=[\\d(])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ITEM = Pattern.compile(
            "\\s+of\\s+(?:the\\s+)?(?<item>(?:Product|Article|Item|Grade)\\s+[A-Z0-9][\\w-]*|[A-Z]{1,4}-?\\d[\\w-]*)");
    private static final Pattern LINE = Pattern.compile(
            "^\\s*(?:minimum|smallest)\\s+(?:order|call-off|delivery)\\s*(?:line|quantity|size)?\\b",
            Pattern.CASE_INSENSITIVE);

    /** So near to its beginning, what must be done stands after the number. */
    private static final int FRONT = 20;

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        if (sentence.says(LINE)) {
            return sentence.figures().quantities().stream()
                    .findFirst()
                    .map(least -> sentence.lever(
                            LeverType.VOLUME_RESTRICTION, 0.75, List.of(parameter(Name.VOLUME, least.value()))))
                    .stream()
                    .toList();
        }
        boolean binds = sentence.says(BINDS) || sentence.stemSays(BINDS);
        Optional<Candidate> found = binds && !sentence.says(NO_COMMITMENT)
                ? named(sentence).or(() -> atLeast(sentence)).or(() -> taken(sentence))
                : Optional.empty();
        return found.or(() -> amended(sentence)).stream().toList();
    }

    private static Optional<Candidate> named(LeverSentence sentence) {
        Matcher word = NAMED.matcher(sentence.text());
        if (!word.find()) {
            return Optional.empty();
        }
        Optional<ValueMatch> volume = volume(sentence, word.start());
        if (volume.isEmpty() && word.group().matches("(?is).*\\bbe")) {
            return share(sentence, word.end());
        }
        return volume.map(match -> minimum(sentence, match, 0.82));
    }

    /** At least so much, where the words say that it has to be done. */
    private static Optional<Candidate> atLeast(LeverSentence sentence) {
        String text = sentence.text();
        if (sentence.says(CONDITION) || !(sentence.says(DOES) || sentence.stemSays(DOES))) {
            return Optional.empty();
        }
        Matcher least = AT_LEAST.matcher(text);
        while (least.find()) {
            int from = least.end();
            Optional<ValueMatch> volume = stated(sentence, from);
            boolean done = least.start() < FRONT
                    || DOES.matcher(text.substring(0, least.start())).find()
                    || sentence.stemSays(DOES);
            if (volume.isPresent() && done) {
                return Optional.of(minimum(sentence, volume.get(), 0.68));
            }
        }
        return Optional.empty();
    }

    /** A quantity to be taken in every period, without a word that it is the least. */
    private static Optional<Candidate> taken(LeverSentence sentence) {
        Matcher takes = TAKES.matcher(sentence.text());
        boolean periodic = Values.frequency(sentence.text()).isPresent() && !sentence.says(CONDITION);
        return periodic && sentence.says(TAKES) && takes.find()
                ? stated(sentence, takes.end()).map(volume -> minimum(sentence, volume, 0.7))
                : Optional.empty();
    }

    /** Whether a sentence states what falling short of a minimum costs. */
    static boolean isShortfall(LeverSentence sentence) {
        return Shortfall.isPriced(sentence.text());
    }

    private static Candidate minimum(LeverSentence sentence, ValueMatch volume, double confidence) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, volume.value())));
        Matcher of = OF_ITEM.matcher(sentence.text())
                .region(volume.end(), sentence.text().length());
        if (of.lookingAt()) {
            parameters.add(parameter(Name.ITEM, of.group("item")));
        }
        parameters.addAll(Shortfall.priceIn(sentence.text(), volume.end()));
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        Values.start(sentence.text()).ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
        return sentence.lever(LeverType.MINIMUM_COMMITMENT, confidence, parameters);
    }

    /** A minimum that is a share of another. */
    private static Optional<Candidate> share(LeverSentence sentence, int from) {
        return Values.from(sentence.figures().percents(), from).map(rate -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.RATE, rate.value())));
            Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
            return sentence.lever(LeverType.MINIMUM_COMMITMENT, 0.75, parameters);
        });
    }

    /** A changed amount under a heading that says of what: {@code Minimum Purchase}. */
    private static Optional<Candidate> amended(LeverSentence sentence) {
        if (!sentence.amends() || !sentence.headed(NAMED)) {
            return Optional.empty();
        }
        return volume(sentence, 0).map(match -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, match.value())));
            Values.start(sentence.text()).ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
            return sentence.lever(LeverType.MINIMUM_COMMITMENT, 0.75, parameters);
        });
    }

    /** The first amount or quantity at or after an index. */
    private static Optional<ValueMatch> volume(LeverSentence sentence, int from) {
        return Stream.concat(sentence.figures().amounts().stream(), sentence.figures().quantities().stream())
                .filter(match -> match.end() > from)
                .min((a, b) -> Integer.compare(a.start(), b.start()));
    }

    /** The amount, quantity or share that stands right at an index. */
    private static Optional<ValueMatch> stated(LeverSentence sentence, int from) {
        return Stream.of(
                        sentence.figures().amounts(),
                        sentence.figures().quantities(),
                        sentence.says(BUYS) ? sentence.figures().percents() : List.<ValueMatch>of())
                .flatMap(List::stream)
                .filter(match -> match.start() >= from - 1 && match.start() <= from + 12)
                .min((a, b) -> Integer.compare(a.start(), b.start()))
                .or(() -> Values.COUNTS.at(sentence.text(), from));
    }
}
