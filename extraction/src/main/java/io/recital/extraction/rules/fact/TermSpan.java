package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.evidence.Span;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Both ends of a term where a short contract tells them in passing, {@code The Haulier carries the loads from 1 May 2025 to
 * 30 April 2027}, or only the first, {@code We start on 2 June 2025}.
 *
 * @param sentence that tells it
 * @param first day
 * @param last day; empty where the words tell the first alone
 */
record TermSpan(Wording.Sentence sentence, ValueMatch first, Optional<ValueMatch> last) {
    private static final int OPENING = 5_000;
    private static final int FIRST_WORDS = 2_000;
    private static final int LEAST_MONTHS = 5;
    private static final int LONGEST_YEARS = 30;
    private static final Pattern UNTIL = Pattern.compile(
            "\\s*,?\\s*(?:and\\s+(?:ends?|lasts?|runs?)\\s+|(?:it\\s+)?(?:ends?|lasts?|expires?)\\s+)?(?:to|until|till|through|up\\s+to|on|-|–|—)\\s*(?:and\\s+including\\s+|the\\s+end\\s+of\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS = Pattern.compile(
            "(?:^|[.;:\\n]\\s*|\\band\\s+)(?:[\\d.()]+\\s*)?(?:it|we|they|you|work|(?:the|this|these|our)\\s+(?:[\\w-]+\\s+){0,2}[\\w-]+)\\s+(?:(?:shall|will)\\s+)?(?:starts?|begins?|commences?|takes?\\s+effect|(?:is|are)\\s+effective|appl(?:y|ies)|(?:is|are)\\s+granted)\\s+(?:on|from|as\\s+of)\\s+(?:and\\s+after\\s+)?(?:the\\s+)?$|\\band\\s+take\\s+effect\\s+on\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile(
            "(?:\\b(?:from|beginning|starting|commencing)(?:\\s+and\\s+after|\\s+on)?|\\bvalid\\s+from|\\beffective)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    /** Terms of something else than the contract. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:dated|signed|company\\s+number|price\\s+list|list\\s+of|insur\\w+|warrant\\w+|index\\w*|increas\\w+|invoices?|reports?|means|year\\s+of\\s+this|holiday|notice|for\\s+example|rates?\\s+of|adjust\\w*|rise[sn]?|discount|amend\\w*|replac\\w+)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_FORCE =
            Pattern.compile("\\b(?:in\\s+(?:force|effect)|valid|effective|applies|apply)\\b", Pattern.CASE_INSENSITIVE);

    /** The first sentence near the beginning that tells it. */
    static Optional<TermSpan> find(FactReading contract) {
        for (Wording.Sentence sentence : contract.sentences()) {
            int at = sentence.start() - contract.start();
            boolean other = OTHER.matcher(sentence.text()).find();
            if (at < -1 || at > OPENING || other || isInTable(contract, sentence)) {
                continue;
            }
            List<ValueMatch> days = contract.dates().findAll(sentence.text());
            boolean part = contract.isAttachment()
                    && !IN_FORCE.matcher(sentence.text()).find();
            Optional<TermSpan> span =
                    part ? Optional.empty() : pair(sentence, days).or(() -> begins(contract, sentence, days));
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    private static Optional<TermSpan> pair(Wording.Sentence sentence, List<ValueMatch> days) {
        for (int i = 0; i + 1 < days.size(); i++) {
            ValueMatch first = days.get(i);
            ValueMatch last = days.get(i + 1);
            boolean until = UNTIL.matcher(sentence.text().substring(first.end(), last.start()))
                    .matches();
            if (until && isLong(first.value(), last.value())) {
                return Optional.of(new TermSpan(sentence, first, Optional.of(last)));
            }
        }
        return Optional.empty();
    }

    private static boolean isLong(TypedValue first, TypedValue last) {
        return first instanceof TypedValue.Day from
                && last instanceof TypedValue.Day to
                && from.value().plusMonths(LEAST_MONTHS).isBefore(to.value())
                && to.value().isBefore(from.value().plusYears(LONGEST_YEARS));
    }

    private static boolean isInTable(FactReading contract, Wording.Sentence sentence) {
        Span place = contract.wording().span(sentence.start(), sentence.end());
        return contract.reading()
                .findClauseAt(place.start())
                .filter(clause -> clause.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> cell.span().overlaps(place)))
                .isPresent();
    }

    /** The first day alone; a day with another soon after it is no beginning of a term. */
    private static Optional<TermSpan> begins(FactReading contract, Wording.Sentence sentence, List<ValueMatch> days) {
        boolean early = sentence.start() - contract.start() < FIRST_WORDS && !contract.isMessage();
        for (ValueMatch day : days) {
            if (days.size() > 1 && days.indexOf(day) + 1 < days.size()) {
                int next = days.get(days.indexOf(day) + 1).start();
                if (UNTIL.matcher(sentence.text().substring(day.end(), next)).matches()) {
                    return Optional.empty();
                }
            }
            String before = sentence.text().substring(0, day.start());
            Matcher from = FROM.matcher(before);
            boolean starts = BEGINS.matcher(before).find() || (early && from.find());
            if (starts && day.value() instanceof TypedValue.Day) {
                return Optional.of(new TermSpan(sentence, day, Optional.empty()));
            }
        }
        return Optional.empty();
    }
}
