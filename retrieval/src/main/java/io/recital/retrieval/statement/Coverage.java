package io.recital.retrieval.statement;

import io.recital.retrieval.words.Rarity;
import io.recital.retrieval.words.Spelling;
import io.recital.retrieval.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a question's words a statement covers: rare words weigh more, a word of the same meaning counts a little
 * less, one that only stands in the headings or elsewhere in the clause less again.
 */
public final class Coverage {
    private static final double SAME_MEANING = 0.9;
    private static final double AROUND = 0.7;
    private static final double UNKNOWN = 0.6;
    private static final double ELSEWHERE = 0.4;
    private static final double IN_THE_DOCUMENT = 0.15;
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    /** Words by which a question only asks. */
    private static final Pattern ASKING = Pattern.compile(
            "(?i)^\\W*(?:please )?(?:list|show|name|give|sort|rank|compare|explain|describe|summari[sz]e|add up|count)(?: (?:me|us|all))*\\b");

    private record Read(Set<String> stems, Set<String> meanings, Set<String> around, UUID clause, UUID contract) {}

    private final Map<Statement, Read> read = new HashMap<>();
    private final Map<UUID, Set<String>> byClause = new HashMap<>();
    private final Map<UUID, Set<String>> byContract = new HashMap<>();
    private final Rarity rarity = new Rarity(List.of());
    private final Set<String> vocabulary = new HashSet<>();

    public Coverage(List<Statement> pool) {
        Codes codes = new Codes(pool);
        for (Statement statement : pool) {
            Set<String> stems = Words.of(statement.words());
            Set<String> meanings = Words.meanings(stems);
            Set<String> around = Words.meanings(Words.of(statement.surroundings()));
            around.addAll(codes.meant(statement));
            UUID clause = statement.clause().id();
            read.put(
                    statement,
                    new Read(
                            stems,
                            meanings,
                            around,
                            clause,
                            statement.contract().id()));
            byClause.computeIfAbsent(clause, c -> new HashSet<>()).addAll(meanings);
            byContract
                    .computeIfAbsent(statement.contract().id(), c -> new HashSet<>())
                    .addAll(meanings);
            Set<String> all = new HashSet<>(meanings);
            all.addAll(around);
            rarity.add(all);
            Matcher words = WORD.matcher(statement.words());
            while (words.find()) {
                vocabulary.add(words.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The stems of a question, slips of the pen put right by the pool's own words. */
    public Set<String> wanted(String question) {
        Set<String> wanted = new LinkedHashSet<>();
        String asked = ASKING.matcher(question).replaceFirst("");
        for (String word : asked.split("[^\\p{L}\\p{N}.,'’]+")) {
            for (String stem : Words.of(word)) {
                wanted.add(isKnown(stem) ? stem : corrected(word, stem));
            }
        }
        return wanted;
    }

    private boolean isKnown(String stem) {
        return rarity.isKnown(Words.meaning(stem));
    }

    private String corrected(String word, String stem) {
        String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return Spelling.nearest(bare, vocabulary)
                .flatMap(near -> Words.of(near).stream().findFirst())
                .orElse(stem);
    }

    /** Between 0 and 1. */
    public double of(Statement statement, Set<String> wanted) {
        return of(statement, wanted, Set.of());
    }

    /**
     * The same for one that stands where some of the words were answered before: these count as words around it.
     *
     * @param understood of the wanted words, those that go without saying there
     */
    public double of(Statement statement, Set<String> wanted, Set<String> understood) {
        Read words = read.get(statement);
        double sum = 0;
        double weights = 0;
        for (String stem : wanted) {
            double weight = weight(stem);
            weights += weight;
            double match = words == null ? 0 : match(stem, words);
            sum += weight * (understood.contains(stem) ? Math.max(AROUND, match) : match);
        }
        return weights == 0 ? 1 : sum / weights;
    }

    /** Of several statements together: each word counts where it is matched best. */
    public double ofAll(List<Statement> together, Set<String> wanted) {
        double sum = 0;
        double weights = 0;
        for (String stem : wanted) {
            double best = 0;
            for (Statement statement : together) {
                Read words = read.get(statement);
                best = Math.max(best, words == null ? 0 : match(stem, words));
            }
            weights += weight(stem);
            sum += weight(stem) * best;
        }
        return weights == 0 ? 1 : sum / weights;
    }

    private double match(String stem, Read words) {
        String meaning = Words.meaning(stem);
        if (words.stems().contains(stem)) {
            return 1;
        }
        if (words.meanings().contains(meaning)) {
            return SAME_MEANING;
        }
        if (words.around().contains(meaning)) {
            return AROUND;
        }
        if (byClause.getOrDefault(words.clause(), Set.of()).contains(meaning)) {
            return ELSEWHERE;
        }
        return byContract.getOrDefault(words.contract(), Set.of()).contains(meaning) ? IN_THE_DOCUMENT : 0;
    }

    /** How much a word tells: more the fewer statements hold it; one that none holds may be the asker's own for another. */
    public double weight(String stem) {
        String meaning = Words.meaning(stem);
        return rarity.weight(meaning) * (rarity.isKnown(meaning) ? 1 : UNKNOWN);
    }

    /** Whether no statement of the pool holds a word of this meaning. */
    public boolean isUnknown(String stem) {
        return !isKnown(stem);
    }
}
