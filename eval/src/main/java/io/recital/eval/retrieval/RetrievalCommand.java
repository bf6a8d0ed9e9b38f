package io.recital.eval.retrieval;

import io.recital.eval.EvalException;
import io.recital.eval.clauses.Company;
import io.recital.eval.embedding.CachedEncoder;
import io.recital.eval.questions.QuestionWordings;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;

/** {@code eval retrieval}: how much of what answers a question is found, and how much else with it. */
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Measures search on a folder in LegalBench-RAG's layout (txt/, retrieval.json).")
public final class RetrievalCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RetrievalCommand.class);
    private static final int WANTED = 64;
    private static final int REPORTED = 100;
    /** The intervals' own seed, so that they do not change with the sample's. */
    private static final long RESAMPLING_SEED = 1;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with txt/ and retrieval.json.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--filter", paramLabel = "document", description = "Tell search the right document.")
    private @Nullable String filter;

    @Option(names = "--sample", paramLabel = "N", description = "Ask N questions, drawn at random.")
    private @Nullable Integer sample;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the sample (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--fold",
            paramLabel = "0-4",
            description = "Ask only about the companies of one fold; 0 is held out, 1 is for choosing.")
    private @Nullable Integer fold;

    @Option(
            names = "--paraphrases",
            paramLabel = "tuning|held-out",
            description = "Ask in other words as well, and say what is lost.")
    private @Nullable String paraphrases;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "Keep the ingested documents there and use them again; they are thrown away otherwise.")
    private @Nullable Path kept;

    @Option(
            names = "--documents",
            defaultValue = "all",
            paramLabel = "all|referenced",
            description = "Search all documents, or only those that the questions are about: quicker, and easier.")
    @SuppressWarnings("NullAway.Init")
    private String documents;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Write what was found, a JSON line a question.")
    private @Nullable Path predictions;

    @Option(names = "--cache", paramLabel = "DIR", description = "Where vectors are kept between runs.")
    private Path cache = CachedEncoder.defaultDirectory();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        checkOptions();
        RetrievalSet all = RetrievalSet.read(data);
        RetrievalSet ofFold = fold == null ? all : all.ofFold(fold);
        RetrievalSet sampled = sample == null ? ofFold : ofFold.sample(sample, seed);
        RetrievalSet measured = documents.equals("all") ? sampled : sampled.withReferencedFiles();
        if (measured.questions().isEmpty()) {
            throw new EvalException("No question is about a company of fold " + fold + "; give another --fold");
        }
        try (Encoder encoder = new Encoder();
                CachedEncoder cached = new CachedEncoder(encoder, cache);
                SearchedCorpus corpus = kept == null
                        ? SearchedCorpus.of(measured, cached)
                        : SearchedCorpus.keptIn(kept, measured, cached)) {
            RetrievalScores asWorded = ask(measured.questions(), corpus, predictions);
            List<RetrievalReport> reports = new ArrayList<>();
            reports.add(report(all, measured, corpus, asWorded, cached.modelId()));
            if (paraphrases != null) {
                List<Question> reworded = new Paraphrases(part(paraphrases)).of(measured.questions());
                RetrievalScores inOtherWords = ask(reworded, corpus, null);
                reports.add(report(all, measured, corpus, inOtherWords, cached.modelId()));
            }
            print(reports);
        }
        return 0;
    }

    private static QuestionWordings.Part part(String name) {
        return name.equals("tuning") ? QuestionWordings.Part.TUNING : QuestionWordings.Part.HELD_OUT;
    }

    private void checkOptions() {
        if (filter != null && !filter.equals("document")) {
            throw new EvalException("There is no filter " + filter + "; leave --filter out or give document");
        }
        if (sample != null && sample < 1) {
            throw new EvalException("A sample holds at least one question; give a larger --sample");
        }
        if (fold != null && (fold < 0 || fold >= Company.FOLDS)) {
            throw new EvalException("Folds are counted from 0 to " + (Company.FOLDS - 1) + "; give one of these");
        }
        if (paraphrases != null && !List.of("tuning", "held-out").contains(paraphrases)) {
            throw new EvalException("Give tuning or held-out as --paraphrases, not " + paraphrases);
        }
        if (!List.of("all", "referenced").contains(documents)) {
            throw new EvalException("Give all or referenced as --documents, not " + documents);
        }
    }

    private RetrievalScores ask(List<Question> questions, SearchedCorpus corpus, @Nullable Path predictions) {
        RetrievalScores scores = new RetrievalScores();
        try (RetrievalPredictions lines = predictions == null ? null : new RetrievalPredictions(predictions)) {
            long start = System.nanoTime();
            for (int i = 0; i < questions.size(); i++) {
                Question question = questions.get(i);
                List<RetrievedPassage> results = filter == null
                        ? corpus.search(question.query(), WANTED)
                        : corpus.searchIn(question.file(), question.query(), WANTED);
                scores.add(question, results);
                if (filter == null) {
                    scores.addScope(question, corpus.scopeOf(question.query()));
                }
                if (lines != null) {
                    lines.add(question, results);
                }
                if ((i + 1) % REPORTED == 0) {
                    long left = (System.nanoTime() - start) / (i + 1) * (questions.size() - i - 1);
                    LOG.info(
                            "Asked {} of {} questions; time left: {} s", i + 1, questions.size(), left / 1_000_000_000);
                }
            }
        }
        return scores;
    }

    private RetrievalReport report(
            RetrievalSet all, RetrievalSet measured, SearchedCorpus corpus, RetrievalScores scores, String encoder) {
        return new RetrievalReport(
                measured.questions().size(),
                all.questions().size(),
                scores.documents(),
                corpus.documents(),
                all.files().size(),
                corpus.passages(),
                measured.files().size() - corpus.documents(),
                filter == null ? "none" : filter,
                documents,
                encoder,
                seed,
                scores.narrowed(),
                scores.narrowedRightly(),
                scores.rightDocument(),
                scores.atDepths(RESAMPLING_SEED));
    }

    private void print(List<RetrievalReport> reports) {
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(reports.size() == 1 ? reports.get(0) : reports));
            return;
        }
        reports.get(0).print(System.out);
        for (RetrievalReport reworded : reports.subList(1, reports.size())) {
            System.out.printf("%nIn other words (%s):%n", paraphrases);
            reworded.print(System.out);
            reworded.printLoss(System.out, reports.get(0));
        }
    }
}
