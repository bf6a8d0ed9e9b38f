package io.recital.ingestion.segment;

import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause while the document is being cut: it ends where the next one begins. */
final class Draft {
    final int start;
    final ClauseKind kind;
    final String path;
    final @Nullable Draft parent;
    final List<TableRow> rows = new ArrayList<>();
    private final List<String> headingPath;
    private @Nullable String heading;
    /** Java string index where number and heading end and the clause's own words begin. */
    private int body;

    Draft(int start, int body, ClauseKind kind, String path, @Nullable Draft parent, List<String> above) {
        this.start = start;
        this.body = body;
        this.kind = kind;
        this.path = path;
        this.parent = parent;
        this.headingPath = new ArrayList<>(above);
    }

    /** The same as an ordinary clause: a document without numbers and headings has no preamble, it is all body. */
    Draft outsidePreamble() {
        if (kind != ClauseKind.PREAMBLE) {
            return this;
        }
        Draft clause =
                new Draft(start, body, ClauseKind.CLAUSE, path.equals("Preamble") ? "" : path, parent, headingPath);
        clause.rows.addAll(rows);
        clause.heading = heading;
        return clause;
    }

    void head(String words, int end) {
        String line = words.replaceAll("[*_]{1,3}", "").strip().replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            if (heading != null) {
                headingPath.remove(headingPath.size() - 1);
            }
            heading = line;
            headingPath.add(line);
            body = end;
        }
    }

    @Nullable
    String heading() {
        return heading;
    }

    List<String> headingPath() {
        return headingPath;
    }

    int body() {
        return body;
    }
}
