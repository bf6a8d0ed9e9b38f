package io.recital.eval.retrieval;

import io.recital.eval.EvalException;
import io.recital.eval.embedding.CachedEncoder;
import io.recital.models.inference.Encoder;
import java.io.IOException;
import java.nio.file.Path;
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
        RetrievalSet sampled = sample == null ? all : all.sample(sample, seed);
        RetrievalSet measured = documents.equals("all") ? sampled : sampled.withReferencedFiles();
        try (Encoder encoder = new Encoder();
                CachedEncoder cached = new CachedEncoder(encoder, cache);
                SearchedCorpus corpus = SearchedCorpus.of(measured, cached)) {
            corpus.prepare(measured.questions());
            print(report(all, measured, corpus, ask(measured.questions(), corpus), cached.modelId()));
        }
        return 0;
    }

    private void checkOptions() {
        if (filter != null && !filter.equals("document")) {
            throw new EvalException("There is no filter " + filter + "; leave --filter out or give document");
        }
        if (sample != null && sample < 1) {
            throw new EvalException("A sample holds at least one question; give a larger --sample");
        }
        if (!List.of("all", "referenced").contains(documents)) {
            throw new EvalException("Give all or referenced as --documents, not " + documents);
        }
    }

    private RetrievalScores ask(List<Question> questions, SearchedCorpus corpus) {
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

    private void print(RetrievalReport report) {
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            report.print(System.out);
        }
    }
}
