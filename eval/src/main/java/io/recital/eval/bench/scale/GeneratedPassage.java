package io.recital.eval.bench.scale;

import java.util.List;

/** A passage that no contract says. */
final class GeneratedPassage {
    private static final int DECIMALS = 100_000;

    private final List<String> headingPath;
    private final String text;
    private final float[] vector;

    GeneratedPassage(List<String> headingPath, String text, float[] vector) {
        this.headingPath = List.copyOf(headingPath);
        this.text = text;
        this.vector = vector.clone();
    }

    List<String> headingPath() {
        return headingPath;
    }

    String text() {
        return text;
    }

    float[] vector() {
        return vector.clone();
    }

    /** The vector as the database reads it, in five decimals: finer than the half precision that it keeps. */
    String vectorLiteral() {
        StringBuilder literal = new StringBuilder(vector.length * 9).append('[');
        for (int i = 0; i < vector.length; i++) {
            int scaled = Math.round(Math.abs(vector[i]) * DECIMALS);
            literal.append(i == 0 ? "" : ",").append(vector[i] < 0 ? "-" : "");
            literal.append(scaled / DECIMALS).append('.');
            String decimals = Integer.toString(scaled % DECIMALS);
            literal.append("0", 0, decimals.length() < 5 ? 1 : 0);
            literal.append("0".repeat(Math.max(0, 4 - decimals.length()))).append(decimals);
        }
        return literal.append(']').toString();
    }
}
