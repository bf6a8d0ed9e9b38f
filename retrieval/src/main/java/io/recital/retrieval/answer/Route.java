package io.recital.retrieval.answer;

import java.util.Optional;

/** One way to answer a kind of question. */
interface Route {
    /** The answer; empty when this way leads to none. Called in the name of a tenant; queries go through the evidence's run. */
    Optional<Answer> find(Evidence evidence);
}
