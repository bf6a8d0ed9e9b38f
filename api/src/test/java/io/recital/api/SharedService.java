package io.recital.api;

import io.recital.api.assembly.RecitalApplication;
import io.recital.models.store.Repositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One service for all tests that need no settings of their own; each class makes a tenant of its own. */
final class SharedService {
    private static final ConfigurableApplicationContext SERVICE = start();

    private SharedService() {}

    static URI address() {
        return URI.create("http://127.0.0.1:" + SERVICE.getEnvironment().getProperty("local.server.port"));
    }

    static ApiClient newTenant() {
        return new ApiClient(address(), newKey());
    }

    /** A tenant that the command line, too, finds in this data directory. */
    static ApiClient newTenant(Path dataDir) {
        String key = newKey();
        try {
            Files.createDirectories(dataDir);
            Files.writeString(dataDir.resolve(RecitalService.ADDRESS_FILE), address() + "\n");
            Files.writeString(dataDir.resolve("cli.key"), key + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ApiClient(address(), key);
    }

    private static String newKey() {
        Repositories store = SERVICE.getBean(Repositories.class);
        UUID tenant =
                store.tenants().findOrCreate("Tenant " + UUID.randomUUID()).id();
        return store.apiKeys().issue(tenant, "test");
    }

    private static ConfigurableApplicationContext start() {
        try {
            Path dataDir = Files.createTempDirectory("recital-api-test");
            ConfigurableApplicationContext service = new SpringApplicationBuilder(RecitalApplication.class)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .run("--recital.data-dir=" + dataDir, "--server.port=0");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAndDelete(service, dataDir)));
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAndDelete(ConfigurableApplicationContext service, Path dataDir) {
        service.close();
        try {
            FileSystemUtils.deleteRecursively(dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
