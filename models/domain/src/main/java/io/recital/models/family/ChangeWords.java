package io.recital.models.family;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence changes what it names, leaves it as it is, or only refers to it. */
final class ChangeWords {
    private static final String BE =
            "(?:(?:is|are|shall\\s+be|will\\s+be|has\\s+been|have\\s+been|be|being)\\s+(?:hereby\\s+|further\\s+|also\\s+)?)?";
    private static final String CHANGED =
            "(?:amend(?:ed|s|ing)?|replac(?:ed|es|ing|e)|chang(?:ed|es|ing)|delet(?:ed|es|ing|e)|substitut(?:ed|es|ing|e)|insert(?:ed|s|ing)?|add(?:ed|s|ing)|to\\s+read|reads?|waiv(?:ed|es|ing|e)|"
                    + "supersed(?:ed|es|ing)|var(?:ied|ies|ying|y)|modif(?:ied|ies|ying|y)|suspend(?:ed|s|ing)?|extend(?:ed|s)|increas(?:ed|es)|reduc(?:ed|es)|rais(?:ed|es)|lower(?:ed|s)|shorten(?:ed|s)|restat(?:ed|es|ing)|"
                    + "disappl(?:ied|y|ies)|struck\\s+out|removed|revised|adjusted|renumbered|ceases?|instead|no\\s+longer|(?:do(?:es)?|shall|will)\\s+not\\s+apply|becomes?|(?:is|are|shall)\\s+now|"
                    + "ersetzt|ge[äa]ndert|gestrichen|aufgehoben|erg[äa]nzt|lautet|lauten|Fassung)";
    private static final Pattern POSITIVE = Pattern.compile("\\b" + BE + CHANGED + "\\b", Pattern.CASE_INSENSITIVE);
    /** It stays: a change is denied, or it is said to go on. */
    private static final Pattern NEGATIVE = Pattern.compile(
            "\\b(?:(?:is|are|shall|will|do(?:es)?|has|have)\\s+not\\s+(?:hereby\\s+|otherwise\\s+|be\\s+|been\\s+)*(?:"
                    + CHANGED
                    + "|affect(?:ed)?|altered?|touch(?:ed)?)|(?:is|are|be|remains?|stays?|continues?)\\s+(?:\\w+\\s+){0,2}?(?:unchanged|unaffected|unaltered|unamended|the\\s+same|as\\s+(?:they|it)\\s+(?:are|is|was|were))|remains?\\s+(?:\\w+\\s+){0,2}?(?:in\\s+(?:full\\s+)?force|payable|applicable|in\\s+effect|valid|binding)|continues?\\s+(?:in\\s+(?:full\\s+)?force|to\\s+(?:apply|have\\s+effect|be))|without\\s+(?:changing|amending|affecting)|bleib(?:t|en)\\s+unber[üu]hrt)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What is named right behind these words is only referred to. */
    private static final Pattern REFERS = Pattern.compile(
            "(?:\\b(?:in\\s+(?:accordance|compliance|line|conformity)\\s+with|pursuant\\s+to|subject\\s+to|by\\s+virtue\\s+of|within\\s+the\\s+meaning\\s+of|for\\s+the\\s+purposes?\\s+of|without\\s+prejudice\\s+to|differs?\\s+from"
                    + "|(?:as\\s+)?(?:set\\s+(?:out|forth)|described|provided(?:\\s+for)?|defined|stated|required|permitted|referred\\s+to|specified|listed|signed|given|made|issued|agreed|delivered|calculated|determined|mentioned|found|prescribed|contemplated)\\s+(?:in|by|under|at|as|for|to|with)"
                    + "|(?:as|than)\\s+(?:amended|changed|modified|replaced)\\s+by|gem[äa](?:ß|ss)|nach)\\s+(?:the\\s+|this\\s+)?)$",
            Pattern.CASE_INSENSITIVE);
    /** Words that put something in the place of a clause by naming it. */
    private static final Pattern DEROGATES = Pattern.compile(
            "\\b(?:notwithstanding|(?:by\\s+way\\s+of|in)\\s+(?:derogation|deviation)\\s+(?:of|from)|contrary\\s+to|in\\s+(?:place|lieu)\\s+of|abweichend\\s+von|anstelle\\s+von)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALL = Pattern.compile(
            "^\\W*(?:(?:is|are|shall\\s+be|will\\s+be)\\s+(?:hereby\\s+)?(?:deleted|replaced|superseded|substituted|suspended|disapplied|removed|(?:amended\\s+and\\s+)?restated|struck\\s+out|waived)\\b|(?:do(?:es)?|shall|will)\\s+(?:not|no\\s+longer)\\s+apply|ceases?\\s+to)",
            Pattern.CASE_INSENSITIVE);

    private ChangeWords() {}

    /** Whether words say that something changes. */
    static boolean change(String words) {
        return POSITIVE.matcher(words).find() && !NEGATIVE.matcher(words).find();
    }

    /**
     * Whether what stands at a place of a sentence is changed in it: what is said nearest to it decides.
     *
     * @param begun whether what opens the list says that all of it changes
     */
    static boolean changeAt(String sentence, int start, int end, boolean begun) {
        String before = sentence.substring(0, start);
        if (DEROGATES.matcher(before).find()) {
            return true;
        }
        if (REFERS.matcher(before).find()) {
            return false;
        }
        int kept = nearest(NEGATIVE, sentence, start, end);
        int changed = nearestPositive(sentence, start, end);
        return changed < kept || (begun && kept == Integer.MAX_VALUE);
    }

    /** Whether all of what ends at a place is taken out or put anew, and not words in it. */
    static boolean changeAllAt(String sentence, int end) {
        return ALL.matcher(sentence.substring(end)).find();
    }

    private static int nearestPositive(String sentence, int start, int end) {
        StringBuilder left = new StringBuilder(sentence);
        for (Matcher kept = NEGATIVE.matcher(sentence); kept.find(); ) {
            for (int i = kept.start(); i < kept.end(); i++) {
                left.setCharAt(i, ' ');
            }
        }
        return nearest(POSITIVE, left.toString(), start, end);
    }

    private static int nearest(Pattern pattern, String sentence, int start, int end) {
        int nearest = Integer.MAX_VALUE;
        for (Matcher found = pattern.matcher(sentence); found.find(); ) {
            int distance = found.start() >= end ? found.start() - end : found.end() <= start ? start - found.end() : 0;
            nearest = Math.min(nearest, distance);
        }
        return nearest;
    }
}
