package io.recital.eval.answers;

import io.recital.models.finding.TypedValue;
import io.recital.retrieval.answer.Answer;
import io.recital.samples.question.Question;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Says whether an answer is right, by the gold alone and knowing nothing of how it was made.
 *
 * <ul>
 *   <li>Gold with a value: one of the first three sentences states it, the first if it is to be computed, as text or as
 *       what a derivation comes to; it and those before it cite a contract of a counterparty that the gold quotes. Amounts, dates, percentages and time spans count however
 *       they are written; of words, every name and, where there is no value among them, half of the others.
 *   <li>Gold with items: each stands in a sentence, with its values and its name, which may be that of a contract cited.
 *       Where the question asks for an order, they come in it, those with the same values in any. A list speaks of no other counterparty, a comparison of
 *       half as many others as it has items.
 *   <li>Gold with quotes only: the citations touch at least half of them, and at most three times as many citations
 *       touch none.
 *   <li>Unanswerable: it abstains.
 *   <li>False premise: it abstains, or it denies something and cites a quote of the gold.
 * </ul>
 */
final class Judge {
    private static final int READ_FOR_A_VALUE = 3;
    private static final int SURPLUS = 3;
    private static final Pattern ORDERED = Pattern.compile(
            "(?i)\\b(sort|sorted|order(ed)? by|in order|rank|ranked|(soonest|latest|highest|lowest|longest"
                    + "|shortest|earliest|largest|smallest) first)\\b");
    private static final String[] DENIALS = {
        "no",
        "not",
        "none",
        "never",
        "neither",
        "nor",
        "nothing",
        "cannot",
        "without",
        "unchanged",
        "excluded",
        "wrong",
        "instead",
        "rather",
        "doesn't",
        "isn't",
        "didn't",
        "non-exclusive"
    };

    private final PortfolioNames names;

    Judge(PortfolioNames names) {
        this.names = names;
    }

    Verdict judge(BankQuestion question, Answer answer) {
        if (question.kind() == Question.Kind.UNANSWERABLE) {
            return answer.abstained() ? Verdict.right("abstained") : Verdict.wrong("answered");
        }
        if (question.kind() == Question.Kind.FALSE_PREMISE) {
            return answer.abstained() ? Verdict.right("abstained") : denial(question, answer);
        }
        if (answer.abstained()) {
            return Verdict.wrong("abstained");
        }
        TypedValue value = question.value();
        if (value != null) {
            return value(value, question, answer);
        }
        return question.listed().isEmpty() ? quotes(question, answer) : items(question, answer);
    }

    private Verdict denial(BankQuestion question, Answer answer) {
        CitedGold cited = CitedGold.of(question, answer);
        boolean denied =
                statements(answer).stream().limit(READ_FOR_A_VALUE).anyMatch(statement -> statement.says(DENIALS));
        if (cited.touched() == 0) {
            return Verdict.wrong("answered, and cites none of the words that show the premise wrong");
        }
        return denied ? Verdict.right("denied the premise") : Verdict.wrong("answered without denying the premise");
    }

    private Verdict value(TypedValue value, BankQuestion question, Answer answer) {
        List<Statement> statements = statements(answer);
        int read = question.kind() == Question.Kind.COMPUTED ? 1 : READ_FOR_A_VALUE;
        for (int i = 0; i < Math.min(read, statements.size()); i++) {
            if (!names.sharesCounterparty(answer.sentences().get(i), question)) {
                return Verdict.wrong("speaks of another counterparty before the value is stated");
            }
            if (statements.get(i).states(value)) {
                return Verdict.right("value stated");
            }
        }
        return Verdict.wrong("value not stated: " + value.display());
    }

    private Verdict items(BankQuestion question, Answer answer) {
        List<Statement> statements = statements(answer);
        int last = -1;
        String before = "";
        for (String item : question.listed()) {
            String wanted = names.withoutStrangeName(item);
            OptionalInt at = IntStream.range(0, statements.size())
                    .filter(i -> statements.get(i).states(wanted))
                    .findFirst();
            if (at.isEmpty()) {
                return Verdict.wrong("item missing: " + item);
            }
            boolean even = WrittenValues.of(wanted)
                    .typed()
                    .equals(WrittenValues.of(before).typed());
            if (at.getAsInt() < last
                    && !even
                    && ORDERED.matcher(question.question()).find()) {
                return Verdict.wrong("item out of order: " + item);
            }
            last = at.getAsInt();
            before = wanted;
        }
        int allowed =
                question.kind() == Question.Kind.LIST ? 0 : question.listed().size() / 2;
        List<String> others = names.otherCounterparties(answer, question);
        return others.size() > allowed
                ? Verdict.wrong("speaks of others too: " + others)
                : Verdict.right("all items stated");
    }

    private Verdict quotes(BankQuestion question, Answer answer) {
        CitedGold cited = CitedGold.of(question, answer);
        if (cited.quotes() == 0) {
            return Verdict.wrong("the gold has neither value nor quotes to judge by");
        }
        String found = cited.touched() + " of " + cited.quotes() + " quotes cited, " + cited.outside()
                + " citations touch none";
        boolean enough = 2 * cited.touched() >= cited.quotes();
        return enough && cited.outside() <= SURPLUS * cited.quotes() ? Verdict.right(found) : Verdict.wrong(found);
    }

    private List<Statement> statements(Answer answer) {
        return answer.sentences().stream()
                .map(sentence -> Statement.of(sentence, names.of(sentence)))
                .toList();
    }
}
