package io.recital.models.store;

import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single connections to a URL, for tests that look at the server from outside. */
public final class Connections {
    private Connections() {}

    public static JdbcClient to(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return JdbcClient.create(dataSource);
    }
}
