package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bill of materials that the build has just made: nothing that ships may be under GPL or AGPL alone. */
class LicencesTest {
    private static final JsonNode SBOM = JsonMapper.builder()
            .build()
            .readTree(Path.of(System.getProperty("recital.root"), "api", "target", "recital-sbom.json")
                    .toFile());

    @Test
    void everyComponentOffersALicenceThatWeMayShipUnder() {
        List<String> breaches = new ArrayList<>();
        for (JsonNode component : SBOM.path("components")) {
            List<String> licences = licences(component);
            boolean fine = !licences.isEmpty() && licences.stream().anyMatch(licence -> !isStrongCopyleft(licence));
            if (!fine && !component.path("group").asString().equals("io.recital")) {
                breaches.add(component.path("purl").asString() + " " + licences);
            }
        }
        assertThat(breaches).isEmpty();
        assertThat(SBOM.path("components").size()).isGreaterThan(80);
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            String id = licence.path("id").asString("");
            licences.add(
                    choice.has("expression")
                            ? choice.path("expression").asString()
                            : id.isEmpty() ? licence.path("name").asString() : id);
        }
        return licences;
    }

    private static boolean isStrongCopyleft(String licence) {
        String name = licence.toUpperCase(Locale.ROOT);
        boolean gpl = name.contains("GPL") || name.contains("GENERAL PUBLIC");
        boolean weak =
                name.contains("LGPL") || name.contains("LESSER") || name.contains("CLASSPATH") || name.contains("CPE");
        boolean choice = name.contains(" OR ");
        return gpl && !weak && !choice;
    }
}
