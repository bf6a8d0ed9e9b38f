package io.recital.eval.resampling;

/**
 * A mean and the 95 % confidence interval around it.
 *
 * @param low the 2.5th percentile of the resampled means
 * @param high the 97.5th
 */
public record MeanInterval(double mean, double low, double high) {}
