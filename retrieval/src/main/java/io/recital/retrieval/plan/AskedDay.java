package io.recital.retrieval.plan;

import io.recital.retrieval.words.Dates;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day for which a question wants its answer: the one that it names, or else the one on which it is asked.
 *
 * @param day for which the answer is to hold
 * @param named whether the question names it
 * @param asSigned whether the first wording is wanted, whatever changed it
 */
record AskedDay(LocalDate day, boolean named, boolean asSigned) {
    private static final Pattern SIGNED = Pattern.compile(
            "(?i)\\bas (?:first |originally )?signed\\b|\\boriginal(?:ly)?\\b|\\bas (?:first )?agreed\\b|\\bbefore (?:the|any) "
                    + "(?:amendment|change|variation)s?\\b|\\binitially\\b");
    private static final Pattern MIDDLE = Pattern.compile("(?i)\\b(?:mid|middle of|summer)[- ](?:of )?(\\d{4})\\b");
    private static final Pattern YEAR = Pattern.compile("(?i)\\b(?:in|during|for|of|since) (20\\d{2})\\b");
    private static final Pattern TO = Pattern.compile("(?i)^\\W*(?:to|until|till|through|and|-|–)\\W*$");

    /** A day on which something is to end or to be due is what is asked for, and not the day for which it is asked. */
    private static final Pattern SOUGHT = Pattern.compile(
            "(?i)\\b(?:end|ends|ending|expires?|expiring|runs? (?:out|until)|lapses?|due|falls?|renews?|renewal|terminates?)"
                    + "(?: (?!what|which)\\w+){0,2}? (?:in|on|before|after|by|between|during|until|within)\\b(?= )");

    static AskedDay of(String question, LocalDate today) {
        boolean signed = SIGNED.matcher(question).find();
        if (SOUGHT.matcher(question).find()) {
            return new AskedDay(today, false, signed);
        }
        return named(question)
                .map(day -> new AskedDay(day, true, signed))
                .orElseGet(() -> new AskedDay(today, false, signed));
    }

    private static Optional<LocalDate> named(String question) {
        List<Dates.Named> dates = Dates.in(question);
        if (dates.size() == 1 || (dates.size() == 2 && isRange(question, dates))) {
            return Optional.of(dates.get(0).last());
        }
        Matcher middle = MIDDLE.matcher(question);
        if (middle.find()) {
            return Optional.of(
                    Year.of(Integer.parseInt(middle.group(1))).atMonth(7).atDay(1));
        }
        Matcher year = YEAR.matcher(question);
        return dates.isEmpty() && year.find()
                ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), 7, 1))
                : Optional.empty();
    }

    private static boolean isRange(String question, List<Dates.Named> dates) {
        return TO.matcher(question.substring(dates.get(0).end(), dates.get(1).start()))
                .matches();
    }
}
