package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A charge that is due in a stated case only: where somebody asked for it, or where somebody caused what made it necessary.
 *
 * @param words for the thing that is charged
 * @param by whose request or fault it is, in the contract's words
 */
record ChargeCondition(Sort sort, ItemWords words, ItemWords by, ChargeSentence sentence) {
    /** What the case depends on. */
    enum Sort {
        REQUEST,
        FAULT
    }

    private static final Pattern CONDITION = Pattern.compile(
            "(?i)^\\W*(?<thing>[^.;:]{3,60}?)\\s+(?:is|are|will\\s+be|shall\\s+be|may\\s+be)\\s+(?:only\\s+)?(?:charged|paid|payable|billed|invoiced|reimbursed|borne|chargeable|due)\\b(?:[^.;]|\\.(?=\\d)){0,60}?\\b(?:only|exclusively)\\s+(?:if|where|when|in\\s+case|to\\s+the\\s+extent|for)\\s+(?<case>[^.;]{5,160})");
    private static final Pattern REQUEST =
            Pattern.compile("(?i)\\b(?:asked|requested|requests|ordered|orders|instructed|instructs|demanded)\\b");
    private static final Pattern FAULT = Pattern.compile(
            "(?i)\\b(?:caused\\s+by|fault\\s+of|due\\s+to|attributable\\s+to|responsible|negligence\\s+of|misuse\\s+by|acts?\\s+of)\\b");
    private static final ItemWords GENERAL = ItemWords.of(
            "charge fee cost paid has have had been it for the fault was is were by caused asked requested ordered in text form writing written beforehand only if where that they");

    /** The one that a sentence states; empty where it states none. */
    static Optional<ChargeCondition> of(ChargeSentence sentence) {
        Matcher found = CONDITION.matcher(sentence.words());
        if (!found.find()) {
            return Optional.empty();
        }
        ItemWords thing = ItemWords.of(found.group("thing")).without(GENERAL);
        String condition = found.group("case");
        Sort sort = FAULT.matcher(condition).find()
                ? Sort.FAULT
                : REQUEST.matcher(condition).find() ? Sort.REQUEST : null;
        return sort == null
                ? Optional.empty()
                : Optional.of(new ChargeCondition(
                        sort, thing, ItemWords.of(condition).without(GENERAL).without(thing), sentence));
    }

    /** Whether a line charges the thing. */
    boolean isFor(InvoiceLine line) {
        return ItemWords.of(line.description() + " " + line.product()).hold(words);
    }
}
