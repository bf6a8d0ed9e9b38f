package io.recital.eval.ranking;

import io.recital.eval.EvalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Clauses, queries and ratings in BEIR's layout: {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/SPLIT.tsv}.
 *
 * @param clauses texts by id
 * @param queries texts by id, those that have ratings in the split only
 * @param ratings by query and clause, 0 to 4 for one to five stars
 */
record RatedClauses(
        Map<String, String> clauses, Map<String, String> queries, Map<String, Map<String, Integer>> ratings) {
    /** Takes every split. */
    static final String ALL = "all";

    private static final String ENDING = ".tsv";

    /** Reads a folder and checks that every rating is of a known query and clause. */
    static RatedClauses read(Path folder, String split) {
        Path corpus = folder.resolve("corpus.jsonl");
        Path queryFile = folder.resolve("queries.jsonl");
        Path qrels = folder.resolve("qrels");
        if (!Files.isRegularFile(corpus) || !Files.isRegularFile(queryFile) || !Files.isDirectory(qrels)) {
            throw new EvalException(folder
                    + " holds no rated clauses: give a folder with corpus.jsonl, queries.jsonl and qrels/ as --data");
        }
        try {
            Map<String, Map<String, Integer>> ratings = new LinkedHashMap<>();
            for (Path file : splitFiles(qrels, split)) {
                readRatings(file, ratings);
            }
            if (ratings.isEmpty()) {
                throw new EvalException("The split " + split + " rates nothing; give another --split");
            }
            Map<String, String> clauses = texts(corpus);
            Map<String, String> queries = texts(queryFile);
            queries.keySet().retainAll(ratings.keySet());
            ratings.forEach((query, rated) -> check(query, rated, queries, clauses));
            return new RatedClauses(clauses, queries, ratings);
        } catch (IOException e) {
            throw new EvalException("Cannot read " + folder + "; check its files and their permissions", e);
        }
    }

    private static List<Path> splitFiles(Path qrels, String split) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(qrels)) {
            files = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<Path> wanted = split.equals(ALL)
                ? files
                : files.stream().filter(file -> name(file).equals(split)).toList();
        if (wanted.isEmpty()) {
            throw new EvalException("There is no split " + split + "; give "
                    + String.join(", ", files.stream().map(RatedClauses::name).toList()) + " or " + ALL
                    + " as --split");
        }
        return wanted;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static void readRatings(Path file, Map<String, Map<String, Integer>> ratings) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] fields = lines.get(i).split("\t");
            try {
                ratings.computeIfAbsent(unquoted(fields[0]), query -> new LinkedHashMap<>())
                        .put(unquoted(fields[1]), Integer.parseInt(fields[2].strip()));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new EvalException(
                        file + ", line " + (i + 1) + " is not a rating: query, clause and score between tabs", e);
            }
        }
    }

    /** A field as CSV writers quote it. */
    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        forEachLine(file, (id, text) -> texts.put(id, text));
        return texts;
    }

    private static void forEachLine(Path file, BiConsumer<String, String> reader) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                JsonNode line = json.readTree(lines.get(i));
                reader.accept(
                        line.required("_id").asString(), line.required("text").asString());
            } catch (JacksonException | IllegalArgumentException e) {
                throw new EvalException(file + ", line " + (i + 1) + " is not {\"_id\",\"text\"}", e);
            }
        }
    }

    private static void check(
            String query, Map<String, Integer> rated, Map<String, String> queries, Map<String, String> clauses) {
        if (!queries.containsKey(query) || !clauses.keySet().containsAll(rated.keySet())) {
            throw new EvalException("The ratings of the query \"" + query
                    + "\" name a query or clause that queries.jsonl or corpus.jsonl does not hold");
        }
    }
}
