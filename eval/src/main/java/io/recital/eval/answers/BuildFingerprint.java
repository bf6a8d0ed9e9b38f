package io.recital.eval.answers;

import io.recital.eval.EvalException;
import io.recital.models.evidence.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Eight characters that are others as soon as the code that reads documents is, or a document. */
final class BuildFingerprint {
    private final MessageDigest digest = Sha256.digest();

    private BuildFingerprint() {}

    /** @param parts a class of each module that what is stored depends on */
    static String of(List<Class<?>> parts, List<Path> documents) {
        BuildFingerprint fingerprint = new BuildFingerprint();
        try {
            for (Class<?> part : parts) {
                fingerprint.add(Path.of(
                        part.getProtectionDomain().getCodeSource().getLocation().toURI()));
            }
            for (Path document : documents) {
                fingerprint.addFile(document.getFileName().toString(), document);
            }
        } catch (IOException | URISyntaxException e) {
            throw new EvalException("The build's own files cannot be read; build again", e);
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest()).substring(0, 8);
    }

    /** A jar's entries by name and checksum: the times in it change with every build. */
    private void add(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    addFile(source.relativize(file).toString(), file);
                }
            }
            return;
        }
        try (ZipFile jar = new ZipFile(source.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().startsWith("META-INF/")) {
                    digest.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void addFile(String name, Path file) throws IOException {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }
}
