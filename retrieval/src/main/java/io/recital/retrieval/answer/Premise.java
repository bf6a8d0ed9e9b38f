package io.recital.retrieval.answer;

import io.recital.retrieval.words.Synonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question takes for granted: "why did the amendment raise the price?" says that it did.
 *
 * @param statement the question's words that say it, in contracts' words
 * @param figures amounts and percentages that it takes for granted, as written
 */
record Premise(String statement, List<String> figures) {
    private static final String FIGURE = "(?:[$€£]\\s?\\d[\\d,.]*\\d|[$€£]\\s?\\d|\\d[\\d,.]*\\s?(?:%|per ?cent))";
    private static final Pattern WHY = Pattern.compile("(?i)^\\W*why\\b(?<said>.*)$");
    private static final Pattern REASON =
            Pattern.compile("(?i)^\\W*(?:since|as|because|given that|now that|seeing that)\\b(?<said>[^,]*),.*$");
    private static final Pattern TAG = Pattern.compile(
            "(?i)^(?<said>[^?]*?),? (?:right|correct|isn['’]t it|don['’]t we|doesn['’]t it|is that so)\\s*\\?.*$");
    private static final Pattern STATED = Pattern.compile(
            "(?i)^(?<said>[^?]{20,}?)(?:[.;]|\\s[-–—])\\s+(?:by )?(?:how|what|since|when|why)\\b.*\\?\\W*$");
    private static final Pattern GRANTED = Pattern.compile(
            "(?i)\\b(?:the|its|their|our|that|this|committed to \\w+|commited to \\w+) (?:\\w+ ){0,2}?(?<figure>"
                    + FIGURE + ")");
    private static final Pattern ANY = Pattern.compile(FIGURE);
    private static final Pattern DENIAL =
            Pattern.compile("(?i)\\b(?:no|not|nor|neither|nothing|none|never|unchanged|cannot|non-\\w+)\\b");

    /** What it takes for granted; empty when it only asks. */
    static Optional<Premise> of(String question) {
        for (Pattern form : List.of(WHY, TAG, REASON, STATED)) {
            Matcher matcher = form.matcher(question);
            if (matcher.matches()) {
                String said = matcher.group("said").strip();
                return Optional.of(new Premise(Synonyms.inContractWords(said), figures(ANY, said)));
            }
        }
        Matcher granted = GRANTED.matcher(question);
        List<String> figures = new ArrayList<>();
        while (granted.find()) {
            figures.add(granted.group("figure"));
        }
        return figures.isEmpty() ? Optional.empty() : Optional.of(new Premise("", figures));
    }

    private static List<String> figures(Pattern form, String text) {
        List<String> figures = new ArrayList<>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            figures.add(matcher.group());
        }
        return figures;
    }

    /** Whether it says something in words, not only a figure. */
    boolean isStated() {
        return !statement.isEmpty();
    }

    /** Whether a text denies something. */
    static boolean denies(String text) {
        return DENIAL.matcher(text).find();
    }

    /** Whether all of its figures stand in a text. */
    boolean figuresStandIn(String text) {
        String digits = bare(text);
        return figures.stream()
                .map(figure -> Pattern.compile("(?<![\\d.])" + Pattern.quote(bare(figure)) + "(?!\\.?\\d)"))
                .allMatch(figure -> figure.matcher(digits).find());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s?per ?cent", "%").replaceAll("[,\\s]", "").replaceAll("\\.0+(?=\\D|$)", "");
    }
}
