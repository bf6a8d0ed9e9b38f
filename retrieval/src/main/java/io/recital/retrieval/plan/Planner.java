package io.recital.retrieval.plan;

import io.recital.models.store.Repositories;
import io.recital.retrieval.search.NameRecognition;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands a question by its wording: whose contracts, what for, and for which day. */
public final class Planner {
    private final ScopeFinder scopes;

    public Planner(NameRecognition names, Repositories store) {
        this.scopes = new ScopeFinder(names, store);
    }

    /**
     * What a question asks. Call it in the name of a tenant.
     *
     * @param contract that the question is about; null when only its words say so
     * @param today the day on which it is asked
     */
    public Understanding understand(String question, @Nullable UUID contract, LocalDate today) {
        QuestionScope scope = contract == null ? scopes.find(question) : new QuestionScope(Set.of(contract), Set.of());
        Set<String> names = new HashSet<>();
        scope.contracts().forEach(named -> names.addAll(scopes.namesOf(named)));
        scope.phrases().forEach(phrase -> names.addAll(NameWords.of(phrase)));
        String asked = BareQuestion.of(question, names);
        return new Understanding(question, asked, KindWords.kindOf(question), scope, names, Topic.of(asked), today);
    }
}
