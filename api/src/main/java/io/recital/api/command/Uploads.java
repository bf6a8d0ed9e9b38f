package io.recital.api.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that paths name, folders walked; what cannot be sent has its reason.
 *
 * @param skipped reason by path
 */
record Uploads(List<Upload> files, Map<String, String> skipped) {
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final long BATCH_BYTES = 64L * 1024 * 1024;
    private static final int BATCH_FILES = 25;

    static Uploads of(List<Path> paths) {
        List<Upload> files = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CommandException("There is no file or folder " + path);
            }
            walk(path, files, skipped);
        }
        files.sort(Comparator.comparing(file -> file.path().toString()));
        return new Uploads(files, skipped);
    }

    private static void walk(Path root, List<Upload> files, Map<String, String> skipped) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    consider(file, attributes, files, skipped);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    skipped.put(file.toString(), "It cannot be read: check its owner and mode.");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CommandException("The folder " + root + " cannot be read: check its owner and mode", e);
        }
    }

    private static void consider(
            Path file, BasicFileAttributes attributes, List<Upload> files, Map<String, String> skipped) {
        String name = file.getFileName().toString();
        if (!attributes.isRegularFile()) {
            return;
        }
        if (name.startsWith(".") || name.startsWith("~$")) {
            skipped.put(file.toString(), "It is a hidden or temporary file.");
        } else if (attributes.size() > MOST_BYTES) {
            skipped.put(
                    file.toString(),
                    "It has " + attributes.size() / (1024 * 1024) + " MB; the limit is 200 MB. Split the document.");
        } else if (!Files.isReadable(file)) {
            skipped.put(file.toString(), "It cannot be read: check its owner and mode.");
        } else {
            files.add(new Upload(file, name));
        }
    }

    /** In portions that one request can carry. */
    List<List<Upload>> batches() {
        List<List<Upload>> batches = new ArrayList<>();
        List<Upload> batch = new ArrayList<>();
        long bytes = 0;
        for (Upload file : files) {
            long size = file.path().toFile().length();
            if (!batch.isEmpty() && (batch.size() == BATCH_FILES || bytes + size > BATCH_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(file);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
