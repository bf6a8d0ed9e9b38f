package io.recital.eval.train;

import io.recital.eval.clauses.Company;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause's heading and the words that stand under it: what drafters call a clause teaches what a question means.
 *
 * @param company whose contract it stands in
 * @param body the first words below the heading, the heading and number themselves left out
 */
record HeadedClause(String company, String heading, String body) {
    /** Words of the body that are read. */
    private static final int LONGEST = 90;
    /** A clause with fewer words of its own is read on into the clauses under it. */
    private static final int SHORT = 40;

    private static final int SHORTEST = 20;
    private static final int LONGEST_HEADING = 90;
    private static final double LEAST_LETTERS = 0.7;

    /** Headings that say nothing of what stands below them. */
    private static final Set<String> EMPTY = Set.of(
            "definitions",
            "miscellaneous",
            "general",
            "table of contents",
            "recitals",
            "general provisions",
            "construction",
            "notices",
            "notice",
            "counterparts",
            "headings",
            "interpretation");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{3}");
    private static final Pattern BEFORE_BODY = Pattern.compile("^[\\s.:;\\-–—_]+");
    private static final Pattern AROUND_HEADING = Pattern.compile("^[ .:-]+|[ .:-]+$");

    /** The pair that a clause makes, if its heading says something and enough stands below it. */
    static Optional<HeadedClause> of(String file, Clause clause, List<Clause> under) {
        if (clause.kind() != ClauseKind.CLAUSE || clause.heading() == null) {
            return Optional.empty();
        }
        String heading = AROUND_HEADING.matcher(spaced(clause.heading())).replaceAll("");
        int at = clause.text().indexOf(clause.heading());
        if (at < 0 || !isTelling(heading)) {
            return Optional.empty();
        }
        String own = BEFORE_BODY
                .matcher(clause.text().substring(at + clause.heading().length()))
                .replaceFirst("");
        String body = spaced(withClausesUnder(own, under));
        return isWording(body)
                ? Optional.of(new HeadedClause(Company.of(file), heading, firstWords(body)))
                : Optional.empty();
    }

    /** The heading in lower case: clauses of one heading are no wrong answers to each other. */
    String key() {
        return heading.toLowerCase(Locale.ROOT);
    }

    private static boolean isTelling(String heading) {
        return heading.length() <= LONGEST_HEADING
                && LETTERS.matcher(heading).find()
                && !EMPTY.contains(heading.toLowerCase(Locale.ROOT));
    }

    private static String withClausesUnder(String own, List<Clause> under) {
        StringBuilder body = new StringBuilder(own);
        if (wordCount(own) < SHORT) {
            for (Clause clause : under) {
                body.append(' ').append(clause.text());
                if (wordCount(body.toString()) > LONGEST) {
                    break;
                }
            }
        }
        return body.toString();
    }

    private static boolean isWording(String body) {
        long letters = body.codePoints().filter(Character::isLetter).count();
        return wordCount(body) >= SHORTEST && letters >= LEAST_LETTERS * body.length();
    }

    private static String firstWords(String body) {
        Matcher spaces = SPACE.matcher(body);
        for (int words = 0; spaces.find(); ) {
            if (++words == LONGEST) {
                return body.substring(0, spaces.start());
            }
        }
        return body;
    }

    private static int wordCount(String text) {
        return text.isBlank() ? 0 : SPACE.split(text.strip()).length;
    }

    private static String spaced(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
