package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells that who does a thing too late loses a right and owes nothing: {@code must notify a deduction within two months, after
 * which it is no longer possible}. That is no breach; the check of the right itself counts the time.
 */
final class LostIfLate {
    private static final Pattern ASSERTS = Pattern.compile(
            "\\b(?:claim|notif|deduct|demand|request|assert|exercis|object|disput|contest|challeng|invok|declar|complain|raise|ask\\b|set\\s+off|withhold|(?:give|send)\\s+(?:\\w+\\s+){0,3}notice\\s+of\\s+(?:the|a|any|its|each)\\s+(?:\\w+\\s+)?(?:claim|deduction|credit|defect))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOST = Pattern.compile(
            "\\b(?:no\\s+longer\\s+(?:possible|be|claim|due|ask|allowed)|laps\\w*|forfeit\\w*|time-?barred|(?:is|are|be|been|shall\\s+be)\\s+(?:barred|excluded|lost|waived|deemed\\s+(?:accepted|waived|approved)|forever\\s+waived|extinguished)|los(?:es|e|ing)\\s+(?:the|its|his|any|that|all|such)\\b|waives?\\b|extinguish\\w*|ceases?\\s+to)",
            Pattern.CASE_INSENSITIVE);

    private LostIfLate() {}

    static boolean isSaidOf(Governed<Obligation> term) {
        String words = term.finding().citations().stream()
                        .map(citation -> whole(term, citation))
                        .distinct()
                        .collect(Collectors.joining(" "))
                + " "
                + Objects.requireNonNullElse(term.content().consequence(), "");
        return ASSERTS.matcher(term.content().action()).find()
                && LOST.matcher(words).find();
    }

    private static String whole(Governed<Obligation> term, Citation citation) {
        return term.member().beside().wholeOf(citation).quote();
    }
}
