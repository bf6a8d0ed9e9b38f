package io.recital.models.clause;

import java.util.List;

/**
 * A document version cut into clauses and passages, in text order.
 *
 * @param segmenter name and version of what cut it
 */
public record Segmentation(
        List<Clause> clauses, List<Definition> definitions, List<Passage> passages, String segmenter) {
    public Segmentation {
        clauses = List.copyOf(clauses);
        definitions = List.copyOf(definitions);
        passages = List.copyOf(passages);
    }
}
