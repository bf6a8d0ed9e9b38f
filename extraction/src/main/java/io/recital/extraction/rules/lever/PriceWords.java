package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words around the sums of a sentence say that each of them is the price of. */
final class PriceWords {
    private static final Pattern THRESHOLD = Pattern.compile(
            "\\b(?:exceed(?:s|ed|ing)?|in\\s+excess\\s+of|(?:more|greater|less|lower|other)\\s+than|over|above|below|under|beyond|up\\s+to|at\\s+least|reach(?:es)?|limited\\s+to|limits?\\s+of|maximum\\s+of|worth|valued?\\s+(?:at|of)|value\\s+of|capped\\s+at|first|next|from|in\\s+place\\s+of|instead\\s+of|rather\\s+than|replac(?:es|ing)|from)\\s*(?:the\\s+|an?\\s+)?(?:sum\\s+of\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADVERBIAL = Pattern.compile(
            "(?s)^\\s*(?:[\\d.]+\\s+)?(?:if|for|in|on|from|where|when|at|during|unless|as|until|after|with|by|subject|except|to|below|above|over|beyond|otherwise|thereafter|beginning|effective)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private PriceWords() {}

    /**
     * A price with what it is for.
     *
     * @param unit of what, in the contract's words; empty when not said
     */
    record Told(String item, ValueMatch amount, String unit) {}

    /** The prices in order; empty where the words do not say of one of the sums what it is for. */
    static List<Told> read(LeverSentence sentence) {
        String text = sentence.text().replace('\n', ' ');
        List<ValueMatch> amounts = sentence.figures().amounts();
        List<Told> told = new ArrayList<>();
        PricePhrase.@Nullable Head head = null;
        boolean evident = false;
        int from = 0;
        for (int i = 0; i < amounts.size(); i++) {
            ValueMatch amount = amounts.get(i);
            int until = i + 1 < amounts.size() ? amounts.get(i + 1).start() : text.length();
            if (amount.start() < from || !(amount.value() instanceof TypedValue.Amount)) {
                return List.of();
            }
            String left = text.substring(from, amount.start());
            if (THRESHOLD.matcher(left).find()) {
                from = head != null || isAdverbial(left) ? amount.end() : from;
                continue;
            }
            PricePhrase reading = new PricePhrase(left, text.substring(amount.end(), until));
            Optional<Told> price = reading.price(amount, head);
            if (price.isEmpty()) {
                return List.of();
            }
            head = reading.head(head);
            evident |= reading.isAboutMoney();
            told.add(price.get());
            from = amount.end() + reading.taken();
        }
        return evident ? shared(told) : List.of();
    }

    static boolean isAdverbial(String words) {
        return ADVERBIAL.matcher(words).matches();
    }

    /** A unit that only the last of several names is that of all. */
    private static List<Told> shared(List<Told> told) {
        String last = told.isEmpty() ? "" : told.get(told.size() - 1).unit();
        boolean all = told.stream()
                .limit(Math.max(0, told.size() - 1))
                .allMatch(price -> price.unit().isEmpty());
        return all && !last.isEmpty()
                ? told.stream()
                        .map(price -> new Told(price.item(), price.amount(), last))
                        .toList()
                : told;
    }

    /** The period that a price is paid for: its unit, {@code calendar month}, or in its name, {@code annual fee}. */
    static Optional<TypedValue> period(String unit, String item) {
        if (unit.isEmpty()) {
            return Values.FREQUENCIES.findFirst(item).map(ValueMatch::value);
        }
        return unit.matches("(?i)(?:(?:calendar|contract|full)\\s+)?(?:week|month|quarter|year)")
                ? Values.FREQUENCIES.findFirst("per " + unit).map(ValueMatch::value)
                : Optional.empty();
    }
}
