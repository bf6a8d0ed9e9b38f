package io.recital.retrieval.plan;

import io.recital.models.finding.FindingKind;
import io.recital.retrieval.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of finding that questions ask for, and the words by which they do; a table beside this class lists them.
 *
 * @param type the type within the kind; null for any
 * @param name for a reader, such as {@code governing law}
 */
public record Topic(FindingKind kind, @Nullable String type, String name, Pattern words) {
    private static final int MOST_WORDS = 5;

    private static final List<Topic> ALL = read();

    private static List<Topic> read() {
        try (InputStream in = Topic.class.getResourceAsStream("topics.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The table of topics is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Topic::fromRow)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topic fromRow(String line) {
        String[] columns = line.split("\t", 4);
        return new Topic(
                FindingKind.valueOf(columns[0].toUpperCase(Locale.ROOT)),
                columns[1].isEmpty() ? null : columns[1],
                columns[2],
                Pattern.compile("(?i)(?:" + columns[3] + ")"));
    }

    /** The stems of the question's words by which it asks for this: what stands far between them may be anything. */
    public Set<String> wordsIn(String question) {
        Matcher matcher = words.matcher(question);
        if (!matcher.find()) {
            return Set.of();
        }
        List<String> asked = List.of(matcher.group().split("\\s+"));
        if (asked.size() <= MOST_WORDS) {
            return Words.of(matcher.group());
        }
        Set<String> ends = Words.of(asked.get(0) + " " + asked.get(1));
        ends.addAll(Words.of(asked.get(asked.size() - 2) + " " + asked.get(asked.size() - 1)));
        return ends;
    }

    /** What a question may be asking for, the most specific wording first. */
    public static List<Topic> of(String question) {
        record Match(Topic topic, int length) {}
        List<Match> matches = new ArrayList<>();
        for (Topic topic : ALL) {
            var matcher = topic.words.matcher(question);
            if (matcher.find()) {
                matches.add(new Match(topic, matcher.end() - matcher.start()));
            }
        }
        return matches.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .map(Match::topic)
                .toList();
    }
}
