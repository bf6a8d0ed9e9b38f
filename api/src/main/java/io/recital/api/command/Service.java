package io.recital.api.command;

import io.recital.api.RecitalService;
import io.recital.api.security.FirstStart.CliKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service that a command talks to: the one named by {@code RECITAL_URL}, the one whose address is noted in the data
 * directory once it has started, or one started in this process for as long as the command runs.
 */
final class Service implements AutoCloseable {
    /** It runs, but its database does not answer: another one on the same data directory would not help. */
    private static final int UNHEALTHY = 503;

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 300;

    private final ServiceClient client;
    private final @Nullable RecitalService own;

    private Service(ServiceClient client, @Nullable RecitalService own) {
        this.client = client;
        this.own = own;
    }

    static Service connect(Path dataDir) {
        String url = System.getenv("RECITAL_URL");
        if (url != null && !url.isBlank()) {
            return new Service(new ServiceClient(URI.create(url), key(dataDir)), null);
        }
        return connect(dataDir, LONGEST_START);
    }

    /** Finds the service that runs on a data directory, waits for one that is about to, or starts one. */
    static Service connect(Path dataDir, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        for (boolean first = true; ; first = false) {
            Optional<URI> running = findRunning(dataDir);
            if (running.isPresent()) {
                return new Service(new ServiceClient(running.get(), key(dataDir)), null);
            }
            Optional<RecitalService> own = RecitalService.tryStart(dataDir, 0);
            if (own.isPresent()) {
                return new Service(new ServiceClient(own.get().address(), key(dataDir)), own.get());
            }
            if (System.nanoTime() > end) {
                throw new CommandException("Another Recital process uses " + dataDir + " and has not answered within "
                        + longest.toSeconds() + " seconds: wait until it listens and try again, or stop it");
            }
            if (first) {
                System.err.println("Waiting for the service that starts on " + dataDir + " …");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("Interrupted", e);
        }
    }

    ServiceClient client() {
        return client;
    }

    /** The service in this process; null when it runs elsewhere. */
    @Nullable
    RecitalService own() {
        return own;
    }

    private static String key(Path dataDir) {
        String key = System.getenv("RECITAL_API_KEY");
        if (key != null && !key.isBlank()) {
            return key;
        }
        return new CliKey(dataDir)
                .find()
                .orElseThrow(() -> new CommandException(
                        "No API key: set RECITAL_API_KEY, or name the data directory of the service with --data-dir"));
    }

    private static Optional<URI> findRunning(Path dataDir) {
        Path note = dataDir.resolve(RecitalService.ADDRESS_FILE);
        try {
            if (!Files.exists(note)) {
                return Optional.empty();
            }
            URI address = URI.create(Files.readString(note).strip());
            return answers(address) ? Optional.of(address) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(URI address) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == UNHEALTHY;
        } catch (HttpConnectTimeoutException e) {
            return false;
        } catch (HttpTimeoutException e) {
            return true; // It listens, and waits for its database: it will say so itself.
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
