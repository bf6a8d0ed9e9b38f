package io.recital.eval.clauses;

/** A clause label that people gave to a piece of a contract; offsets count code points of the file. */
public record GoldSpan(String file, String label, int start, int end, String text) {}
