package io.recital.api.assembly;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.langchain4j.model.chat.ChatModel;
import io.recital.api.job.IngestionQueue;
import io.recital.extraction.cascade.Cascade;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.cascade.SecondOpinion;
import io.recital.extraction.llm.LlmBudget;
import io.recital.extraction.llm.LlmConnection;
import io.recital.extraction.llm.LlmExtractor;
import io.recital.extraction.llm.LlmPrice;
import io.recital.extraction.llm.LlmSettings;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.ingestion.document.DocumentParser;
import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.document.ParserSettings;
import io.recital.ingestion.job.Ingestion;
import io.recital.models.finding.Extractor;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** From files to findings: parser, encoder, extractors, and the durable line of jobs. */
@Configuration(proxyBeanMethods = false)
class ReadingAssembly {
    @Bean(destroyMethod = "close")
    Encoder encoder() {
        return new Encoder();
    }

    @Bean(destroyMethod = "close")
    DocumentParser documentParser(ServiceSettings settings) {
        return new DocumentParser(
                ParserSettings.standard().withDeadline(settings.parser().deadline()));
    }

    @Bean(destroyMethod = "close")
    ClauseClassifier clauseClassifier() {
        return ClauseClassifier.shipped();
    }

    /** Only where an endpoint is named: others inject an {@code Optional}. */
    @Bean
    @ConditionalOnProperty("recital.llm.base-url")
    ChatModel chatModel(ServiceSettings settings) {
        ServiceSettings.Llm llm = settings.llm();
        return LlmConnection.open(new LlmSettings(
                Objects.requireNonNullElse(llm.baseUrl(), ""),
                llm.model(),
                llm.apiKey(),
                llm.timeout(),
                llm.longestWait()));
    }

    @Bean
    Extractors extractors(ClauseClassifier classifier, Optional<ChatModel> chatModel, ServiceSettings settings) {
        return new Extractors(
                OfflineExtractors.with(classifier), chatModel.map(model -> secondOpinion(model, settings.llm())));
    }

    private static SecondOpinion secondOpinion(ChatModel model, ServiceSettings.Llm llm) {
        return new SecondOpinion(
                new LlmExtractor(model, llm.model(), llm.maxAnswerTokens()), budget(llm), llm.concurrency());
    }

    private static LlmBudget budget(ServiceSettings.Llm llm) {
        ServiceSettings.Price price = llm.price();
        if ((price.input() == null) != (price.output() == null)) {
            throw new IllegalArgumentException(
                    "Set both recital.llm.price.input and recital.llm.price.output, or neither");
        }
        return LlmBudget.of(
                llm.budget().tokens(),
                llm.budget().money(),
                price.input() == null || price.output() == null
                        ? null
                        : LlmPrice.of(price.input(), price.output(), price.currency()));
    }

    /** Who is asked first, and who on doubt. */
    record Extractors(List<Extractor> offline, Optional<SecondOpinion> second) {
        Extractors {
            offline = List.copyOf(offline);
        }

        /** All names and versions, so that a change of any of them is a new reading. */
        String version() {
            return Stream.concat(
                            offline.stream().map(Extractor::provenance),
                            second.stream().map(SecondOpinion::provenance))
                    .map(provenance -> provenance.extractor() + "/" + provenance.version())
                    .collect(Collectors.joining(" "));
        }
    }

    @Bean
    Ingestion ingestion(
            Tenancy tenancy, Repositories store, DocumentParser parser, Encoder encoder, Extractors extractors) {
        return new Ingestion(
                tenancy,
                store,
                new IncomingFiles(ExpansionLimits.STANDARD),
                parser::parse,
                encoder,
                new Cascade(extractors.offline(), extractors.second()),
                extractors.version());
    }

    @Bean
    IngestionQueue ingestionQueue(@Lazy SchedulerClient scheduler) {
        return new IngestionQueue(scheduler);
    }

    @Bean
    Task<String> ingestionTask(Ingestion ingestion) {
        return Tasks.oneTime(IngestionQueue.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(10)))
                .execute((instance, context) ->
                        ingestion.run(UUID.fromString(instance.getData()), UUID.fromString(instance.getId())));
    }
}
