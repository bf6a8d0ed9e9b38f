package io.recital.retrieval.search;

import org.jspecify.annotations.Nullable;

/**
 * Why a passage stands where it stands.
 *
 * @param fused reciprocal rank fusion of the two ranks, 1/(60 + rank) each; comparable within one search only
 * @param similarity cosine of question and passage, null where it was not among the nearest
 * @param similarityRank 1 for the nearest, null where it was not among them
 * @param words weight of the question's words in the passage, rare words weighing more; null where it was not among the
 *     best by words
 * @param wordsRank 1 for the best by words, null where it was not among them
 */
public record PassageScore(
        double fused,
        @Nullable Double similarity,
        @Nullable Integer similarityRank,
        @Nullable Double words,
        @Nullable Integer wordsRank) {}
