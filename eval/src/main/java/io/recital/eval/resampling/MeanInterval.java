package io.recital.eval.resampling;

/**
 * A mean and the 95 % confidence interval around it.
 *
 * @param low the 2.5th percentile of the resampled means
 * @param high the 97.5th
 */
public record MeanInterval(double mean, double low, double high) {
    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.96;

    /** A share of single observations with Wilson's interval, which is no point where all or none are right. */
    public static MeanInterval ofShare(int part, int whole) {
        if (whole == 0) {
            return new MeanInterval(0, 0, 1);
        }
        double share = (double) part / whole;
        double scale = 1 + Z * Z / whole;
        double middle = (share + Z * Z / (2 * whole)) / scale;
        double half = Z * Math.sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole)) / scale;
        return new MeanInterval(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
