package io.recital.eval.answers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a piece of gold that an answer has to say, beside its values. */
record GoldWords(Set<String> names, Set<String> others) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.'@-][\\p{L}\\p{N}]+)*");
    private static final Set<String> EMPTY = Set.of(
            ("a an and any are as at be by does for from has have in into is it its may no not of on one or our so"
                            + " that the their there they this time times to under up us we which who will with would")
                    .split(" "));
    /** A piece with more words than this is a sentence: then it need not be given word for word. */
    private static final int SENTENCE = 6;

    private static final int STEM = 5;

    /** The words of a short piece that has values are free but for its names. */
    static GoldWords of(String gold) {
        WrittenValues values = WrittenValues.of(gold);
        Set<String> rest = words(values.rest());
        Set<String> capitalised = WORD.matcher(gold)
                .results()
                .map(match -> match.group())
                .filter(word -> word.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(rest::contains)
                .collect(Collectors.toSet());
        if (rest.size() > SENTENCE) {
            return new GoldWords(Set.of(), rest);
        }
        Set<String> others = values.typed().isEmpty() ? new LinkedHashSet<>(rest) : new LinkedHashSet<>();
        others.removeAll(capitalised);
        return new GoldWords(capitalised, others);
    }

    static Set<String> words(String text) {
        Set<String> words = everyWord(text);
        words.removeAll(EMPTY);
        return words;
    }

    static Set<String> everyWord(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a text says every name, as such or as an abbreviation's words, and at least half of the other words, inflected as it likes. */
    boolean areIn(String text) {
        List<String> said = List.copyOf(words(text));
        Set<String> stems = said.stream().map(GoldWords::stem).collect(Collectors.toSet());
        String initials = said.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        boolean named = names.stream()
                .allMatch(name -> stems.contains(stem(name)) || (name.length() > 2 && initials.contains(name)));
        long found = others.stream().filter(word -> stems.contains(stem(word))).count();
        return named && 2 * found >= others.size();
    }

    private static String stem(String word) {
        return word.length() > STEM && word.chars().allMatch(Character::isLetter) ? word.substring(0, STEM) : word;
    }
}
