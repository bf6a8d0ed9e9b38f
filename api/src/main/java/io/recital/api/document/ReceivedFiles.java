package io.recital.api.document;

import io.recital.api.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded files on disk under their own names, for as long as it takes to keep them. */
public final class ReceivedFiles implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final List<Path> paths;

    private ReceivedFiles(Path folder, List<Path> paths) {
        this.folder = folder;
        this.paths = List.copyOf(paths);
    }

    /** Keeps the files of a request; without any the request is refused. */
    public static ReceivedFiles of(List<MultipartFile> files) {
        if (files.isEmpty()) {
            throw ProblemException.badRequest("Send at least one file in the field 'files'.");
        }
        try {
            Path folder = Files.createTempDirectory("recital-upload");
            List<Path> paths = new ArrayList<>();
            for (MultipartFile file : files) {
                Path own = Files.createDirectory(folder.resolve(String.valueOf(paths.size())));
                Path path = own.resolve(nameOf(file));
                file.transferTo(path);
                paths.add(path);
            }
            return new ReceivedFiles(folder, paths);
        } catch (IOException e) {
            throw new UncheckedIOException("Uploaded files cannot be written to the temporary folder", e);
        }
    }

    public List<Path> paths() {
        return paths;
    }

    /** The last part of the name that the client gave, without what a file system or a log might stumble over. */
    private static String nameOf(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            return "unnamed";
        }
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files in " + folder + " cannot be removed", e);
        }
    }
}
