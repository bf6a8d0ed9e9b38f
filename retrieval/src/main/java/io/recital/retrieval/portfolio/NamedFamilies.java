package io.recital.retrieval.portfolio;

import io.recital.retrieval.plan.NameWords;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.portfolio.PortfolioQuestion.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The families that a question names: by a word of the party's name that no other party bears, or by its scope. */
final class NamedFamilies {
    private static final int SHORTEST = 3;

    private static final Pattern SEVERALLY = Pattern.compile("(?i)\\b(?:and|or|than|versus|vs)\\b");

    private static final Pattern BUYING = Pattern.compile(
            "(?i)\\b(?:suppliers?|vendors?|providers?|contractors?)\\b"
                    + "|\\b(?:do|did|have|must) we (?:\\S+ )?(?:commit\\w*|buy|purchase|order)\\b|\\bwe (?:must|have to) (?:buy|purchase|order)\\b");
    private static final Pattern SELLING =
            Pattern.compile("(?i)\\bour (?:\\S+ )?(?:customers?|clients?|licensees?|buyers?)\\b");

    private NamedFamilies() {}

    /** Those that a question is about; empty where it is about one only and nothing is computed. */
    static List<Family> in(Understanding question, PortfolioQuestion asked, List<Family> all) {
        List<Family> named = all.stream()
                .filter(family -> names(question.text(), family, all))
                .toList();
        boolean everywhere = question.scope().isEverywhere() || (asked.reach() != Reach.NAMED && isByChance(question));
        if (named.size() > 1) {
            return named;
        }
        List<Family> scoped = SEVERALLY.matcher(question.text()).find() ? inScope(question, all) : List.of();
        if (asked.reach() == Reach.NAMED && question.scope().phrases().size() > 1 && scoped.size() == 2) {
            return scoped;
        }
        if (asked.isComputed() && (!named.isEmpty() || (!everywhere && asked.reach() != Reach.ALL))) {
            return named.isEmpty() ? inScope(question, all) : named;
        }
        boolean ofAll = asked.reach() == Reach.ALL || (asked.reach() == Reach.PERHAPS_ALL && everywhere);
        return ofAll && named.isEmpty() && all.size() > 1 ? ofTheSide(question.text(), all) : List.of();
    }

    /** Suppliers are not those whom the tenant sells to, and customers no others. */
    private static List<Family> ofTheSide(String question, List<Family> all) {
        boolean buying = BUYING.matcher(question).find();
        boolean selling = SELLING.matcher(question).find();
        return buying == selling
                ? all
                : all.stream().filter(family -> family.isOfASeller() == selling).toList();
    }

    /** Whether the scope was found by common words that call nobody: neither as a name nor as "our" somebody. */
    private static boolean isByChance(Understanding question) {
        Set<String> capitalised = NameWords.capitalised(question.text());
        return question.scope().phrases().stream()
                .noneMatch(phrase -> NameWords.of(phrase).stream().anyMatch(capitalised::contains)
                        || Pattern.compile("(?i)\\b(?:the|our|this|that|with|under)\\s+(?:\\S+\\s+)?"
                                        + Pattern.quote(phrase))
                                .matcher(question.text())
                                .find());
    }

    /** The family that a question names, or whose contracts alone are in its scope. */
    static Optional<Family> theOne(Understanding question, List<Family> all) {
        List<Family> named = all.stream()
                .filter(family -> names(question.text(), family, all))
                .toList();
        List<Family> meant = named.isEmpty() ? inScope(question, all) : named;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static List<Family> inScope(Understanding question, List<Family> all) {
        return all.stream()
                .filter(family ->
                        family.contracts().stream().anyMatch(question.scope().contracts()::contains))
                .toList();
    }

    private static boolean names(String question, Family family, List<Family> all) {
        Map<String, Integer> bearers = new HashMap<>();
        all.forEach(each -> NameWords.of(each.party()).forEach(word -> bearers.merge(word, 1, Integer::sum)));
        Set<String> words = NameWords.of(family.party());
        String asked = question.toLowerCase(Locale.ROOT);
        return words.stream()
                .limit(1)
                .filter(word -> word.length() >= SHORTEST && bearers.getOrDefault(word, 0) == 1)
                .anyMatch(word -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
                        .matcher(asked)
                        .find());
    }
}
