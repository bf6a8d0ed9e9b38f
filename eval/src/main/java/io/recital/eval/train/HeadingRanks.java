package io.recital.eval.train;

import java.util.List;

/** How near a heading comes to what stands below it, among all that stands below other headings. */
final class HeadingRanks {
    private final List<HeadedClause> clauses;
    private final Matrix headings;
    private final Matrix bodies;

    HeadingRanks(List<HeadedClause> clauses, List<float[]> headings, List<float[]> bodies) {
        this.clauses = clauses;
        this.headings = Matrix.ofRows(headings);
        this.bodies = Matrix.ofRows(bodies);
    }

    /**
     * The mean of 1/rank of the first clause that has the heading.
     *
     * @param learned what moves the headings; zeros leave them where they are
     */
    double meanReciprocalRank(Matrix learned) {
        Matrix moved = headings.times(learned);
        moved.add(headings);
        double sum = 0;
        for (int row = 0; row < clauses.size(); row++) {
            sum += 1.0 / rank(moved, row);
        }
        return sum / clauses.size();
    }

    private int rank(Matrix moved, int row) {
        String key = clauses.get(row).key();
        double[] likeness = new double[clauses.size()];
        double best = -1;
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = moved.dot(row, bodies, i);
            if (clauses.get(i).key().equals(key)) {
                best = Math.max(best, likeness[i]);
            }
        }
        int rank = 1;
        for (double other : likeness) {
            if (other > best) {
                rank++;
            }
        }
        return rank;
    }
}
