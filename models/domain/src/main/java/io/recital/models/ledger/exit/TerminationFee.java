package io.recital.models.ledger.exit;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedMoney;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a clause asks of whoever ends a contract for convenience.
 *
 * @param steps one that always counts, or one for each contract year that the clause names; empty where nothing is owed
 */
record TerminationFee(List<Step> steps, Finding finding, Citation citation) {
    /** How a fee is computed. */
    enum Form {
        /** A sum. */
        SUM,
        /** So many months of charges. */
        MONTHS,
        /** A percentage of the charges that are still to come. */
        PERCENT_OF_REMAINING
    }

    /**
     * One way to compute it.
     *
     * @param year the contract year in which the contract ends; null for all that no other step is for
     * @param sum of a sum; null otherwise
     * @param number months or percent; null for a sum
     */
    record Step(
            Form form,
            @Nullable Integer year,
            @Nullable BigMoney sum,
            @Nullable BigDecimal number) {}

    private static final Pattern ENDS =
            pattern("\\b(?:terminat\\w+|cancel\\w*|early\\s+exit|exit|break|wind[- ]down|ends?\\b|ended|withdraw\\w*)");
    private static final Pattern PAYS = pattern(
            "\\b(?:pay(?:s|able|ment|ing)?|paid|fees?|charges?|compensation|reimburse\\w*|owes?|due|liable|equal(?:s|\\s+to))\\b");
    private static final Pattern FOR_CAUSE = pattern(
            "\\b(?:breach|default|insolven\\w+|for\\s+cause|material|non-?payment|unpaid|overdue|in\\s+arrears|reminder|remains?\\s+outstanding|force\\s+majeure|change\\s+of\\s+control|interest|late\\s+payment)\\b");
    private static final Pattern NOTHING = pattern(
            "\\bwithout\\s+(?:any\\s+|further\\s+|the\\s+)*(?:payment\\s+of\\s+(?:any\\s+|a\\s+)?)?(?:\\w+\\s+){0,2}?(?:fees?|charges?|penalt(?:y|ies)|compensation|liability|cost)\\b|\\bno\\s+(?:other\\s+|further\\s+)?(?:(?:early\\s+)?termination\\s+)?(?:fees?|sums?|charges?|penalty|compensation)\\b|\\bwithout\\s+paying\\b|\\bfree\\s+of\\s+charge\\b");
    private static final String MONTHS_OF = "(?<count>" + SpelledNumber.REGEX
            + ")\\s*(?:\\(\\d+\\)\\s*)?(?:months?\\s*['’]?\\s*(?:(?:worth\\s+)?of\\s+(?:the\\s+)?)?(?:\\w+\\s+){0,3}?(?:charges?|fees?|rent|remuneration|subscription|price)|(?:times|x)\\s+(?:the\\s+|its\\s+)?(?:then[- ]current\\s+|average\\s+)*monthly\\s+(?:\\w+\\s+)?(?:charges?|fees?|invoice|rent|subscription|rate)|monthly\\s+(?:charges|fees|instal?ments|payments))";
    private static final String REMAINING =
            "(?<percent>\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|per\\s*cent|percent)\\)?\\s+of\\s+(?:the\\s+|all\\s+)?[^.;]{0,80}?\\b(?:remain\\w+|remainder|rest|balance|unexpired|outstanding|still\\s+to\\s+come|would\\s+have\\s+(?:been|become|fallen))\\b";
    private static final Pattern VALUE =
            pattern("(?<sum>(?-i:" + StatedMoney.REGEX + "))|" + REMAINING + "|" + MONTHS_OF);
    private static final Pattern YEAR = pattern(
            "\\b(?:(?<ordinal>first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th)\\s+(?:contract\\s+|contractual\\s+)?(?:year|twelve\\s+months|12\\s+months)|(?:contract\\s+)?year\\s+(?<number>\\d|one|two|three|four|five)\\b|(?<later>thereafter|afterwards|(?:any|each|every|all)\\s+(?:later|subsequent|following)\\s+(?:contract\\s+)?years?))");

    TerminationFee {
        steps = List.copyOf(steps);
        requireNonNull(finding, "finding");
        requireNonNull(citation, "citation");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** What the words of a right to terminate and of its section say; empty where they say nothing of money. */
    static Optional<TerminationFee> of(LeverTerm term) {
        return term.inSection().stream()
                .flatMap(finding -> finding.citations().stream()
                        .flatMap(citation ->
                                read(finding, citation, term.member().dollar())))
                .findFirst();
    }

    private static Stream<TerminationFee> read(Finding finding, Citation citation, CurrencyUnit dollar) {
        String words = citation.quote().replaceAll("\\s+", " ");
        boolean isFee = ENDS.matcher(words).find()
                && PAYS.matcher(words).find()
                && !FOR_CAUSE.matcher(words).find();
        if (!isFee) {
            return Stream.empty();
        }
        List<Step> steps = steps(words, dollar);
        boolean free = steps.isEmpty() && NOTHING.matcher(words).find();
        return steps.isEmpty() && !free ? Stream.empty() : Stream.of(new TerminationFee(steps, finding, citation));
    }

    /** The fee for a contract year; empty where the clause names years and not this one. */
    Optional<Step> in(int year) {
        return steps.stream()
                .filter(step -> step.year() != null && step.year() == year)
                .findFirst()
                .or(() -> steps.stream().filter(step -> step.year() == null).findFirst());
    }

    private static List<Step> steps(String words, CurrencyUnit dollar) {
        List<Matcher> values = all(VALUE, words);
        List<Matcher> years = all(YEAR, words);
        if (years.isEmpty()) {
            return values.size() == 1 ? List.of(step(values.get(0), null, dollar)) : List.of();
        }
        if (years.size() != values.size()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            steps.add(step(values.get(i), number(years.get(i)), dollar));
        }
        return steps;
    }

    private static List<Matcher> all(Pattern pattern, String words) {
        List<Matcher> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(words);
        int from = 0;
        while (matcher.find(from)) {
            found.add(matcher);
            from = matcher.end();
            matcher = pattern.matcher(words);
        }
        return found;
    }

    private static @Nullable Integer number(Matcher year) {
        String word = year.group("ordinal") == null ? year.group("number") : year.group("ordinal");
        if (word == null) {
            return null;
        }
        return SpelledNumber.parseOrdinal(word)
                .or(() -> SpelledNumber.parse(word))
                .orElseThrow();
    }

    private static Step step(Matcher value, @Nullable Integer year, CurrencyUnit dollar) {
        if (value.group("sum") != null) {
            return new Step(
                    Form.SUM, year, StatedMoney.of(value.group("sum"), dollar).orElse(null), null);
        }
        return value.group("percent") != null
                ? new Step(Form.PERCENT_OF_REMAINING, year, null, new BigDecimal(value.group("percent")))
                : new Step(
                        Form.MONTHS,
                        year,
                        null,
                        SpelledNumber.parse(value.group("count").strip())
                                .map(BigDecimal::valueOf)
                                .orElse(null));
    }
}
