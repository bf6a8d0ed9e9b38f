package io.recital.eval.train;

/**
 * How a sentence network is trained.
 *
 * @param layers of the encoder, from the lowest
 * @param fixedLayers how many of them, from the lowest, stay as they are
 * @param windows in a batch
 * @param rate of the encoder's weights at its highest
 * @param labelRate of the last layer's
 * @param negatives part of the windows without any label that an epoch reads
 */
record NetworkSettings(
        int layers,
        int fixedLayers,
        int epochs,
        int windows,
        double rate,
        double labelRate,
        double dropout,
        double decay,
        double negatives,
        long seed) {
    static NetworkSettings standard(long seed) {
        return new NetworkSettings(6, 2, 3, 8, 1.2e-4, 1e-3, 0.1, 0.01, 0.2, seed);
    }

    /** The seed of an epoch, so that each can be run again by itself. */
    long seedOf(int epoch) {
        return seed * 1000 + epoch;
    }
}
