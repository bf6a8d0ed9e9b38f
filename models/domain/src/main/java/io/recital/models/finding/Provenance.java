package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

/** Which extractor made a finding, by name and version. */
public record Provenance(String extractor, String version) {
    public Provenance {
        requireNonNull(extractor, "extractor");
        requireNonNull(version, "version");
    }
}
