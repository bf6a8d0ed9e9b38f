package io.recital.retrieval.performance;

import java.util.List;

/** Something about performance that a question may mean. */
interface Matter {
    /** The words by which it is called. */
    String called();

    /** Other words that stand around it: quotes of its clauses, inputs of its workings. */
    String around();

    /** What can be told of it at the time asked for; nothing where it is silent of that time. */
    List<Telling> tell(Asking asking);

    /** Whether it tells of money that can be added up. */
    default boolean isMoney() {
        return false;
    }
}
