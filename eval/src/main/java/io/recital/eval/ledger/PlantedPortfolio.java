package io.recital.eval.ledger;

import io.recital.eval.EvalException;
import io.recital.models.family.RelationKind;
import io.recital.models.store.FindingJson;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A portfolio in the samples' layout with what is planted in it: {@code portfolio.json}, {@code truth.json}, {@code facts/}. */
record PlantedPortfolio(Path folder, SamplePortfolio portfolio, List<PlantedItem> items, List<Relation> relations) {
    private static final JsonMapper JSON = FindingJson.configure(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * How one document stands to another, both by their file names without extension.
     *
     * @param to a free name where the other is missing, null where none is named
     */
    record Relation(
            String document,
            RelationKind relation,
            @Nullable String to,
            @Nullable LocalDate signed,
            @Nullable LocalDate effective) {}

    private record Truth(List<PlantedItem> items, List<Relation> relations) {}

    PlantedPortfolio {
        items = List.copyOf(items);
        relations = List.copyOf(relations);
    }

    static PlantedPortfolio read(Path folder) {
        try {
            Truth truth = JSON.treeToValue(truth(folder), Truth.class);
            return new PlantedPortfolio(
                    folder,
                    JSON.readValue(Files.readString(folder.resolve("portfolio.json")), SamplePortfolio.class),
                    truth.items(),
                    truth.relations());
        } catch (IOException | JacksonException e) {
            throw new EvalException(
                    folder
                            + " is not a folder in the samples' layout: it needs documents/, facts/, portfolio.json, gold.json and truth.json",
                    e);
        }
    }

    /** The truth with the name of an item's class that Java can have. */
    private static JsonNode truth(Path folder) throws IOException {
        JsonNode truth = JSON.readTree(Files.readString(folder.resolve("truth.json")));
        truth.path("items").forEach(item -> ((ObjectNode) item).set("itemClass", item.get("class")));
        return truth;
    }

    JsonNode gold() {
        try {
            return JSON.readTree(Files.readString(folder.resolve("gold.json")));
        } catch (IOException | JacksonException e) {
            throw new EvalException("gold.json in " + folder + " cannot be read: build it again (samples/build.sh)", e);
        }
    }
}
