package io.recital.api.fact;

import io.recital.api.problem.ProblemException;
import io.recital.models.fact.FeedMapping;
import io.recital.models.store.FactJson;

/** Reads the mappings and names of feeds that requests state. */
final class Mappings {
    private static final int LONGEST_NAME = 100;

    private Mappings() {}

    static FeedMapping read(String json) {
        return ProblemException.valid(() -> FactJson.readMapping(json));
    }

    static String requireFeed(String feed) {
        String name = feed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.badRequest("A feed has a name of 1 to " + LONGEST_NAME + " characters in one line.");
        }
        return name;
    }
}
