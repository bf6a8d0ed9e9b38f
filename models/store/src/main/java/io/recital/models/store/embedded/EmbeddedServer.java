package io.recital.models.store.embedded;

import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Our own durable PostgreSQL server on a data directory, from start to clean stop. */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "recital";

    private final DataDirectoryLock lock;
    private final Postmaster postmaster;
    private final ServerSecrets secrets;
    private final int port;
    private final Thread shutdownHook = new Thread(this::stop, "stop-database");
    private boolean stopped;

    private EmbeddedServer(DataDirectoryLock lock, Postmaster postmaster, ServerSecrets secrets, int port) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.secrets = secrets;
        this.port = port;
    }

    /**
     * Starts the server on the directory, which is made where it is missing, with the database {@code recital}, both
     * roles and all extensions in it.
     *
     * @throws StoreException when another process uses the directory, or the server cannot be found or started
     */
    public static EmbeddedServer start(Path directory) {
        try {
            Path dataDir = existing(directory);
            DataDirectoryLock lock = DataDirectoryLock.acquire(dataDir);
            try {
                return start(dataDir, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Category.SERVER,
                    "The embedded database cannot use the data directory %s: %s".formatted(directory, e),
                    e);
        }
    }

    private static EmbeddedServer start(Path dataDir, DataDirectoryLock lock) throws IOException {
        long begun = System.nanoTime();
        ServerTools tools = ServerTools.find(dataDir);
        Cluster cluster = new Cluster(dataDir);
        Postmaster postmaster = new Postmaster(tools, cluster);
        postmaster.stopOrphan();
        ServerSecrets secrets = cluster.prepare(tools);
        EmbeddedServer server = new EmbeddedServer(lock, postmaster, secrets, postmaster.start());
        Runtime.getRuntime().addShutdownHook(server.shutdownHook);
        server.prepareDatabase();
        log.info("The database in {} started in {} ms", dataDir, (System.nanoTime() - begun) / 1_000_000);
        return server;
    }

    private void prepareDatabase() {
        try {
            new JdbcRecitalDatabase(url("postgres", "postgres", secrets.superuser()))
                    .prepare(DATABASE, superuserUrl(), secrets);
        } catch (DataAccessException e) {
            close();
            throw new StoreException(
                    StoreException.Category.SERVER,
                    "The embedded database in %s runs, but its roles and extensions cannot be prepared; were postgres and postgres.secrets made together?"
                            .formatted(postmaster.cluster().dataDir()),
                    e);
        }
    }

    /** JDBC URL, with password, of the role that serves. */
    public String appUrl() {
        return url(DATABASE, "recital_app", secrets.app());
    }

    /** JDBC URL, with password, of the role that owns the tables. */
    public String ownerUrl() {
        return url(DATABASE, "recital_owner", secrets.owner());
    }

    /** JDBC URL, with password, of the server's superuser: for tests and repairs, never for serving. */
    public String superuserUrl() {
        return url(DATABASE, "postgres", secrets.superuser());
    }

    public int port() {
        return port;
    }

    /** Leaves stopping to {@link #close()}, for a service that ends its own work first when the JVM ends. */
    public void stopOnlyWhenClosed() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            log.debug("The JVM is ending already; its shutdown hook stops the database");
        }
    }

    /** Stops the server, all of whose committed data is on disk already, and frees the data directory. */
    @Override
    public void close() {
        stop();
        stopOnlyWhenClosed();
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try (lock) {
            if (postmaster.running()) {
                postmaster.stop();
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Category.SERVER, "The embedded database did not stop cleanly", e);
        }
    }

    private String url(String database, String user, String password) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&user=" + user + "&password="
                + password;
    }

    private static Path existing(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return directory.toRealPath();
    }
}
