package io.recital.retrieval.performance;

import io.recital.models.fact.Period;
import io.recital.models.governance.Governance;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question about performance asks.
 *
 * @param text the question
 * @param time that it names; empty for none
 * @param subject meanings of the words that say what it is about, without those that only ask for money, time or names
 * @param governance what the tenant steers by
 */
record Asking(String text, LocalDate asOf, Optional<Period> time, Set<String> subject, Governance governance) {
    private static final Pattern NO_SUBJECT = Pattern.compile(
            "(?i)\\b(?:over(?:charg|bill|pa)\\w*|claims?|claimed|ow(?:e|es|ed|ing)|paid|pay|bill(?:ed)?|charged?|due|worth|total|money"
                    + "|any|last|much|milestones?(?= M?\\d)|months?|years?|quarters?|weeks?|days?|today|right|correct|in order|wrong"
                    + "|meet|met|miss(?:ed)?|targets?|below|above|reach(?:ed)?|often|worst|best|still|come|came|good|anything|any|altogether"
                    + "|kept|keep|duty|duties|own|obligations?|whats|towards?|what's|ever|really|enough|exactly|apply|applied|january|february|march|april|may|june|july|august|september|october|november|december)\\b"
                    + "|\\bQ[1-4]\\b|\\b(?:19|20)\\d\\d\\b");

    static Asking of(Understanding question, Governance governance) {
        String plain = NO_SUBJECT.matcher(question.subject()).replaceAll(" ");
        Set<String> subject = new LinkedHashSet<>(Meanings.of(plain));
        question.scope().phrases().forEach(phrase -> subject.removeAll(Words.meanings(Words.of(phrase))));
        return new Asking(
                question.text(),
                question.asOf(),
                AskedPeriod.in(question.text(), question.asOf()),
                subject,
                governance);
    }

    /** The same of any time. */
    Asking atAnyTime() {
        return new Asking(text, asOf, Optional.empty(), subject, governance);
    }

    boolean says(Pattern words) {
        return words.matcher(text).find();
    }

    /** Whether a period is of the time asked for. */
    boolean isInTime(Period period) {
        return time.isEmpty() || time.get().overlaps(period);
    }

    /** Whether a period ends within the time asked for, or holds all of it. */
    boolean isAbout(Period period) {
        return time.filter(asked -> asked.overlaps(period)
                        && (asked.holds(period.to()) || (period.holds(asked.from()) && period.holds(asked.to()))))
                .isPresent();
    }

    /** The time asked for, or the twelve months before the day. */
    Period timeOrYear() {
        return time.orElse(new Period(asOf.minusYears(1).plusDays(1), asOf));
    }
}
