package io.recital.retrieval.statement;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.Contract;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A contract's statements, written down one after the other. */
public final class TestText {
    private final Contract contract;
    private final Map<String, UUID> clauses = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private int at;

    public TestText(String title) {
        this(title, UUID.randomUUID());
    }

    public TestText(String title, UUID counterparty) {
        contract = new Contract(
                UUID.randomUUID(),
                title,
                TenantRole.BUYER,
                UUID.randomUUID(),
                counterparty,
                Map.of(),
                Map.of(),
                Instant.EPOCH);
    }

    public Contract contract() {
        return contract;
    }

    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** Adds a sentence of a clause. */
    public Statement sentence(String path, String words) {
        return add(path, words, List.of());
    }

    /** Adds a row; of each cell the header and the words. */
    public Statement row(String path, List<String> headers, String... cells) {
        List<Statement.Cell> row = new ArrayList<>();
        int place = at;
        for (int i = 0; i < cells.length; i++) {
            row.add(new Statement.Cell(
                    new Statement.Placed(new Span(place, place + cells[i].length()), cells[i]),
                    List.of(new Statement.Placed(new Span(0, headers.get(i).length()), headers.get(i)))));
            place += cells[i].length() + 1;
        }
        return add(path, String.join("\t", cells), row);
    }

    private Statement add(String path, String words, List<Statement.Cell> cells) {
        Span place = new Span(at, at + words.length());
        at = place.end() + 1;
        Clause clause = new Clause(
                clauses.computeIfAbsent(path, p -> UUID.randomUUID()),
                clauses.size(),
                ClauseKind.CLAUSE,
                path,
                null,
                null,
                List.of(),
                place,
                words,
                List.of(),
                "en");
        Statement statement = new Statement(contract, "Pelham Ltd", "pelham.docx", clause, place, words, cells, "");
        statements.add(statement);
        return statement;
    }
}
