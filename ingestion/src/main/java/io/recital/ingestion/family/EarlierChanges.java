package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the earlier changes on which a change rests, as in {@code the Agreement, as amended by the First Amendment}: it
 * changes the contract as these left it.
 */
final class EarlierChanges {
    private static final double SURE = 0.9;
    private static final double BY_DAY = 0.8;
    private static final String CHANGED = "(?:amended|varied|modified|changed|supplemented|extended)";
    private static final String ALREADY =
            "(?:(?:previously|heretofore|already|first|last|most\\s+recently|further|so|subsequently)\\s+)*";
    private static final Pattern CHANGED_BY = Pattern.compile(
            "\\b(?:as|was|were|been|is|are)\\s+" + ALREADY + CHANGED
                    + "(?:(?:\\s*,\\s*|\\s+(?:and|or|and/or)\\s+)(?:restated|" + CHANGED
                    + "))*\\s+by\\b(?<by>(?:[^.;]|\\.(?=\\s?\\d)){3,300})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGED_SO_FAR = Pattern.compile(
            "\\bas\\s+" + ALREADY + CHANGED
                    + "(?:(?:\\s*,\\s*|\\s+(?:and|or|and/or)\\s+)(?:restated|" + CHANGED
                    + "))*\\s+(?:from\\s+time\\s+to\\s+time|to\\s+date|up\\s+to\\s+(?:now|the\\s+date)|prior\\s+to|before|until\\s+(?:now|today|the\\s+date))\\b"
                    + "|\\bas\\s+(?:previously|heretofore|already)\\s+" + CHANGED + "\\b(?!\\s+by\\b)",
            Pattern.CASE_INSENSITIVE);

    private EarlierChanges() {}

    /**
     * Those that the beginning of a change names.
     *
     * @param target what it changes
     */
    static List<Mention> of(FamilyDocument change, FamilyDocument target, List<FamilyDocument> family) {
        List<FamilyDocument> earlier = family.stream()
                .filter(other -> other.part() == Part.CHANGE && !other.equals(change) && isEarlier(other, change))
                .filter(other -> MainTarget.of(other, family)
                        .filter(mention -> mention.named().equals(target))
                        .isPresent())
                .toList();
        List<Mention> mentions = new ArrayList<>();
        for (FamilyDocument other : earlier) {
            named(other, change).or(() -> soFar(other, change)).ifPresent(mentions::add);
        }
        return mentions;
    }

    private static boolean isEarlier(FamilyDocument other, FamilyDocument change) {
        Optional<LocalDate> signed = change.signed();
        return signed.isEmpty()
                || other.signed().filter(day -> day.isAfter(signed.get())).isEmpty();
    }

    private static Optional<Mention> named(FamilyDocument other, FamilyDocument change) {
        Optional<String> number = ChangeNumber.of(other.title());
        for (Matcher changed = CHANGED_BY.matcher(change.head()); changed.find(); ) {
            String by = changed.group("by");
            Set<String> numbers = ChangeNumber.in(by);
            if (number.filter(numbers::contains).isPresent()
                    || !Mention.of(other, change, by).isEmpty()) {
                return Optional.of(new Mention(other, changed.start(), changed.end(), SURE));
            }
            if (numbers.isEmpty()
                    && other.signed().isPresent()
                    && other.signed().equals(WrittenDay.first(by))) {
                return Optional.of(new Mention(other, changed.start(), changed.end(), BY_DAY));
            }
        }
        return Optional.empty();
    }

    private static Optional<Mention> soFar(FamilyDocument other, FamilyDocument change) {
        Matcher changed = CHANGED_SO_FAR.matcher(change.head());
        return changed.find() && other.signed().isPresent() && change.signed().isPresent()
                ? Optional.of(new Mention(other, changed.start(), changed.end(), BY_DAY))
                : Optional.empty();
    }
}
