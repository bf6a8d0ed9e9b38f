package io.recital.retrieval.answer;

import io.recital.retrieval.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question tells one thing of a kind from others by: class A, zone 2, SL3, a hotel outside London. */
final class Designators {
    /** Words before a number that call nothing: those of grammar, and months. */
    private static final String NO_KIND =
            "(?i:for|than|the|and|with|from|over|within|next|last|after|before|per|least|most|under|about|only"
                    + "|until|since|past|all|its|our|are|january|february|march|april|may|june|july|august|september|october"
                    + "|november|december)";

    private static final String UNIT =
            "(?i:(?:business |working |calendar )?(?:minute|hour|day|week|month|quarter|year|percent|per cent"
                    + "|million|thousand|january|february|march|april|may|june|july|august|september|october|november|december))";
    private static final Pattern NAMED =
            Pattern.compile("\\b(?!" + NO_KIND + " )(?<kind>\\p{L}{3,}) (?<which>[A-Z]|\\d{1,2}|[IVX]{2,4})"
                    + "(?![\\p{L}\\p{N}%]|[.,]\\d|-\\p{L}|[ -]" + UNIT + ")");
    private static final Pattern CODE = Pattern.compile("\\b(?<kind>\\p{Lu}{1,3})(?<which>\\d{1,2})\\b");
    private static final Pattern EXCLUDED = Pattern.compile(
            "(?i)\\b(?:outside(?: of)?|other than|except(?: for)?|excluding|apart from|not in) (?:the )?(?<name>\\p{Lu}[\\p{L}-]+)");
    private static final double ANOTHER = 0.3;
    private static final double THE_ONE = 0.05;

    private record Asked(Pattern itself, Pattern another) {}

    private final List<Asked> asked = new ArrayList<>();
    private final List<Pattern> excluded = new ArrayList<>();

    private Designators() {}

    static Designators of(String question) {
        Designators designators = new Designators();
        designators.add(NAMED.matcher(question), " ");
        designators.add(CODE.matcher(question), "");
        Matcher excluded = EXCLUDED.matcher(question);
        while (excluded.find()) {
            designators.excluded.add(word(Pattern.quote(excluded.group("name"))));
        }
        return designators;
    }

    private void add(Matcher matcher, String between) {
        while (matcher.find()) {
            String kind = "(?i:" + Pattern.quote(matcher.group("kind")) + ")s?" + between;
            String which = matcher.group("which");
            String any = Character.isDigit(which.charAt(0)) ? "\\d{1,2}" : "\\p{Lu}{1,4}";
            asked.add(new Asked(word(kind + which), word(kind + any)));
        }
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])");
    }

    /** What a statement gains for saying which one, and loses for being about another. */
    double fit(Statement statement) {
        String words = statement.words();
        double fit = 0;
        for (Asked one : asked) {
            if (one.itself().matcher(words).find()) {
                fit += THE_ONE;
            } else if (one.another().matcher(words).find()) {
                fit -= ANOTHER;
            }
        }
        return excluded.stream().anyMatch(name -> name.matcher(words).find()) ? fit - ANOTHER : fit;
    }
}
