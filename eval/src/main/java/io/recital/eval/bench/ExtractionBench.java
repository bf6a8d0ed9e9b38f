package io.recital.eval.bench;

import com.sun.management.OperatingSystemMXBean;
import io.recital.extraction.cascade.Cascade;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.ingestion.embed.PassageTexts;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.Extractor;
import io.recital.models.inference.Encoder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What extraction costs beside embedding: every contract is embedded as ingestion does it, then read by all offline
 * extractors side by side as the service does it, then by each alone, contract by contract, over several rounds of one process.
 */
final class ExtractionBench {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractionBench.class);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Encoder encoder;
    private final BenchContracts contracts;
    private final int rounds;

    ExtractionBench(Encoder encoder, BenchContracts contracts, int rounds) {
        this.encoder = encoder;
        this.contracts = contracts;
        this.rounds = rounds;
    }

    ExtractionReport measure() {
        contracts.readings().forEach(this::embed);
        long heapBefore = ProcessMemory.heapAlive();
        OptionalLong before = ProcessMemory.resident();
        boolean peakIsOurs = ProcessMemory.forgetPeak();
        try (ClauseClassifier classifier = ClauseClassifier.shipped()) {
            List<Extractor> extractors = OfflineExtractors.with(classifier);
            ContractReader reader = new Cascade(extractors);
            contracts.readings().forEach(reading -> reader.read(unread(reading)));
            OptionalLong peak = peakIsOurs ? ProcessMemory.peak() : OptionalLong.empty();
            ExtractionReport.Memory memory =
                    new ExtractionReport.Memory(bytes(before), bytes(peak), heapBefore, ProcessMemory.heapAlive());
            return ExtractionReport.of(contracts, runs(extractors, reader), memory);
        }
    }

    private List<ContractRuns> runs(List<Extractor> extractors, ContractReader reader) {
        List<ContractRuns> runs = contracts.readings().stream()
                .map(reading -> new ContractRuns(reading, new ArrayList<>()))
                .toList();
        for (int round = 1; round <= rounds; round++) {
            for (ContractRuns contract : runs) {
                contract.times().add(time(contract.reading(), extractors, reader));
            }
            LOG.info("Round {} of {}", round, rounds);
        }
        return runs;
    }

    private RoundTimes time(ContractReading reading, List<Extractor> extractors, ContractReader reader) {
        ContractReading unread = unread(reading);
        long start = System.nanoTime();
        long cpuStart = PROCESS.getProcessCpuTime();
        embed(reading);
        long embedded = System.nanoTime();
        long cpuEmbedded = PROCESS.getProcessCpuTime();
        reader.read(unread);
        long read = System.nanoTime();
        long cpuRead = PROCESS.getProcessCpuTime();
        return new RoundTimes(
                embedded - start,
                read - embedded,
                cpuEmbedded - cpuStart,
                cpuRead - cpuEmbedded,
                extractors.stream().map(extractor -> alone(extractor, reading)).toList());
    }

    private static RoundTimes.Share alone(Extractor extractor, ContractReading reading) {
        ContractReading unread = unread(reading);
        long start = System.nanoTime();
        extractor.kinds().forEach(kind -> extractor.extractAll(unread, kind));
        return new RoundTimes.Share(extractor.provenance().extractor(), System.nanoTime() - start);
    }

    private void embed(ContractReading reading) {
        new PassageTexts(reading.segmentation()).encode(encoder, Map.of(), made -> {});
    }

    /** The same contract as another object: extractors remember what they worked out for the last readings. */
    private static ContractReading unread(ContractReading reading) {
        return new ContractReading(
                reading.contract(),
                reading.document(),
                reading.file(),
                reading.role(),
                reading.parsed(),
                reading.segmentation());
    }

    private static @Nullable Long bytes(OptionalLong known) {
        return known.isPresent() ? known.getAsLong() : null;
    }

    /** All rounds of one contract. */
    record ContractRuns(ContractReading reading, List<RoundTimes> times) {}
}
