package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which headers of other systems stand for which field; the list is the resource {@code columns.txt}. */
final class HeaderWords {
    private static final Map<FactKind, Map<String, List<String>>> WORDS = load();

    private HeaderWords() {}

    /** The headers that may stand for a field, best first, its own name first of all. */
    static List<String> of(FactKind kind, FactField field) {
        return Objects.requireNonNull(WORDS.get(kind)).getOrDefault(field.name(), List.of(plain(field.name())));
    }

    /** A header as it is compared: its letters and digits. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replace("%", "percent").replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Map<FactKind, Map<String, List<String>>> load() {
        Map<FactKind, Map<String, List<String>>> words = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            words.put(kind, new TreeMap<>());
        }
        for (String line : lines()) {
            String[] parts = line.split("=", 2);
            String[] place = parts[0].strip().split("\\.", 2);
            List<String> headers = Arrays.stream((place[1] + "|" + parts[1]).split("\\|"))
                    .map(HeaderWords::plain)
                    .toList();
            for (FactKind kind : FactKind.values()) {
                boolean meant = place[0].equals("*") || place[0].equals(kind.label());
                if (meant && FactLayout.find(kind, place[1]).isPresent()) {
                    Objects.requireNonNull(words.get(kind)).merge(place[1], headers, HeaderWords::both);
                }
            }
        }
        return words;
    }

    /** What is said of a kind itself comes before what is said of every kind. */
    private static List<String> both(List<String> every, List<String> own) {
        return Stream.concat(own.stream(), every.stream()).distinct().toList();
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeaderWords.class.getResourceAsStream("columns.txt"), "columns.txt"),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of columns cannot be read", e);
        }
    }
}
