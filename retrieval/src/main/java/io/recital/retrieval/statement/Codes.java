package io.recital.retrieval.statement;

import io.recital.retrieval.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What codes such as SL3 or M2 stand for: a row begins with one and names its thing, and others say the code alone. */
final class Codes {
    private static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{Lu}{1,3}-?\\d{1,5}(?![\\p{L}\\p{N}-])");
    private static final Pattern NAME = Pattern.compile(".*\\p{L}{4,}.*", Pattern.DOTALL);

    private record Known(UUID place, String code) {}

    private final Map<Known, Set<String>> names = new HashMap<>();
    /** Codes by which a counterparty's documents call several things. */
    private final Set<Known> ambiguous = new HashSet<>();

    Codes(List<Statement> pool) {
        for (Statement statement : pool) {
            if (statement.cells().size() > 1) {
                String code = statement.cells().get(0).value().text().strip();
                String name = statement.cells().get(1).value().text();
                if (CODE.matcher(code).matches() && NAME.matcher(name).matches()) {
                    name(statement, code, Words.meanings(Words.of(name)));
                }
            }
        }
    }

    private void name(Statement row, String code, Set<String> meanings) {
        names.putIfAbsent(new Known(row.contract().document(), code), meanings);
        Known everywhere = new Known(party(row), code);
        if (!names.computeIfAbsent(everywhere, known -> meanings).equals(meanings)) {
            ambiguous.add(everywhere);
        }
    }

    /** Meanings of the names of all codes that a statement says; of its own document's first. */
    Set<String> meant(Statement statement) {
        Set<String> meant = new HashSet<>();
        Matcher codes = CODE.matcher(statement.quote());
        while (codes.find()) {
            Known here = new Known(statement.contract().document(), codes.group());
            Known everywhere = new Known(party(statement), codes.group());
            Set<String> elsewhere =
                    ambiguous.contains(everywhere) ? Set.of() : names.getOrDefault(everywhere, Set.of());
            meant.addAll(names.getOrDefault(here, elsewhere));
        }
        return meant;
    }

    private static UUID party(Statement statement) {
        return Objects.requireNonNullElse(
                statement.contract().counterparty(), statement.contract().id());
    }
}
