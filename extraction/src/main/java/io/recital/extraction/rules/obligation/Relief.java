package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.wording.Cue;
import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads that a party need not answer for what lies beyond its control, which is its right. */
final class Relief {
    private static final Pattern CAUSE = Pattern.compile(
            "\\bforce\\s+majeure\\b|\\bacts?\\s+of\\s+(?:god|nature|war)\\b|\\bbeyond\\s+(?:\\w+\\s+){0,5}?control\\b|\\boutside\\s+(?:\\w+\\s+){0,3}?control\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERFORMANCE = Pattern.compile(
            "\\b(?:delays?|delayed|fail(?:ure|s)?|default|non-?performance|perform(?:ance)?|inability|hindered|interruptions?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RELIEVED = Pattern.compile(
            "\\G(?:\\s*,[^,;]{1,120},)?(?:\\s+(?:hereto|nor\\s+[^,;.]{3,60}?))?\\s*(?<relief>(?:shall|will|is|are)\\s+(?:at\\s+any\\s+time\\s+)?(?<not>not\\s+)?(?:be\\s+)?(?:(?<excused>excused|relieved)|liable|responsible|deemed|considered|held|in\\s+(?:default|breach)|have\\s+any\\s+liability)\\b[^;]*)",
            Pattern.CASE_INSENSITIVE);

    private final Subjects who;

    Relief(Subjects who) {
        this.who = who;
    }

    List<Assertion> in(String text, List<PartyMention> mentions) {
        List<Assertion> found = new ArrayList<>();
        if (!Cue.find(CAUSE, text) || !Cue.find(PERFORMANCE, text)) {
            return found;
        }
        Matcher relieved = RELIEVED.matcher(text);
        for (PartyMention mention : mentions) {
            if (found.isEmpty() && relieved.find(mention.end()) && who.isKnown(mention)) {
                Subject subject = who.of(mention);
                boolean excused = relieved.group("excused") != null;
                boolean denied = subject.none() || relieved.group("not") != null;
                if (excused != denied) {
                    found.add(new Assertion(
                            new Subject(subject.words(), subject.term(), false, subject.sure()),
                            Modality.RIGHT,
                            text.substring(0, mention.start()),
                            (denied ? "not " : "")
                                    + relieved.group("relief")
                                            .replaceFirst("(?i)^(?:shall|will|is|are)\\s+(?:not\\s+)?", ""),
                            null,
                            0.8));
                }
            }
        }
        return found;
    }
}
