package io.recital.ingestion.segment;

import java.util.List;

/**
 * A place where a clause may begin: a number as contracts write it. Whether one does begin there, the outline decides.
 *
 * @param start Java string index of the number, or of the piece when the format generated the number
 * @param body Java string index of the words after the number
 * @param readings what the number may be
 */
record Marker(int start, int body, List<Label> readings, Strength strength, int piece) {
    /** How much the place alone speaks for a new clause. */
    enum Strength {
        /** In the middle of a line, after a sentence. */
        SENTENCE,
        /** At the start of a line, or after a gap, inside a paragraph. */
        LINE,
        /** At the start of a paragraph. */
        PARAGRAPH,
        /** Numbered by the format itself. */
        GENERATED
    }

    Marker {
        readings = List.copyOf(readings);
    }

    boolean startsPiece() {
        return strength.compareTo(Strength.PARAGRAPH) >= 0;
    }

    boolean isDivision() {
        return readings.get(0).kind().isDivision();
    }
}
