package io.recital.models.ledger.milestone;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Obligation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of each milestone payment that is kept back.
 *
 * @param term the finding that says so
 */
record Retention(Governed<FindingContent> term, BigDecimal percent) {
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:retain|keep back|keeps? back|hold back|withhold|retention of|einbehalt)\\w*\\W+(?:\\w+\\W+){0,6}?(?:\\w+ percent \\()?(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|percent|per cent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IS_KEPT = Pattern.compile(
            "(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|percent|per cent)\\)?\\s+(?:of\\s+(?:each|every|any|all|the|its|that)\\s+(?:\\p{L}+\\s+){1,3}?)?(?:(?:is|are|was|were|so|thus|then|of\\s+it)\\s+)*(?:retained|retention|held\\s+back|kept\\s+back|withheld|einbehalt)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_MILESTONES = Pattern.compile(
            "milestone|deliverable|instal+ment|\\b(?:each|every|any|all)\\s+(?:\\p{L}+\\s+)?(?:payments?|prices?|invoices?|sums?|fees?|amounts?)\\b|\\bprices?\\s+of\\s+(?:each|every|the)\\s+(?:step|stage|phase|part|work)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAY = Pattern.compile(
            "\\b(?:may|can|entitled|right\\s+to|option|discretion|unless)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELEASE = Pattern.compile(
            "\\b(?:release|pay|repay|return)\\b.*\\b(?:retention|retained|withheld|(?:held|kept)\\s+back)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FINAL = Pattern.compile(
            "final acceptance|acceptance of the last|last milestone|completion", Pattern.CASE_INSENSITIVE);

    /** What a contract says of it, of obligations only: an invoice rule that mentions it is none. */
    static Optional<Retention> of(Scope scope) {
        return scope.obligations()
                .filter(term -> OF_MILESTONES.matcher(term.finding().words()).find())
                .flatMap(
                        term -> percentIn(term.finding().words()).map(percent -> new Retention(term, percent)).stream())
                .findFirst();
    }

    /** Whether it is kept back whatever anybody chooses. */
    boolean isSure() {
        return !MAY.matcher(term.finding().words()).find();
    }

    private static Optional<BigDecimal> percentIn(String words) {
        for (Pattern pattern : List.of(KEPT, IS_KEPT)) {
            Matcher kept = pattern.matcher(words);
            if (kept.find()) {
                return Optional.of(new BigDecimal(kept.group("percent")));
            }
        }
        return Optional.empty();
    }

    /** The duty to release it within a time after final acceptance, or that of the last milestone; empty where there is none. */
    static Optional<Governed<FindingContent>> findRelease(Scope scope, MilestoneName last) {
        return scope.obligations()
                .filter(term -> {
                    Obligation duty = (Obligation) term.content();
                    return RELEASE.matcher(duty.action()).find()
                            && duty.deadline() instanceof Deadline.After after
                            && (FINAL.matcher(after.event()).find() || last.standsIn(after.event()));
                })
                .findFirst();
    }

    /** The last day for its release. */
    static LocalDate releasedBy(Governed<FindingContent> release, LocalDate finallyAccepted, Scope scope) {
        Obligation duty = (Obligation) release.content();
        return duty.deadline() instanceof Deadline.After after
                ? after.within().after(finallyAccepted, scope.calendar())
                : finallyAccepted;
    }
}
