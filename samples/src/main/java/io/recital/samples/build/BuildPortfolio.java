package io.recital.samples.build;

import io.recital.samples.SampleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds each portfolio from its sources and says what does not hold in them; {@code samples/build.sh} runs it. */
public final class BuildPortfolio {
    private BuildPortfolio() {}

    /**
     * Takes the folders of the portfolios; one that has no sources is passed over.
     *
     * <p>The property {@code samples.folder} names another folder instead, {@code samples.family} the only counterparty
     * whose sources are built and checked; the files that all counterparties share are then left as they are.
     */
    public static void main(String[] folders) throws IOException {
        Optional<String> family = Optional.ofNullable(System.getProperty("samples.family"));
        List<Path> chosen = Optional.ofNullable(System.getProperty("samples.folder")).stream()
                .map(Path::of)
                .toList();
        int complaints = 0;
        boolean found = false;
        for (Path folder :
                chosen.isEmpty() ? Arrays.stream(folders).map(Path::of).toList() : chosen) {
            boolean wanted = family.isEmpty()
                    || Files.isDirectory(folder.resolve("sources").resolve(family.get()));
            if (Files.isDirectory(folder.resolve("sources")) && wanted) {
                found = true;
                complaints += build(folder.normalize(), family);
            }
        }
        if (!found) {
            throw new SampleException(
                    SampleException.Category.SOURCE,
                    "There are no sources to build: check the folder, and the name in samples.family");
        }
        if (complaints > 0) {
            throw new SampleException(
                    SampleException.Category.SOURCE,
                    "The sources do not hold in " + complaints + " places: correct what is listed above");
        }
    }

    private static int build(Path folder, Optional<String> family) throws IOException {
        PortfolioBuild build = new PortfolioBuild(folder, folder, family);
        build.run();
        build.notes().forEach(System.out::println);
        int count = 0;
        for (Map.Entry<String, List<String>> entry : build.complaints().entrySet()) {
            System.out.println("== " + entry.getKey() + ": "
                    + (entry.getValue().isEmpty() ? "holds" : entry.getValue().size() + " to correct"));
            entry.getValue().forEach(System.out::println);
            count += entry.getValue().size();
        }
        if (count == 0 && family.isEmpty()) {
            write(folder, build.files());
            removeStaleDocuments(folder, build);
        }
        return count;
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    private static void removeStaleDocuments(Path folder, PortfolioBuild build) throws IOException {
        try (Stream<Path> documents = Files.list(folder.resolve("documents"))) {
            for (Path document : documents.toList()) {
                if (!build.documentFiles().contains(document.getFileName().toString())) {
                    Files.delete(document);
                }
            }
        }
    }
}
