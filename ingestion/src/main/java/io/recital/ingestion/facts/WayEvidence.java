package io.recital.ingestion.facts;

/** What the cells of a column, or of several, say about the way in which they are written. */
final class WayEvidence {
    private int first;
    private int second;

    void add(Readings<?> cell) {
        if (cell.first() != null && cell.second() == null) {
            first++;
        } else if (cell.first() == null && cell.second() != null) {
            second++;
        }
    }

    void add(WayEvidence other) {
        first += other.first;
        second += other.second;
    }

    private boolean isContradictory() {
        return first > 0 && second > 0;
    }

    private Way shown() {
        if (isContradictory() || first + second == 0) {
            return Way.UNDECIDED;
        }
        return first > 0 ? Way.FIRST : Way.SECOND;
    }

    /**
     * The way of this column: what its own cells show, or else those of the other columns, or else what was stated.
     * Cells that show otherwise than was stated leave it undecided, since one of the two is wrong.
     */
    Way decide(WayEvidence sheet, Way stated) {
        if (isContradictory()) {
            return Way.UNDECIDED;
        }
        Way shown = shown() == Way.UNDECIDED ? sheet.shown() : shown();
        if (shown == Way.UNDECIDED) {
            return stated;
        }
        return stated == Way.UNDECIDED || stated == shown ? shown : Way.UNDECIDED;
    }
}
