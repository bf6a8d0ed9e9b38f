package io.recital.eval.answers;

import io.recital.eval.PredictionLines;
import io.recital.models.evidence.Citation;
import io.recital.models.store.FindingJson;
import io.recital.retrieval.plan.Plan;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes every question with its answer, its gold and the verdict, a JSON line each, for whoever looks into them. */
final class AnswerPredictions implements Closeable {
    private final PredictionLines lines;

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
        this.lines = new PredictionLines(
                file, FindingJson.configure(JsonMapper.builder()).build());
    }

    void add(Outcome outcome) {
        BankQuestion question = outcome.question();
        lines.add(new Line(
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
                question));
    }

    private static String cited(Citation citation) {
        return citation.file() + " [" + citation.span().start() + ", "
                + citation.span().end() + ") " + citation.path() + ": " + citation.quote();
    }

    @Override
    public void close() {
        lines.close();
    }
}
