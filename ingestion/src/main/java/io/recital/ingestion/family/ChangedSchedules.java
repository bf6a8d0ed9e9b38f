package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the schedules that a change changes: sentences that name one and say that it is changed. */
final class ChangedSchedules {
    private static final Pattern CHANGED = Pattern.compile(
            "\\b(?:is|are|shall be|will be)\\s+(?:hereby\\s+)?(?:changed|deleted|replaced|amended|superseded|substituted)\\b|\\bwird\\b.{0,40}\\b(?:ge\u00e4ndert|ersetzt)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("[^.;:]*(?:[.](?=\\d)[^.;:]*)*[.;:]");

    private ChangedSchedules() {}

    static List<Mention> of(FamilyDocument change, List<FamilyDocument> family) {
        List<Mention> changed = new ArrayList<>();
        for (FamilyDocument other : family) {
            if (other.part() == Part.SCHEDULE && !other.equals(change)) {
                Mention.of(other, change, change.text()).stream()
                        .filter(mention -> isInChange(change.text(), mention))
                        .findFirst()
                        .ifPresent(changed::add);
            }
        }
        return changed;
    }

    private static boolean isInChange(String text, Mention mention) {
        int from = Math.max(0, mention.start() - 300);
        Matcher sentence = SENTENCE.matcher(text).region(from, Math.min(text.length(), mention.end() + 300));
        while (sentence.find()) {
            if (sentence.start() <= mention.start() && mention.end() <= sentence.end()) {
                return CHANGED.matcher(sentence.group()).find();
            }
        }
        return false;
    }
}
