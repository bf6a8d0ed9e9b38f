package io.recital.eval.bench;

import io.recital.eval.EvalException;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * The contracts that extraction is timed on, parsed and cut into clauses beforehand.
 *
 * @param source where they come from, in words
 */
record BenchContracts(String source, List<ContractReading> readings) {
    BenchContracts {
        readings = List.copyOf(readings);
        if (readings.isEmpty()) {
            throw new EvalException("None of the files of " + source + " can be read as a contract");
        }
    }

    /** The samples that ship. */
    static BenchContracts samples(int most) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("recital-bench");
            List<Path> files = SamplePortfolio.load().copyTo(folder);
            return new BenchContracts("the samples", parse(files, most));
        } catch (IOException e) {
            throw new EvalException("The samples cannot be copied to the temporary folder", e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    /** Text files of a folder, drawn by the seed. */
    static BenchContracts ofFolder(Path folder, int most, long seed) {
        List<Path> files = new ArrayList<>(BenchTexts.filesIn(folder));
        Collections.shuffle(files, new Random(seed));
        return new BenchContracts(folder.toString(), parse(files, most));
    }

    private static List<ContractReading> parse(List<Path> files, int most) {
        FileParser parser = new FileParser();
        Segmenter segmenter = new Segmenter();
        List<ContractReading> readings = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (readings.size() < most && parser.parse(file, name) instanceof ParseOutcome.Parsed parsed) {
                UUID id = UUID.nameUUIDFromBytes(file.toString().getBytes(StandardCharsets.UTF_8));
                readings.add(new ContractReading(
                        id, id, name, TenantRole.UNKNOWN, parsed.document(), segmenter.segment(id, parsed.document())));
            }
        }
        return readings;
    }
}
