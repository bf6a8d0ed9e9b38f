package io.recital.eval.clauses;

/** A clause label that we give to a piece of a contract. */
public record PredictedSpan(String file, String label, int start, int end, double score) {}
