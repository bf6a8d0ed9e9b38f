package io.recital.retrieval.words;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What people say for a term, put into the words by which contracts call it; a table beside this class lists them. */
public final class Sayings {
    private static final List<Saying> ALL = read();

    private record Saying(Pattern said, String called) {}

    private Sayings() {}

    private static List<Saying> read() {
        try (InputStream in = requireNonNull(Sayings.class.getResourceAsStream("sayings.tsv"), "sayings.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(columns -> new Saying(Pattern.compile("(?i)(?:" + columns[1] + ")"), columns[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The question itself where it says none of them. */
    public static String inContractWords(String question) {
        String put = question;
        for (Saying saying : ALL) {
            put = saying.said().matcher(put).replaceAll(saying.called());
        }
        return put;
    }
}
