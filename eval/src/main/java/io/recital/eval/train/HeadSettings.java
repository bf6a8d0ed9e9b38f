package io.recital.eval.train;

/**
 * How the head is trained.
 *
 * @param hidden units between the dense input and the labels
 * @param dropout part of the hidden units that each sample does without
 * @param negatives part of the sentences without any label that is learned from, each weighing accordingly more
 */
public record HeadSettings(
        int hidden,
        int epochs,
        double rate,
        double wordRate,
        double dropout,
        double decay,
        double negatives,
        int members,
        long seed) {
    public static HeadSettings standard(long seed) {
        return new HeadSettings(128, 5, 1e-3, 0.15, 0.3, 1e-4, 0.3, 3, seed);
    }
}
