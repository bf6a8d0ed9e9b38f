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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Minimum commitments: what must at least be bought, sold, paid or done, and guaranteed sums. */
final class MinimumRule implements LeverRule {
    /** What a heading or an amendment calls a minimum. */
    static final Pattern NAMED = Pattern.compile(
            "\\b(?:each|the|such)\\s+minimum\\s+(?:shall|will)\\s+be\\b|\\bminimum\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:purchase\\w*|order\\w*|commitments?|quantit\\w+|volumes?|spend|royalt\\w+|payments?|guarantee\\w*|fees?|amounts?|revenues?|sales|requirements?|number|rent|performance|charges?|billing|spending|turnover|take|off-?take)\\b|\\bminimum\\s+(?:monthly|quarterly|annual|yearly)\\b|\\bguaranteed\\s+(?:minimum|annual|royalt\\w+|payments?|amount|sales|revenue|volumes?|quantit\\w+|purchases?|turnover|spend)|\\btake[\\s-]or[\\s-]pay\\b",
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
    /** Who promises in the present tense is bound as well, where it is for each of several periods. */
    private static final Pattern PROMISES = Pattern.compile(
            "\\b(?:takes?(?:\\s+off)?|buys|orders|purchases|tenders|guarantees|calls\\s+off|draws|ships|accepts|spends|pays|procures|sources|uses|hires|rents|books|applies|are|is|makes|owes|tops|take[\\s-]or[\\s-]pay|agreed|undertaken|committed|guaranteed)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITION = Pattern.compile(
            "^\\W*(?:[\\d.()a-z]{1,6}\\s+)?(?:if|in\\s+the\\s+event|where|unless|upon|should)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKES = Pattern.compile(
            "\\b(?:commits?(?:ted)?(?:\\s+(?:itself|themselves))?\\s+to|undertakes?\\s+to|obliges?\\s+itself\\s+to|agree[sd]?\\s+to|(?:is|are)\\s+(?:obliged|bound)\\s+to|shall|must|will)\\s+(?:take|buy|purchase|order|off-?take|call\\s+off|tender|accept|use|book|guarantee)(?:\\s+delivery\\s+of)?(?:\\s+and\\s+pay\\s+for)?\\s+(?=[\\d(])|\\bguarantees?\\s+(?:the\\s+\\w+\\s+)?(?=[\\d(])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ITEM = Pattern.compile(
            "\\s+(?:of|for|upon)\\s+(?:the\\s+)?(?<item>(?:[Pp]roduct|[Aa]rticle|[Ii]tem|[Gg]rade|[Tt]ype|[Qq]uality)\\s+[A-Z0-9][\\w-]*|[A-Z]{1,4}-?\\d[\\w-]*|(?!Products?\\b|Goods\\b|Services?\\b|Licensor\\b|Supplier\\b|Seller\\b|Contractor\\b|Provider\\b)[A-Z][\\p{L}-]+(?:\\s+[A-Z][\\p{L}-]+)?)(?=\\s+(?:and|in|per|for|during|or)\\b|\\s*[.,;(])");
    /** … and what stands beside a first minimum is one as well. */
    private static final Pattern AND_MORE = Pattern.compile("^[^.;$€£]{0,60}?\\band\\s+$");

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
        List<Candidate> found = isPromised(sentence) && !sentence.says(NO_COMMITMENT) ? promised(sentence) : List.of();
        return !found.isEmpty() ? found : amended(sentence).stream().toList();
    }

    private static boolean isPromised(LeverSentence sentence) {
        return sentence.says(BINDS)
                || sentence.stemSays(BINDS)
                || (sentence.says(PROMISES) && MinimumPeriod.of(sentence.text()).isPresent());
    }

    private static List<Candidate> promised(LeverSentence sentence) {
        if (ThresholdRewards.read(sentence).isPresent()) {
            return List.of();
        }
        Optional<Candidate> sum = LeastSum.of(sentence);
        if (sum.isPresent()) {
            return sum.stream().toList();
        }
        List<Candidate> named = named(sentence);
        return named.isEmpty() ? told(sentence, volumes(sentence)) : named;
    }

    private static List<Candidate> named(LeverSentence sentence) {
        Matcher word = NAMED.matcher(sentence.text());
        if (!word.find() || sentence.says(CONDITION)) {
            return List.of();
        }
        Optional<ValueMatch> volume = volume(sentence, word.start());
        if (volume.isEmpty() && word.group().matches("(?is).*\\bbe")) {
            return share(sentence, word.end()).stream().toList();
        }
        return volume.map(first -> all(sentence, first, 0.82)).orElse(List.of());
    }

    /** A minimum, and those that stand beside it with things of their own. */
    private static List<Candidate> all(LeverSentence sentence, ValueMatch first, double confidence) {
        List<ValueMatch> volumes = beside(sentence, first);
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < volumes.size(); i++) {
            int end = i + 1 < volumes.size()
                    ? volumes.get(i + 1).start()
                    : sentence.text().length();
            found.add(minimum(sentence, volumes.get(i), end, confidence));
        }
        return found;
    }

    /** The volume with those that follow it by {@code and}, if each names what it is of. */
    private static List<ValueMatch> beside(LeverSentence sentence, ValueMatch first) {
        String text = sentence.text();
        List<ValueMatch> volumes = new ArrayList<>(List.of(first));
        if (item(text, first).isEmpty()) {
            return volumes;
        }
        Optional<ValueMatch> next = volume(sentence, first.end() + 1);
        while (next.isPresent()
                && next.get().start() > volumes.get(volumes.size() - 1).end()) {
            ValueMatch last = volumes.get(volumes.size() - 1);
            boolean follows = AND_MORE.matcher(
                            text.substring(last.end(), next.get().start()))
                    .find();
            if (!follows || item(text, next.get()).isEmpty()) {
                return volumes;
            }
            volumes.add(next.get());
            next = volume(sentence, next.get().end() + 1);
        }
        return volumes;
    }

    /** At least so much, where the words say that it has to be done; and a quantity to be taken in every period. */
    private static List<ValueMatch> volumes(LeverSentence sentence) {
        TreeMap<Integer, ValueMatch> volumes = new TreeMap<>();
        String text = sentence.text();
        if (!sentence.says(CONDITION) && (sentence.says(DOES) || sentence.stemSays(DOES) || sentence.says(PROMISES))) {
            Matcher least = AT_LEAST.matcher(text);
            while (least.find()) {
                int start = least.start();
                boolean done = start < FRONT
                        || DOES.matcher(text.substring(0, start)).find()
                        || PROMISES.matcher(text.substring(0, start)).find()
                        || sentence.stemSays(DOES);
                stated(sentence, least.end()).filter(volume -> done).ifPresent(volume -> volumes.put(start, volume));
            }
        }
        Matcher takes = TAKES.matcher(text);
        if (takes.find() && MinimumPeriod.of(text).isPresent() && !sentence.says(CONDITION)) {
            stated(sentence, takes.end()).ifPresent(volume -> volumes.put(takes.start(), volume));
        }
        return volumes.values().stream().distinct().toList();
    }

    /** Several minimums of a sentence are told apart by the time or by the thing that each is for. */
    private static List<Candidate> told(LeverSentence sentence, List<ValueMatch> volumes) {
        if (volumes.size() == 1) {
            return all(sentence, volumes.get(0), 0.7);
        }
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < volumes.size(); i++) {
            ValueMatch volume = volumes.get(i);
            int end = i + 1 < volumes.size()
                    ? volumes.get(i + 1).start()
                    : sentence.text().length();
            boolean apart = item(sentence.text(), volume).isPresent()
                    || MinimumPeriod.of(sentence.text().substring(volume.end(), end))
                            .isPresent();
            if (apart || i == 0) {
                found.add(minimum(sentence, volume, end, 0.68));
            }
        }
        return found;
    }

    /** Whether a sentence states what falling short of a minimum costs. */
    static boolean isShortfall(LeverSentence sentence) {
        return Shortfall.isPriced(sentence.text());
    }

    private static Candidate minimum(LeverSentence sentence, ValueMatch volume, int end, double confidence) {
        String text = sentence.text();
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.VOLUME, volume.value())));
        item(text, volume).ifPresent(item -> parameters.add(parameter(Name.ITEM, item)));
        parameters.addAll(Shortfall.priceIn(text, volume.end()));
        MinimumPeriod.of(text.substring(volume.end(), end))
                .or(() -> MinimumPeriod.of(text))
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        Values.start(text).ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
        return sentence.lever(LeverType.MINIMUM_COMMITMENT, confidence, parameters);
    }

    private static Optional<String> item(String text, ValueMatch volume) {
        Matcher of = OF_ITEM.matcher(text).region(volume.end(), text.length()).useTransparentBounds(true);
        return of.lookingAt() ? Optional.of(of.group("item")) : Optional.empty();
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
            Values.start(sentence.text())
                    .or(() -> MinimumPeriod.firstDay(sentence.text()))
                    .ifPresent(day -> parameters.add(parameter(Name.FROM, day)));
            MinimumPeriod.of(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
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
