package io.recital.models.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;

/** What somebody points to as a proof that a duty was done. */
public sealed interface Evidence {
    /** For a reader. */
    String display();

    /** In words, such as where a paper is filed. */
    record Words(String text) implements Evidence {
        public Words {
            if (text.isBlank()) {
                throw new IllegalArgumentException("Evidence in words says something");
            }
        }

        @Override
        public String display() {
            return text;
        }
    }

    /** A row of performance facts, by its kind and id. */
    record Row(String kind, String id) implements Evidence {
        public Row {
            requireNonNull(kind, "kind");
            requireNonNull(id, "id");
        }

        @Override
        public String display() {
            return kind + ":" + id;
        }
    }

    /** Words of a document. */
    record Passage(Citation citation) implements Evidence {
        public Passage {
            requireNonNull(citation, "citation");
        }

        @Override
        public String display() {
            return (citation.file() + " " + citation.path()).strip();
        }
    }
}
