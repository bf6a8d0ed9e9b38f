package io.recital.ingestion.segment;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes where a clause stands as a lawyer would cite it: {@code 7.2(b)}, {@code Schedule 3, para 4}. A number that
 * comes again under another unnumbered heading is told apart by that heading.
 */
final class ClausePath {
    private static final int LONGEST_HEADING = 60;

    private final Set<String> given = new HashSet<>();

    String of(Label label, @Nullable Node parent) {
        String path = join(label, parent);
        Node heading = parent;
        while (heading != null && (heading.label() != null || heading.isDefinition())) {
            heading = heading.parent();
        }
        String name = heading == null || heading.draft().heading() == null
                ? ""
                : shortened(heading.draft().heading());
        if (given.contains(path) && !name.isEmpty() && !path.startsWith(name)) {
            path = name + ", " + path;
        }
        given.add(path);
        return path;
    }

    private static String join(Label label, @Nullable Node parent) {
        if (label.kind() == LabelKind.ATTACHMENT) {
            return label.printed();
        }
        if (parent != null && parent.isDefinition()) {
            return parent.draft().path + "(" + label.printed() + ")";
        }
        Node numbered = parent;
        while (numbered != null && numbered.label() == null) {
            numbered = numbered.parent();
        }
        if (numbered == null || numbered.label() == null) {
            return parent != null && label.kind().isLettered()
                    ? parent.draft().path + "(" + label.printed() + ")"
                    : first(label);
        }
        LabelKind above = numbered.label().kind();
        if (above == LabelKind.ATTACHMENT) {
            return below(numbered, label);
        }
        if (label.depth() > 1) {
            Node attachment = numbered;
            while (attachment != null && !attachment.is(LabelKind.ATTACHMENT)) {
                attachment = attachment.parent();
            }
            return attachment == null ? first(label) : below(attachment, label);
        }
        return above.isDivision()
                ? numbered.draft().path + ", " + first(label)
                : numbered.draft().path + "(" + label.printed() + ")";
    }

    private static String below(Node attachment, Label label) {
        return attachment.draft().path + (label.kind().isDivision() ? ", " : ", para ") + first(label);
    }

    private static String first(Label label) {
        return label.form().startsWith("(") ? "(" + label.printed() + ")" : label.printed();
    }

    /** A heading in an attachment is cited as the attachment, one below another heading with both. */
    String ofHeading(String heading, @Nullable Node parent) {
        if (parent != null && isInAttachment(parent)) {
            return parent.draft().path;
        }
        String shortened = shortened(heading);
        return parent == null || parent.draft().path.isEmpty() ? shortened : parent.draft().path + ", " + shortened;
    }

    private static boolean isInAttachment(Node node) {
        for (Node above = node; above != null; above = above.parent()) {
            if (above.is(LabelKind.ATTACHMENT)) {
                return true;
            }
            if (above.label() != null) {
                return false;
            }
        }
        return false;
    }

    private static String shortened(String heading) {
        int end = heading.codePointCount(0, heading.length()) <= LONGEST_HEADING
                ? heading.length()
                : heading.offsetByCodePoints(0, LONGEST_HEADING);
        return end < heading.length() ? heading.substring(0, end) + "…" : heading;
    }

    /** A definition without a number is cited as the clause that holds it. */
    String ofDefinition(String term, @Nullable Node parent) {
        return parent == null || parent.draft().path.isEmpty() ? "“" + term + "”" : parent.draft().path;
    }
}
