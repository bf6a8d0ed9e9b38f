package io.recital.eval.clauses;

import io.recital.eval.EvalException;
import io.recital.extraction.onnx.StatedLevers;
import io.recital.extraction.rules.lever.LeverExtractor;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The files of a folder in CUAD's layout as the service reads them. */
public final class CuadReadings {
    private final Path texts;
    private final Segmenter segmenter = new Segmenter();
    private final LeverExtractor levers = new LeverExtractor();
    private final Map<String, StatedLevers> found = new HashMap<>();

    /** @param texts the folder of the files */
    public CuadReadings(Path texts) {
        this.texts = texts;
    }

    ContractReading read(String file) {
        if (!(new FileParser().parse(texts.resolve(file), file) instanceof ParseOutcome.Parsed parsed)) {
            throw new EvalException(file + " cannot be parsed");
        }
        UUID id = UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8));
        return new ContractReading(
                id, id, file, TenantRole.UNKNOWN, parsed.document(), segmenter.segment(id, parsed.document()));
    }

    /** What the rules for levers find in a file. */
    public StatedLevers levers(String file) {
        return found.computeIfAbsent(file, name -> StatedLevers.of(read(name), levers));
    }
}
