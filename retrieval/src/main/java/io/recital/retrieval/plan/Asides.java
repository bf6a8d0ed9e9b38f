package io.recital.retrieval.plan;

import io.recital.retrieval.words.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question leaves out or says twice: it asks for the rest. */
final class Asides {
    private static final String THINGS = "(?:[\\p{L}\\p{N}'’-]+ ){0,4}?[\\p{L}\\p{N}'’-]+";
    private static final Pattern LEFT_OUT = Pattern.compile("(?i),\\s*(?:(?:leaving|setting|putting) " + THINGS
            + " (?:aside|out)|" + THINGS + " (?:apart|aside|excluded|left out)"
            + "|(?:apart from|aside from|not counting|without counting|none of (?:them|it) on|not on) " + THINGS
            + ")(?=\\s*(?:[,?.]|$))");
    private static final Pattern ANEW =
            Pattern.compile("(?i)^.+?[\\s—–-]+(?:I mean|in other words|or rather|that is to say)[,:]?\\s+(?=\\S)");

    private Asides() {}

    /** The question without what it leaves out, and without what it puts anew; itself where nothing would be left. */
    static String removed(String question) {
        String rest = LEFT_OUT.matcher(question).replaceAll("");
        Matcher anew = ANEW.matcher(rest);
        if (anew.find() && !Words.of(rest.substring(anew.end())).isEmpty()) {
            rest = rest.substring(anew.end());
        }
        return Words.of(rest).isEmpty() ? question : rest;
    }
}
