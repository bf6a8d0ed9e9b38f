package io.recital.retrieval.plan;

import io.recital.models.store.Repositories;
import io.recital.retrieval.search.NameRecognition;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands a question by its wording: whose contracts, what for, and for which day. */
public final class Planner {
    private final ScopeFinder scopes;
    private final FollowUps followUps;

    public Planner(NameRecognition names, Repositories store) {
        this.scopes = new ScopeFinder(names, store);
        this.followUps = new FollowUps(scopes, store);
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
        QuestionScope own = contract == null ? scopes.find(question) : new QuestionScope(Set.of(contract), Set.of());
        FollowUps.Meaning meant = followUps.resolve(question, own, earlier);
        Set<String> names = scopes.namesOf(meant.scope());
        String bare = BareQuestion.of(question, names);
        String asked = (bare + " " + meant.context()).strip();
        List<Topic> topics = Topic.of(bare);
        return new Understanding(
                question,
                asked,
                KindWords.kindOf(question),
                meant.scope(),
                names,
                topics.isEmpty() ? Topic.of(asked) : topics,
                today);
    }
}
