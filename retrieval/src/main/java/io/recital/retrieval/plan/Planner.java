package io.recital.retrieval.plan;

import io.recital.models.store.Repositories;
import io.recital.retrieval.search.NameRecognition;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.RecognisedName;
import io.recital.retrieval.words.AnswerForm;
import io.recital.retrieval.words.Dates;
import io.recital.retrieval.words.Sayings;
import io.recital.retrieval.words.Synonyms;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a question by its wording: whose contracts, what for, and for which day. */
public final class Planner {
    private static final Pattern SEVERAL = Pattern.compile("\\p{L}.*[ -].*[\\p{L}\\p{N}]");
    private static final Pattern MONTH = Pattern.compile(
            "(?i)\\b(?:january|february|march|april|may|june|july|august" + "|september|october|november|december)\\b");
    private static final Pattern SEVERALLY = Pattern.compile("(?i)\\b(?:and|or|than|versus|vs)\\b");
    private static final int NEAREST = 12;

    private final NameRecognition names;
    private final ScopeFinder scopes;
    private final FollowUps followUps;
    private final PartyScope parties;
    private final RoleScope roles;
    private final DescribedContract described;

    public Planner(NameRecognition names, Repositories store, QueryRunner runner) {
        this(
                names,
                store,
                work -> runner.run(new TypedQuery.Passages(work, Set.of(), NEAREST)).stream()
                        .map(PassageHit::contract)
                        .toList());
    }

    /** Without a search: who is called by what they do is found by names and titles alone. */
    public Planner(NameRecognition names, Repositories store) {
        this(names, store, work -> List.of());
    }

    private Planner(NameRecognition names, Repositories store, Function<String, List<UUID>> nearest) {
        this.names = names;
        this.scopes = new ScopeFinder(names, store);
        this.followUps = new FollowUps(scopes, store);
        this.parties = new PartyScope(store);
        this.roles = new RoleScope(store, nearest);
        this.described = new DescribedContract(names, scopes, store);
    }

    /** What a question asks that nothing was asked before. Call it in the name of a tenant. */
    public Understanding understand(String question, @Nullable UUID contract, LocalDate today) {
        return understand(question, contract, today, List.of());
    }

    /**
     * What a question asks. Call it in the name of a tenant.
     *
     * @param contract that the question is about; null when only its words say so
     * @param today the day on which it is asked
     * @param earlier what was asked before in the same conversation, oldest first
     */
    public Understanding understand(String question, @Nullable UUID contract, LocalDate today, List<Turn> earlier) {
        QuestionScope own = contract == null
                ? described.corrected(scope(Synonyms.spelledOut(question)), question)
                : new QuestionScope(Set.of(contract), Set.of());
        FollowUps.Meaning meant = followUps.resolve(question, own, earlier);
        Set<String> called =
                contract == null && meant.scope().equals(own) && own.phrases().isEmpty()
                        ? scopes.partyNamesOf(own)
                        : scopes.namesOf(meant.scope());
        String bare = Sayings.inContractWords(Asides.removed(BareQuestion.of(question, called)));
        String asked = (bare + " " + meant.context()).strip();
        Plan.Kind kind = KindWords.kindOf(question);
        AskedDay day = AskedDay.of(question, today);
        List<Topic> topics = topics(bare);
        return new Understanding(
                question,
                asked,
                Synonyms.inContractWords(withoutDates(asked)),
                kind,
                meant.scope(),
                called,
                topics.isEmpty() ? topics(asked) : topics,
                AnswerForm.of(question),
                Synonyms.inContractWords(withoutDates(meant.context())),
                meant.places(),
                kind == Plan.Kind.PERFORMANCE ? today : day.day(),
                day.asSigned());
    }

    private static List<Topic> topics(String asked) {
        List<Topic> topics = Topic.of(asked);
        return topics.isEmpty() ? Topic.of(Synonyms.inContractWords(asked)) : topics;
    }

    /** By party first, narrowed by title where one is named as well; then by title, then by what somebody does. */
    private QuestionScope scope(String question) {
        List<RecognisedName> recognised = names.recognise(question);
        Optional<QuestionScope> byParty = parties.find(question, recognised).map(scope -> withDoers(scope, question));
        QuestionScope byTitle = scopes.find(question, recognised);
        boolean titled =
                !byTitle.isEverywhere() && byTitle.phrases().stream().anyMatch(phrase -> isTitle(phrase, question));
        boolean plainly = byTitle.phrases().stream().anyMatch(phrase -> isPlainTitle(phrase, question));
        if (byParty.isPresent()) {
            return plainly && Collections.disjoint(byParty.get().contracts(), byTitle.contracts())
                    ? byTitle
                    : narrowed(
                            byParty.get(),
                            byTitle,
                            titled || byParty.get().phrases().size() > 1);
        }
        if (titled && plainly) {
            return byTitle;
        }
        Optional<QuestionScope> byNumber = scopes.numbered(question);
        if (byNumber.isPresent()) {
            return byNumber.get();
        }
        Optional<QuestionScope> byRole = roles.find(question);
        if (titled) {
            return byRole.orElse(byTitle);
        }
        boolean named = byTitle.phrases().stream().anyMatch(phrase -> isName(written(phrase, question)));
        return byRole.orElse(named ? scopes.families(byTitle) : QuestionScope.EVERYWHERE);
    }

    /** Somebody else beside a party, called by what they do: "of Pelham and of the engineers". */
    private QuestionScope withDoers(QuestionScope byParty, String question) {
        Optional<QuestionScope> doers = SEVERALLY.matcher(question).find() ? roles.doers(question) : Optional.empty();
        return doers.filter(other -> Collections.disjoint(other.contracts(), byParty.contracts()))
                .map(byParty::and)
                .orElse(byParty);
    }

    /** Whether a word in it has a capital, and is no month. */
    private static boolean isName(String written) {
        return written.matches(".*\\p{Lu}\\p{L}{3,}.*")
                && !MONTH.matcher(written).find();
    }

    private static QuestionScope narrowed(QuestionScope byParty, QuestionScope byTitle, boolean titled) {
        Set<UUID> both = new HashSet<>(byParty.contracts());
        both.retainAll(byTitle.contracts());
        if (!titled || both.isEmpty()) {
            return byParty;
        }
        Set<String> phrases = new HashSet<>(byParty.phrases());
        phrases.addAll(byTitle.phrases());
        return new QuestionScope(both, phrases);
    }

    /** One word in lower case names no title, nor does a day. */
    private static boolean isTitle(String phrase, String question) {
        if (!SEVERAL.matcher(phrase).find() || Words.of(phrase).isEmpty()) {
            return false;
        }
        String written = written(phrase, question);
        return (isPlainTitle(phrase, question) || Words.of(phrase).size() >= 2)
                && Dates.in(written).isEmpty()
                && !written.matches(".*\\b(?:19|20)\\d{2}\\b.*");
    }

    /** Several words with capitals, or a word with its number. */
    private static boolean isPlainTitle(String phrase, String question) {
        String written = written(phrase, question);
        return written.matches("(?i).*\\p{L} (?:no )?\\p{N}{1,2}") || written.matches("\\p{Lu}.* \\p{Lu}.*");
    }

    /** A phrase as the question writes it. */
    private static String written(String phrase, String question) {
        String plain = question.replaceAll("[^\\p{L}\\p{N} ]", " ").replaceAll("\\s+", " ");
        int at = plain.toLowerCase(Locale.ROOT).indexOf(phrase);
        return at < 0 ? phrase : plain.substring(at, at + phrase.length());
    }

    private static String withoutDates(String question) {
        List<Dates.Named> dates = Dates.in(question);
        StringBuilder rest = new StringBuilder(question);
        for (int i = dates.size() - 1; i >= 0; i--) {
            rest.replace(dates.get(i).start(), dates.get(i).end(), " ");
        }
        return rest.toString();
    }
}
