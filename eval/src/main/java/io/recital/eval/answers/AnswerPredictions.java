package io.recital.eval.answers;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Citation;
import io.recital.models.store.FindingJson;
import io.recital.retrieval.plan.Plan;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes every question with its answer, its gold and the verdict, a JSON line each, for whoever looks into them. */
final class AnswerPredictions implements Closeable {
    private final Path file;
    private final BufferedWriter out;
    private final JsonMapper json = FindingJson.configure(JsonMapper.builder()).build();

    /** A line. */
    private record Line(
            String id,
            String kind,
            String question,
            boolean right,
            String why,
            String answer,
            @Nullable String reason,
            List<String> cited,
            List<String> notes,
            @Nullable Plan plan,
            BankQuestion gold) {}

    AnswerPredictions(Path file) {
        this.file = file;
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(Outcome outcome) {
        BankQuestion question = outcome.question();
        Line line = new Line(
                question.id(),
                question.kind().name(),
                question.question(),
                outcome.verdict().right(),
                outcome.verdict().why(),
                outcome.answer().text(),
                outcome.answer().reason(),
                outcome.answer().citations().stream()
                        .map(AnswerPredictions::cited)
                        .toList(),
                outcome.answer().notes(),
                outcome.answer().plan(),
                question);
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static String cited(Citation citation) {
        return citation.file() + " [" + citation.span().start() + ", "
                + citation.span().end() + ") " + citation.path() + ": " + citation.quote();
    }

    private EvalException unwritable(IOException e) {
        return new EvalException("Cannot write the predictions to " + file + "; give another --predictions", e);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
