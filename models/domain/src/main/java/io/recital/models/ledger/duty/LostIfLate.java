package io.recital.models.ledger.duty;

import io.recital.models.evidence.Citation;
import io.recital.models.family.Beside;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** How far the sentence that follows may stand from the end of the one before. */
    private static final int NEXT = 4;

    private LostIfLate() {}

    static boolean isSaidOf(Governed<Obligation> term) {
        String words = term.finding().citations().stream()
                        .map(citation -> term.member().beside().wholeOf(citation))
                        .flatMap(whole -> Stream.concat(Stream.of(whole), next(term, whole).stream()))
                        .map(Citation::quote)
                        .distinct()
                        .collect(Collectors.joining(" "))
                + " "
                + Objects.requireNonNullElse(term.content().consequence(), "");
        return ASSERTS.matcher(term.content().action()).find()
                && LOST.matcher(words).find();
    }

    /** The sentence that follows in the same clause: {@code A deduction not notified in that time is no longer possible}. */
    private static Optional<Citation> next(Governed<Obligation> term, Citation whole) {
        Beside beside = term.member().beside();
        return Stream.of(beside.sentences(), beside.charges(), beside.consequences())
                .flatMap(List::stream)
                .filter(said -> said.document().equals(whole.document())
                        && said.path().equals(whole.path())
                        && said.span().start() >= whole.span().end()
                        && said.span().start() - whole.span().end() <= NEXT)
                .findFirst();
    }
}
