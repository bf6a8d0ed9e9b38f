package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.Repositories;
import io.recital.retrieval.words.Synonyms;
import io.recital.retrieval.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Understands a question by those before it. One that names no contract goes on about those that were answered from;
 * one that names a contract but does not say what it asks of it, asks the same again.
 */
final class FollowUps {
    private static final int PAGE = 200;
    private static final int FEW_WORDS = 2;
    private static final int FEW_COUNTERPARTIES = 2;
    private static final Pattern POINTS_BACK =
            Pattern.compile("(?i)^\\s*(?:and|but|also|so|or|then|what about|how about|what if|same)\\b"
                    + "|\\b(?:it|its|they|them|their|those|these|there|then|such|same|instead|either|both)\\b"
                    + "|\\b(?:that|this)\\b(?!\\s+(?:year|month|week|quarter|day))");
    private static final Pattern ALL_CONTRACTS = Pattern.compile(
            "(?i)\\b(?:all|any|each|every|which|our|other|across|compare|list)\\b(?:\\W+\\w+){0,3}?\\W+"
                    + "(?:contracts|agreements|suppliers|vendors|counterparties|partners|documents|portfolio)\\b"
                    + "|\\b(?:each|every|any|which|other) (?:contract|agreement|supplier|vendor|counterparty|partner)\\b");
    private static final Pattern CALENDAR = Pattern.compile(
            "january|february|march|april|may|june|july|august|september|october|november|december|\\d+");
    private static final Pattern OTHER_KIND = Pattern.compile("(?i)\\bthe other (?<kind>(?:\\p{L}+ )?\\p{L}+)");
    private static final Pattern OTHER = Pattern.compile("(?i)\\bthe other\\b");

    private final ScopeFinder scopes;
    private final Repositories store;

    FollowUps(ScopeFinder scopes, Repositories store) {
        this.scopes = scopes;
        this.store = store;
    }

    /**
     * What a question means after others.
     *
     * @param scope the contracts that it is about, be it by its own words or by those before it
     * @param context what was asked before and is still meant, without names of contracts; empty for nothing
     * @param places where the last answer stood, when what was asked before is still meant
     */
    record Meaning(QuestionScope scope, String context, List<Turn.Place> places) {
        private static Meaning alone(QuestionScope scope) {
            return new Meaning(scope, "", List.of());
        }
    }

    /**
     * What a question means. Call it in the name of a tenant.
     *
     * @param own the contracts that the question names itself
     * @param earlier what was asked before, oldest first
     */
    Meaning resolve(String question, QuestionScope own, List<Turn> earlier) {
        if (earlier.isEmpty()) {
            return Meaning.alone(own);
        }
        boolean named = !own.isEverywhere() && isNamed(question, own);
        if (!named && ALL_CONTRACTS.matcher(question).find()) {
            return Meaning.alone(QuestionScope.EVERYWHERE);
        }
        QuestionScope scope = named ? without(earlier.get(earlier.size() - 1), own, question) : scopeOf(earlier);
        Optional<Meaning> other = named ? Optional.empty() : theOther(question, scope, context(earlier));
        if (other.isPresent()) {
            return other.get();
        }
        return leans(question, own)
                ? new Meaning(
                        scope, context(earlier), earlier.get(earlier.size() - 1).places())
                : Meaning.alone(scope);
    }

    /** Whether the words that lead to a scope call somebody: a name, or "for the packaging supplier". */
    private static boolean isNamed(String question, QuestionScope own) {
        Set<String> names = new HashSet<>(NameWords.capitalised(question));
        names.removeIf(name -> CALENDAR.matcher(name).matches());
        return own.phrases().isEmpty()
                || own.phrases().stream()
                        .anyMatch(phrase -> NameWords.of(phrase).stream().anyMatch(names::contains)
                                || Pattern.compile(
                                                "(?i)\\b(?:for|with|under|about|from|other|at) (?:(?:the|our) )?(?:\\S+ )?"
                                                        + Pattern.quote(phrase))
                                        .matcher(question)
                                        .find());
    }

    /** Whether a question says too little by itself. */
    private boolean leans(String question, QuestionScope own) {
        Set<String> words = Words.of(BareQuestion.of(question, scopes.namesOf(own)));
        return POINTS_BACK.matcher(question).find() || words.size() <= FEW_WORDS;
    }

    /** What the last questions asked, back to the first that says it all by itself. */
    private String context(List<Turn> earlier) {
        StringBuilder context = new StringBuilder();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            String asked = earlier.get(i).question();
            QuestionScope scope = scopes.find(asked);
            context.insert(0, BareQuestion.of(asked, scopes.namesOf(scope)) + " ");
            if (!leans(asked, scope)) {
                break;
            }
        }
        return context.toString().strip();
    }

    /** All contracts with those whom the latest answers cite, or whom their questions name. */
    private QuestionScope scopeOf(List<Turn> earlier) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Turn turn = earlier.get(i);
            Set<UUID> named = scopes.find(Synonyms.spelledOut(turn.question())).contracts();
            Set<UUID> both = new HashSet<>(turn.contracts());
            both.retainAll(named);
            Set<UUID> meant = named.isEmpty() ? answeredFrom(turn) : both.isEmpty() ? named : both;
            if (!meant.isEmpty()) {
                return new QuestionScope(families(meant), Set.of());
            }
        }
        return QuestionScope.EVERYWHERE;
    }

    /** Of few counterparties the one that was cited first: the rest stood beside the answer. */
    private Set<UUID> answeredFrom(Turn turn) {
        Set<Optional<UUID>> counterparties = turn.contracts().stream()
                .map(id -> store.contracts().find(id).map(Contract::counterparty))
                .collect(Collectors.toSet());
        return counterparties.size() > FEW_COUNTERPARTIES
                ? turn.contracts()
                : turn.places().stream().limit(1).map(Turn.Place::contract).collect(Collectors.toSet());
    }

    private Set<UUID> families(Set<UUID> contracts) {
        Set<UUID> all = new HashSet<>();
        for (UUID id : contracts) {
            Optional<Contract> contract = store.contracts().find(id);
            contract.ifPresent(found -> all.add(found.id()));
            contract.map(Contract::counterparty)
                    .ifPresent(counterparty -> store.contracts()
                            .list(new ContractFilter(counterparty, null, null, null), null, PAGE)
                            .items()
                            .forEach(sibling -> all.add(sibling.id())));
        }
        return all;
    }

    /** "For the other work order" after a question about work order 1: the same of those of the kind with another number. */
    private Optional<Meaning> theOther(String question, QuestionScope scope, String context) {
        Matcher asked = OTHER_KIND.matcher(question);
        while (asked.find()) {
            String kind = Pattern.quote(asked.group("kind"));
            Matcher before = Pattern.compile("(?i)\\b" + kind + "\\s+(?:no\\.?\\s*)?(?<which>\\d{1,3}|[A-Z])\\b")
                    .matcher(context);
            if (before.find()) {
                Pattern others = Pattern.compile("(?i)^\\W*" + kind + "\\s+(?:no\\.?\\s*)?(?!"
                        + Pattern.quote(before.group("which")) + "\\b)[\\dA-Z]");
                Set<UUID> meant = scope.contracts().stream()
                        .filter(id -> store.contracts()
                                .find(id)
                                .filter(contract ->
                                        others.matcher(contract.title()).find())
                                .isPresent())
                        .collect(Collectors.toSet());
                if (!meant.isEmpty()) {
                    return Optional.of(new Meaning(
                            new QuestionScope(meant, Set.of()), before.replaceFirst(asked.group("kind")), List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** "The other" of what is named is one that the last answer was not taken from. */
    private static QuestionScope without(Turn last, QuestionScope own, String question) {
        Set<UUID> rest = own.contracts().stream()
                .filter(contract -> !last.contracts().contains(contract))
                .collect(Collectors.toSet());
        return OTHER.matcher(question).find() && !rest.isEmpty() ? new QuestionScope(rest, own.phrases()) : own;
    }
}
