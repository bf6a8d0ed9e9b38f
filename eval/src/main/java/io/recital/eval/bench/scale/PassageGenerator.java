package io.recital.eval.bench.scale;

import io.recital.eval.EvalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes as many passages as wanted around real ones. A contract's passages are made around those of one document: the
 * vector between two of its passages, moved by noise; the words of one of them, some exchanged for words of others. The
 * noise is made of differences of real vectors, and so lies in those directions in which real passages differ. The same
 * seed makes the same passages, in any order.
 */
public final class PassageGenerator {
    /** Length of the noise, where a passage's vector has length 1: the cosine to the real one falls to about 0.9. */
    private static final double NOISE = 0.45;

    private static final int DIFFERENCES = 4;
    private static final double EXCHANGED = 0.25;
    private static final double NUMBERS = 0.5;

    private final List<List<SeedPassage>> documents;
    private final List<SeedPassage> all = new ArrayList<>();
    private final int dimension;
    private final long seed;

    /** @param documents the real passages of each document; documents without any do not count */
    public PassageGenerator(List<List<SeedPassage>> documents, long seed) {
        this.documents = documents.stream()
                .filter(document -> !document.isEmpty())
                .map(List::copyOf)
                .toList();
        this.documents.forEach(all::addAll);
        if (all.size() < 2) {
            throw new EvalException("Passages are generated around real ones: give contracts with two or more");
        }
        this.dimension = all.get(0).dimension();
        this.seed = seed;
    }

    /** What the generated vectors' model is called: nobody's search for real passages compares with them. */
    public static String modelOf(String model) {
        return "generated around " + model;
    }

    /** How many real passages there are. */
    int real() {
        return all.size();
    }

    /** How many real documents they are of. */
    int documents() {
        return documents.size();
    }

    /** @param document which of the real documents it is made around */
    GeneratedPassage passage(int document, int contract, int ordinal) {
        Random random = new Random(seed * 31 + (contract * 1_000_003L + ordinal) * 0x9E3779B97F4A7C15L);
        List<SeedPassage> real = documents.get(document);
        SeedPassage one = any(real, random);
        return new GeneratedPassage(one.headingPath(), text(one, random), vector(one, any(real, random), random));
    }

    private static SeedPassage any(List<SeedPassage> passages, Random random) {
        return passages.get(random.nextInt(passages.size()));
    }

    private float[] vector(SeedPassage one, SeedPassage other, Random random) {
        double share = 0.6 + 0.4 * random.nextDouble();
        double[] noise = noise(random);
        float[] vector = new float[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) (share * one.component(i) + (1 - share) * other.component(i) + noise[i]);
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private double[] noise(Random random) {
        double[] noise = new double[dimension];
        for (int n = 0; n < DIFFERENCES; n++) {
            SeedPassage to = any(all, random);
            SeedPassage from = any(all, random);
            double weight = random.nextGaussian();
            for (int i = 0; i < dimension; i++) {
                noise[i] += weight * (to.component(i) - from.component(i));
            }
        }
        double squares = 0;
        for (double value : noise) {
            squares += value * value;
        }
        double scale = squares == 0 ? 0 : NOISE / Math.sqrt(squares);
        for (int i = 0; i < dimension; i++) {
            noise[i] *= scale;
        }
        return noise;
    }

    private String text(SeedPassage one, Random random) {
        StringBuilder text = new StringBuilder();
        for (String word : one.words()) {
            text.append(text.isEmpty() ? "" : " ").append(exchanged(word, random));
        }
        return text.toString();
    }

    private String exchanged(String word, Random random) {
        double chance = random.nextDouble();
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return chance < NUMBERS ? Integer.toString(1 + random.nextInt(10_000)) : word;
        }
        return chance < EXCHANGED ? anyWord(any(all, random).words(), random) : word;
    }

    private static String anyWord(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
