package io.recital.retrieval.answer;

import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and codes of a question that stand in some rows of a table and not in others: a site, an article, a grade. */
final class RowNames {
    private static final double THE_ONE = 0.1;
    private static final double ANOTHER = 0.1;
    private static final Pattern NAME = Pattern.compile(
            "(?<=[\\p{L}\\p{N},'’\"“(] |[\"“(])\\p{Lu}[\\p{L}\\p{N}-]{2,}|\\b\\p{Lu}{1,4}-?\\d{1,5}(?:-\\p{L}{1,3})?\\b");

    private static final Pattern CALENDAR = Pattern.compile(
            "(?i)(?:january|february|march|april|may|june|july|august|september|october|november|december|Q[1-4])");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?i)\\b(?:outside|except|excluding|other than|apart from|not)\\b");

    private final Set<String> telling = new LinkedHashSet<>();
    private final Map<Statement, Boolean> meant = new HashMap<>();

    private RowNames() {}

    static RowNames of(Understanding understood, List<Statement> pool, Provisions provisions) {
        String question = understood.text();
        RowNames names = new RowNames();
        Set<String> asked = NAME.matcher(question)
                .results()
                .map(found -> found.group())
                .filter(name ->
                        !Words.of(name).isEmpty() && !CALENDAR.matcher(name).matches())
                .filter(name -> understood.scope().phrases().stream()
                        .noneMatch(phrase -> Words.of(phrase).containsAll(Words.of(name))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (asked.isEmpty() || OUTSIDE.matcher(question).find()) {
            return names;
        }
        Set<Statement> seen = new HashSet<>();
        for (Statement row : pool) {
            if (row.isRow() && !seen.contains(row)) {
                List<Statement> table =
                        provisions.items(row).stream().filter(Statement::isRow).toList();
                seen.addAll(table);
                seen.add(row);
                asked.forEach(name -> names.look(name, table));
            }
        }
        return names;
    }

    private void look(String name, List<Statement> table) {
        Pattern word = Pattern.compile("(?i)(?<![\\p{L}\\p{N}-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
        List<Statement> holding = table.stream()
                .filter(row -> {
                    Matcher found = word.matcher(row.quote());
                    return found.find() && !Words.of(row.with()).containsAll(Words.of(name));
                })
                .toList();
        if (holding.isEmpty()
                || (holding.size() > 1 && 2 * holding.size() > table.size())
                || holding.size() == table.size()) {
            return;
        }
        telling.addAll(Words.of(name));
        table.forEach(row -> meant.merge(row, holding.contains(row), Boolean::logicalOr));
    }

    /** The stems of those that tell one row from another. */
    Set<String> telling() {
        return telling;
    }

    /** What a row gains for bearing one of them, and loses where only others of its table do. */
    double fit(Statement statement) {
        Boolean one = meant.get(statement);
        return one == null ? 0 : one ? THE_ONE : -ANOTHER;
    }
}
