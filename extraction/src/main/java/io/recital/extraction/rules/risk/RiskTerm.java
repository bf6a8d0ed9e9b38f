package io.recital.extraction.rules.risk;

import io.recital.extraction.rules.wording.Cue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A term that shifts risk between the parties, and how its sentences are worded. */
enum RiskTerm {
    INDEMNITY(
            "Indemnity",
            "\\b(?:shall|will|must|agrees? to|undertakes? to|is to|has to)\\b.{0,200}?\\b(?:indemnify|hold\\b.{0,60}?\\bharmless)\\b"),
    FORCE_MAJEURE(
            "Force Majeure",
            "(?:\\b(?:not|neither|no|released|relieved|excused|suspended)\\b.*(?:force majeure|beyond\\b.{0,40}?\\bcontrol\\b)"
                    + "|(?:force majeure|beyond\\b.{0,40}?\\bcontrol\\b).*\\b(?:prevent|excuse|release|relieve|not be (?:liable|in breach)|suspend))"),
    DATA_PROTECTION(
            "Data Protection",
            "\\bpersonal (?:data|information)\\b|\\bdata protection\\b|\\bGDPR\\b|\\bDSGVO\\b|\\bprivacy laws?\\b"),
    CONFIDENTIALITY(
            "Confidentiality",
            "\\b(?:confidential|confidence|secret|secrets|non-public)\\b.*\\b(?:keep|hold|use|disclose|treat|maintain|protect|reveal)\\b"
                    + "|\\b(?:keep|hold|use|disclose|treat|maintain|protect|reveal)\\b.*\\b(?:confidential|in confidence|secret|secrets|non-public)\\b"),
    SET_OFF(
            "Set-Off",
            "\\bset(?:ting)?[- ]?off\\b(?! against each other)|\\bdeduct\\b.{0,80}?\\bfrom (?:any|its next|the next|a later|the invoice)\\b"),
    SOLE_REMEDY(
            "Sole Remedy",
            "\\b(?:sole|exclusive|only)\\b(?: and exclusive)?(?: financial| monetary)? (?:remed(?:y|ies)|recourse)\\b");

    private static final Pattern BINDING = Pattern.compile(
            "(?i)\\b(?:shall|will|must|may|agrees?|undertakes?|is to|has to|have to|cannot|do so only|are to)\\b");

    private final String label;
    private final Pattern wording;

    RiskTerm(String label, String wording) {
        this.label = label;
        this.wording = Pattern.compile("(?is)" + wording);
    }

    /** The name by which findings bear it. */
    String label() {
        return label;
    }

    /** The terms that a sentence states. */
    static List<RiskTerm> of(String sentence) {
        String folded = Cue.fold(sentence);
        return Arrays.stream(values())
                .filter(term -> term.isStatedBy(sentence, folded))
                .toList();
    }

    private boolean isStatedBy(String sentence, String folded) {
        if (!Cue.of(wording).mayStandIn(folded)) {
            return false;
        }
        boolean bindsSomebody =
                switch (this) {
                    case DATA_PROTECTION, CONFIDENTIALITY, SET_OFF ->
                        BINDING.matcher(sentence).find();
                    case INDEMNITY, FORCE_MAJEURE, SOLE_REMEDY -> true;
                };
        return bindsSomebody && wording.matcher(sentence).find();
    }
}
