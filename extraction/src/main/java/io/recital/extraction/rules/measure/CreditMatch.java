package io.recital.extraction.rules.measure;

import io.recital.models.clause.Clause;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds which of the credits around a clause belong to one of its measures. */
final class CreditMatch {
    private static final Pattern BACK = Pattern.compile(
            "\\b(?:it|they|this|that)\\b[^.;]{0,40}?\\b(?:does\\s+not|do\\s+not|fails?)\\b|\\b(?:less|lower|fewer|worse)\\b(?!\\s+than)|\\bfailing\\s+which\\b|\\bshould\\s+(?:it|they)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What the clause before is about. */
    private static final Pattern TO_DO_SO = Pattern.compile(
            "\\b(?:fails?\\s+to\\s+do\\s+so|does\\s+not\\s+do\\s+so|in\\s+case\\s+of\\s+failure\\s+to\\s+do\\s+so|fails?\\s+to\\s+meet\\s+(?:this|that|such)\\s+(?:level|target|standard))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:paragraphs?|para\\.?|sections?|clauses?|articles?)\\s+(?<number>\\d+(?:\\.\\d+)*)",
            Pattern.CASE_INSENSITIVE);

    private final Clause clause;
    private final List<CreditTerms> terms;
    private final List<Draft> beside;

    /**
     * @param terms the credits that stand in or around the clause
     * @param beside the measures of the clause
     */
    CreditMatch(Clause clause, List<CreditTerms> terms, List<Draft> beside) {
        this.clause = clause;
        this.terms = terms;
        this.beside = List.copyOf(beside);
    }

    /** The credits that stand elsewhere: where the measure points to, what names it, or what is likest to be about it. */
    Optional<CreditTerms> find(Draft draft) {
        @Nullable String said = draft.creditWords();
        if (said != null && CreditTables.isNone(said)) {
            return Optional.empty();
        }
        List<CreditTerms> fitting = terms.stream()
                .filter(read -> fits(read, draft.target()) && isNoOthers(read, draft))
                .toList();
        Matcher place = said == null ? null : PLACE.matcher(said);
        if (place != null && place.find()) {
            String number = place.group("number");
            List<CreditTerms> pointed = fitting.stream()
                    .filter(read -> endsWith(read.clause(), number))
                    .toList();
            return pointed.size() > 1 ? named(pointed, draft) : pointed.stream().findFirst();
        }
        return named(fitting, draft);
    }

    /** Whether a step is stated in the measure's own clause, or under its whole name. */
    private boolean isStepFor(CreditTerms read, Draft draft) {
        String about = read.about().toLowerCase(Locale.ROOT);
        return read.step() != null
                && (read.clause().id().equals(clause.id())
                        || about.contains(draft.name().toLowerCase(Locale.ROOT)));
    }

    /** What stands among several measures of a clause is for the one that it names, or else for the one before it. */
    private boolean isNoOthers(CreditTerms read, Draft draft) {
        if (beside.size() < 2 || !read.clause().id().equals(clause.id())) {
            return true;
        }
        long most = beside.stream().mapToLong(one -> likeness(read, one)).max().orElse(0);
        List<Draft> named = beside.stream()
                .filter(one -> most > 0 && likeness(read, one) == most)
                .toList();
        boolean told = most > 0 && named.size() < beside.size();
        return told
                ? named.contains(draft)
                : lastBefore(read).map(draft::equals).orElse(true);
    }

    /** The measure of the clause that is stated last before a credit. */
    private Optional<Draft> lastBefore(CreditTerms read) {
        return beside.stream()
                .filter(one -> start(one.citations()) <= start(read.citations()))
                .reduce((first, last) -> last);
    }

    private static int start(List<Citation> citations) {
        return citations.isEmpty() ? 0 : citations.get(0).span().start();
    }

    private static long likeness(CreditTerms read, Draft draft) {
        return likeness(read, MeasureName.tellingWords(draft.name()));
    }

    /** Whether a sentence of the measure's own clause takes up the target without naming it again. */
    private boolean refersBack(CreditTerms read) {
        return (read.clause().id().equals(clause.id())
                        && BACK.matcher(read.about()).find())
                || (read.clause().ordinal() == clause.ordinal() + 1
                        && beside.size() == 1
                        && TO_DO_SO.matcher(read.about()).find());
    }

    /** Whether a step begins at the level of the target: {@code beyond 24 hours}. */
    private static boolean statesTheLevel(CreditTerms read, Draft draft) {
        BigDecimal level = draft.target().value();
        return read.step() != null
                && !read.stepUnit().equals("%")
                && level != null
                && Pattern.compile("(?<![\\d.,])"
                                + Pattern.quote(level.stripTrailingZeros().toPlainString()) + "\\)?\\s*"
                                + read.stepUnit().replaceFirst("s$", ""))
                        .matcher(read.about())
                        .find();
    }

    /** Whether bands of the clause of one measure alone begin, or end, where its target does. */
    private boolean beginsAtTheTarget(CreditTerms read, Draft draft) {
        BigDecimal level = draft.target().value();
        return level != null
                && beside.size() == 1
                && read.clause().id().equals(clause.id())
                && read.tiers().stream().anyMatch(tier -> isAt(tier.from(), level) || isAt(tier.to(), level));
    }

    private static boolean isAt(@Nullable BigDecimal bound, BigDecimal level) {
        return bound != null && bound.compareTo(level) == 0;
    }

    private Optional<CreditTerms> named(List<CreditTerms> fitting, Draft draft) {
        return fitting.stream()
                .filter(read -> draft.isNamedIn(read.about())
                        || isStepFor(read, draft)
                        || statesTheLevel(read, draft)
                        || refersBack(read)
                        || beginsAtTheTarget(read, draft))
                .findFirst()
                .or(() -> likest(fitting, draft));
    }

    private static Optional<CreditTerms> likest(List<CreditTerms> fitting, Draft draft) {
        Set<String> name = MeasureName.tellingWords(draft.name());
        return fitting.stream()
                .filter(read -> draft.code() == null || !MeasureName.hasCodes(read.about()))
                .filter(read -> isLike(read, name))
                .reduce((best, other) -> likeness(other, name) > likeness(best, name) ? other : best);
    }

    /** Bands show by what they count that they fit; a credit without bands must name most of the measure. */
    private static boolean isLike(CreditTerms read, Set<String> name) {
        long like = likeness(read, name);
        boolean isFlat = read.tiers().isEmpty() && read.step() == null;
        return isFlat ? 2 * like > name.size() : like > 0;
    }

    private static long likeness(CreditTerms read, Set<String> name) {
        return MeasureName.tellingWords(read.about()).stream()
                .filter(name::contains)
                .count();
    }

    private static boolean endsWith(Clause clause, String number) {
        String path = clause.path();
        int before = path.length() - number.length() - 1;
        return path.endsWith(number)
                && (before < 0 || (!Character.isDigit(path.charAt(before)) && path.charAt(before) != '.'));
    }

    /** Whether bands count what the target counts, and none of them lies where the target is met. */
    private static boolean fits(CreditTerms read, Target target) {
        if (read.tiers().isEmpty()) {
            return (read.flat() != null || (read.step() != null && counts(read, target))) && target.value() != null;
        }
        return read.tiers().stream()
                        .allMatch(tier -> tier.unit().isEmpty() || tier.unit().equals(target.unit()))
                && read.tiers().stream().noneMatch(tier -> isMet(tier, target));
    }

    /** Whether a step counts what the target does; percentage points are also points of a score. */
    private static boolean counts(CreditTerms read, Target target) {
        return read.stepUnit().equals("%")
                ? target.unit().contains("%") || target.unit().startsWith("point")
                : target.unit().endsWith(read.stepUnit());
    }

    private static boolean isMet(Tier tier, Target target) {
        BigDecimal value = target.value();
        BigDecimal from = tier.from();
        BigDecimal to = tier.to();
        return value != null
                && switch (target.comparison()) {
                    case AT_LEAST, ABOVE -> from != null && from.compareTo(value) >= 0;
                    case AT_MOST, BELOW -> to != null && to.compareTo(value) <= 0;
                    case EQUAL -> false;
                };
    }
}
