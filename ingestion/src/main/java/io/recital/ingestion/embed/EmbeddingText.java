package io.recital.ingestion.embed;

import io.recital.models.clause.Clause;
import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is embedded for a passage: its headings, the column headers of its table rows, the stem of the list it is an item
 * of, and its text. The one place that says so, for ingestion and for measurements alike.
 */
public final class EmbeddingText {
    private static final int LONGEST_STEM = 240;

    private final Map<UUID, Clause> clauses = new HashMap<>();

    public EmbeddingText(Segmentation segmentation) {
        this(segmentation.clauses());
    }

    public EmbeddingText(List<Clause> clauses) {
        clauses.forEach(clause -> this.clauses.put(clause.id(), clause));
    }

    /** The text to embed for a passage of the segmentation. */
    public String of(Passage passage) {
        StringBuilder text = new StringBuilder();
        addLine(text, String.join(" > ", passage.headingPath()));
        Clause clause = clauses.get(passage.clause());
        if (clause != null) {
            addLine(text, columns(clause, passage));
            addLine(text, stem(clause, passage));
        }
        return text.append(passage.text()).toString();
    }

    private static void addLine(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }

    private static String columns(Clause clause, Passage passage) {
        Set<String> headers = new LinkedHashSet<>();
        for (TableRow row : clause.rows()) {
            for (TableCell cell : row.cells()) {
                if (!cell.headers().isEmpty() && cell.span().overlaps(passage.span())) {
                    headers.add(cell.header());
                }
            }
        }
        return String.join(" | ", headers);
    }

    /** What introduces the list that the clause is an item of: "The Supplier shall:". */
    private String stem(Clause clause, Passage passage) {
        Clause parent = clause.parent() == null ? null : clauses.get(clause.parent());
        if (parent == null || passage.span().start() != clause.span().start()) {
            return "";
        }
        String words = parent.text().strip();
        if (!words.endsWith(":") && !words.endsWith(",") && !words.endsWith("—") && !words.endsWith("–")) {
            return "";
        }
        int from = Math.max(words.lastIndexOf(". ") + 2, words.lastIndexOf("\n") + 1);
        String stem = words.substring(from == 1 ? 0 : from).strip();
        return stem.length() <= LONGEST_STEM ? stem : "";
    }
}
