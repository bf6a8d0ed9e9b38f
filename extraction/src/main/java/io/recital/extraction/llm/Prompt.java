package io.recital.extraction.llm;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the model is told about one kind of finding. The words are resources; {@code versions.txt} beside them names the
 * version of each.
 *
 * @param version of the rules and of the kind's own words, such as {@code lever/1.2}
 */
record Prompt(String version, String words) {
    /** The kinds that there are words for. */
    static final List<FindingKind> KINDS = List.of(
            FindingKind.LEVER, FindingKind.MEASURE, FindingKind.MILESTONE, FindingKind.FACT, FindingKind.OBLIGATION);

    private static final String RULES = "rules";
    private static final Map<FindingKind, Prompt> SHIPPED = shipped();

    static Prompt of(FindingKind kind) {
        return requireNonNull(SHIPPED.get(kind), () -> "Nothing is asked about the kind " + kind);
    }

    private static Map<FindingKind, Prompt> shipped() {
        Map<String, String> versions = versions();
        Map<FindingKind, Prompt> prompts = new EnumMap<>(FindingKind.class);
        for (FindingKind kind : KINDS) {
            String name = AnswerSchema.word(kind);
            prompts.put(
                    kind,
                    new Prompt(
                            name + "/" + versions.get(RULES) + "." + versions.get(name),
                            resource(RULES).replace("{task}", resource(name).strip())));
        }
        return prompts;
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String line : resource("versions").lines().toList()) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ");
                versions.put(words[0], words[1]);
            }
        }
        return versions;
    }

    /** The words of one resource. */
    static String resource(String name) {
        try (InputStream in = Prompt.class.getResourceAsStream("prompts/" + name + ".txt")) {
            return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The prompt " + name + " cannot be read", e);
        }
    }
}
