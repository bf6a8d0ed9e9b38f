package io.recital.retrieval.answer;

import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The items of the list, or the rows of the table, that a question asks for as a whole. */
final class Items {
    private static final int MOST = 20;
    private static final int FEWEST = 2;
    private static final int LOOKED_AT = 12;
    private static final double LEAST = 0.55;
    /** What its best statement's score counts beside what all of it covers. */
    private static final double BEST_OF_IT = 0.5;

    private static final double OF_THE_KIND = 0.2;
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{0,3}-?\\d{1,5}[A-Z]?|[A-Z]");

    private Items() {}

    private record Group(List<Ranked> items, double covered, double score) {}

    /** In the order of the text, what a later document makes of them behind; empty where nothing of the kind fits. */
    static List<Ranked> of(Ranking.Result result, Understanding question) {
        Optional<Group> best = groups(result, question).stream()
                .filter(group -> group.covered() >= LEAST)
                .max(Comparator.comparingDouble(Group::score));
        if (best.isEmpty()) {
            return List.of();
        }
        List<Ranked> items =
                new ArrayList<>(best.get().items().stream().limit(MOST).toList());
        items.addAll(changed(items, result, question));
        return items;
    }

    private static List<Group> groups(Ranking.Result result, Understanding question) {
        Map<Statement, Ranked> ranked = new LinkedHashMap<>();
        result.all().forEach(one -> ranked.put(one.statement(), one));
        result.best().forEach(one -> ranked.put(one.statement(), one));
        List<Group> groups = new ArrayList<>();
        Set<Statement> seen = new HashSet<>();
        Stream<Ranked> ofTheKind = result.all().stream()
                .filter(one -> one.finding() != null && one.statement().isRow())
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .limit(LOOKED_AT);
        for (Ranked one : Stream.concat(result.best().stream().limit(LOOKED_AT), ofTheKind)
                .toList()) {
            List<Statement> items = result.provisions().items(one.statement());
            if (items.size() >= FEWEST && seen.addAll(items)) {
                groups.add(group(one, items, ranked, result, question));
            }
        }
        return groups;
    }

    private static Group group(
            Ranked one,
            List<Statement> items,
            Map<Statement, Ranked> ranked,
            Ranking.Result result,
            Understanding question) {
        List<Ranked> all = items.stream()
                .map(item -> ranked.getOrDefault(item, new Ranked(item, 0, 0, null)))
                .toList();
        double covered = result.coverage().ofAll(result.provisions().with(one.statement()), result.wanted());
        long found = all.stream().filter(item -> item.finding() != null).count();
        boolean ofTheKind = !question.topics().isEmpty() && 2 * found >= all.size();
        return new Group(
                all.stream().map(Ranked::withoutFinding).toList(),
                covered,
                covered + BEST_OF_IT * one.score() + (ofTheKind ? OF_THE_KIND : 0));
    }

    /** Rows of documents that change others, in effect on the day asked about, about something that the list names by its code. */
    private static List<Ranked> changed(List<Ranked> items, Ranking.Result result, Understanding question) {
        Set<String> codes = new HashSet<>();
        items.forEach(item -> code(item.statement()).ifPresent(codes::add));
        Statement first = items.get(0).statement();
        return result.all().stream()
                .filter(one -> !one.statement().contract().equals(first.contract()))
                .filter(one -> code(one.statement()).filter(codes::contains).isPresent())
                .filter(one -> result.timeline()
                        .changesOthers(one.statement().contract().id()))
                .filter(one -> result.timeline()
                        .effectOf(one.statement().contract().id())
                        .filter(effect -> !effect.isAfter(question.asOf()))
                        .isPresent())
                .filter(one -> !question.asSigned() && sharesAName(one.statement(), items))
                .limit(MOST)
                .map(Ranked::withoutFinding)
                .toList();
    }

    /** Whether a cell beside the code is the same too: codes such as M1 are used again for other things. */
    private static boolean sharesAName(Statement row, List<Ranked> items) {
        return items.stream()
                .map(Ranked::statement)
                .filter(item -> code(item).equals(code(row)))
                .anyMatch(item -> cells(item).stream()
                        .skip(1)
                        .filter(cell -> cell.matches(".*\\p{L}{4,}.*"))
                        .anyMatch(cells(row)::contains));
    }

    private static Optional<String> code(Statement row) {
        return cells(row).stream().findFirst().filter(cell -> CODE.matcher(cell).matches());
    }

    private static List<String> cells(Statement row) {
        return row.cells().stream()
                .map(cell -> cell.value().text().replaceAll("\\s+", " ").strip())
                .toList();
    }
}
