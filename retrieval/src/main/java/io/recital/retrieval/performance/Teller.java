package io.recital.retrieval.performance;

import io.recital.models.report.Standing;
import java.util.List;

/** Answers one form of question about performance. */
interface Teller {
    /** What it has to tell; nothing where the question is of another form or the facts are silent. */
    List<Telling> tell(Asking asking, List<Standing> standings);
}
