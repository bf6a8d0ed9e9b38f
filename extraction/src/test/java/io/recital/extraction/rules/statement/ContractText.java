package io.recital.extraction.rules.statement;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Definition;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A contract for tests, written clause by clause as a parser and a segmenter would deliver it. */
public final class ContractText {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private int tables;

    /** A contract between Meridian Works Ltd ("Supplier") and Harbour Foods plc ("Customer"). */
    public static ContractText betweenSupplierAndCustomer() {
        return new ContractText().party("Supplier", "Meridian Works Ltd").party("Customer", "Harbour Foods plc");
    }

    public ContractText party(String term, String name) {
        definitions.add(new Definition(term, name, true, new Span(0, 0), UUID.randomUUID()));
        return this;
    }

    public ContractText clause(String path, String wording) {
        return add(path, null, null, wording, List.of(), "en");
    }

    public ContractText clause(String path, String heading, String wording) {
        return add(path, heading, null, wording, List.of(), "en");
    }

    /** A clause of another kind: a recital, what stands at the signatures. */
    public ContractText ofKind(ClauseKind kind, String path, String wording) {
        add(path, null, null, wording, List.of(), "en");
        Clause plain = clauses.remove(clauses.size() - 1);
        clauses.add(new Clause(
                plain.id(),
                plain.ordinal(),
                kind,
                path,
                plain.parent(),
                plain.heading(),
                plain.headingPath(),
                plain.span(),
                plain.text(),
                plain.rows(),
                plain.language()));
        return this;
    }

    /** A clause that defines a term. */
    public ContractText defining(String term, String path, String wording) {
        clause(path, wording);
        Clause defining = clauses.get(clauses.size() - 1);
        definitions.add(new Definition(term, wording, false, defining.span(), defining.id()));
        return this;
    }

    public ContractText child(String parentPath, String path, String wording) {
        return add(path, null, find(parentPath).id(), wording, List.of(), "en");
    }

    public ContractText inLanguage(String language, String path, String wording) {
        return add(path, null, null, wording, List.of(), language);
    }

    /** A clause whose wording is broken by a page footer after {@code before}. */
    public ContractText acrossPages(String path, String before, String footer, String after) {
        int start = length();
        block(BlockKind.PARAGRAPH, before);
        block(BlockKind.PAGE_FOOTER, footer);
        block(BlockKind.PARAGRAPH, after);
        return close(path, null, null, start, before + "\n" + after, List.of(), "en");
    }

    /** A clause with an introduction and a table; the first row is its header. */
    public ContractText table(String path, String heading, String introduction, String[]... rows) {
        int start = length();
        if (!introduction.isEmpty()) {
            block(BlockKind.PARAGRAPH, introduction);
        }
        List<TableRow> read = new ArrayList<>();
        int table = tables++;
        for (int row = 0; row < rows.length; row++) {
            read.add(row(table, row, rows, read));
        }
        return close(path, heading, null, start, text.substring(start), read, "en");
    }

    private TableRow row(int table, int number, String[][] rows, List<TableRow> before) {
        int rowStart = length();
        List<TableCell> cells = new ArrayList<>();
        for (int column = 0; column < rows[number].length; column++) {
            int cellStart = length();
            text.append(rows[number][column]);
            Span span = new Span(cellStart, length());
            text.append(column + 1 < rows[number].length ? "\t" : "");
            boolean headed = number > 0 && !rows[0][column].isEmpty();
            cells.add(new TableCell(
                    column,
                    span,
                    rows[number][column],
                    headed ? List.of(rows[0][column]) : List.of(),
                    headed ? List.of(before.get(0).cells().get(column).span()) : List.of()));
        }
        TableRow row = new TableRow(table, number, number == 0, cells);
        blocks.add(Block.of(row, new Span(rowStart, length())));
        text.append('\n');
        return row;
    }

    private ContractText add(
            String path, String heading, UUID parent, String wording, List<TableRow> rows, String language) {
        int start = length();
        if (heading != null) {
            block(BlockKind.HEADING, heading);
        }
        block(BlockKind.PARAGRAPH, wording);
        return close(path, heading, parent, start, wording, rows, language);
    }

    private void block(BlockKind kind, String words) {
        int start = length();
        text.append(words);
        blocks.add(Block.of(kind, new Span(start, length())));
        text.append("\n");
    }

    private ContractText close(
            String path, String heading, UUID parent, int start, String wording, List<TableRow> rows, String language) {
        clauses.add(new Clause(
                UUID.randomUUID(),
                clauses.size(),
                ClauseKind.CLAUSE,
                path,
                parent,
                heading,
                heading == null ? List.of() : List.of(heading),
                new Span(start, length() - 1),
                wording,
                rows,
                language));
        text.append("\n");
        return this;
    }

    private int length() {
        return text.codePointCount(0, text.length());
    }

    private Clause find(String path) {
        return clauses.stream()
                .filter(clause -> clause.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    public ContractReading reading() {
        ParsedDocument parsed = new ParsedDocument(
                StoredText.of(text.toString()), blocks, PageMap.NONE, "text/plain", null, false, List.of());
        return new ContractReading(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "contract.txt",
                TenantRole.BUYER,
                parsed,
                new Segmentation(clauses, definitions, List.of(), "test 1"));
    }
}
