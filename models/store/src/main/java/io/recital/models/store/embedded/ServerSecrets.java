package io.recital.models.store.embedded;

import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The generated passwords of the embedded server's three roles, kept in a file that only its owner can read. */
record ServerSecrets(String superuser, String owner, String app) {
    private static final int PASSWORD_BYTES = 24;

    static ServerSecrets generate() {
        return new ServerSecrets(password(), password(), password());
    }

    static ServerSecrets read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Category.SERVER,
                    "The passwords of the embedded database cannot be read from %s; restore that file from the backup of the data directory"
                            .formatted(file),
                    e);
        }
        return new ServerSecrets(
                get(properties, "superuser", file), get(properties, "owner", file), get(properties, "app", file));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("superuser", superuser);
        properties.setProperty("owner", owner);
        properties.setProperty("app", app);
        Path aside = newPrivateFile(file.resolveSibling(file.getFileName() + ".new"));
        try (Writer out = Files.newBufferedWriter(aside)) {
            properties.store(out, "Passwords of the embedded database's roles");
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new empty file with mode 0600, in place of one that an interrupted start may have left. */
    static Path newPrivateFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public String toString() {
        return "ServerSecrets[…]";
    }

    private static String get(Properties properties, String name, Path file) {
        String password = properties.getProperty(name);
        if (password == null) {
            throw new StoreException(
                    StoreException.Category.SERVER,
                    "The file %s lacks the password '%s'; restore it from the backup of the data directory"
                            .formatted(file, name));
        }
        return password;
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
