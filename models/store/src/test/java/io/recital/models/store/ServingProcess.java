package io.recital.models.store;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service of its own process, for tests that kill it: opens the database, writes a note and waits. */
final class ServingProcess {
    static final String READY = "ready";

    private ServingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        note(database, arguments[1]);
        System.out.println(READY);
        Thread.currentThread().join();
    }

    static void note(Database database, String body) {
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        owner.sql("create table if not exists restart_note (body text)").update();
        owner.sql("insert into restart_note values (:body)").param("body", body).update();
    }
}
