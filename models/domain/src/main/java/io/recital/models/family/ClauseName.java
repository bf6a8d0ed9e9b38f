package io.recital.models.family;

import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.StoredText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How other documents call a clause by its number.
 *
 * @param part such as {@code Schedule 3}, where it must be named too; null for a clause of the document itself
 */
record ClauseName(Pattern number, @Nullable Pattern part) {
    private static final String PARTS = "(?:Schedule|Annex|Exhibit|Appendix|Attachment|Anlage)";
    private static final Pattern IN_A_PART =
            Pattern.compile("(" + PARTS + "\\s+\\w+),?\\s+(?:para(?:graph)?\\.?\\s+)?(\\S.*)");
    /** What is only referred to stays as it is. */
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(?:amend(?:ed|s)?|replac(?:ed|es)|chang(?:ed|es)|delet(?:ed|es)|substitut(?:ed|es)|insert(?:ed|s)|add(?:ed|s)|read(?:s)?|waiv(?:ed|es)|"
                    + "supersed(?:ed|es)|var(?:ied|ies)|modif(?:ied|ies)|suspend(?:ed|s)|extend(?:ed|s)|increas(?:ed|es)|reduc(?:ed|es)|restat(?:ed|es)|"
                    + "instead|no\\s+longer|does\\s+not\\s+apply|becomes?)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param path as clauses have it, such as {@code Schedule 3, para 2.1}
     * @param direct whether the change is one of the clause's own document, which then need not be named
     */
    static ClauseName of(String path, boolean direct) {
        Matcher part = IN_A_PART.matcher(path);
        if (!part.matches()) {
            return new ClauseName(number(path, "(?!\\s+(?:of|in|to)\\s+(?:the\\s+)?" + PARTS + ")"), null);
        }
        Pattern named = Pattern.compile(Pattern.quote(part.group(1)) + "\\b", Pattern.CASE_INSENSITIVE);
        return new ClauseName(
                number(part.group(2), "(?!\\s+of\\s+(?:the|this)\\s+(?:\\p{L}+\\s+){0,3}(?:Agreement|Contract))"),
                direct ? null : named);
    }

    private static Pattern number(String path, String after) {
        String number = path.replaceFirst("^\\D*?(?=\\d)", "");
        return Pattern.compile(
                "(?:\\b(?:Clauses?|Sections?|Articles?|Paragraphs?|paras?\\.?|Ziffer)|§§?)\\s*(?:[\\d.()a-z]+(?:,|\\s+and)\\s+)*"
                        + Pattern.quote(number) + "(?![\\d(]|\\.\\d)" + after,
                Pattern.CASE_INSENSITIVE);
    }

    /** Whether a sentence of a text changes the clause. */
    boolean isChangedBy(String words) {
        StoredText text = StoredText.of(words);
        return SentenceSplitter.split(text).stream().map(text::slice).anyMatch(this::isChangedIn);
    }

    private boolean isChangedIn(String sentence) {
        return number.matcher(sentence).find()
                && (part == null || part.matcher(sentence).find())
                && CHANGES.matcher(sentence).find();
    }
}
