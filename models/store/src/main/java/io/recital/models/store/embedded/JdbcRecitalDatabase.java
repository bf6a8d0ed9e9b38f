package io.recital.models.store.embedded;

import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a superuser can do on the embedded server: the two roles, the database and its extensions. */
final class JdbcRecitalDatabase {
    private static final List<String> EXTENSIONS = List.of("vector", "pg_trgm", "unaccent", "btree_gin");

    private final JdbcClient server;

    JdbcRecitalDatabase(String serverUrl) {
        this.server = client(serverUrl);
    }

    /** Makes what is missing; changes nothing on a server that has it all. */
    void prepare(String database, String databaseUrl, ServerSecrets secrets) {
        prepareRole("recital_owner", secrets.owner());
        prepareRole("recital_app", secrets.app());
        if (!exists("select count(*) from pg_database where datname = :name", database)) {
            execute(server, "create database %I owner recital_owner", database);
        }
        JdbcClient inDatabase = client(databaseUrl);
        for (String extension : EXTENSIONS) {
            execute(inDatabase, "create extension if not exists %I", extension);
            execute(inDatabase, "alter extension %I update", extension);
        }
    }

    private void prepareRole(String role, String password) {
        if (!exists("select count(*) from pg_roles where rolname = :name", role)) {
            execute(
                    server,
                    "create role %I login nosuperuser nocreatedb nocreaterole nobypassrls password %L",
                    role,
                    password);
        }
    }

    private boolean exists(String count, String name) {
        return server.sql(count).param("name", name).query(Long.class).single() > 0;
    }

    /** Runs a statement that takes no parameters; the server itself quotes what goes into it. */
    private static void execute(JdbcClient client, String template, String... names) {
        String statement = client.sql("select format(:template, variadic :names::text[])")
                .param("template", template)
                .param("names", names)
                .query(String.class)
                .single();
        client.sql(statement).update();
    }

    private static JdbcClient client(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return JdbcClient.create(dataSource);
    }
}
