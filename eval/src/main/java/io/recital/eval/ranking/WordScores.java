package io.recital.eval.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** BM25 over a collection of texts: words in common count, rare ones more, long texts less. */
final class WordScores {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_WEIGHT = 0.75;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final double meanLength;

    /** @param texts by id */
    WordScores(Map<String, String> texts) {
        texts.forEach((id, text) -> {
            List<String> words = words(text);
            Map<String, Integer> count = new HashMap<>();
            words.forEach(word -> count.merge(word, 1, Integer::sum));
            count.keySet().forEach(word -> holders.merge(word, 1, Integer::sum));
            counts.put(id, count);
            lengths.put(id, words.size());
        });
        this.meanLength =
                lengths.values().stream().mapToInt(Integer::intValue).average().orElse(1);
    }

    /** The scores of those candidates that share a word with the query. */
    Map<String, Double> of(String query, Collection<String> candidates) {
        Set<String> words = new HashSet<>(words(query));
        Map<String, Double> scores = new HashMap<>();
        for (String id : candidates) {
            double score = 0;
            for (String word : words) {
                score += score(word, id);
            }
            if (score > 0) {
                scores.put(id, score);
            }
        }
        return scores;
    }

    /** The same scores as parts of the most that the query's words can score, however often they stand: 0 to 1. */
    Map<String, Double> shares(String query, Collection<String> candidates) {
        double most = 0;
        for (String word : Set.copyOf(words(query))) {
            most += rarity(word) * (SATURATION + 1);
        }
        Map<String, Double> shares = of(query, candidates);
        double divisor = most;
        shares.replaceAll((id, score) -> score / divisor);
        return shares;
    }

    private double score(String word, String id) {
        int count = counts.getOrDefault(id, Map.of()).getOrDefault(word, 0);
        if (count == 0) {
            return 0;
        }
        double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths.getOrDefault(id, 0) / meanLength;
        return rarity(word) * count * (SATURATION + 1) / (count + SATURATION * length);
    }

    private double rarity(String word) {
        int holding = holders.getOrDefault(word, 0);
        return Math.log(1 + (counts.size() - holding + 0.5) / (holding + 0.5));
    }

    /** Words in lower case, plurals as their singulars. */
    static List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(WordScores::singular)
                .toList();
    }

    /** Rules for English plurals, after Harman. */
    private static String singular(String word) {
        if (word.length() <= 3 || !word.endsWith("s") || word.endsWith("us") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }
}
