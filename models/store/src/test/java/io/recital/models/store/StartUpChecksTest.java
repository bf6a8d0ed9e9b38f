package io.recital.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.store.embedded.EmbeddedServer;
import io.recital.models.store.error.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An external server, played by an embedded one that an administrator has set up in a wrong way. */
class StartUpChecksTest {
    @TempDir
    static Path dataDir;

    static EmbeddedServer server;
    static JdbcClient administrator;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(dataDir);
        administrator = Connections.to(server.superuserUrl());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter role recital_app superuser             | ALTER ROLE recital_app NOSUPERUSER;",
                "alter role recital_app bypassrls             | ALTER ROLE recital_app NOBYPASSRLS;",
                "grant recital_owner to recital_app           | REVOKE recital_owner FROM recital_app;",
                "create table of_app (); alter table of_app owner to recital_app | ALTER TABLE public.of_app OWNER TO recital_owner;",
                "revoke create on schema public from pg_database_owner | GRANT CREATE ON SCHEMA public TO recital_owner;"
            })
    void refusesAWrongRoleAndOpensOnceItsStatementWasRun(String mistake, String statement) {
        administrator.sql(mistake).update();

        assertThatThrownBy(() -> open(server.appUrl(), server.ownerUrl()).close())
                .isInstanceOfSatisfying(StoreException.class, StartUpChecksTest::isSetUp)
                .hasMessageEndingWith("Run there, as its superuser: " + statement);

        administrator.sql(statement).update();
        open(server.appUrl(), server.ownerUrl()).close();
    }

    @Test
    void refusesADatabaseWithoutTheExtensionsAndNamesThemAll() {
        administrator.sql("create database bare owner recital_owner").update();

        assertThatThrownBy(() -> open(in("bare", server.appUrl()), in("bare", server.ownerUrl())))
                .isInstanceOfSatisfying(StoreException.class, StartUpChecksTest::isSetUp)
                .hasMessageEndingWith(
                        "CREATE EXTENSION vector; CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION btree_gin;");
        assertThat(Connections.to(in("bare", server.ownerUrl()))
                        .sql("select count(*) from pg_tables where schemaname = 'public'")
                        .query(Long.class)
                        .single())
                .as("nothing is migrated before the checks pass")
                .isZero();
    }

    @Test
    void refusesAnOldPgvectorWithTheUpdate() {
        String version = administrator
                .sql("select extversion from pg_extension where extname = 'vector'")
                .query(String.class)
                .single();
        pretendPgvector("0.7.4");

        assertThatThrownBy(() -> open(server.appUrl(), server.ownerUrl()).close())
                .hasMessageEndingWith("ALTER EXTENSION vector UPDATE;");

        pretendPgvector(version);
    }

    @Test
    void refusesToServeAsTheOwner() {
        assertThatThrownBy(() -> open(server.ownerUrl(), server.ownerUrl()))
                .isInstanceOfSatisfying(StoreException.class, StartUpChecksTest::isSetUp)
                .hasMessageContaining(
                        "RECITAL_DATABASE_URL logs in as 'recital_owner'; it must log in as 'recital_app'")
                .hasMessageContaining("CREATE ROLE recital_app LOGIN PASSWORD");
    }

    @Test
    void refusesAWrongPasswordWithoutSayingIt() {
        assertThatThrownBy(() -> open(server.appUrl() + "wrong", server.ownerUrl()))
                .isInstanceOfSatisfying(StoreException.class, StartUpChecksTest::isSetUp)
                .hasMessageContaining("check user, password and database")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void saysThatAnUnreachableServerMayBeTriedAgain() {
        String nobodyListens = "jdbc:postgresql://127.0.0.1:1/recital?user=recital_app";

        assertThatThrownBy(() -> open(nobodyListens, nobodyListens)).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.category()).isEqualTo(StoreException.Category.UNAVAILABLE);
            assertThat(e.retriable()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://localhost/recital, jdbc:postgresql:x, RECITAL_DATABASE_URL must",
        "jdbc:postgresql:x, '', RECITAL_DATABASE_OWNER_URL must"
    })
    void refusesWhatIsNoJdbcUrl(String appUrl, String ownerUrl, String message) {
        assertThatThrownBy(() -> DatabaseSettings.external(appUrl, ownerUrl))
                .isInstanceOfSatisfying(StoreException.class, StartUpChecksTest::isSetUp)
                .hasMessageContaining(message);
    }

    private static void pretendPgvector(String version) {
        administrator
                .sql("update pg_extension set extversion = :version where extname = 'vector'")
                .param("version", version)
                .update();
    }

    private static Database open(String appUrl, String ownerUrl) {
        return Database.open(DatabaseSettings.external(appUrl, ownerUrl));
    }

    private static String in(String database, String url) {
        return url.replace("/recital?", "/" + database + "?");
    }

    private static void isSetUp(StoreException e) {
        assertThat(e.category()).isEqualTo(StoreException.Category.SET_UP);
        assertThat(e.retriable()).isFalse();
    }
}
