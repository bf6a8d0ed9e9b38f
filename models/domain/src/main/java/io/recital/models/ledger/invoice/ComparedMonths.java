package io.recital.models.ledger.invoice;

import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two months of an index that a clause compares for an adjustment: {@code the change from July 2024 to July 2025},
 * {@code the October before against the October of the year before}, {@code of that April against the April before}.
 */
record ComparedMonths(YearMonth before, YearMonth after) {
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    /** Two months with their years: the first is held against the second. */
    private static final Pattern DATED = Pattern.compile("\\b(?<month>" + MONTH + "),?\\s+(?<year>\\d{4})\\b");

    private static final Pattern SPAN = Pattern.compile(
            "(?i)\\b(?:between|from|since|over|against|to|and|with|until|through)\\s+(?:(?:the\\s+)?(?:(?:index|value|figure|level)s?|(?:index|value|figure|level)\\s+published)\\s+)?(?:(?:for|of|in)\\s+)?(?:the\\s+month\\s+of\\s+)?$");
    private static final Pattern SINCE =
            Pattern.compile("\\b(?:since|from|over|against)\\s+(?<month>" + MONTH + ")\\s+(?<year>\\d{4})");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:previous|preceding|last|the|for|of|to|in|and|or|between|ending|ended|through|von|im|(?:ending|ended|to)(?:\\s+on)?\\s+\\d{1,2})\\s+(?<month>"
                    + MONTH + ")\\b(?!,?\\s+\\d)");
    /** The month of the adjustment itself. */
    private static final Pattern THAT =
            Pattern.compile("\\b(?:that|this|such|the\\s+same|each)\\s+(?<month>" + MONTH + ")\\b(?!,?\\s+\\d)");
    /** So many months before the day, against the same a year earlier. */
    private static final Pattern BACK = Pattern.compile(
            "(?i)\\b(?:index|value|figure|level|published|CPIH?|RPI|change|month)\\b(?:(?!\\bnoti)[^.;]){0,60}?\\b(?:(?<count>"
                    + SpelledNumber.REGEX + ")\\s+(?:full\\s+|calendar\\s+)?months?|(?<nth>" + SpelledNumber.ORDINAL
                    + ")\\s+(?:calendar\\s+)?month)\\s+(?:immediately\\s+)?(?:before|preceding|prior\\s+to)\\b");

    private static final Pattern A_YEAR = Pattern.compile(
            "(?i)\\b(?:twelve|12)(?:\\s*\\(12\\))?[\\s-]+months?\\b|\\byear[\\s-]+on[\\s-]+year\\b|\\bannual\\s+(?:percentage\\s+)?(?:change|rate|increase|movement)|\\b(?:same|corresponding)\\s+month\\b|\\b(?:a|one)\\s+year\\s+(?:before|earlier)");

    /** Those of an adjustment from a day on; empty when the clause names no month, or several. */
    static Optional<ComparedMonths> of(String clause, LocalDate effective) {
        String words = clause.replaceAll("\\s+", " ");
        return dated(words, effective)
                .or(() -> since(words, effective))
                .or(() -> named(words, effective))
                .or(() -> back(words, effective));
    }

    /** Two months with their years, moved on by whole years for a later turn. */
    private static Optional<ComparedMonths> dated(String words, LocalDate effective) {
        List<YearMonth> months = DATED.matcher(words)
                .results()
                .filter(found -> SPAN.matcher(words.substring(0, found.start())).find()
                        || words.substring(0, found.start())
                                .matches("(?i).*\\b(?:for|of)\\s+(?:the\\s+month\\s+of\\s+)?$"))
                .map(found -> YearMonth.of(Integer.parseInt(found.group(2)), month(found.group(1))))
                .distinct()
                .sorted()
                .toList();
        if (months.size() != 2 || NAMED.matcher(words).find()) {
            return Optional.empty();
        }
        int later = last(months.get(1).getMonth(), effective).getYear()
                - months.get(1).getYear();
        return later < 0
                ? Optional.empty()
                : Optional.of(new ComparedMonths(
                        months.get(0).plusYears(later), months.get(1).plusYears(later)));
    }

    /** Against a month that stays the same. */
    private static Optional<ComparedMonths> since(String words, LocalDate effective) {
        Matcher since = SINCE.matcher(words);
        if (!since.find()) {
            return Optional.empty();
        }
        Month month = month(since.group("month"));
        List<Month> named = names(NAMED, words);
        YearMonth base = YearMonth.of(Integer.parseInt(since.group("year")), month);
        YearMonth after = last(named.isEmpty() ? month : named.get(0), effective);
        return after.isAfter(base) ? Optional.of(new ComparedMonths(base, after)) : Optional.empty();
    }

    /** A month that is named without a year, against the same a year before. */
    private static Optional<ComparedMonths> named(String words, LocalDate effective) {
        if (SINCE.matcher(words).find()) {
            return Optional.empty();
        }
        List<Month> own = names(THAT, words);
        if (own.equals(List.of(effective.getMonth()))) {
            return Optional.of(ofTheYearTo(YearMonth.from(effective)));
        }
        List<Month> all = names(NAMED, words);
        List<Month> named = all.size() == 2
                ? all.stream().filter(month -> month != effective.getMonth()).toList()
                : all;
        return named.size() == 1 ? Optional.of(ofTheYearTo(last(named.get(0), effective))) : Optional.empty();
    }

    private static Optional<ComparedMonths> back(String words, LocalDate effective) {
        Matcher back = BACK.matcher(words);
        if (!A_YEAR.matcher(words).find() || !back.find()) {
            return Optional.empty();
        }
        Optional<Integer> months = back.group("nth") == null
                ? SpelledNumber.parse(back.group("count"))
                : SpelledNumber.parseOrdinal(back.group("nth"));
        return months.filter(count -> count > 0 && count < 12)
                .map(count -> ofTheYearTo(YearMonth.from(effective).minusMonths(count)));
    }

    private static ComparedMonths ofTheYearTo(YearMonth after) {
        return new ComparedMonths(after.minusYears(1), after);
    }

    private static List<Month> names(Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .map(found -> month(found.group(1)))
                .distinct()
                .toList();
    }

    private static Month month(String name) {
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static YearMonth last(Month month, LocalDate before) {
        YearMonth same = YearMonth.of(before.getYear(), month);
        return same.isBefore(YearMonth.from(before)) ? same : same.minusYears(1);
    }
}
