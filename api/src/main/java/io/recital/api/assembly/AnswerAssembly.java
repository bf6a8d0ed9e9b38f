package io.recital.api.assembly;

import dev.langchain4j.model.chat.ChatModel;
import io.recital.models.inference.Encoder;
import io.recital.models.ledger.catalogue.Checks;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.brief.Briefs;
import io.recital.performance.calendar.Calendars;
import io.recital.performance.comparison.Comparisons;
import io.recital.performance.ledger.Ledgers;
import io.recital.performance.ledger.StoredInputs;
import io.recital.performance.obligation.Occurrences;
import io.recital.performance.scorecard.Scorecards;
import io.recital.retrieval.answer.AnswerWriter;
import io.recital.retrieval.answer.Answers;
import io.recital.retrieval.search.ExcerptSearch;
import io.recital.retrieval.search.JdbcNames;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From questions to answers, and from findings to scorecards and comparisons. */
@Configuration(proxyBeanMethods = false)
class AnswerAssembly {
    @Bean
    Answers answers(
            Tenancy tenancy,
            Repositories store,
            DataSource dataSource,
            Encoder encoder,
            Ledgers ledgers,
            Optional<ChatModel> chatModel,
            ServiceSettings settings) {
        return new Answers(
                tenancy,
                store,
                ExcerptSearch.over(dataSource, encoder),
                new JdbcNames(dataSource),
                encoder,
                ledgers,
                chatModel.map(model -> new AnswerWriter(model, settings.llm().model())));
    }

    @Bean
    Scorecards scorecards(Repositories store, Tenancy tenancy) {
        return new Scorecards(store, tenancy, new StoredInputs(store));
    }

    @Bean
    Ledgers ledgers(Repositories store, Tenancy tenancy, Clock clock) {
        return new Ledgers(store.ledger(), tenancy, new StoredInputs(store), Checks.all(), clock);
    }

    @Bean
    Occurrences occurrences(Repositories store, Tenancy tenancy, Clock clock) {
        return new Occurrences(store.occurrences(), tenancy, new StoredInputs(store), clock);
    }

    @Bean
    Calendars calendars(Repositories store, Tenancy tenancy, Ledgers ledgers, Clock clock) {
        return new Calendars(store.calendarFeeds(), tenancy, ledgers, clock);
    }

    @Bean
    Comparisons comparisons(Repositories store, Tenancy tenancy) {
        return new Comparisons(store, tenancy);
    }

    @Bean
    Briefs briefs(Ledgers ledgers, Comparisons comparisons) {
        return new Briefs(ledgers, comparisons);
    }
}
