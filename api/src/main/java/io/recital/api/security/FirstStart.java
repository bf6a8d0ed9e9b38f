package io.recital.api.security;

import io.recital.models.store.JdbcApiKeys;
import io.recital.models.store.JdbcTenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/** Makes what a new data directory needs: a tenant, a key for the command line, and the first key for people. */
public final class FirstStart {
    private static final String TENANT = "default";
    private static final String FIRST_KEY = "first";

    private final JdbcTenants tenants;
    private final JdbcApiKeys keys;
    private final CliKey cliKey;

    public FirstStart(JdbcTenants tenants, JdbcApiKeys keys, CliKey cliKey) {
        this.tenants = tenants;
        this.keys = keys;
        this.cliKey = cliKey;
    }

    /** Sees to it that the command line has a key that works. */
    public void prepare() {
        UUID tenant = tenants.findOrCreate(TENANT).id();
        boolean works = cliKey.find().flatMap(keys::findTenant).isPresent();
        if (!works) {
            cliKey.write(keys.issue(tenant, "command line"));
        }
    }

    /** The first key for people, once: empty when it was issued before. */
    public Optional<String> issueFirstKey() {
        UUID tenant = tenants.findOrCreate(TENANT).id();
        boolean issued = keys.list(tenant).stream().anyMatch(key -> key.name().equals(FIRST_KEY));
        return issued ? Optional.empty() : Optional.of(keys.issue(tenant, FIRST_KEY));
    }

    /** The key of the command line, in a file that only its owner may read. */
    public static final class CliKey {
        private final Path file;

        public CliKey(Path dataDir) {
            this.file = dataDir.resolve("cli.key");
        }

        /** The key; empty before the first start. */
        public Optional<String> find() {
            try {
                return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file + ": check its owner and mode", e);
            }
        }

        void write(String key) {
            try {
                Files.deleteIfExists(file);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(file, key + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + file + ": check its folder's owner and mode", e);
            }
        }
    }
}
