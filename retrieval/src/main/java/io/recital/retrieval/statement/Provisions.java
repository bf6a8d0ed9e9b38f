package io.recital.retrieval.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What statements say together in one place: a list with the words that lead to it, a table with those before it. */
public final class Provisions {
    private static final Pattern LETTERED = Pattern.compile("(?:\\((?:[a-z]{1,2}|[ivx]{1,5})\\))+$");
    private static final Pattern LEADS = Pattern.compile(":\\W*$");

    private record Place(UUID document, String path) {}

    private record Table(UUID document, UUID clause, List<String> headers) {}

    private final Map<Place, List<Statement>> lists = new HashMap<>();
    private final Map<Table, List<Statement>> tables = new HashMap<>();

    /** @param statements in the order of the text */
    public Provisions(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement.isRow()) {
                tables.computeIfAbsent(tableOf(statement), t -> new ArrayList<>())
                        .add(statement);
            } else {
                lists.computeIfAbsent(placeOf(statement), p -> new ArrayList<>())
                        .add(statement);
            }
        }
    }

    /** All that belongs to a statement, itself among them, in the order of the text. */
    public List<Statement> with(Statement statement) {
        if (statement.isRow()) {
            return table(statement);
        }
        if (isItem(statement) || leads(statement)) {
            List<Statement> whole = list(statement);
            return whole.size() > 1 ? whole : tableBehind(statement);
        }
        return List.of(statement);
    }

    /** The items of the list or the rows of the table that a statement belongs to or leads to; empty for none. */
    public List<Statement> items(Statement statement) {
        return with(statement).stream()
                .filter(one -> one.isRow() || isItem(one))
                .toList();
    }

    /** Whether it is an item of a list, such as 7.2(b). */
    public static boolean isItem(Statement statement) {
        return LETTERED.matcher(statement.clause().path()).find();
    }

    /** Whether a list or a table is to follow. */
    public boolean leads(Statement statement) {
        return saysThatItLeads(statement)
                || (!statement.isRow() && tableBehind(statement).size() > 1);
    }

    private static boolean saysThatItLeads(Statement statement) {
        return !statement.isRow() && LEADS.matcher(statement.quote()).find();
    }

    private List<Statement> list(Statement statement) {
        List<Statement> all = lists.getOrDefault(placeOf(statement), List.of());
        List<Statement> whole = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Statement one = all.get(i);
            boolean beforeAnItem = i + 1 < all.size() && isItem(all.get(i + 1));
            if (isItem(one) || (saysThatItLeads(one) && beforeAnItem)) {
                whole.add(one);
            }
        }
        return whole.contains(statement) ? whole : List.of(statement);
    }

    private List<Statement> table(Statement row) {
        List<Statement> rows = tables.getOrDefault(tableOf(row), List.of(row));
        int start = rows.get(0).place().start();
        List<Statement> whole = lists.getOrDefault(placeOf(row), List.of()).stream()
                .filter(sentence -> sentence.place().end() <= start)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Statement> lead =
                whole.isEmpty() ? new ArrayList<>() : new ArrayList<>(whole.subList(whole.size() - 1, whole.size()));
        lead.addAll(rows);
        return lead;
    }

    private List<Statement> tableBehind(Statement lead) {
        return tables.values().stream()
                .map(rows -> rows.get(0))
                .filter(row -> placeOf(row).equals(placeOf(lead)))
                .filter(row -> row.place().start() >= lead.place().end())
                .map(this::table)
                .filter(whole -> whole.get(0).equals(lead))
                .findFirst()
                .orElse(List.of(lead));
    }

    private static Place placeOf(Statement statement) {
        return new Place(
                statement.contract().document(),
                LETTERED.matcher(statement.clause().path()).replaceFirst(""));
    }

    private static Table tableOf(Statement row) {
        return new Table(
                row.contract().document(),
                row.clause().id(),
                row.cells().stream().map(Statement.Cell::header).toList());
    }
}
