package io.recital.ingestion.segment;

import io.recital.ingestion.segment.Marker.Strength;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels that are open at a place of a document. It decides whether a number continues a list, opens one below, or
 * only looks like a number, and under which clause it belongs.
 */
final class Outline {
    private static final int WIDEST_GAP = 3;

    private @Nullable Node current;
    /** The last dotted number of this part, which outlives unnumbered headings. */
    private @Nullable Label lastDecimal;

    private @Nullable Label lastLettered;

    /** Where a number belongs. */
    record Place(Label label, @Nullable Node parent) {}

    @Nullable
    Node current() {
        return current;
    }

    void enter(Node node) {
        current = node;
        Label label = node.label();
        if (label == null) {
            return;
        }
        if (label.kind() == LabelKind.ATTACHMENT || label.kind() == LabelKind.PART) {
            lastDecimal = null;
            lastLettered = null;
        } else if (label.kind() == LabelKind.DECIMAL) {
            lastDecimal = label;
            lastLettered = null;
        } else if (label.kind() == LabelKind.ARTICLE) {
            lastLettered = null;
        } else {
            lastLettered = label;
        }
    }

    /** Leaves every level of the part: an attachment, a new title or the signatures begin. */
    void clear() {
        current = null;
        lastDecimal = null;
        lastLettered = null;
    }

    /** Where a number belongs; null when it does not fit, and so is only a number in the text. */
    @Nullable
    Place place(Marker marker, boolean headed, List<Label> next) {
        Place best = null;
        for (Label label : marker.readings()) {
            Place place =
                    switch (label.kind()) {
                        case ATTACHMENT -> new Place(label, null);
                        case PART, ARTICLE -> division(label);
                        case DECIMAL -> decimal(label, marker.strength(), headed);
                        default -> lettered(label, marker.strength());
                    };
            if (place != null && (best == null || isBetter(place, best, next))) {
                best = place;
            }
        }
        return best;
    }

    /** Of a letter and a roman numeral, the one that the next number of the same form goes on with. */
    private boolean isBetter(Place place, Place best, List<Label> next) {
        boolean placeContinues = continued(place.label()) != null;
        boolean bestContinues = continued(best.label()) != null;
        if (placeContinues && bestContinues) {
            return depth(place.parent()) > depth(best.parent());
        }
        if (placeContinues || bestContinues) {
            Place opening = placeContinues ? best : place;
            boolean opens = next.stream()
                    .anyMatch(label -> opening.label().kind() == label.kind()
                            && label.value() == opening.label().value() + 1);
            return placeContinues != opens;
        }
        return place.label().value() < best.label().value();
    }

    private static int depth(@Nullable Node node) {
        return node == null ? 0 : 1 + depth(node.parent());
    }

    private Place division(Label label) {
        Node above = current;
        while (above != null
                && !above.is(LabelKind.ATTACHMENT)
                && !(label.kind() == LabelKind.ARTICLE && above.is(LabelKind.PART))) {
            above = above.parent();
        }
        return new Place(label, above);
    }

    private @Nullable Place decimal(Label label, Strength strength, boolean headed) {
        Place place = fitting(label, strength, headed);
        return place == null && strength == Strength.GENERATED ? new Place(label, container()) : place;
    }

    private @Nullable Place fitting(Label label, Strength strength, boolean headed) {
        boolean strong = strength.compareTo(Strength.PARAGRAPH) >= 0;
        Node above = parentOf(label);
        if (above != null) {
            int last = lastUnder(above, label);
            int gap = label.value() - last;
            boolean fits = gap == 1 || (strong && (label.value() == 1 || (gap >= 0 && gap <= WIDEST_GAP)));
            return fits ? new Place(label, above) : null;
        }
        if (label.depth() == 1) {
            return topDecimal(label, strength, headed);
        }
        boolean next = lastDecimal == null
                ? label.numbers().get(0) <= 2 || (strong && headed)
                : comesSoonAfter(label, lastDecimal, strong);
        return next ? new Place(label, container()) : null;
    }

    private @Nullable Place topDecimal(Label label, Strength strength, boolean headed) {
        boolean strong = strength.compareTo(Strength.PARAGRAPH) >= 0;
        Node same = continued(label);
        if (same != null) {
            return new Place(label, same.parent());
        }
        if (lastDecimal != null && label.value() == lastDecimal.numbers().get(0) + 1 && (strong || headed)) {
            return new Place(label, container());
        }
        if (label.value() == 1) {
            if (!strong && (!headed || lastDecimal != null)) {
                return null;
            }
            Node at = current;
            boolean nested = at != null && !at.isContainer();
            return new Place(
                    label,
                    nested
                                    && headed
                                    && lastDecimal != null
                                    && lastDecimal.numbers().get(0) >= 3
                            ? container()
                            : at);
        }
        if (!strong) {
            return null;
        }
        if (lastDecimal == null) {
            return label.value() <= WIDEST_GAP && headed ? new Place(label, container()) : null;
        }
        int gap = label.value() - lastDecimal.numbers().get(0);
        return headed && gap >= 0 && gap <= WIDEST_GAP ? new Place(label, container()) : null;
    }

    private @Nullable Place lettered(Label label, Strength strength) {
        Node same = continued(label);
        if (same != null) {
            return new Place(label, same.parent());
        }
        boolean strong = strength.compareTo(Strength.PARAGRAPH) >= 0;
        if (label.value() == 1) {
            Node open = openLike(label);
            return new Place(label, open == null ? current : open.parent());
        }
        if (!strong) {
            return null;
        }
        Node open = openLike(label);
        if (open != null && open.label() != null) {
            int gap = label.value() - open.label().value();
            return gap >= 0 && gap <= WIDEST_GAP ? new Place(label, open.parent()) : null;
        }
        boolean goesOn =
                lastLettered != null && lastLettered.isLike(label) && label.value() == lastLettered.value() + 1;
        return goesOn || label.value() == 2 ? new Place(label, aboveDefinition()) : null;
    }

    /** The innermost open level whose next number this is. */
    private @Nullable Node continued(Label label) {
        for (Node node = current; node != null; node = node.parent()) {
            Label open = node.label();
            if (open != null && open.isLike(label) && label.value() == open.value() + 1 && samePrefix(open, label)) {
                return node;
            }
        }
        return null;
    }

    private static boolean samePrefix(Label one, Label other) {
        int last = one.depth() - 1;
        return one.numbers().subList(0, last).equals(other.numbers().subList(0, last));
    }

    private @Nullable Node openLike(Label label) {
        for (Node node = current; node != null && !node.is(LabelKind.DECIMAL); node = node.parent()) {
            if (node.label() != null && node.label().isLike(label)) {
                return node;
            }
        }
        return null;
    }

    /** The open level that a number of several parts names above it: 7 or Article VII for 7.2. */
    private @Nullable Node parentOf(Label label) {
        if (label.depth() < 2) {
            return null;
        }
        for (Node node = current; node != null; node = node.parent()) {
            Label open = node.label();
            if (open != null
                    && (open.kind() == LabelKind.DECIMAL || open.kind() == LabelKind.ARTICLE)
                    && label.isUnder(open)) {
                return node;
            }
        }
        return null;
    }

    private int lastUnder(Node above, Label label) {
        int last = 0;
        for (Node node = current; node != null && node.draft() != above.draft(); node = node.parent()) {
            Label open = node.label();
            if (open != null && open.kind() == LabelKind.DECIMAL && open.depth() == label.depth()) {
                last = open.value();
            }
        }
        return last;
    }

    private static boolean comesSoonAfter(Label label, Label last, boolean strong) {
        List<Integer> now = label.numbers();
        List<Integer> then = last.numbers();
        for (int i = 0; i < Math.min(now.size(), then.size()); i++) {
            int gap = now.get(i) - then.get(i);
            if (gap != 0) {
                boolean fresh = i + 1 >= now.size() || now.get(i + 1) <= 1;
                return gap == 1 ? fresh || strong : strong && gap > 0 && gap <= WIDEST_GAP;
            }
        }
        return now.size() > then.size();
    }

    /** The innermost open level below which numbers start afresh. */
    @Nullable
    Node container() {
        Node node = current;
        while (node != null && (!node.isContainer() || node.isDefinition())) {
            node = node.parent();
        }
        return node;
    }

    /** What a definition in a paragraph of its own belongs to. */
    @Nullable
    Node aboveDefinition() {
        Node node = current;
        while (node != null
                && (node.isDefinition()
                        || (node.label() != null && node.label().kind().isLettered()))) {
            node = node.parent();
        }
        return node;
    }

    /** The attachment that is open, if any. */
    @Nullable
    Node attachment() {
        Node node = current;
        while (node != null && !node.is(LabelKind.ATTACHMENT)) {
            node = node.parent();
        }
        return node;
    }

    /** Where an unnumbered heading belongs: below the nearest heading of a higher level, else below the attachment. */
    @Nullable
    Node aboveHeading(int level) {
        Node node = current;
        while (node != null && !node.is(LabelKind.ATTACHMENT)) {
            boolean higher = level > 0 && node.level() > 0 && node.level() < level;
            if (higher || (node.is(LabelKind.ARTICLE) && level == 0)) {
                return node;
            }
            node = node.parent();
        }
        return node;
    }
}
