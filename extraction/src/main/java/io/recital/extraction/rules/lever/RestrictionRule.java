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

/** Volume restrictions: how much may be used, ordered or asked for, and what may be spent at most. */
final class RestrictionRule implements LeverRule {
    private static final Pattern RESTRICTS = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed|no\\s+more\\s+than|(?:a\\s+)?maximum\\s+(?:of|number|quantity|volume|amount)|up\\s+to|limited\\s+to|not\\s+more\\s+than|not\\s+exceeding|(?:not|never)\\b[^.;]{0,120}?\\bmore\\s+than|in\\s+excess\\s+of|(?:additional|excess|overage)\\s+(?:fees?|charges?))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile(
            "\\b(?:users?|seats?|requests?|licen[cs]es?|units?|copies|servers?|devices?|transactions?|orders?|purchas\\w+|volumes?|quantit\\w+|capacity|storage|GB|TB|MB|calls|stores?|locations?|subscribers?|pieces|tons?|tonnes?|hours|appearances?|sessions?|tickets?|mailboxes|accounts|samples?|impressions?|downloads?|visits?|requests?|runs|games|spots|products?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_RESTRICTION = Pattern.compile(
            "\\b(?:defect\\w*|fault\\w*|reject\\w*|non-?conform\\w*|damaged|errors?|complaints?|failures?|incidents?|per\\s+million|stock|shares|voting|arbitrat\\w+|insur\\w+|liab\\w+|damages|interest|downtime|response|percent\\s+of\\s+the\\s+time|confidential|terminat\\w+|business\\s+hours|imprison\\w*|directors|consecutive)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "\\s*(?:[a-z-]+\\s*\\(\\s*)?(?<count>\\d[\\d,]*)\\s*\\)?\\s+(?:in|per|during|for)\\s+(?:any|each|every|a|one)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINED = Pattern.compile("[“\"]([A-Z][\\w\\s’-]{2,40})[”\"]");
    private static final Pattern SPENT = Pattern.compile(
            "\\b(?<base>(?:(?:total|aggregate|out-of-pocket|travel|reasonable|such|all|reimbursable|actual|annual|related|legal|marketing|advertising)\\s+){0,4}(?:fees|charges|spend|expenditures?|price|costs?|expenses?|budget|reimbursements?|allowances?)(?:\\s+(?:under|for|payable\\s+under|incurred|of|in\\s+connection\\s+with|thereof)\\b[^.;$€£]{0,100}?)?),?\\s+(?:(?:and\\s+)?(?:which|that)\\s+)?(?:(?:shall|must|may|will|is|are|do|does|to\\s+be|in\\s+an\\s+amount|in\\s+no\\s+event|under\\s+no\\s+circumstances|shall\\s+in\\s+no\\s+event)\\s+){0,3}(?:not\\s+(?:to\\s+)?(?:exceed|be\\s+(?:more|greater)\\s+than)|exceed|up\\s+to|limited\\s+to|capped\\s+at|of\\s+up\\s+to|not\\s+exceeding|subject\\s+to\\s+a\\s+maximum\\s+of)\\s+(?:a\\s+(?:total|maximum)\\s+(?:amount\\s+|cost\\s+)?of\\s+|(?:the\\s+)?(?:sum|amount)\\s+of\\s+|in\\s+the\\s+aggregate\\s+|an\\s+aggregate\\s+of\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(?:not|no\\s+event|never|up\\s+to|limited|capped|maximum|no\\s+circumstances)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_SPENDING = Pattern.compile(
            "\\b(?:liabilit\\w+|liable|damages|insur\\w+|indemnif\\w+|increase[sd]?|interest|stock|shares|approval\\s+for|consent)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MINIMUM = Pattern.compile("\\b(?:minimum|at\\s+least)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPENSE_SHARE = Pattern.compile(
            "\\b(?<item>(?:out-of-pocket\\s+|travel(?:l?ing)?\\s+|incidental\\s+)?(?:expenses|disbursements|costs))\\b[^.;]{0,80}?\\b(?:not\\s+(?:to\\s+)?exceed|never\\s+exceed|(?:no|not)\\s+(?:\\w+\\s+){0,2}?more\\s+than|up\\s+to|limited\\s+to|at\\s+most|capped\\s+at|maximum\\s+of)\\s+[^.;%]{0,40}?(?:\\d|\\.(?=\\d)){1,5}\\s*(?:%|per\\s?cent|percent)\\)?\\s+of\\s+(?<base>(?:the\\s+|all\\s+|total\\s+)*(?:\\p{L}+\\s+){0,2}?(?:fees?|charges|remuneration)\\b[^.;,]{0,40}?)(?=[.;,]|\\s+and\\b|$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        Optional<Candidate> spent = ceiling(sentence).or(() -> shareOfFees(sentence));
        boolean restricts = spent.isEmpty()
                && sentence.says(RESTRICTS)
                && sentence.says(USE)
                && !sentence.says(NO_RESTRICTION)
                && !Shortfall.isCarried(sentence.text())
                && !sentence.says(MINIMUM);
        return (restricts ? restriction(sentence) : spent).stream().toList();
    }

    private static Optional<Candidate> restriction(LeverSentence sentence) {
        String text = sentence.text();
        Matcher word = RESTRICTS.matcher(text);
        while (word.find()) {
            int from = word.end();
            Optional<ValueMatch> limit = Stream.concat(
                            sentence.figures().quantities().stream(), bare(text, from).stream())
                    .filter(match -> match.end() > from && match.start() - from < 40)
                    .min((a, b) -> Integer.compare(a.start(), b.start()))
                    .or(() -> Values.COUNTS.at(text, from));
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

    /** Up to which share of fees expenses may be charged. */
    private static Optional<Candidate> shareOfFees(LeverSentence sentence) {
        Matcher share = EXPENSE_SHARE.matcher(sentence.text());
        if (sentence.figures().percents().size() != 1 || sentence.says(NO_SPENDING) || !share.find()) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.ITEM, share.group("item")),
                parameter(Name.CAP, sentence.figures().percents().get(0).value()),
                parameter(Name.BASE, share.group("base"))));
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(sentence.lever(LeverType.VOLUME_RESTRICTION, 0.78, parameters));
    }

    /** A ceiling for what may be spent in all. */
    private static Optional<Candidate> ceiling(LeverSentence sentence) {
        if (sentence.figures().amounts().isEmpty() || sentence.says(NO_SPENDING) || ExpenseLimits.areIn(sentence)) {
            return Optional.empty();
        }
        Matcher spent = SPENT.matcher(sentence.text());
        while (spent.find()) {
            int end = spent.end();
            Optional<ValueMatch> most =
                    Values.from(sentence.figures().amounts(), end - 1).filter(amount -> amount.start() - end < 30);
            if (most.isPresent() && FORBIDDEN.matcher(spent.group()).find()) {
                List<LeverParameter> parameters = new ArrayList<>(
                        List.of(parameter(Name.CAP, most.get().value()), parameter(Name.BASE, spent.group("base"))));
                Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
                return Optional.of(sentence.lever(LeverType.VOLUME_RESTRICTION, 0.7, parameters));
            }
        }
        return Optional.empty();
    }
}
