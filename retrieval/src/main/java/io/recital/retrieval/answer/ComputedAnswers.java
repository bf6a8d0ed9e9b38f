package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.store.Repositories;
import io.recital.retrieval.portfolio.Shortfalls;
import io.recital.retrieval.portfolio.Sum;
import io.recital.retrieval.portfolio.Sums;
import io.recital.retrieval.portfolio.YearlyCosts;
import java.util.List;
import java.util.Optional;

/** Answers with a value of one contract that has to be computed: a sum, the cost of a year, what a shortfall costs. */
final class ComputedAnswers implements Route {
    private final Repositories store;
    private final PageFinder pages;

    ComputedAnswers(Repositories store, PageFinder pages) {
        this.store = store;
        this.pages = pages;
    }

    @Override
    public Optional<Answer> find(Evidence evidence) {
        return new Shortfalls(evidence.question(), evidence.run())
                .find(store.counterparties().list())
                .or(() -> new Sums(evidence.question(), evidence.run()).find(evidence.hits()))
                .or(() -> new YearlyCosts(evidence.question(), evidence.run())
                        .find(store.counterparties().list()))
                .map(this::answer);
    }

    private Answer answer(Sum sum) {
        String title =
                store.contracts().find(sum.contract()).map(Contract::title).orElse("Contract");
        return Answer.of(
                List.of(new AnswerSentence(
                        title + ": " + sum.text(), pages.paged(sum.citations()), List.of(sum.derivation()))),
                List.of());
    }
}
