package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.retrieval.plan.CurrencyName;
import io.recital.retrieval.plan.DateWindow;
import io.recital.retrieval.plan.LawName;
import io.recital.retrieval.plan.Topic;
import io.recital.retrieval.portfolio.PortfolioResult.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question about several contracts alike, or for a value that is computed from what they state.
 *
 * @param subject that is asked about; null where only the question's own words can tell
 * @param conditions that the contracts asked for fulfil
 * @param versions whether an older and a newer text of one contract are held against each other
 */
record PortfolioQuestion(
        Operation operation,
        @Nullable Subject subject,
        Form form,
        Conditions conditions,
        Reach reach,
        boolean versions) {
    /** Whether a question is about several contracts, as far as its words tell. */
    enum Reach {
        ALL,
        /** All, where it names none. */
        PERHAPS_ALL,
        NAMED
    }

    /**
     * What the contracts asked for fulfil; null for what is not asked.
     *
     * @param byItself whether they renew without anybody's doing
     */
    record Conditions(
            @Nullable LawName law,
            @Nullable CurrencyName currency,
            @Nullable DateWindow window,
            @Nullable Threshold threshold,
            boolean byItself) {}

    private static final String MANY =
            "(?:contracts|agreements|suppliers|vendors|counterparties|partners|providers|customers|licensees|companies|parties|deals|contractors)";
    private static final String ONE =
            "(?:contract|agreement|supplier|vendor|counterparty|partner|provider|customer|licensee|company|contractor)";
    private static final Pattern OF_ALL = words("\\b" + MANY + "\\b|\\b(?:any|each|every|which|what) (?:\\S+ )?" + ONE
            + "\\b|\\bportfolio\\b|\\bacross\\b");
    /** Words that may be about one contract as well, and are about all where none is named. */
    private static final Pattern PERHAPS_OF_ALL = words(
            "^\\W*(?:who|whose|where|(?:with|for|to|from|under) whom)\\b.*\\b(?:us|we|our)\\b|\\bwith whom\\b|\\bany of (?:our|them)\\b|\\banyone\\b");

    private static final Pattern COUNT = words("^\\W*(?:how many|what number|(?:the )?number) (?:of )?(?:\\S+ ){0,3}?"
            + MANY + "\\b|\\bcount (?:the|our|all)\\b");
    private static final Pattern GREATEST = words(
            "\\b(?:longest|highest|largest|biggest|greatest|most expensive|most generous|latest|strictest)\\b(?!\\s+first)|\\bmost (?:days|time|notice)\\b");
    private static final Pattern LEAST = words(
            "\\b(?:shortest|lowest|smallest|least|cheapest|earliest|soonest|fastest|quickest)\\b(?!\\s+first)(?<!at least)");
    private static final Pattern AT_THE_LATEST =
            words("at the (?:latest|earliest)|at (?:latest|least|most)|latest (?:possible )?(?:day|date)");
    private static final Pattern ORDER = words(
            "\\b(?:sort|rank)(?:ed)?\\b|\\border(?:ed)? (?:by|them|all|our)\\b|\\b(?:first|last)\\W*$|\\bin order of\\b|\\b(?:soonest|earliest|shortest|lowest|longest|highest|largest|latest) first\\b");
    private static final Pattern DOWNWARDS = words(
            "\\b(?:longest|highest|largest|latest|biggest|greatest|descending|most)\\b(?: \\S+)? first|\\bdescending\\b|\\bfrom (?:the )?(?:longest|highest|largest|latest)");
    private static final Pattern BY_ITSELF = words(
            "automatic\\w*|by (?:itself|themselves)|tacit\\w*|\\bauto-?renew\\w*|renews? (?:\\S+ )?unless|unless (?:somebody|someone|anybody|we|either|one)");

    private static final Pattern VERSIONS =
            words("\\b(?:old|original|earlier|previous|former|first)\\b.*\\b(?:new|restated|current|present|amended)\\b"
                    + "|\\b(?:new|restated|amended)\\b.*\\b(?:old|original|before|previous|former)\\b"
                    + "|\\bhow (?:did|has|have)\\b.*\\bchanged?\\b");

    PortfolioQuestion {
        requireNonNull(operation, "operation");
        requireNonNull(form, "form");
        requireNonNull(conditions, "conditions");
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?i)(?:" + words + ")");
    }

    /** What a question asks, as far as it is about several contracts or a computed value. */
    static PortfolioQuestion of(String question, List<Topic> topics, LocalDate today) {
        Optional<LawName> law = LawName.in(question);
        Optional<CurrencyName> currency = CurrencyName.in(question);
        Subject subject = Subjects.of(question, topics)
                .or(() -> law.map(name -> Subjects.LAW))
                .or(() -> currency.map(name -> Subjects.CURRENCY))
                .orElse(null);
        boolean dated = subject != null
                && (subject.source() == Subject.Source.END
                        || subject.source() == Subject.Source.NOTICE_DATE
                        || subject.types().stream().anyMatch(type -> type.endsWith("date")));
        Conditions conditions = new Conditions(
                law.orElse(null),
                currency.orElse(null),
                dated ? DateWindow.in(question, today).orElse(null) : null,
                Threshold.in(question).orElse(null),
                BY_ITSELF.matcher(question).find());
        return new PortfolioQuestion(
                operation(question),
                subject,
                Form.of(question),
                conditions,
                reach(question, operation(question)),
                VERSIONS.matcher(question).find());
    }

    private static Reach reach(String question, Operation operation) {
        if (OF_ALL.matcher(question).find()) {
            return Reach.ALL;
        }
        return operation != Operation.EACH || PERHAPS_OF_ALL.matcher(question).find() ? Reach.PERHAPS_ALL : Reach.NAMED;
    }

    /** Whether values are put in order, or the first of an order is asked for. */
    boolean isInOrder() {
        return operation != Operation.EACH && operation != Operation.COUNT;
    }

    /** Whether what is asked is computed even where only one contract is asked about. */
    boolean isComputed() {
        return subject != null && subject.source() == Subject.Source.NOTICE_DATE;
    }

    private static Operation operation(String question) {
        String plain = AT_THE_LATEST.matcher(question).replaceAll("");
        if (COUNT.matcher(plain).find()) {
            return Operation.COUNT;
        }
        if (ORDER.matcher(plain).find()) {
            return DOWNWARDS.matcher(plain).find() ? Operation.DESCENDING : Operation.ASCENDING;
        }
        boolean greatest = GREATEST.matcher(plain).find();
        boolean least = LEAST.matcher(plain).find();
        if (greatest && least) {
            return Operation.DESCENDING;
        }
        if (greatest || least) {
            return greatest ? Operation.GREATEST : Operation.LEAST;
        }
        return Operation.EACH;
    }
}
