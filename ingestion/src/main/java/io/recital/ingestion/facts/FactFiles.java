package io.recital.ingestion.facts;

import io.recital.models.fact.Facts;
import io.recital.models.fact.FeedMapping;
import io.recital.models.fact.PerformanceFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads files of performance facts into memory, for where they are few. */
public final class FactFiles {
    private FactFiles() {}

    /** All facts of the files in a folder, in the order of the files' names. */
    public static FactReading read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return read(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /** All facts of some files. */
    public static FactReading read(List<Path> files) throws IOException {
        List<PerformanceFact> facts = new ArrayList<>();
        FactReport report = new FactImport(
                        FeedMapping.NONE, batch -> batch.forEach(sourced -> facts.add(sourced.fact())))
                .read(files);
        return new FactReading(Facts.of(facts), report.refused());
    }
}
