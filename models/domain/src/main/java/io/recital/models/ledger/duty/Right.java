package io.recital.models.ledger.duty;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a clause lets somebody do who was let down. */
enum Right {
    TERMINATION("the right to terminate", "terminat\\w*|cancel|rescind|withdraw\\s+from|end\\s+(?:this|the|it)\\b"),
    STEP_IN(
            "the right to step in",
            "step(?:ping)?[\\s-]+in\\b|take\\s+over\\s+(?:the\\s+)?(?:performance|provision|operation|management|services?|works?)|have\\s+(?:it|them|the\\s+\\w+)\\s+(?:performed|carried\\s+out|done)\\s+by|perform\\b[^.;]{0,60}?\\b(?:itself|themselves)"),
    SUSPENSION(
            "the right to suspend",
            "suspend|stop\\s+(?:work|deliver\\w+|the\\s+)|cease\\s+(?:to\\s+)?(?:perform|suppl|deliver)\\w*"),
    WITHHOLDING("the right to withhold payment", "withhold");

    private static final String MAY =
            "(?:\\b(?:may|can)\\b(?!\\s+not\\b)|\\b(?:is|are|be)\\s+entitled\\s+to\\b|\\bha(?:s|ve)\\s+the\\s+right\\s+to\\b|\\breserves?\\s+the\\s+right\\s+to\\b|\\bright\\s+to\\b)";
    private static final Pattern NOBODY =
            Pattern.compile("\\bneither\\s+(?:party|of)\\b|\\bno\\s+party\\b", Pattern.CASE_INSENSITIVE);

    private final String display;
    private final Pattern wording;

    Right(String display, String verb) {
        this.display = display;
        this.wording =
                Pattern.compile(MAY + "(?:[^.;]|\\.(?=\\d)){0,80}?\\b(?:" + verb + ")", Pattern.CASE_INSENSITIVE);
    }

    /** The first that words give; nothing where they deny it. */
    static Optional<Right> in(String words) {
        return NOBODY.matcher(words).find()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(right -> right.wording.matcher(words).find())
                        .findFirst();
    }

    /** The one whose words are there first: what follows is most often the condition of it. */
    static Optional<Right> earliestIn(String words) {
        return NOBODY.matcher(words).find()
                ? Optional.empty()
                : Arrays.stream(values())
                        .flatMap(right -> right.wording
                                .matcher(words)
                                .results()
                                .limit(1)
                                .map(found -> Map.entry(found.end(), right)))
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue);
    }

    /** For a reader. */
    String display() {
        return display;
    }
}
