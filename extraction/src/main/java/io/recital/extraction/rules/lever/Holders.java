package io.recital.extraction.rules.lever;

import java.util.regex.Pattern;

/** Who holds a right, as the words before it say: {@code Either party may}, {@code the Customer shall have the right}. */
final class Holders {
    private static final String PARTY =
            "(?<holder>(?:[Ee]ither|[Ee]ach|[Aa]ny|[Bb]oth|EITHER|EACH)\\s+(?:of\\s+the\\s+)?[Pp](?:arty|arties|ARTY)|(?!This\\b|That\\b|It\\b|(?:The\\s+)?(?:Agreement|Contract|Term|Section)\\b)(?:[Tt]he\\s+)?[A-Z][\\w-]*(?:\\s[A-Z][\\w-]*){0,2}?)";

    /** The party before the words that give a right. */
    static final Pattern BEFORE_RIGHT = Pattern.compile(
            "\\b" + PARTY
                    + "(?:\\s+(?:or|and)\\s+its\\s+[\\w\\s]{3,40}?)?,?\\s+(?:may|shall\\s+(?:also\\s+)?have|has|reserves|can|is\\s+entitled|will\\s+have)\\b");
    /** The party that a passive names: {@code terminated by either party}. */
    static final Pattern BY = Pattern.compile("\\b[Bb]y\\s+(?:either\\s+of\\s+)?" + PARTY + "\\b");

    private Holders() {}
}
