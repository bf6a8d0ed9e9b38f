package io.recital.api.assembly;

import io.recital.api.security.FirstStart;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, its repositories, and what a first start makes. */
@Configuration(proxyBeanMethods = false)
class StoreAssembly {
    @Bean(destroyMethod = "close")
    Database database(ServiceSettings settings) {
        Database database = Database.open(DatabaseSettings.from(System.getenv(), settings.dataDir()));
        database.stopOnlyWhenClosed();
        return database;
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    Tenancy tenancy(Database database) {
        return database.tenancy();
    }

    @Bean
    Repositories repositories(DataSource dataSource) {
        return Repositories.over(dataSource);
    }

    @Bean
    FirstStart firstStart(Repositories repositories, ServiceSettings settings) {
        FirstStart firstStart = new FirstStart(
                repositories.tenants(), repositories.apiKeys(), new FirstStart.CliKey(settings.dataDir()));
        firstStart.prepare();
        return firstStart;
    }
}
