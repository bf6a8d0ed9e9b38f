package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import io.recital.retrieval.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The things that a question names: words that stand where a thing is named, without those by which it only asks. */
final class AskedThings {
    private static final String RESOURCE = "frame-words.txt";
    private static final String DESCRIBING = "+";
    /** Words that may stand before the name of a thing and tell nothing of it. */
    private static final Set<String> DESCRIPTIONS = read(true);

    private static final Set<String> FRAME = read(false);
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:[-.&/][\\p{L}\\p{N}]+)*|['’]s?\\b|[^\\s\\p{L}\\p{N}]");
    /** What somebody says before asking: "Finance here: …". */
    private static final Pattern ASIDE = Pattern.compile("^(?:\\S+ ){0,5}\\S+: (?=\\S+ \\S+ \\S+)");
    /** Behind these a thing is named. */
    private static final Set<String> BEFORE = Set.of(
            ("a an the our its their your my his her this that these those each every any no some what which whose many much of for in"
                            + " on at by with from under about between after before during against without per via outside inside within"
                            + " beyond above below near except excluding regarding despite since until ' 's ’ ’s")
                    .split(" "));
    /** Behind these somebody or something is named that does something. */
    private static final Set<String> HELPING =
            Set.of("do does did must may might shall should will would can could".split(" "));

    private static final Set<String> ASKING = Set.of("what", "which", "whose", "many", "much");

    /**
     * Words that name one thing together.
     *
     * @param words in lower case; the last one says what it is, those before it which one
     * @param asked whether it is what the question asks for, such as "which insurer"
     */
    record Thing(List<String> words, boolean asked) {
        Thing {
            words = List.copyOf(words);
        }
    }

    private AskedThings() {}

    private static Set<String> read(boolean describing) {
        try (InputStream in = requireNonNull(AskedThings.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith(DESCRIBING) == describing)
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * In the order of the question.
     *
     * @param isName whether a word, in lower case, calls somebody or a contract, and so no thing of it
     */
    static List<Thing> in(String question, Predicate<String> isName) {
        List<Thing> things = new ArrayList<>();
        List<String> run = new ArrayList<>();
        boolean named = false;
        boolean asked = false;
        boolean doer = false;
        String before = "";
        Matcher tokens = TOKEN.matcher(ASIDE.matcher(question).replaceFirst(""));
        while (tokens.find()) {
            String token = tokens.group().toLowerCase(Locale.ROOT);
            boolean doing = before.equals("by") && token.endsWith("ing");
            before = token;
            if (named && !doing && names(token) && !isName.test(token)) {
                run.add(token);
                continue;
            }
            if (!run.isEmpty()) {
                things.add(new Thing(doer && run.size() > 1 ? run.subList(0, run.size() - 1) : run, asked));
                run.clear();
                doer = false;
            }
            doer = HELPING.contains(token) || (doer && (BEFORE.contains(token) || DESCRIPTIONS.contains(token)));
            boolean describes = named && DESCRIPTIONS.contains(token);
            asked = ASKING.contains(token) || (describes && asked);
            named = BEFORE.contains(token) || describes;
        }
        if (!run.isEmpty()) {
            things.add(new Thing(run, asked));
        }
        return things;
    }

    private static boolean names(String token) {
        return token.length() > 2
                && Character.isLetter(token.charAt(0))
                && token.chars().noneMatch(Character::isDigit)
                && !FRAME.contains(token)
                && !DESCRIPTIONS.contains(token)
                && !BEFORE.contains(token)
                && !Words.of(token).isEmpty();
    }
}
