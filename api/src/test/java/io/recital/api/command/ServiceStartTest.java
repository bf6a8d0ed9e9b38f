package io.recital.api.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.recital.api.RecitalService;
import io.recital.api.ServiceLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try")
class ServiceStartTest {
    @TempDir
    private Path folder;

    @Test
    void aCommandWaitsForTheServiceThatIsStarting() throws Exception {
        HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        starting.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        try (ServiceLock lock = ServiceLock.tryAcquire(folder).orElseThrow()) {
            CompletableFuture<URI> found = CompletableFuture.supplyAsync(() -> {
                try (Service service = Service.connect(folder, Duration.ofSeconds(30))) {
                    return service.client().address();
                }
            });
            Thread.sleep(600);
            assertThat(found).isNotDone();

            starting.start();
            URI address = URI.create("http://127.0.0.1:" + starting.getAddress().getPort());
            note("cli.key", "rk_test");
            note(RecitalService.ADDRESS_FILE, address.toString());

            assertThat(found.get()).isEqualTo(address);
        } finally {
            starting.stop(0);
        }
    }

    @Test
    void oneThatNeverAnswersIsNamedInOneSentence() {
        try (ServiceLock lock = ServiceLock.tryAcquire(folder).orElseThrow()) {
            assertThatThrownBy(() -> Service.connect(folder, Duration.ofMillis(10)))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("has not answered")
                    .hasMessageContaining("stop it");
            assertThatThrownBy(() -> RecitalService.start(folder, 0))
                    .hasMessageContaining("is in use by another Recital process");
        }
    }

    @Test
    void aLockIsFreeAgainWhenItsServiceEnds() {
        ServiceLock.tryAcquire(folder).orElseThrow().close();

        try (ServiceLock lock = ServiceLock.tryAcquire(folder).orElseThrow()) {
            assertThat(ServiceLock.tryAcquire(folder)).isEmpty();
        }
    }

    private void note(String file, String text) throws IOException {
        Files.write(folder.resolve(file), (text + "\n").getBytes(UTF_8));
    }
}
