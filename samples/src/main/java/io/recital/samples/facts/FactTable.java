package io.recital.samples.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All facts of the portfolio, to look up and to add up. */
public final class FactTable {
    private final List<FactRow> rows;
    private final Map<String, FactRow> byId = new LinkedHashMap<>();

    public FactTable(List<FactRow> rows) {
        this.rows = List.copyOf(rows);
        this.rows.forEach(row -> byId.putIfAbsent(row.id(), row));
    }

    public List<FactRow> rows() {
        return rows;
    }

    public Optional<FactRow> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The rows of one file, sorted by its date (vendors by id) and then by id. */
    public List<FactRow> list(FactFile file) {
        List<FactRow> list =
                new ArrayList<>(rows.stream().filter(row -> row.file() == file).toList());
        list.sort(Comparator.comparing((FactRow row) -> row.cell(file.order())).thenComparing(FactRow::id));
        return list;
    }
}
