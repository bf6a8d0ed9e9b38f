package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sentences after agreed damages add to them: their limit, what goes free, and until when they may be claimed. */
final class DelayTerms {
    private static final Pattern LIMITED = Pattern.compile(
            "\\b(?:damages|penalt(?:y|ies)|liquidated\\s+(?:sums?|amounts?)|(?:this|that|such|the)\\s+(?:sum|amount|allowance|deduction)|Vertragsstrafe)\\b(?:[^.;]|\\.(?=\\d)){0,100}?\\b(?:exceed|be\\s+(?:more|higher|greater)\\s+than|limited\\s+to|capped\\s+at|at\\s+most|no\\s+more\\s+than)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIMED = Pattern.compile(
            "\\b(?:claim(?:s|ed)?|assert(?:s|ed)?|demand(?:s|ed)?|asks?\\s+for|asked\\s+for|request(?:s|ed)?|declare[ds]?|deduct)\\b[^.;]{0,100}\\bwithin\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_DAMAGES = Pattern.compile(
            "\\b(?:damages|penalt(?:y|ies)|sums?|amounts?|allowances?|deductions?|adjustments?|it|them)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_GOODS =
            Pattern.compile("\\b(?:defects?|warrant\\w*|replacement|invoices?\\s+within)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_A_PERIOD = Pattern.compile(
            "\\b(?:for|in|of)\\s+(?:one|an?|each|any|every)\\s+(?:calendar\\s+)?(?:month|quarter|year)\\b",
            Pattern.CASE_INSENSITIVE);

    private DelayTerms() {}

    static void add(List<LeverParameter> known, String next, List<LeverParameter> added) {
        Matcher limit = LIMITED.matcher(next);
        if (!LeverTerms.has(known, Name.CAP) && limit.find()) {
            Values.add(added, Name.CAP, Values.rate(next, limit.end() - 1));
            if (!LeverTerms.has(known, Name.FREQUENCY)
                    && IN_A_PERIOD.matcher(next).find()) {
                Values.frequency(next.replaceFirst("(?i)\\b(?:for|in|of)\\s+(?:one|an?)\\s+", "in each "))
                        .ifPresent(every -> added.add(parameter(Name.FREQUENCY, every)));
            }
        }
        if (!LeverTerms.has(known, Name.FLOOR)) {
            DelayWords.free(next).ifPresent(added::add);
        }
        Matcher claim = CLAIMED.matcher(next);
        if (!LeverTerms.has(known, Name.PERIOD)
                && claim.find()
                && OF_DAMAGES.matcher(next).find()
                && !OF_GOODS.matcher(next).find()) {
            Values.add(added, Name.PERIOD, Values.from(Values.DURATIONS.findAll(next), claim.end()));
        }
    }
}
