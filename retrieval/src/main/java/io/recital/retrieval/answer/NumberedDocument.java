package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.words.Synonyms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document that is called by its kind and number: the second amendment, change note 3.
 *
 * @param kind in lower case, "amendment" for an addendum too
 * @param written as the text writes it
 * @param acts whether the text says that the document itself did something: "why did amendment 2 raise …"
 */
record NumberedDocument(String kind, int number, String written, boolean acts) {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final String KIND =
            "(?:amendment|addendum|change (?:note|order)|variation|side letter|work order|statement of work|supplement)";
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:(?<ordinal>" + String.join("|", ORDINALS)
            + "|\\d{1,2}(?:st|nd|rd|th)) (?<before>" + KIND + ")|(?<behind>" + KIND
            + ") (?:no\\.? ?|number )?(?<number>\\d{1,2}))\\b");
    private static final Pattern DID = Pattern.compile("(?i)\\b(?:did|has|had) (?:the )?\\W*$");
    private static final Pattern THEN_DID =
            Pattern.compile("(?i)^ (?!dated|signed|called)(?:\\p{L}+ed|cut|put|set|made|gave|took|brought)\\b");

    /** The first that a text names. */
    static Optional<NumberedDocument> in(String text) {
        Matcher named = NAMED.matcher(text);
        if (!named.find()) {
            return Optional.empty();
        }
        String kind = named.group("before") != null ? named.group("before") : named.group("behind");
        String number = named.group("ordinal") != null ? named.group("ordinal") : named.group("number");
        boolean acts = DID.matcher(text.substring(0, named.start())).find()
                || THEN_DID.matcher(text.substring(named.end())).find();
        return Optional.of(new NumberedDocument(
                kind.toLowerCase(Locale.ROOT).replace("addendum", "amendment"), number(number), named.group(), acts));
    }

    private static int number(String written) {
        int ordinal = ORDINALS.indexOf(written.toLowerCase(Locale.ROOT));
        return ordinal >= 0 ? ordinal + 1 : Integer.parseInt(written.replaceAll("\\D", ""));
    }

    /** Whether a contract's title calls it so. */
    boolean isOne(Contract contract) {
        return in(contract.title())
                .filter(title -> title.kind().equals(kind) && title.number() == number)
                .isPresent();
    }

    /** Whether a contract's title calls it one of the kind, with whatever number. */
    boolean isOfTheKind(Contract contract) {
        return in(contract.title()).filter(title -> title.kind().equals(kind)).isPresent();
    }

    /** A document called by its number has to be there, and to be cited where it is said to have done something. */
    static Optional<String> missing(Evidence evidence, Answer answer) {
        Optional<NumberedDocument> asked =
                in(Synonyms.spelledOut(evidence.question().text()));
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> scope = evidence.question().scope().contracts();
        List<Contract> all = evidence.run().contracts(new TypedQuery.Contracts(Set.of()));
        Set<UUID> sides = all.stream()
                .filter(contract -> scope.isEmpty() || scope.contains(contract.id()))
                .flatMap(contract -> Stream.ofNullable(contract.counterparty()))
                .collect(Collectors.toSet());
        List<Contract> near = all.stream()
                .filter(contract -> sides.contains(contract.counterparty()))
                .toList();
        Set<UUID> ones =
                near.stream().filter(asked.get()::isOne).map(Contract::id).collect(Collectors.toSet());
        boolean numbered = near.stream().anyMatch(asked.get()::isOfTheKind);
        boolean silent = ones.isEmpty()
                ? numbered
                : asked.get().acts()
                        && answer.citations().stream().map(Citation::contract).noneMatch(ones::contains);
        return silent ? Optional.of(asked.get().written()) : Optional.empty();
    }
}
