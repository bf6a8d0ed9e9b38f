package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.wording.SpelledNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A document that is called by its kind and number: the second amendment, change note 3.
 *
 * @param kind in lower case, "amendment" for an addendum too
 * @param written as the text writes it
 * @param acts whether the text says that the document itself did something: "why did amendment 2 raise …"
 */
public record NumberedDocument(String kind, int number, String written, boolean acts) {
    private static final String KIND =
            "(?:amendment|addendum|change (?:note|order)|variation|side letter|work order|statement of work|supplement)";
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(" + SpelledNumber.ORDINAL + ")\\s+(" + KIND
            + ")\\b|\\b(" + KIND + ")\\s+(?:no\\.?|number|nr\\.?|n[°º]|#)?\\s*(\\d{1,2})(?![\\p{L}\\d]|[./]\\d)");
    private static final Pattern DID = Pattern.compile("(?i)\\b(?:did|has|had) (?:the )?\\W*$");
    private static final Pattern THEN_DID =
            Pattern.compile("(?i)^ (?!dated|signed|called)(?:\\p{L}+ed|cut|put|set|made|gave|took|brought)\\b");

    /** The first that a text names. */
    public static Optional<NumberedDocument> in(String text) {
        return listIn(text).stream().findFirst();
    }

    /** All that a text names, in its order. */
    static List<NumberedDocument> listIn(String text) {
        return NAMED.matcher(text).results().map(named -> of(named, text)).toList();
    }

    private static NumberedDocument of(MatchResult named, String text) {
        String kind = named.group(2) != null ? named.group(2) : named.group(3);
        String number = named.group(1) != null ? named.group(1) : named.group(4);
        boolean acts = DID.matcher(text.substring(0, named.start())).find()
                || THEN_DID.matcher(text.substring(named.end())).find();
        return new NumberedDocument(
                kind.toLowerCase(Locale.ROOT).replace("addendum", "amendment"), number(number), named.group(), acts);
    }

    private static int number(String written) {
        return SpelledNumber.parseOrdinal(written).orElseGet(() -> Integer.parseInt(written.replaceAll("\\D", "")));
    }

    /** Whether a contract's title calls it so. */
    public boolean isOne(Contract contract) {
        return in(contract.title())
                .filter(title -> title.kind().equals(kind) && title.number() == number)
                .isPresent();
    }

    /** Whether a contract's title calls it one of the kind, with whatever number. */
    public boolean isOfTheKind(Contract contract) {
        return in(contract.title()).filter(title -> title.kind().equals(kind)).isPresent();
    }
}
