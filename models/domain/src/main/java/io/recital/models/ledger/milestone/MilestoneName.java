package io.recital.models.ledger.milestone;

import io.recital.models.finding.Milestone;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether the words of a fact name a milestone: by the contract's number for it, or by what is delivered. */
final class MilestoneName {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern OF = Pattern.compile("\\s(?:of|for|to)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAPPENING = Pattern.compile(
            "accept|deliver|complet|certif|hand|sign|approv|reject|notice|report|milestone|stage|phase|step|ready|protocol|release|commission|install|test|review|submi|statement|achiev|abnahme",
            Pattern.CASE_INSENSITIVE);
    private static final int LEAST_WORDS = 2;

    private final Pattern code;
    private final Set<String> words;

    MilestoneName(Milestone milestone) {
        this.code = milestone.code() == null ? Pattern.compile("(?!)") : pattern(milestone.code());
        this.words = words(milestone.deliverable());
    }

    /** Whether the words name it. A number stands for itself; of a name all words must be there, two at least. */
    boolean standsIn(String text) {
        return standsByCodeIn(text)
                || (words.size() >= LEAST_WORDS && words(text).containsAll(words));
    }

    /** Whether it is what words are about, and not a thing for it: the foundation of a machine is no machine. */
    boolean isSubjectOf(String text) {
        Matcher of = OF.matcher(text);
        String head = of.find() ? text.substring(0, of.start()) : "";
        return standsIn(text)
                && (head.isBlank() || standsIn(head) || HAPPENING.matcher(head).find());
    }

    /** Whether its number is there, whatever else is. */
    boolean standsByCodeIn(String text) {
        return code.matcher(text).find();
    }

    private static Pattern pattern(String code) {
        String joined = NO_WORD.matcher(code).replaceAll("");
        String loose = joined.replaceAll("(?<=\\p{L})(?=\\d)", "[-. ]?");
        String named = DIGITS.matcher(joined).matches()
                ? "(?:milestone|deliverable|stage|phase|meilenstein)\\s*(?:no\\.?|nr\\.?)?\\s*" + loose
                : loose;
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + named + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 2 && !word.equals("the") && !word.equals("and"))
                .collect(Collectors.toSet());
    }
}
