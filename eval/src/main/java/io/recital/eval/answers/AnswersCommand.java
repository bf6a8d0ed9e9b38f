package io.recital.eval.answers;

import io.recital.retrieval.answer.Answer;
import io.recital.samples.question.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

/** {@code eval answers}: how many questions about a portfolio are answered rightly, and how many rightly not at all. */
@Command(
        name = "answers",
        mixinStandardHelpOptions = true,
        description = {
            "Measures answers on a folder in the samples' layout (documents/, portfolio.json, questions.json): ingests",
            "the documents as the service does, asks every question, and judges the answers by kind of question."
        })
public final class AnswersCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AnswersCommand.class);
    private static final int REPORTED = 50;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with the portfolio.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            converter = Kinds.class,
            description = "Ask these only, such as fact,as-of,false-premise (default all).")
    private Set<Question.Kind> kinds = EnumSet.allOf(Question.Kind.class);

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Where the ingested portfolio is kept between runs, one run at a time; made anew when the code"
                            + " that reads documents has changed.")
    private @Nullable Path cache;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Write every answer, a JSON line a question.")
    private @Nullable Path predictions;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the resampling (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        QuestionBank bank = QuestionBank.read(data);
        List<Outcome> outcomes;
        try (AskedPortfolio portfolio = AskedPortfolio.of(bank, cache)) {
            outcomes = ask(bank, portfolio);
        }
        AnswersReport report = AnswersReport.of(bank, outcomes, seed);
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(report));
        } else {
            report.print(System.out);
        }
        return 0;
    }

    private List<Outcome> ask(QuestionBank bank, AskedPortfolio portfolio) {
        Judge judge = new Judge(new PortfolioNames(bank.portfolio()));
        List<BankQuestion> asked = bank.questions().stream()
                .filter(question -> kinds.contains(question.kind()))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        try (AnswerPredictions lines = predictions == null ? null : new AnswerPredictions(predictions)) {
            for (BankQuestion question : asked) {
                Answer answer = portfolio.ask(question);
                Outcome outcome = new Outcome(
                        question,
                        answer,
                        judge.judge(question, answer),
                        answer.citations().size(),
                        portfolio.verified(answer));
                outcomes.add(outcome);
                if (lines != null) {
                    lines.add(outcome);
                }
                if (outcomes.size() % REPORTED == 0) {
                    LOG.info("Asked {} of {} questions", outcomes.size(), asked.size());
                }
            }
        }
        return outcomes;
    }

    /** Kinds as the bank writes them. */
    static final class Kinds implements ITypeConverter<Question.Kind> {
        @Override
        public Question.Kind convert(String word) {
            for (Question.Kind kind : Question.Kind.values()) {
                if (name(kind).equals(word.toLowerCase(Locale.ROOT))) {
                    return kind;
                }
            }
            throw new TypeConversionException("there is no kind " + word + "; there are "
                    + EnumSet.allOf(Question.Kind.class).stream()
                            .map(Kinds::name)
                            .collect(Collectors.joining(", ")));
        }

        static String name(Question.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
