package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import io.recital.retrieval.search.RecognisedName;
import io.recital.retrieval.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that contracts write with a capital whoever concludes them, such as "Receiving Party": alone they name no contract
 * and nobody, unless they are part of a title, as in "the supply agreement".
 */
final class GenreWords {
    private static final String RESOURCE = "genre-words.txt";
    private static final String DOCUMENT =
            "(?:agreement|contract|lease|amendment|addendum|deed|order|policy|terms|statement of work|msa|sow|nda|sla)s?";
    private static final Pattern OF_A_TITLE = Pattern.compile(".*\\S " + DOCUMENT);
    private static final Pattern OF_A_ROLE = Pattern.compile("\\b(?:party|parties|information|agreements?)$");
    private static final double SAME = 0.9;
    private static final Pattern OUTSIDE_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> WORDS = read();

    private GenreWords() {}

    private static Set<String> read() {
        try (InputStream in = requireNonNull(GenreWords.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a question only seems to name what was recognised: by such words alone or, for a title or file, by words
     * that it writes small, and that are not part of a title either.
     */
    static boolean areAllOf(RecognisedName name, String question) {
        boolean titled = name.kind() == RecognisedName.Kind.TITLE || name.kind() == RecognisedName.Kind.FILE;
        Set<String> capitals = NameWords.capitalised(question);
        boolean generic = Arrays.stream(name.phrase().split(" "))
                .allMatch(word -> WORDS.contains(word)
                        || Words.of(word).isEmpty()
                        || (titled && !capitals.isEmpty() && !capitals.contains(word)));
        return generic && !(titled ? isPartOfATitle(name.phrase(), question) : isACompany(name));
    }

    /** "First National Bank" is a name all the same; "Receiving Party" is a role. */
    private static boolean isACompany(RecognisedName name) {
        return name.similarity() >= SAME
                && name.phrase().contains(" ")
                && !OF_A_ROLE.matcher(name.phrase()).find();
    }

    private static boolean isPartOfATitle(String phrase, String question) {
        String plain =
                OUTSIDE_OF_WORDS.matcher(question.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return OF_A_TITLE.matcher(phrase).matches()
                || Pattern.compile("\\b" + Pattern.quote(phrase) + "(?: \\w+){0,2}? " + DOCUMENT + "\\b")
                        .matcher(plain)
                        .find();
    }
}
