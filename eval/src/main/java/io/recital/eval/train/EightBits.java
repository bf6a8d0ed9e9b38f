package io.recital.eval.train;

/** Rounds weights to eight bits, with a scale for each column. */
final class EightBits {
    private EightBits() {}

    /** Whole numbers from -127 to 127 whose products with their column's scale are the values. */
    static byte[] byColumn(float[] values, float[] scales) {
        int columns = scales.length;
        for (int i = 0; i < values.length; i++) {
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / 127);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(values[i] / Math.max(1e-12f, scales[i % columns]));
        }
        return bytes;
    }
}
