package io.recital.api.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The contracts that a command is about: one, by its id or by words of its title, or all. */
final class StoredContracts {
    private final ServiceClient client;

    StoredContracts(ServiceClient client) {
        this.client = client;
    }

    /** All contracts when nothing is named; exactly one otherwise. */
    List<JsonNode> list(@Nullable String named) {
        return named == null ? pages("") : List.of(one(named));
    }

    private JsonNode one(String named) {
        try {
            return client.get("/api/v1/contracts/" + UUID.fromString(named)).path("contract");
        } catch (IllegalArgumentException e) {
            List<JsonNode> found = pages("&title=" + URLEncoder.encode(named, StandardCharsets.UTF_8));
            return only(found, named)
                    .orElseThrow(() -> new CommandException(
                            found.isEmpty()
                                    ? "No contract has “" + named + "” in its title; name one by its id or its title"
                                    : found.size() + " contracts have “" + named
                                            + "” in their titles; name one by its id: " + ids(found)));
        }
    }

    /** The only contract that is called so, or the only one whose title begins so, or the only one there is. */
    static Optional<JsonNode> only(List<JsonNode> found, String named) {
        String words = named.strip().toLowerCase(Locale.ROOT);
        return Stream.<Predicate<String>>of(
                        title -> title.equals(words), title -> title.startsWith(words), title -> true)
                .map(rule -> found.stream()
                        .filter(contract -> rule.test(
                                contract.path("title").asString().strip().toLowerCase(Locale.ROOT)))
                        .toList())
                .filter(kept -> kept.size() == 1)
                .map(kept -> kept.get(0))
                .findFirst();
    }

    private static String ids(List<JsonNode> contracts) {
        return String.join(
                ", ",
                contracts.stream()
                        .map(contract -> contract.path("id").asString() + " ("
                                + contract.path("title").asString() + ")")
                        .toList());
    }

    private List<JsonNode> pages(String filter) {
        return client.pages("/api/v1/contracts?limit=500" + filter);
    }
}
