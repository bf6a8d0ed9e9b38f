package io.recital.retrieval.statement;

import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.store.Repositories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cuts the clauses of a contract into statements. Call it in the name of a tenant. */
public final class StatementReader {
    private static final int KEPT = 64;

    private final Repositories store;
    private final Map<Key, List<Statement>> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Statement>> eldest) {
            return size() > KEPT;
        }
    });

    /** A stored text never changes, so that its statements are kept for as long as its contract is called the same. */
    private record Key(UUID document, String title, String with) {}

    public StatementReader(Repositories store) {
        this.store = store;
    }

    /**
     * All statements of the document version that is served, in the order of the text.
     *
     * @param contract as the tenant's own policy lets it be seen
     */
    public List<Statement> read(Contract contract) {
        UUID counterparty = contract.counterparty();
        String with = counterparty == null
                ? ""
                : store.counterparties()
                        .find(counterparty)
                        .map(Counterparty::name)
                        .orElse("");
        Key key = new Key(contract.document(), contract.title(), with);
        List<Statement> known = kept.get(key);
        if (known == null) {
            known = List.copyOf(cut(contract, with));
            kept.put(key, known);
        }
        return known;
    }

    private List<Statement> cut(Contract contract, String with) {
        List<Clause> clauses = store.clauses().listByDocument(contract.document());
        if (clauses.isEmpty()) {
            return List.of();
        }
        StoredText text = store.documents().getText(contract.document());
        String file = store.documents().get(contract.document()).file();
        Map<UUID, Clause> byId = new HashMap<>();
        clauses.forEach(clause -> byId.put(clause.id(), clause));
        List<Statement> statements = new ArrayList<>();
        for (Clause clause : clauses) {
            Clause parent = clause.parent() == null ? null : byId.get(clause.parent());
            String lead = parent == null ? "" : parent.text();
            read(new Source(contract, with, file, text, clause, lead), statements);
        }
        return statements;
    }

    private record Source(Contract contract, String with, String file, StoredText text, Clause clause, String lead) {
        Statement statement(Span place, List<Statement.Cell> cells) {
            return new Statement(contract, with, file, clause, place, text.slice(place), cells, lead);
        }
    }

    private static void read(Source source, List<Statement> statements) {
        List<Span> rows = source.clause().rows().stream()
                .flatMap(row -> place(row).stream())
                .toList();
        List<Statement> found = new ArrayList<>();
        for (Span sentence :
                SentenceSplitter.split(source.text(), source.clause().span())) {
            if (rows.stream().noneMatch(sentence::overlaps)) {
                found.add(source.statement(sentence, List.of()));
            }
        }
        for (TableRow row : source.clause().rows()) {
            if (!row.header()) {
                place(row).ifPresent(place -> found.add(source.statement(place, cells(source.text(), row))));
            }
        }
        found.sort(Comparator.comparingInt(statement -> statement.place().start()));
        statements.addAll(found);
    }

    private static Optional<Span> place(TableRow row) {
        List<Span> cells = row.cells().stream()
                .map(TableCell::span)
                .filter(span -> span.length() > 0)
                .toList();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        int start = cells.stream().mapToInt(Span::start).min().orElseThrow();
        int end = cells.stream().mapToInt(Span::end).max().orElseThrow();
        return Optional.of(new Span(start, end));
    }

    private static List<Statement.Cell> cells(StoredText text, TableRow row) {
        return row.cells().stream()
                .filter(cell -> cell.span().length() > 0)
                .map(cell -> new Statement.Cell(
                        placed(text, cell.span()),
                        cell.headerSpans().stream()
                                .filter(span -> span.length() > 0)
                                .map(span -> placed(text, span))
                                .toList()))
                .toList();
    }

    private static Statement.Placed placed(StoredText text, Span span) {
        return new Statement.Placed(span, text.slice(span));
    }
}
