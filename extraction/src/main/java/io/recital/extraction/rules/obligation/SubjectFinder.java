package io.recital.extraction.rules.obligation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the party that is the subject of a modal phrase, or says that no party is. */
final class SubjectFinder {
    /** An adjunct between subject and verb: {@code in its sole discretion}, {@code from time to time}. */
    private static final Pattern ADJUNCT = Pattern.compile(
            "\\s+(?:at|in|on|upon|from|during|for|without|within|with|under|by|as|through)\\s[^,;:.]{1,80}?(?:\\s+\\w+ly)?\\s*");
    /** {@code it is and} shall remain. */
    private static final Pattern STATE_AND = Pattern.compile(
            "\\s+(?:(?:is|are|has|have|does|do)(?:\\s+not)?|(?:has|have)\\s+(?:no|the)\\s+(?:right|authority|power)(?:\\s+or\\s+\\w+)?\\s+to)\\s*,?\\s+(?:and|or)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FINITE =
            Pattern.compile("\\b(?:that|which|who|is|are|if|shall|will|may|must)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAP = Pattern.compile(
            "(?:\\s+of\\s+(?:the\\s+)?\\p{Lu}[\\w&.’'-]*(?:\\s+\\p{Lu}[\\w&.’'-]*){0,3})?(?:\\s*\\([^()]{0,200}\\))?"
                    + "(?:\\s*,?\\s+(?:and|or|nor|and/or)\\s+(?:its|their|any|all|each|the)\\s+(?:\\w+\\s+of\\s+)?[\\w’'-]+(?:\\s+[\\w’'-]+){0,4}?)?"
                    + "(?:\\s*,\\s[^;:]{1,260}?\\s*,(?!\\s*(?:and|but|or)\\b)|\\s+at\\s+(?:its|their)\\s+(?:own\\s+|sole\\s+)*(?:expense|cost|option|discretion)(?:\\s+and\\s+\\w+)?)?"
                    + "(?:\\s*,?\\s*(?:hereby|also|further|each|then|both|therefore|accordingly|jointly|itself|do|does|[A-Za-z]+(?:ly|LY)))*\\s*(?:\\([a-z0-9]{1,4}\\)\\s*)?");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}’']+)\\s*$");
    private static final Pattern SUBORDINATE = Pattern.compile(
            "(?:if|when|whenever|where|wherever|unless|until|till|as|which|whom|who|whose|while|whilst|because|since|than|what|whatever|whether"
                    + "|extent|though|although|once|after|before|whichever|how|why|case)",
            Pattern.CASE_INSENSITIVE);
    /** A relative clause that adds a thought of its own: {@code , which Seller shall request}. */
    private static final Pattern WHICH =
            Pattern.compile(",\\s*(?:(?:of|for|to|on|in|by|from)\\s+)?which$", Pattern.CASE_INSENSITIVE);

    private static final Pattern JOINING = Pattern.compile(
            "(?:and|or|but|then|however|therefore|accordingly|else|otherwise|thereafter|thereupon|whereupon|case|event)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATED_THAT = Pattern.compile(
            "\\b(?:agree(?:[sd]|ing|ment)?|provided|ensures?|procures?|covenants?|undertakes?|underst(?:ood|ands?)|except|condition|warrants?|represents?|and|or|acknowledge[sd]?"
                    + "|promises?|guarantees?|confirms?|further|however|stipulated|intended)\\s*(?:(?:upon\\s+)?(?:by|between|among)\\s+(?:and\\s+between\\s+)?(?:the\\s+)?[Pp]arties|(?:to|with)\\s+(?:the\\s+)?[\\w.&’'-]+(?:\\s+[\\w.&’'-]+){0,3}?)?\\s*,?\\s+that\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** Verbs after which {@code that} may be left out. */
    private static final Pattern STATES = Pattern.compile(
            "(?:agree[sd]?|acknowledges?|covenants?|warrants?|represents?|understands?|promises?|undertakes?|confirms?|provided)",
            Pattern.CASE_INSENSITIVE);
    /** A capital where a sentence begins although nothing ends the one before, such as a heading in the same line. */
    private static final Pattern CAPITAL_START = Pattern.compile("^(?:The|Each|Either|Neither|Both|It|They|We|You)\\b");
    /** A heading that runs into its sentence: capitals, numbers and little words only. */
    private static final Pattern HEADING = Pattern.compile(
            "\\W*+(?:(?:\\p{Lu}[\\w’'&/-]*+|\\d[\\d.]*+|of|and|the|or|by|for|to|in|on)(?:[\\s:.,/&-]++|$)){1,9}+");

    private static final Pattern FRONTED = Pattern.compile(
            "^\\W*(?:upon|on|in|during|after|following|at|within|for|subject|except|where|if|when|unless|until|while|with|given|notwithstanding|prior|before"
                    + "|throughout|promptly|immediately|should|from|by|as|pursuant|under|to|without|not|no|each|every|once)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PREPOSITION = Pattern.compile(
            "(?:of|to|by|from|with|for|between|against|upon|on|in|at|under|than|via|through|among|toward|towards|per|into|regarding|concerning|within|without|during|give|gives|the|a|an|any|such|no|not|is|are|be|was|were|its|their|all|pay|between)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_GAP = 420;

    private final String text;
    private final List<PartyMention> mentions;

    SubjectFinder(String text, List<PartyMention> mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** The mention that is the subject of what begins at an index of the text. */
    Optional<PartyMention> find(int modalStart) {
        for (int i = mentions.size() - 1; i >= 0; i--) {
            PartyMention mention = mentions.get(i);
            if (mention.end() > modalStart) {
                continue;
            }
            if (modalStart - mention.end() > LONGEST_GAP) {
                return Optional.empty();
            }
            String gap = text.substring(mention.end(), modalStart);
            if (gap.indexOf(';') >= 0) {
                return Optional.empty();
            }
            if (isGap(gap)) {
                PartyMention whole = joined(i);
                Place place = placeOf(whole);
                if (place != Place.OTHER) {
                    return place == Place.SUBJECT ? Optional.of(whole) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a mention stands where the subject of a main clause stands. */
    boolean isSubject(PartyMention mention) {
        return placeOf(mention) == Place.SUBJECT;
    }

    /** Whether the words between a party and a verb leave the party its subject. */
    private static boolean isGap(String gap) {
        return GAP.matcher(gap).matches()
                || STATE_AND.matcher(gap).matches()
                || (ADJUNCT.matcher(gap).matches() && !FINITE.matcher(gap).find());
    }

    private enum Place {
        SUBJECT,
        SUBORDINATE,
        OTHER
    }

    /** A mention together with the one before it where the two are joined, as in {@code Supplier and Customer}. */
    private PartyMention joined(int index) {
        PartyMention mention = mentions.get(index);
        if (index == 0 || mention.sort() == PartyMention.Sort.PRONOUN) {
            return mention;
        }
        PartyMention before = mentions.get(index - 1);
        String between = text.substring(before.end(), mention.start());
        if (!between.matches("\\s*,?\\s*(?:and|or|and/or|nor)\\s+") || before.sort() == PartyMention.Sort.PRONOUN) {
            return mention;
        }
        if (placeOf(before) == Place.OTHER) {
            return mention;
        }
        String words = text.substring(before.start(), mention.end());
        return new PartyMention(before.start(), mention.end(), words, mention.sort());
    }

    private Place placeOf(PartyMention mention) {
        String before = text.substring(0, mention.start());
        String trimmed = before.stripTrailing();
        if (trimmed.isEmpty()) {
            return Place.SUBJECT;
        }
        Matcher matcher = LAST_WORD.matcher(trimmed);
        if (!matcher.find()) {
            return afterPunctuation(trimmed);
        }
        String word = matcher.group(1);
        if (word.equalsIgnoreCase("that")) {
            return STATED_THAT.matcher(trimmed).find() ? Place.SUBJECT : Place.SUBORDINATE;
        }
        if (word.equalsIgnoreCase("neither")) {
            return Place.SUBJECT;
        }
        if (word.equalsIgnoreCase("shall") || word.equalsIgnoreCase("will") || word.equalsIgnoreCase("may")) {
            return Place.OTHER;
        }
        if (WHICH.matcher(trimmed).find()) {
            return Place.SUBJECT;
        }
        if (SUBORDINATE.matcher(word).matches()) {
            return Place.SUBORDINATE;
        }
        if (JOINING.matcher(word).matches() || STATES.matcher(word).matches()) {
            return Place.SUBJECT;
        }
        if (!PREPOSITION.matcher(word).matches() && startsASentence(mention, trimmed)) {
            return Place.SUBJECT;
        }
        boolean fronted = FRONTED.matcher(sentenceUpTo(trimmed)).find()
                && !PREPOSITION.matcher(word).matches()
                && trimmed.length() < 300;
        return fronted ? Place.SUBJECT : Place.OTHER;
    }

    private boolean startsASentence(PartyMention mention, String trimmed) {
        return CAPITAL_START
                        .matcher(text.substring(mention.start(), mention.end()))
                        .lookingAt()
                || (trimmed.length() < LONGEST_HEADING
                        && HEADING.matcher(trimmed).matches());
    }

    private static Place afterPunctuation(String trimmed) {
        char last = trimmed.charAt(trimmed.length() - 1);
        if (Character.isDigit(last)) {
            return FRONTED.matcher(sentenceUpTo(trimmed)).find() ? Place.SUBJECT : Place.OTHER;
        }
        return ",;:.)]—–-”\"*>•".indexOf(last) >= 0 ? Place.SUBJECT : Place.OTHER;
    }

    private static String sentenceUpTo(String trimmed) {
        int cut = Math.max(trimmed.lastIndexOf(';'), trimmed.lastIndexOf(". "));
        return trimmed.substring(cut + 1);
    }

    /** Whether the words right before an index join it to what was said before, so that its subject is left out. */
    static boolean isElided(String text, int previousEnd, int modalStart) {
        @Nullable String between = modalStart > previousEnd ? text.substring(previousEnd, modalStart) : null;
        return between != null
                && between.length() < 600
                && between.matches(
                        "(?is).*(?:\\b(?:and|or|but|then|nor)|[,;])\\s*(?:(?:also|further|in addition|thereafter|then|hereby|\\w+ly|\\([a-z0-9]{1,4}\\))\\s*,?\\s*)*$");
    }
}
