package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.ContractStart;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Block;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words with which a contract opens: after its cover and its contents page, where it has them, up to its first
 * clause. What a cover says comes again there, and more exactly.
 */
final class Opening {
    private static final int LENGTH = 12_000;
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d|Article|Section|Part).*");

    private final Wording wording;
    private final int body;
    private final List<Integer> tables;

    private Opening(Wording wording, int body, List<Integer> tables) {
        this.wording = wording;
        this.body = body;
        this.tables = tables;
    }

    /** Without the cover where there is a contents page. */
    static Opening of(ContractReading reading) {
        return from(reading, ContractStart.of(reading));
    }

    /** From the very first word. */
    static Opening withCover(ContractReading reading) {
        return from(reading, 0);
    }

    private static Opening from(ContractReading reading, int start) {
        Span span = new Span(start, Math.min(start + LENGTH, reading.text().length()));
        Wording wording = Wording.within(reading, span);
        int body = reading.clauses().stream()
                .filter(clause -> clause.span().start() >= start
                        && clause.kind() != ClauseKind.PREAMBLE
                        && NUMBERED.matcher(clause.path()).matches())
                .findFirst()
                .map(clause -> wording.indexOf(clause.span().start()))
                .orElse(wording.text().length());
        List<Integer> tables = reading.parsed().blocks().stream()
                .filter(block -> block.row() != null && block.span().overlaps(span))
                .map(Block::span)
                .map(row -> wording.indexOf(row.start()))
                .toList();
        return new Opening(wording, body, tables);
    }

    Wording wording() {
        return wording;
    }

    String text() {
        return wording.text();
    }

    boolean isBeforeBody(int index) {
        return index < body;
    }

    /** Where a party list that begins at an index ends at the latest: at the first clause, or at a table. */
    int limit(int from) {
        int limit = from < body ? body : wording.text().length();
        return tables.stream()
                .filter(row -> row >= from)
                .findFirst()
                .map(row -> Math.min(row, limit))
                .orElse(limit);
    }
}
