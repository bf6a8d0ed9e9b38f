package io.recital.retrieval.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers as a cell of a table words it: "99.50% or more but less than 99.90%", "over 250,000 and up to
 * 500,000".
 *
 * @param least null for none
 * @param most null for none
 */
public record Band(
        @Nullable BigDecimal least,
        boolean withLeast,
        @Nullable BigDecimal most,
        boolean withMost,
        boolean percent) {
    private static final String NUMBER =
            "(?:[A-Z]{3} ?|[$€£] ?)?(?<%s>\\d[\\d,]*(?:\\.\\d+)?) ?(?:%%|per ?cent|units?|pieces)?";
    private static final String LEAST = NUMBER.formatted("least");
    private static final String MOST = NUMBER.formatted("most");
    private static final String BELOW = "(?:less than|fewer than|below|under)";
    private static final String UP_TO = "(?:up to(?: and including)?|at most|not (?:more than|exceeding|above)|to)";
    private static final String ABOVE = "(?:above|over|more than|exceeding|in excess of)";
    private static final String OR_MORE =
            "(?:or more|or over|or above|or higher|and above|and over|and more|and higher|\\+)";

    private record Form(Pattern words, boolean withLeast, boolean withMost) {}

    private static final List<Form> FORMS = List.of(
            form(LEAST + " ?" + OR_MORE + "?,? ?(?:but|and)? ?" + BELOW + " " + MOST, true, false),
            form(ABOVE + " " + LEAST + ",? ?(?:and|but)? ?" + UP_TO + " " + MOST, false, true),
            form("(?:from )?" + LEAST + " ?(?:to|–|-|until) ?" + MOST, true, true),
            form(BELOW + " " + MOST, true, false),
            form("(?:up to(?: and including)?|at most|not (?:more than|exceeding|above)) " + MOST, true, true),
            form("(?:" + ABOVE + "|from) " + LEAST, false, true),
            form("(?:at least )?" + LEAST + " ?" + OR_MORE, true, true));

    private static final Pattern ASKED = Pattern.compile(
            "(?<![\\p{L}\\d.,-])(?:[$€£] ?)?(?<n>\\d[\\d,]*(?:\\.\\d+)?)(?<percent> ?(?:%|per ?cent\\b))?(?![\\p{L}\\d-])");

    /** A number that a question supposes. */
    public record Supposed(BigDecimal number, boolean percent) {
        /** All in a text without its dates. */
        public static List<Supposed> in(String question) {
            List<Supposed> all = new ArrayList<>();
            Matcher found = ASKED.matcher(question);
            while (found.find()) {
                all.add(new Supposed(read(found.group("n")), found.group("percent") != null));
            }
            return all;
        }
    }

    private static Form form(String words, boolean withLeast, boolean withMost) {
        return new Form(Pattern.compile("(?i)\\W*" + words + "\\W*"), withLeast, withMost);
    }

    private static BigDecimal read(String written) {
        return new BigDecimal(written.replace(",", ""));
    }

    /** The range that the whole of a cell words; empty where it words none. */
    public static Optional<Band> of(String cell) {
        String plain = cell.replaceAll("\\s+", " ").strip();
        for (Form form : FORMS) {
            Matcher found = form.words().matcher(plain);
            if (found.matches()) {
                String words = form.words().pattern();
                BigDecimal least = words.contains("<least>") ? read(found.group("least")) : null;
                BigDecimal most = words.contains("<most>") ? read(found.group("most")) : null;
                boolean percent = plain.contains("%") || plain.matches("(?i).*per ?cent.*");
                return Optional.of(new Band(least, form.withLeast(), most, form.withMost(), percent));
            }
        }
        return Optional.empty();
    }

    /** Whether a number of the same unit lies in it. */
    public boolean holds(Supposed supposed) {
        BigDecimal number = supposed.number();
        boolean high = least == null || number.compareTo(least) > 0 || (withLeast && number.compareTo(least) == 0);
        boolean low = most == null || number.compareTo(most) < 0 || (withMost && number.compareTo(most) == 0);
        return supposed.percent() == percent && high && low;
    }
}
