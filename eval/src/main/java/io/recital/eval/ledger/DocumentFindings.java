package io.recital.eval.ledger;

import io.recital.models.clause.ParsedDocument;
import io.recital.models.finding.Finding;
import io.recital.samples.SamplePortfolio;
import java.util.List;

/** Where the findings of a document come from: its gold, or the extractors. */
interface DocumentFindings {
    /** Whether they are as if a reviewer had accepted them, with the relations that the truth states. */
    default boolean areAccepted() {
        return false;
    }

    /** The findings; contract and document both have the id of the file. */
    List<Finding> list(SamplePortfolio.Document document, ParsedDocument parsed);
}
