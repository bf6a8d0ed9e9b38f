package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.StatedTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause that gives time to put something right, or to settle it at one level, before the next step: who may take it,
 * what begins the time, how long it is, and what the step is. It gives nothing that its words do not say.
 *
 * @param from from what the time runs, in the contract's words
 * @param next what may follow when the time is over without success
 * @param who who may take the next step, in the contract's words; empty where the sentence does not say
 * @param onlyMaterial whether it is about material breaches only: which breach is material, no rule can tell
 */
record RemedyTerm(
        Step step,
        TimeSpan within,
        String from,
        String next,
        String who,
        boolean onlyMaterial,
        Finding finding,
        Citation citation) {
    /** What follows. */
    enum Step {
        TERMINATION,
        STEP_IN,
        ESCALATION
    }

    private static final String SPAN = "(?<span>within\\s+[^.;,]{1,50}?\\b(?:day|week|month)s?)";
    private static final Pattern CURE = Pattern.compile(
            "\\b(?:remed(?:y|ies|ied)|cures?|cured|rectif(?:y|ies|ied)|put\\s+(?:it\\s+)?right)\\b[^.;]{0,60}?\\b"
                    + SPAN + "\\s+(?:of|after|from|following)\\s+(?<from>[^.;,:]{3,100})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSETTLED = Pattern.compile(
            "\\b(?:not|un|cannot\\s+be)\\s*(?:been\\s+)?(?:resolved|settled|agreed)\\b[^.;]{0,40}?\\b" + SPAN
                    + "\\s+(?:of|after|from|following)\\s+(?<from>[^.;,:]{3,80}?)(?=[,;]|\\s+(?:is|are|shall|must|may|will|either)\\b)[^.]{0,60}?\\b(?:escalat\\w+|refer\\w*)[^.]{0,20}?\\bto\\s+(?<whom>[^.,;]{3,80})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERMINATES = Pattern.compile(
            "\\b(?:may|is\\s+entitled\\s+to|(?:shall\\s+)?ha(?:s|ve)\\s+the\\s+right\\s+to|can)\\b[^.]{0,80}?\\bterminate",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STEPS_IN = Pattern.compile(
            "\\b(?:may|is\\s+entitled\\s+to|(?:shall\\s+)?ha(?:s|ve)\\s+the\\s+right\\s+to|can)\\b[^.]{0,80}?\\bstep\\s+in",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHO = Pattern.compile(
            "(?:^|[.;]\\s+|\\d\\s+)(?<who>(?:either|each|a|any|the\\s+\\w+|neither)?\\s*(?:party|[A-Z]\\w+))\\s+(?:may|is\\s+entitled|(?:shall\\s+)?ha(?:s|ve)\\s+the\\s+right|can)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MATERIAL = Pattern.compile("\\bmaterial(?:ly)?\\b", Pattern.CASE_INSENSITIVE);

    RemedyTerm {
        requireNonNull(step, "step");
        requireNonNull(within, "within");
        requireNonNull(finding, "finding");
        requireNonNull(citation, "citation");
    }

    /** Those of a family that are in force, each passage once. */
    static List<RemedyTerm> of(Dossier dossier) {
        List<RemedyTerm> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Governed<FindingContent> governed : dossier.family().listInForce(FindingContent.class, dossier.asOf())) {
            List<Citation> citations = governed.finding().citations();
            StringBuilder whole = new StringBuilder();
            citations.forEach(citation -> whole.append(citation.quote()).append(' '));
            for (Citation citation : citations) {
                read(governed.finding(), citation, whole.toString())
                        .filter(term -> seen.add(citation.document() + " " + term.step() + " "
                                + citation.quote().replaceAll("\\s+", " ").strip()))
                        .ifPresent(terms::add);
            }
        }
        return terms;
    }

    /** What a citation says; a list's stem among the finding's other words says who may do what. */
    private static Optional<RemedyTerm> read(Finding finding, Citation citation, String whole) {
        String quote = citation.quote().replaceAll("\\s+", " ");
        String all = whole.replaceAll("\\s+", " ");
        Matcher unsettled = UNSETTLED.matcher(quote);
        if (unsettled.find()) {
            return StatedTime.in(unsettled.group("span"))
                    .map(span -> term(
                            Step.ESCALATION,
                            span,
                            unsettled.group("from"),
                            "it goes to " + unsettled.group("whom").strip(),
                            "",
                            finding,
                            citation));
        }
        Matcher cure = CURE.matcher(quote);
        boolean terminates = TERMINATES.matcher(all).find();
        boolean stepsIn = STEPS_IN.matcher(all).find();
        if (!cure.find() || !(terminates || stepsIn)) {
            return Optional.empty();
        }
        Matcher who = WHO.matcher(all);
        String holder = who.find() ? who.group("who").strip() : "";
        return StatedTime.in(cure.group("span"))
                .map(span -> term(
                        terminates ? Step.TERMINATION : Step.STEP_IN,
                        span,
                        cure.group("from"),
                        terminates ? "the right to terminate" : "the right to step in",
                        holder,
                        finding,
                        citation));
    }

    private static RemedyTerm term(
            Step step, TimeSpan span, String from, String next, String who, Finding finding, Citation citation) {
        boolean material = MATERIAL.matcher(citation.quote()).find();
        return new RemedyTerm(
                step, span, from.strip(), next, who.equalsIgnoreCase("it") ? "" : who, material, finding, citation);
    }
}
