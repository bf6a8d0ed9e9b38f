package io.recital.eval.answers;

import io.recital.models.evidence.Derivation;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.answer.AnswerSentence;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A sentence of an answer with the names of the contracts that it cites, as far as it states something. */
final class Statement {
    /** What stands further on in a sentence that quotes at length, no reader takes for the answer. */
    private static final int READ = 600;

    private final String text;
    private final String results;
    private final String names;
    private final WrittenValues values;

    private Statement(String text, String results, String names) {
        this.text = text;
        this.results = results;
        this.names = names;
        this.values = WrittenValues.of(text + " ; " + results);
    }

    /** @param names of the contracts that it cites: titles, counterparties, files */
    static Statement of(AnswerSentence sentence, String names) {
        return of(
                sentence.text(),
                sentence.derivations().stream().map(Derivation::result).collect(Collectors.joining(" ; ")),
                names);
    }

    static Statement of(String text, String results, String names) {
        return new Statement(text.length() > READ ? text.substring(0, READ) : text, results, names);
    }

    boolean states(TypedValue value) {
        if (value instanceof TypedValue.Text words) {
            return states(words.value());
        }
        if (value instanceof TypedValue.Quantity quantity) {
            return statesQuantity(quantity);
        }
        if (value instanceof TypedValue.Redacted redacted) {
            return text.contains(redacted.marker()) || says("redacted", "withheld", "withholds", "blacked");
        }
        if (value instanceof TypedValue.Inconsistent inconsistent) {
            Set<Atom> both = WrittenValues.of(inconsistent.words() + " / " + inconsistent.figures())
                    .numbers();
            return both.stream().allMatch(values::state);
        }
        return values.state(atom(value));
    }

    private static Atom atom(TypedValue value) {
        if (value instanceof TypedValue.Day day) {
            return new Atom("date", day.value().toString());
        }
        if (value instanceof TypedValue.Length length) {
            String unit = length.value().unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return WrittenValues.span(BigDecimal.valueOf(length.value().count()), unit);
        }
        if (value instanceof TypedValue.Amount amount) {
            return Atom.of(
                    amount.value().getCurrencyUnit().getCode(), amount.value().getAmount());
        }
        if (value instanceof TypedValue.Percent percent) {
            return Atom.of("percent", percent.value());
        }
        throw new IllegalArgumentException(
                "No answer of a bank is a " + value.getClass().getSimpleName());
    }

    /** Its number with its unit, or as what a sum came to. */
    private boolean statesQuantity(TypedValue.Quantity quantity) {
        Atom number = Atom.number(quantity.value());
        boolean withUnit = GoldWords.words(quantity.unit()).isEmpty()
                || GoldWords.of(quantity.unit().toLowerCase(Locale.ROOT)).areIn(text);
        return (values.state(number) && withUnit)
                || WrittenValues.of(results).numbers().contains(number);
    }

    /** A piece of gold in words: its values, its names, and half of its other words. */
    boolean states(String gold) {
        WrittenValues wanted = WrittenValues.of(gold);
        return wanted.typed().stream().allMatch(values::state)
                && GoldWords.of(gold).areIn(text + " " + names);
    }

    boolean says(String... words) {
        Set<String> said = GoldWords.everyWord(text);
        for (String word : words) {
            if (said.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
