package io.recital.eval.retrieval;

import io.recital.eval.EvalException;
import io.recital.eval.clauses.Company;
import io.recital.models.evidence.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Labelled questions in the layout of LegalBench-RAG: {@code txt/} and {@code retrieval.json}.
 *
 * @param files names of the files in {@code txt/}, sorted
 * @param questions in the order of {@code retrieval.json}
 */
public record RetrievalSet(Path folder, List<String> files, List<Question> questions) {
    /** Where the files are, and how the labels' paths begin. */
    static final String TEXTS = "txt/";

    public RetrievalSet {
        files = List.copyOf(files);
        questions = List.copyOf(questions);
    }

    /** Reads a folder and checks that every answer lies in a file that is there. */
    public static RetrievalSet read(Path folder) {
        Path labels = folder.resolve("retrieval.json");
        if (!Files.isDirectory(folder.resolve(TEXTS)) || !Files.isRegularFile(labels)) {
            throw new EvalException(
                    folder + " holds no labelled questions: give a folder with txt/ and retrieval.json as --data");
        }
        List<String> files = listFiles(folder.resolve(TEXTS));
        Set<String> known = files.stream().map(TEXTS::concat).collect(Collectors.toSet());
        List<Question> questions = readQuestions(labels, known);
        if (questions.isEmpty()) {
            throw new EvalException(labels + " holds no question; its \"tests\" are empty or missing");
        }
        return new RetrievalSet(folder, files, questions);
    }

    private static List<String> listFiles(Path texts) {
        try (Stream<Path> files = Files.list(texts)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalException("Cannot read the folder " + texts + "; check its permissions", e);
        }
    }

    private static List<Question> readQuestions(Path labels, Set<String> files) {
        List<Question> questions = new ArrayList<>();
        try {
            for (JsonNode test : new ObjectMapper().readTree(labels.toFile()).path("tests")) {
                questions.add(question(test, files));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new EvalException(
                    "Question " + (questions.size() + 1) + " of " + labels
                            + " is not as it should be: {\"query\",\"snippets\":[{\"file_path\",\"span\":[start,end]}]}",
                    e);
        }
        return questions;
    }

    private static Question question(JsonNode test, Set<String> files) {
        List<Excerpt> answers = new ArrayList<>();
        for (JsonNode snippet : test.required("snippets")) {
            String file = snippet.required("file_path").asString();
            if (!files.contains(file)) {
                throw new EvalException("retrieval.json names the file " + file + ", which is not there");
            }
            JsonNode span = snippet.required("span");
            answers.add(new Excerpt(
                    file, new Span(span.required(0).intValue(), span.required(1).intValue())));
        }
        return new Question(
                test.required("query").asString(), test.path("label").asString(null), answers);
    }

    /** The same files with some of the questions, drawn at random, in their order. */
    public RetrievalSet sample(int size, long seed) {
        if (size >= questions.size()) {
            return this;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        return new RetrievalSet(
                folder,
                files,
                order.subList(0, size).stream().sorted().map(questions::get).toList());
    }

    /** The same files with the questions about one fold's companies. */
    RetrievalSet ofFold(int fold) {
        return new RetrievalSet(
                folder,
                files,
                questions.stream()
                        .filter(question ->
                                Company.fold(Company.of(question.file().substring(TEXTS.length()))) == fold)
                        .toList());
    }

    /** The same questions over those files only that answer one of them. */
    public RetrievalSet withReferencedFiles() {
        Set<String> referenced = new HashSet<>();
        questions.forEach(question -> question.answers().forEach(answer -> referenced.add(answer.file())));
        return new RetrievalSet(
                folder,
                files.stream().filter(file -> referenced.contains(TEXTS + file)).toList(),
                questions);
    }

    public List<Path> paths() {
        return files.stream().map(folder.resolve(TEXTS)::resolve).toList();
    }
}
