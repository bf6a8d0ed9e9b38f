package io.recital.extraction.rules.obligation;

import java.util.regex.Pattern;

/** Cuts the words of an event where the sentence goes on to something else. */
final class EventWords {
    private static final Pattern GOES_ON = Pattern.compile(
            "\\s+(?:unless|provided|except|and\\s+(?:shall|will|must|may|to)|shall|will|must|failing\\s+which|if|whichever|subject\\s+to|(?<!\\b(?:to|by|in|for|of|on|under|from|with)\\s)which|need\\s+not|in\\s+accordance|in\\s+(?:text|written)\\s+form|in\\s+writing|and\\s+(?:again|\\w+\\s+within)|by\\s+(?:wire|giving|written|means))\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private EventWords() {}

    static String cut(String words) {
        return GOES_ON.matcher(words).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}
