package io.recital.eval.bench.pipeline;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.embedding.Embedding;
import io.recital.eval.bench.pipeline.PipelineReport.Figure;
import io.recital.eval.bench.pipeline.PipelineReport.Rate;
import io.recital.eval.bench.pipeline.PipelineReport.Stage;
import io.recital.eval.bench.pipeline.Turns.Spent;
import io.recital.eval.bench.timing.ServerProcesses;
import io.recital.eval.bench.timing.Times;
import io.recital.eval.retrieval.Question;
import io.recital.eval.retrieval.RetrievalScores;
import io.recital.eval.retrieval.RetrievalScores.AtDepth;
import io.recital.eval.retrieval.RetrievalSet;
import io.recital.eval.retrieval.RetrievedPassage;
import io.recital.eval.retrieval.SearchedCorpus;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ingests the same documents with our pipeline and the stock one, by turns, and asks both the same questions. */
public final class PipelineBench {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineBench.class);
    private static final int WANTED = 64;
    private static final Set<Integer> DEPTHS = Set.of(1, 8, 64);
    private static final String STOCK = "stock";
    private static final String OURS = "ours";
    private static final String FINDINGS = "findings";

    private final Path folder;
    private final Encoder encoder;
    private final RememberingEncoder remembering;

    /** @param folder for what is needed on disk */
    public PipelineBench(Path folder, Encoder encoder) {
        this.folder = folder;
        this.encoder = encoder;
        this.remembering = new RememberingEncoder(encoder);
    }

    /**
     * Ingests the set with both, then asks both.
     *
     * @param source where the set comes from, in words
     * @param family how many documents are made of each contract to measure the ingestion of families
     * @param today the day on which the questions are asked
     */
    public PipelineReport measure(RetrievalSet set, String source, int family, LocalDate today) {
        List<TextFile> files = set.paths().stream().map(TextFile::read).toList();
        List<String> questions = set.questions().stream().map(Question::query).toList();
        StockPipeline stock = new StockPipeline();
        Path dataDir = folder.resolve("database");
        List<Rate> rates = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        try (Database database = Database.open(DatabaseSettings.embedded(dataDir));
                ClauseClassifier classifier = ClauseClassifier.shipped()) {
            ServerProcesses server = new ServerProcesses(dataDir);
            LongSupplier processor = processor(server);
            OurIngestion findings =
                    new OurIngestion(database, "with findings", encoder, OfflineExtractors.with(classifier));
            warmUp(database, stock, files.get(0));
            rates.add(families(database, stock, processor, files, family));
            stock.clear();
            Map<String, Spent> spent = new Turns(processor)
                    .with(STOCK, stock::ingest)
                    .with(OURS, new OurIngestion(database, "contracts", remembering, List.of())::ingest)
                    .with(FINDINGS, findings::ingest)
                    .ingest(files);
            rates.add(rate("contracts as they are", files, spent, OURS));
            rates.add(rate("the same with all findings", files, spent, FINDINGS));
            LOG.info("Ingested: {}", rates);
            stages.addAll(new QuestionStages(database, findings.tenant(), encoder, server).measure(questions, today));
        }
        stock.locate(files);
        return new PipelineReport(source, questions.size(), rates, retrieval(set, stock, stages), stages);
    }

    private void warmUp(Database database, StockPipeline stock, TextFile file) {
        stock.ingest(List.of(file));
        stock.clear();
        new OurIngestion(database, "warm-up", encoder, List.of()).ingest(List.of(file));
    }

    private Rate families(
            Database database, StockPipeline stock, LongSupplier processor, List<TextFile> contracts, int size) {
        List<TextFile> files = contracts.stream()
                .flatMap(contract -> MadeFamily.of(contract, size, folder.resolve("families")).stream())
                .toList();
        Map<String, Spent> spent = new Turns(processor)
                .with(STOCK, stock::ingest)
                .with(OURS, new OurIngestion(database, "families", encoder, List.of())::ingest)
                .ingest(files);
        return rate("families made of them, %d documents each".formatted(size), files, spent, OURS);
    }

    private static Rate rate(String of, List<TextFile> files, Map<String, Spent> spent, String pipeline) {
        Spent ours = requireNonNull(spent.get(pipeline));
        Spent stock = requireNonNull(spent.get(STOCK));
        long characters = TextFile.characters(files);
        return new Rate(
                of,
                files.size(),
                characters,
                (double) stock.clock() / ours.clock(),
                (double) stock.processor() / ours.processor(),
                characters / (ours.clock() / 1e9),
                characters / (stock.clock() / 1e9));
    }

    private List<Figure> retrieval(RetrievalSet set, StockPipeline stock, List<Stage> stages) {
        RetrievalScores ours = new RetrievalScores();
        RetrievalScores theirs = new RetrievalScores();
        List<Double> encoding = new ArrayList<>();
        List<Double> searching = new ArrayList<>();
        try (SearchedCorpus corpus = SearchedCorpus.of(set, remembering)) {
            for (Question question : set.questions()) {
                ours.add(question, corpus.search(question.query(), WANTED));
                long start = System.nanoTime();
                Embedding embedding = stock.encode(question.query());
                encoding.add(QuestionStages.millisSince(start));
                start = System.nanoTime();
                List<RetrievedPassage> found = stock.search(embedding, WANTED);
                searching.add(QuestionStages.millisSince(start));
                theirs.add(question, found);
            }
        }
        stages.add(new Stage(STOCK, "encoding", Times.of(encoding)));
        stages.add(new Stage(STOCK, "search", Times.of(searching)));
        return figures(ours, theirs);
    }

    private static List<Figure> figures(RetrievalScores ours, RetrievalScores theirs) {
        List<AtDepth> our = ours.atDepths(1);
        List<AtDepth> their = theirs.atDepths(1);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("right document first", 100 * ours.rightDocument(), 100 * theirs.rightDocument()));
        IntStream.range(0, our.size())
                .filter(i -> DEPTHS.contains(our.get(i).k()))
                .forEach(i -> {
                    figures.add(new Figure(
                            "precision at " + our.get(i).k(),
                            100 * our.get(i).precision().mean(),
                            100 * their.get(i).precision().mean()));
                    figures.add(new Figure(
                            "recall at " + our.get(i).k(),
                            100 * our.get(i).recall().mean(),
                            100 * their.get(i).recall().mean()));
                });
        return figures;
    }

    private static LongSupplier processor(ServerProcesses server) {
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return () -> process.getProcessCpuTime() + server.processorNanos().orElse(0);
    }
}
