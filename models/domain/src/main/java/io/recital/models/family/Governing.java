package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.FindingContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clause or a finding by a day, and the chain of texts that leads there.
 *
 * @param chain from what was asked about to what came of it, by the days from which they count; the last one tells what
 *     holds, unless the state says that nothing does
 */
public record Governing(LocalDate day, State state, List<Link> chain) {
    /** Whether, and as what, a text holds on a day. */
    public enum State {
        /** It holds as it stands. */
        HOLDS,
        /** It holds with what a later text says of it. */
        CHANGED,
        /** Another text has taken its place. */
        REPLACED,
        /** It holds no more, and nothing has taken its place. */
        ENDED,
        /** Its document counts from a later day. */
        NOT_YET;

        /** In lower case with hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A text of the chain.
     *
     * @param from the first day on which it counts; the earliest of all where nothing tells
     * @param relation how its document stands to one before it in the chain; null at the beginning
     * @param path of the clause in which it stands
     * @param text its words
     * @param content what was found in them; null where a clause was asked about and nothing was
     */
    public record Link(
            FamilyMember member,
            LocalDate from,
            @Nullable DocumentRelation relation,
            String path,
            String text,
            @Nullable FindingContent content) {
        public Link {
            requireNonNull(member, "member");
            requireNonNull(from, "from");
            requireNonNull(path, "path");
            requireNonNull(text, "text");
        }
    }

    public Governing {
        requireNonNull(day, "day");
        requireNonNull(state, "state");
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A chain begins with what was asked about");
        }
    }
}
