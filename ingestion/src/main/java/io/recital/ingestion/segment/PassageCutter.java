package io.recital.ingestion.segment;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Passage;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Cuts clauses into passages.
 *
 * <p>The rule: a passage is one or more whole sentences, or whole table rows, that stand next to each other in one
 * clause, as many as fit into {@value #TARGET} word pieces. It never crosses clauses or page furniture. A single
 * sentence longer than {@value #LONGEST} word pieces is cut at white space. Tables of contents have no passages.
 */
final class PassageCutter {
    static final int TARGET = 256;
    static final int LONGEST = 400;

    private final UUID document;
    private final ParsedDocument parsed;
    private final List<Passage> passages = new ArrayList<>();

    PassageCutter(UUID document, ParsedDocument parsed) {
        this.document = document;
        this.parsed = parsed;
    }

    List<Passage> passages() {
        return passages;
    }

    void cut(Clause clause, Wording wording) {
        if (clause.kind() == ClauseKind.OTHER && Segmenter.CONTENTS.equals(clause.heading())) {
            return;
        }
        List<Span> units = new ArrayList<>();
        for (Wording.Part part : wording.parts()) {
            if (!part.joined()) {
                pack(clause, units);
            }
            Span span = parsed.text().spanOfUtf16(part.start(), part.end());
            if (part.row()) {
                units.add(span);
            } else {
                units.addAll(SentenceSplitter.split(parsed.text(), span));
            }
        }
        pack(clause, units);
    }

    private void pack(Clause clause, List<Span> units) {
        int first = 0;
        int size = 0;
        for (int i = 0; i < units.size(); i++) {
            int next = WordPieces.estimate(parsed.text().slice(units.get(i)));
            if (i > first && size + next > TARGET) {
                add(clause, units.get(first).cover(units.get(i - 1)), size);
                first = i;
                size = 0;
            }
            size += next;
        }
        if (first < units.size()) {
            add(clause, units.get(first).cover(units.get(units.size() - 1)), size);
        }
        units.clear();
    }

    private void add(Clause clause, Span span, int size) {
        if (size <= LONGEST) {
            add(clause, span);
            return;
        }
        String text = parsed.text().value();
        int start = parsed.text().utf16(span.start());
        int end = parsed.text().utf16(span.end());
        while (start < end) {
            int stop = WordPieces.endOf(text, start, end, TARGET);
            add(clause, parsed.text().spanOfUtf16(start, stop));
            start = stop;
            while (start < end && Piece.isBlank(text.charAt(start))) {
                start++;
            }
        }
    }

    private void add(Clause clause, Span span) {
        OptionalInt page = parsed.pages().pageAt(span.start());
        passages.add(new Passage(
                Segmenter.id(document, "passage", passages.size()),
                passages.size(),
                clause.id(),
                clause.path(),
                clause.headingPath(),
                span,
                parsed.text().slice(span),
                page.isPresent() ? page.getAsInt() : null,
                clause.language()));
    }
}
