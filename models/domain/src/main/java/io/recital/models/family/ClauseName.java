package io.recital.models.family;

import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.StoredText;
import io.recital.models.family.ClauseMention.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How other documents call a clause: by its number, with the schedule that it stands in, or by its heading.
 *
 * @param clause what is called so
 * @param number without the part, such as {@code 2.1}; null where it bears none
 * @param part such as {@code schedule 3}; null for a clause of the document itself
 * @param owner what its document is
 * @param partIsKnown whether a change that names no schedule can only mean this one
 */
record ClauseName(
        Clause clause, @Nullable String number, @Nullable String part, Owner owner, boolean partIsKnown) {
    private static final Pattern IN_A_PART = Pattern.compile(
            "(?<part>" + ClauseMention.NAMED_PART.pattern() + "),?\\s*(?:para(?:graph)?\\.?\\s+)?(?<rest>.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d.*|[IVXL]+(?:\\W.*)?");
    private static final int LONGEST_HEADING = 80;
    private static final Pattern QUOTED = Pattern.compile("[“\"‘]([^“”\"‘’]{2,300})[”\"’]");

    /** Where a sentence names it, or something above it. */
    private record Place(int start, int end) {}

    /**
     * Of a clause of a document.
     *
     * @param owner what the document is: an agreement, an order under one, or a change
     * @param partIsKnown whether it is a schedule of which alone a change speaks
     */
    static ClauseName of(Clause clause, Owner owner, boolean partIsKnown) {
        Matcher inAPart = IN_A_PART.matcher(clause.path());
        String part = inAPart.matches() ? ClauseMention.plainPart(inAPart.group("part")) : null;
        String rest = part == null ? clause.path() : inAPart.group("rest");
        String number = rest.replaceFirst("^(?:§+|(?i:Article|Section|Clause|Part|Ziffer))?\\s*", "");
        return new ClauseName(
                clause,
                NUMBER.matcher(number).matches() ? ClauseMention.plain(number) : null,
                part,
                owner,
                partIsKnown);
    }

    /**
     * Whether a clause of another document changes it.
     *
     * @param stem what opens the list in which the other clause stands, such as {@code The Agreement is amended as follows:};
     *     empty for none
     */
    boolean isChangedBy(Clause change, String stem) {
        StoredText text = StoredText.of(change.text());
        String spokenOf = partSpokenOf(change);
        boolean begun = ChangeWords.change(stem);
        return SentenceSplitter.split(text).stream()
                .map(text::slice)
                .anyMatch(sentence -> isChangedIn(sentence, spokenOf, begun));
    }

    /** Under “Changes to Schedule 3” paragraphs are those of the schedule. */
    static @Nullable String partSpokenOf(Clause change) {
        Matcher own = IN_A_PART.matcher(change.path());
        String ownPart = own.matches() ? ClauseMention.plainPart(own.group("part")) : "";
        return change.headingPath().stream()
                .flatMap(heading -> ClauseMention.NAMED_PART
                        .matcher(heading)
                        .results()
                        .map(found -> ClauseMention.plainPart(found.group())))
                .filter(named -> !named.equals(ownPart))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private boolean isChangedIn(String sentence, @Nullable String spokenOf, boolean begun) {
        List<ClauseMention> mentions = ClauseMention.in(sentence).stream()
                .filter(mention -> mayBeMeant(mention, spokenOf))
                .toList();
        List<Place> itself = new ArrayList<>();
        List<Place> above = new ArrayList<>();
        for (ClauseMention mention : mentions) {
            if (number != null && mention.names(number)) {
                itself.add(new Place(mention.start(), mention.end()));
            } else if (number != null && mention.numbers().stream().anyMatch(this::isWithin)) {
                above.add(new Place(mention.start(), mention.end()));
            }
        }
        heading(clause.heading(), sentence, spokenOf).ifPresent(itself::add);
        clause.headingPath().stream()
                .filter(heading -> !heading.equals(clause.heading()))
                .flatMap(heading -> heading(heading, sentence, spokenOf).stream())
                .forEach(above::add);
        return itself.stream().anyMatch(place -> ChangeWords.changeAt(sentence, place.start(), place.end(), begun))
                || above.stream()
                        .anyMatch(place -> ChangeWords.changeAt(sentence, place.start(), place.end(), begun)
                                && (ChangeWords.changeAllAt(sentence, place.end()) || quotes(sentence)));
    }

    private boolean mayBeMeant(ClauseMention mention, @Nullable String spokenOf) {
        boolean ofTheOwner =
                switch (mention.owner()) {
                    case SPEAKER -> false;
                    case ORDER -> owner == Owner.ORDER;
                    case CHANGE -> owner == Owner.CHANGE;
                    case AGREEMENT -> owner == Owner.AGREEMENT;
                    case UNSAID -> owner != Owner.CHANGE;
                };
        String meant = mention.part() != null ? mention.part() : mention.owner() == Owner.AGREEMENT ? null : spokenOf;
        boolean ofThePart = part == null
                ? meant == null
                : part.equals(meant) || (meant == null && partIsKnown && mention.owner() == Owner.UNSAID);
        return ofTheOwner && ofThePart;
    }

    /** Whether it is a part of the clause with a number. */
    private boolean isWithin(String other) {
        return number != null && (number.startsWith(other + ".") || number.startsWith(other + "("));
    }

    /** Where a sentence names a heading, as in {@code the clause headed “Termination”} or {@code the Payment clause}. */
    private Optional<Place> heading(@Nullable String heading, String sentence, @Nullable String spokenOf) {
        String words = heading == null
                ? ""
                : heading.replaceFirst("^[\\d.()\\s]+", "")
                        .replaceFirst("[.:]\\s*$", "")
                        .strip();
        if (owner == Owner.CHANGE || words.length() < 3 || words.length() > LONGEST_HEADING) {
            return Optional.empty();
        }
        boolean named = part != null
                && (part.equals(spokenOf) || sentence.toLowerCase(Locale.ROOT).contains(part));
        if (part == null ? spokenOf != null : !named && !partIsKnown) {
            return Optional.empty();
        }
        Matcher found = HeadingMention.of(words, part == null).matcher(sentence);
        return found.find() ? Optional.of(new Place(found.start(), found.end())) : Optional.empty();
    }

    /** Whether a sentence quotes words that stand in the clause. */
    private boolean quotes(String sentence) {
        String text = clause.text().replaceAll("\\s+", " ");
        return Stream.of(QUOTED.matcher(sentence))
                .flatMap(Matcher::results)
                .map(quoted -> quoted.group(1).replaceAll("\\s+", " ").strip())
                .anyMatch(words -> words.length() > 1 && text.contains(words));
    }
}
