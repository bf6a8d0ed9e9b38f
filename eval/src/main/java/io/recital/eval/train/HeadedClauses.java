package io.recital.eval.train;

import io.recital.eval.EvalException;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.Clause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads headed clauses out of contracts, as the service itself cuts them. */
final class HeadedClauses {
    private static final Logger LOG = LoggerFactory.getLogger(HeadedClauses.class);
    /** More of one heading would teach little else. */
    private static final int MOST_OF_ONE_HEADING = 15;

    private HeadedClauses() {}

    /** @param folder with contracts as plain text in {@code txt/} */
    static List<HeadedClause> read(Path folder, long seed) {
        FileParser parser = new FileParser();
        Segmenter segmenter = new Segmenter();
        List<HeadedClause> all = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (parser.parse(file, name) instanceof ParseOutcome.Parsed parsed) {
                UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
                all.addAll(of(name, segmenter.segment(id, parsed.document()).clauses()));
            }
        }
        List<HeadedClause> drawn = draw(all, new Random(seed));
        LOG.info("{} headed clauses, of which {} are used", all.size(), drawn.size());
        return drawn;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("txt"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new EvalException(folder + " holds no folder txt/ with contracts", e);
        }
    }

    /** Those of one contract. */
    static List<HeadedClause> of(String file, List<Clause> clauses) {
        Map<UUID, List<Clause>> under = clauses.stream()
                .filter(clause -> clause.parent() != null)
                .collect(Collectors.groupingBy(Clause::parent));
        return clauses.stream()
                .flatMap(clause -> HeadedClause.of(file, clause, under.getOrDefault(clause.id(), List.of())).stream())
                .toList();
    }

    private static List<HeadedClause> draw(List<HeadedClause> all, Random random) {
        List<HeadedClause> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        Map<String, Integer> seen = new HashMap<>();
        shuffled.removeIf(clause -> seen.merge(clause.key(), 1, Integer::sum) > MOST_OF_ONE_HEADING);
        return shuffled;
    }
}
