package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment terms without a length of time: on receipt, in advance, on the first of each month, before shipment. */
final class PaymentTimeRule implements LeverRule {
    private static final Pattern OWED = Pattern.compile(
            "\\b(?:invoices?|fees?|charges?|rents?|prices?|amounts?|payments?|royalt(?:y|ies)|commissions?|balance|sums?|compensation|orders)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN = Pattern.compile(
            "\\b(?:due|payable|paid|pays?|payments?|made)\\b[^.;]{0,70}?\\b(?<when>(?:up)?on\\s+(?:its\\s+|the\\s+)?receipt\\b[^.;,]{0,40}|(?:(?:monthly|quarterly|annually|weekly)\\s+)?in\\s+(?:advance|arrears)|(?:on\\s+or\\s+before|by|no\\s+later\\s+than|not\\s+later\\s+than|on)\\s+the\\s+(?:first|last|\\d{1,2}(?:st|nd|rd|th)|[a-z-]{3,12}th)\\s+(?:\\(\\d+\\w*\\)\\s+)?(?:(?:business\\s+|calendar\\s+)?day\\s+(?:of|following)|of\\s+(?:the|each)\\s+(?:following|next|month))[^.;,]{0,60}|(?:in\\s+full\\s+)?(?:prior\\s+to|before|upon|at\\s+the\\s+time\\s+of)\\s+(?:shipment|delivery)|cash\\s+on\\s+delivery|C\\.O\\.D)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TERM = Pattern.compile(
            "\\b(?:interest|late|overdue|past\\s+due|insur\\w+|tax(?:es)?|VAT|refund\\w*|terminat\\w+|notice|dispute\\w*|audit\\w*|damages|salary|dividend\\w*|notes?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A sentence that states sums is read for what they are; one with a length of time is read elsewhere. */
    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        if (!sentence.says(WHEN) || !sentence.says(OWED) || sentence.says(NO_TERM)) {
            return List.of();
        }
        boolean stated = !sentence.figures().amounts().isEmpty()
                || !sentence.figures().durations().isEmpty();
        Matcher when = WHEN.matcher(sentence.text());
        if (stated || !when.find()) {
            return List.of();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.FROM, when.group("when"))));
        Values.FREQUENCIES
                .findFirst(sentence.text())
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        return List.of(sentence.lever(LeverType.PAYMENT_TERM, 0.68, parameters));
    }
}
