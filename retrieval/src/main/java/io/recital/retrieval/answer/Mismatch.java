package io.recital.retrieval.answer;

import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.words.AnswerForm;
import io.recital.retrieval.words.Synonyms;
import io.recital.retrieval.words.Words;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a statement that shares a question's words is no answer to it all the same. */
final class Mismatch {
    /** What stands for a value of any sort, and what a question asks nothing by. */
    private static final String ANY_VALUE =
            "amount|sum|price|cost|costs|fee|charge|rate|share|percentage|percent|date|day|number|value|law|level|kind|sort"
                    + "|type|time|period|term|terms|limit|cap|ceiling|size|part|portion|happens|about|if|else|exactly|we|they|it|you|i|the"
                    + "|our|their|a|an|has|is|are|does|do|did|would|will|must|may|can|should|shall|have|had|was|were";

    /** Who wants something explained need not be told a value, unless that is asked for as well. */
    private static final Pattern HOW_MUCH = Pattern.compile("(?i)\\bhow (?:much|many|long|soon|often|late)\\b");

    private static final Pattern COUNTED = Pattern.compile(
            "(?i)\\bhow many (?!(?:are|were|is|do|does|did|of|must|may|can|will)\\b)(?<noun>(?:[\\p{L}-]+ )?[\\p{L}-]+)");
    private static final Pattern NAMED =
            Pattern.compile("(?<=[\\p{L}\\p{N},'’\"“(] |[\"“(])\\p{Lu}[\\p{L}\\p{N}&.]*\\p{L}");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,$€£-])(?<n>\\d{1,3})(?![\\d%.,-]*\\d)(?!\\s*(?:%|per ?cent|million|thousand|dollars|euros?|pounds"
                    + "|minutes?|hours?|days?|weeks?|months?|years?))");

    private static final Pattern THING = Pattern.compile("(?i)^\\W*(?:what|which) (?!(?:" + ANY_VALUE
            + ")\\b)(?<noun>[\\p{L}-]+(?: (?!does|do|did|is|are|was|were|will|would|must|may|can|has|have|shall)[\\p{L}-]+)?)"
            + " (?:does|do|did|is|was|will|would|must|has|\\p{L}+s)\\b");
    private static final Pattern PAID_FOR =
            Pattern.compile("(?i)\\b(?:pay|pays|paid|spend|spends|spent)\\b(?= for\\b)");
    private static final Pattern PAYING = Pattern.compile("(?i)\\bwhat\\b.*\\b(?:pay|paid|owe|bear|reimburse)\\b");
    private static final Pattern PAID = Pattern.compile("(?i)\\b(?:pay|bear|reimburse|repay|credit)\\w*\\b");
    private static final Pattern UNTIL = Pattern.compile("(?i)\\b(?:until|from|since|by) when\\b|^\\W*when\\b");
    private static final Pattern EVENT =
            Pattern.compile("(?i)\\b(?:before|until|once|as soon as|upon|from the (?:moment|day|time))\\b");
    private static final double SAID = 0.6;
    private static final double NAMED_THERE = 0.35;
    private static final double PAID_THERE = 0.35;

    private Mismatch() {}

    /** Whether it holds no value of the form asked for, counts something else, or lacks a number or a name that was asked about. */
    static boolean of(Understanding question, Ranked best, Ranking.Result result) {
        Statement statement = best.statement();
        boolean form = question.forms().isEmpty()
                || (question.kind() == Plan.Kind.CLAUSE
                        && !HOW_MUCH.matcher(question.text()).find())
                || best.finding() != null
                || question.forms().stream().anyMatch(wanted -> wanted.standsIn(statement.values()))
                || saysInWords(question, best);
        return !form
                || countsSomethingElse(Synonyms.inContractWords(question.text()), statement.body())
                || lacksANumber(question.subject(), statement)
                || lacksWhatIsAsked(question.asked(), statement, result)
                || asksAboutAStranger(question, result);
    }

    /** What is to be paid, or until when, may be told without a figure where the rest is said. */
    private static boolean saysInWords(Understanding question, Ranked best) {
        String words = best.statement().body();
        return best.coverage() >= SAID
                && ((PAYING.matcher(question.text()).find()
                                && PAID.matcher(words).find())
                        || (UNTIL.matcher(question.text()).find()
                                && EVENT.matcher(words).find()));
    }

    /** Asked how many there are of something, it must count these. */
    private static boolean countsSomethingElse(String question, String words) {
        Matcher matcher = COUNTED.matcher(question);
        if (!matcher.find() || AnswerForm.SPAN.standsIn("3 " + matcher.group("noun"))) {
            return false;
        }
        for (String noun : matcher.group("noun").split(" ")) {
            for (String stem : Words.of(noun)) {
                if (isCounted(words, stem)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCounted(String words, String stem) {
        String[] all = words.split("[^\\p{L}\\p{N},.]+");
        for (int i = 0; i < all.length; i++) {
            if (Words.of(all[i]).contains(stem)) {
                for (int j = Math.max(0, i - 4); j < i; j++) {
                    if (AnswerForm.NUMBER.standsIn(all[j])) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What premium, which insurer: the thing asked for by its name must be there, and the paying where a price is. */
    private static boolean lacksWhatIsAsked(String question, Statement statement, Ranking.Result result) {
        Matcher thing = THING.matcher(question);
        if (thing.find() && !holdsOneOf(head(thing.group("noun")), NAMED_THERE, statement, result)) {
            return true;
        }
        Matcher payment = PAID_FOR.matcher(question);
        return payment.find() && !holdsOneOf(payment.group(), PAID_THERE, statement, result);
    }

    private static String head(String noun) {
        return noun.substring(noun.lastIndexOf(' ') + 1);
    }

    private static boolean holdsOneOf(String words, double least, Statement statement, Ranking.Result result) {
        Set<String> stems = result.coverage().wanted(words);
        return stems.isEmpty()
                || stems.stream().anyMatch(stem -> result.coverage().of(statement, Set.of(stem)) >= least);
    }

    /** A small number tells one thing from others of its kind: zone 3, a 2 kg carton. */
    private static boolean lacksANumber(String question, Statement statement) {
        Matcher matcher = NUMBER.matcher(question);
        String there = statement.words() + " " + statement.surroundings() + " "
                + statement.clause().path();
        while (matcher.find()) {
            if (!Pattern.compile("(?<![\\d.,])" + matcher.group("n") + "(?![\\d])")
                    .matcher(there)
                    .find()) {
                return true;
            }
        }
        return false;
    }

    /** A capitalised word that no statement knows names something that the contracts do not. */
    private static boolean asksAboutAStranger(Understanding question, Ranking.Result result) {
        Matcher matcher = NAMED.matcher(question.asked());
        while (matcher.find()) {
            for (String stem : result.coverage().wanted(matcher.group())) {
                if (result.coverage().isUnknown(stem) && result.wanted().contains(stem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
