package io.recital.models.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What another reading of the same document version changes.
 *
 * @param added found only by the newer reading
 * @param removed found only by the older one
 * @param changed found by both at the same place, but saying something else
 * @param unchanged how many both found alike
 */
public record ReadingDiff(List<Finding> added, List<Finding> removed, List<Change> changed, int unchanged) {
    /** Two findings about the same words. */
    public record Change(Finding before, Finding after) {}

    public ReadingDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Compares two readings of one document version; each finding is paired at most once. */
    public static ReadingDiff between(List<Finding> before, List<Finding> after) {
        List<Finding> open = new ArrayList<>(before);
        List<Finding> differing = new ArrayList<>();
        for (Finding finding : after) {
            Optional<Finding> same =
                    open.stream().filter(finding::saysTheSameAs).findFirst();
            same.ifPresentOrElse(open::remove, () -> differing.add(finding));
        }
        List<Change> changed = new ArrayList<>();
        List<Finding> added = new ArrayList<>();
        for (Finding finding : differing) {
            Optional<Finding> earlier =
                    open.stream().filter(finding::isAboutTheSameAs).findFirst();
            earlier.ifPresentOrElse(
                    was -> {
                        open.remove(was);
                        changed.add(new Change(was, finding));
                    },
                    () -> added.add(finding));
        }
        return new ReadingDiff(added, open, changed, after.size() - differing.size());
    }
}
