package io.recital.api.contract;

import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A statement of the uploader that the text contradicts.
 *
 * @param name of the metadata, such as {@code effectiveDate}
 * @param stated what the uploader said
 * @param found what the text says
 */
record Disagreement(String name, String stated, List<String> found) {
    /** Compares each statement that names a fact with what the text says of that fact; silence is no disagreement. */
    static List<Disagreement> between(Map<String, String> metadata, List<Finding> findings) {
        List<Disagreement> disagreements = new ArrayList<>();
        metadata.forEach((name, stated) -> factNamed(name).ifPresent(type -> {
            List<String> found = findings.stream()
                    .map(Finding::content)
                    .filter(content -> content instanceof ContractFact fact && fact.fact() == type)
                    .map(content -> ((ContractFact) content).value().display())
                    .distinct()
                    .toList();
            if (!found.isEmpty() && found.stream().noneMatch(value -> agree(value, stated))) {
                disagreements.add(new Disagreement(name, stated, found));
            }
        }));
        return disagreements;
    }

    private static Optional<FactType> factNamed(String name) {
        String wanted = name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        for (FactType type : FactType.values()) {
            if (type.name().replace("_", "").equals(wanted)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static boolean agree(String found, String stated) {
        String a = plain(found);
        String b = plain(stated);
        return a.equals(b) || (!b.isEmpty() && a.contains(b)) || (!a.isEmpty() && b.contains(a));
    }

    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
