package io.recital.eval.findings;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import io.recital.models.finding.FindingContent;
import java.util.List;

/**
 * What a document says, as a person wrote it down or as an extractor found it.
 *
 * @param spans where it stands in the stored text, in code points
 */
record LabelledFinding(String id, FindingContent content, List<Span> spans) {
    LabelledFinding {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
        spans = List.copyOf(spans);
    }

    /** Whether the two are about the same thing: of one kind, and for facts and levers of one type. */
    boolean isOfTheSortOf(LabelledFinding other) {
        if (content.kind() != other.content.kind()) {
            return false;
        }
        return switch (content.kind()) {
            case FACT, LEVER, LABEL -> content.type().equals(other.content.type());
            case OBLIGATION, MILESTONE, MEASURE, CHECK -> true;
        };
    }

    /** The share of the shorter one's characters that both cite, 0 to 1. */
    double overlap(LabelledFinding other) {
        int common = 0;
        for (Span mine : spans) {
            for (Span theirs : other.spans) {
                common += Math.max(0, Math.min(mine.end(), theirs.end()) - Math.max(mine.start(), theirs.start()));
            }
        }
        return Math.min(1, common / (double) Math.max(1, Math.min(length(), other.length())));
    }

    private int length() {
        return spans.stream().mapToInt(Span::length).sum();
    }
}
