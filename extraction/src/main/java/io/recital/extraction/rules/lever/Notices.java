package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.Redaction;
import io.recital.extraction.rules.value.ValueMatch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The length of time that a notice must be given ahead. */
final class Notices {
    private static final Pattern AFTER = Pattern.compile(
            "^\\s*['’]?s?\\s*(?:\\([^)]{0,30}\\)\\s*)?(?!(?:each\\s+)?(?:by|upon|unless|if|subject)\\b)(?:[\\p{L}-]+,?\\s+){0,3}(?:notice|notification|prior|before|advance)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("\\b(?:not(?:ice|if\\w+)|writing|told|objects?)\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);
    /** The first day on which a notice may be given, and not the last. */
    private static final Pattern NOT_BEFORE = Pattern.compile(
            "(?:\\bno(?:t)?\\s+(?:more|earlier|sooner)\\s+than|\\bat\\s+most)\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Redaction REDACTION = new Redaction();

    private Notices() {}

    /** Whether a length of time is said to be a notice's by what follows it. */
    static boolean isAhead(String text, ValueMatch length) {
        return AFTER.matcher(text.substring(length.end())).find();
    }

    /** The first length of time that is a notice's, or what is withheld in its place. */
    static Optional<ValueMatch> find(String text, List<ValueMatch> durations) {
        return durations.stream()
                .filter(length ->
                        !NOT_BEFORE.matcher(text.substring(0, length.start())).find())
                .filter(length -> isAhead(text, length)
                        || BEFORE.matcher(text.substring(0, length.start())).find())
                .findFirst()
                .or(() -> REDACTION.findAll(text).stream()
                        .filter(withheld -> isAhead(text, withheld))
                        .findFirst());
    }
}
