package io.recital.models.inference;

/**
 * How an ONNX session uses the machine.
 *
 * @param threads intra-op threads; 1 runs on the calling thread and starts no pool
 * @param spinning whether idle pool threads wait by spinning: faster on a machine of one's own, wasteful on a shared one
 * @param arena whether freed memory is kept for the next run instead of being given back
 */
public record OnnxSettings(int threads, boolean spinning, boolean arena) {
    /**
     * One thread, no spinning, an arena: what a service that shares its machine should use. Without the arena the
     * process was seen to grow larger (644 MB at its peak instead of 394), since freed blocks are not used again at once.
     */
    public static final OnnxSettings FRUGAL = new OnnxSettings(1, false, true);

    public OnnxSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread: " + threads);
        }
    }
}
