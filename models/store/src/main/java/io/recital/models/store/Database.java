package io.recital.models.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.recital.models.store.embedded.EmbeddedServer;
import io.recital.models.store.error.StoreException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place where everything is kept: checked, migrated and open for work in the name of a tenant. */
public final class Database implements AutoCloseable {
    private static final int POOL_SIZE = 10;
    private static final int CONNECTION_TIMEOUT_MILLIS = 10_000;

    private final @Nullable EmbeddedServer server;
    private final DataSource ownerDataSource;
    private final HikariDataSource dataSource;
    private final Tenancy tenancy;

    private Database(@Nullable EmbeddedServer server, DataSource ownerDataSource, HikariDataSource dataSource) {
        this.server = server;
        this.ownerDataSource = ownerDataSource;
        this.dataSource = dataSource;
        this.tenancy = new Tenancy(dataSource);
    }

    /**
     * Opens the database: starts our own server where the settings say so, checks roles and extensions, and migrates.
     * Our own server stops at the latest when the JVM ends in an orderly way.
     *
     * @throws StoreException with the statement or command to run, when the database is not fit to serve
     */
    public static Database open(DatabaseSettings settings) {
        if (settings instanceof DatabaseSettings.Embedded embedded) {
            EmbeddedServer server = EmbeddedServer.start(embedded.dataDir());
            try {
                return open(server, server.appUrl(), server.ownerUrl());
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        }
        DatabaseSettings.External external = (DatabaseSettings.External) settings;
        return open(null, external.appUrl(), external.ownerUrl());
    }

    private static Database open(@Nullable EmbeddedServer server, String appUrl, String ownerUrl) {
        DataSource owner = single(ownerUrl);
        try {
            new JdbcServerChecks(owner, single(appUrl)).requireAll();
            migrate(owner);
            return new Database(server, owner, pool(appUrl));
        } catch (DataAccessException | HikariPool.PoolInitializationException e) {
            throw StoreFailures.explain(e);
        }
    }

    /** Connections of the role that serves. Outside {@link Tenancy} they see no customer's rows. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A client on {@link #dataSource()}, which takes part in the transactions of {@link Tenancy}. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Runs work in the name of a tenant. */
    public Tenancy tenancy() {
        return tenancy;
    }

    /** Connections of the role that owns the tables and sees every row: for migrations, maintenance and tests. */
    public DataSource ownerDataSource() {
        return ownerDataSource;
    }

    /** Our own server, when the database runs on one. */
    public Optional<EmbeddedServer> findServer() {
        return Optional.ofNullable(server);
    }

    /** Leaves stopping our own server to {@link #close()}, for a service that ends its own work first when the JVM ends. */
    public void stopOnlyWhenClosed() {
        if (server != null) {
            server.stopOnlyWhenClosed();
        }
    }

    @Override
    public void close() {
        dataSource.close();
        if (server != null) {
            server.close();
        }
    }

    private static void migrate(DataSource owner) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    StoreException.Category.SET_UP, "The database could not be migrated: " + e.getMessage(), e);
        }
    }

    private static DataSource single(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return dataSource;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("recital");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        // A connection serves tenants of any size: a plan that was kept for a small one reads a large one through.
        config.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
        config.addDataSourceProperty("ApplicationName", "recital");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Details of an error quote the row, and so contract text; they must not reach messages and logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
