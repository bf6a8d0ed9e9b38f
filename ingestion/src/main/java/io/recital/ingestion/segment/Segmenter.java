package io.recital.ingestion.segment;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Definition;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a parsed document into clauses as a lawyer would cite them, and clauses into passages to be found by.
 *
 * <p>Every character of the wording belongs to exactly one clause; page furniture belongs to none. It is stateless, and
 * linear in the length of the text. The same document gives the same ids each time.
 */
public final class Segmenter {
    /** Name and version, stamped on what it makes. */
    public static final String VERSION = "recital-segmenter/4";

    /** The heading of the clause that holds a table of contents; it has no passages. */
    public static final String CONTENTS = "Table of contents";

    private final Languages languages;

    public Segmenter() {
        this.languages = new Languages();
    }

    /** Cuts a document that has no identity yet: ids are drawn from its text. */
    public Segmentation segment(ParsedDocument parsed) {
        String hash = Sha256.of(parsed.text().value()).hex();
        return segment(UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)), parsed);
    }

    /** Cuts a document version; clause and passage ids are drawn from its id and their position. */
    public Segmentation segment(UUID document, ParsedDocument parsed) {
        String text = parsed.text().value();
        List<Piece> pieces = Piece.of(parsed);
        List<Draft> drafts = new ClauseCutter(text, pieces).cut();
        List<Wording> wordings = Wording.of(text, pieces, drafts);
        List<String> spoken = languages.of(wordings.stream().map(Wording::text).toList());
        List<Clause> clauses = new ArrayList<>();
        Map<Draft, UUID> ids = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            UUID id = id(document, "clause", i);
            ids.put(drafts.get(i), id);
            clauses.add(clause(id, i, drafts.get(i), ids, wordings.get(i), spoken.get(i), parsed));
        }
        List<Definition> definitions = new ArrayList<>();
        PassageCutter passages = new PassageCutter(document, parsed);
        for (int i = 0; i < clauses.size(); i++) {
            definitions.addAll(DefinitionReader.read(parsed.text(), clauses.get(i)));
            passages.cut(clauses.get(i), wordings.get(i));
        }
        return new Segmentation(clauses, definitions, passages.passages(), VERSION);
    }

    static UUID id(UUID document, String kind, int ordinal) {
        String name = document + " " + VERSION + " " + kind + " " + ordinal;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Clause clause(
            UUID id,
            int ordinal,
            Draft draft,
            Map<Draft, UUID> ids,
            Wording wording,
            String language,
            ParsedDocument parsed) {
        @Nullable UUID parent = draft.parent == null ? null : ids.get(draft.parent);
        boolean table = !draft.rows.isEmpty()
                && wording.onlyRowsAfter(draft.body())
                && (draft.kind == ClauseKind.CLAUSE
                        || draft.kind == ClauseKind.SCHEDULE
                        || draft.kind == ClauseKind.TITLE);
        return new Clause(
                id,
                ordinal,
                table ? ClauseKind.TABLE : draft.kind,
                draft.path,
                parent,
                draft.heading(),
                draft.headingPath(),
                parsed.text().spanOfUtf16(wording.start(), wording.end()),
                wording.text(),
                draft.rows,
                language);
    }
}
