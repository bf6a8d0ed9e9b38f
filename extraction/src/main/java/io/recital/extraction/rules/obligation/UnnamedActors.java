package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is to be done by a party that the sentence does not name: {@code Invoices are payable}, {@code Each invoice shall state}. */
final class UnnamedActors {
    private static final String DOCUMENT =
            "(?:invoices?|reports?|plans?|scorecards?|statements?|certificates?|proposals?|minutes|notices?|forecasts?|delivery\\s+notes?|labels?|certificate|polic(?:y|ies)|insurance|communications?|correspondence)";
    /** A document that is to say or to have something. */
    private static final Pattern DOCUMENT_SAYS = Pattern.compile(
            "^\\W*(?<document>(?:(?:each|every|all|any|the|an?|such|its)\\s+)?(?:[\\w’'-]+\\s+){0,4}?" + DOCUMENT
                    + "(?:\\s+(?:under|for|of|to|that|which|dated|delivered|with|given|after)\\b[^,;.:]{1,70}?|\\s+(?:hereunder|required|permitted|or|and|pursuant|provided|made|from|between|about)\\b[^;:]{0,160}?|\\s*,[^;:]{1,160}?)?)\\s+"
                    + "(?<modal>shall|must|will)(?<not>\\s+not)?\\s+(?<rest>(?:also\\s+|separately\\s+|at\\s+least\\s+)*"
                    + "(?:state|show|name|contain|specify|identify|list|give|bear|set\\s+out|describe|include|cover|provide\\s+(?:for|that)|be\\s+(?:in|effective\\s+only|sent\\s+(?:by|to)|accompanied|supported|addressed|for|made\\s+in)\\b|have\\s+the|come\\s+with)\\b.*)$",
            Pattern.CASE_INSENSITIVE);
    /** What is done in the present tense where a contract means that it shall be done. */
    private static final Pattern PRESENT = Pattern.compile(
            "^\\W*(?<undergoer>(?!(?:if|when|where|whenever|unless|until|as|while|should|it|there|this|that|which|who|in|on|at)\\b)[^;:]{3,150}?)\\s+(?:is|are)\\s+(?<not>not\\s+|never\\s+)?(?<adverb>(?:then|also|always|\\w+ly)\\s+)?"
                    + "(?<participle>payable|paid(?:\\s+for)?|charged|invoiced|stored|reported|counted|booked|settled|exchanged|unloaded|loaded|shipped|credited|deducted|reimbursed|refunded|set\\s+off|carried\\s+forward|picked|packed|kept\\s+apart|informed|excluded|added(?=\\s+(?:at|to)\\b)|claimed(?=\\s+in))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONLY = Pattern.compile(
            "^\\s*(?:be\\s+)?(?:\\w+\\s+){1,3}?(?:only|solely|exclusively|except|save|unless)\\b|\\bonly\\s+(?:by|after|with|if|once|when)\\b|\\bsave\\s+by\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FACTUAL = Pattern.compile(
            "\\b(?:defined|means|deemed|terms|word|words|definition|headings?|obligations?|rights?|liabilit(?:y|ies)|remed(?:y|ies)|clauses?|sections?|articles?|defaults?|date|laws?|dispute|information)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FINITE = Pattern.compile(
            "(?<!that\\s)(?<!which\\s)\\b(?:is|are|was|were|runs?|does|do|shall|will|must)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARGES =
            Pattern.compile("\\b(?:sur)?charges?|fees?|costs?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRONTED = Pattern.compile(
            "^\\W*(?:if|when|where|upon|on|from|after|until|during|within|for|in|with\\s+effect\\s+from|notwithstanding|once)\\b[^,;]{3,200},\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final double PRESENT_WEIGHT = 0.6;
    private static final double DOCUMENT_WEIGHT = 0.7;

    private final ImpliedActor actors;

    UnnamedActors(ImpliedActor actors) {
        this.actors = actors;
    }

    /** What a sentence with no party for its subject says is to be done. */
    List<Assertion> in(String sentence) {
        List<Assertion> found = new ArrayList<>();
        int from = startOfMainClause(sentence);
        String lead = sentence.substring(0, from);
        String main = sentence.substring(from);
        document(lead, main).or(() -> present(lead, main)).ifPresent(found::add);
        return found;
    }

    /** Past a fronted condition or time: {@code If …, } and {@code From 1 May, }. */
    private static int startOfMainClause(String sentence) {
        Matcher fronted = FRONTED.matcher(sentence);
        return fronted.find() ? fronted.end() : 0;
    }

    private Optional<Assertion> document(String lead, String main) {
        Matcher says = DOCUMENT_SAYS.matcher(main);
        if (!says.find()) {
            return Optional.empty();
        }
        String document = says.group("document");
        String rest = says.group("rest").strip();
        Modality modality = says.group("not") == null ? Modality.DUTY : Modality.PROHIBITION;
        return actors.of(document, rest)
                .map(subject -> new Assertion(
                        subject,
                        modality,
                        lead,
                        Conditions.tidy(rest) + " (" + document.strip() + ")",
                        null,
                        DOCUMENT_WEIGHT));
    }

    private Optional<Assertion> present(String lead, String main) {
        Matcher done = PRESENT.matcher(main);
        if (!done.find()) {
            return Optional.empty();
        }
        String undergoer = done.group("undergoer").strip();
        if (FACTUAL.matcher(undergoer).find() || FINITE.matcher(undergoer).find()) {
            return Optional.empty();
        }
        String participle = done.group("participle");
        String rest = main.substring(done.end());
        boolean excluded = participle.equalsIgnoreCase("excluded");
        if (excluded && !CHARGES.matcher(undergoer).find()) {
            return Optional.empty();
        }
        Modality modality = done.group("not") != null || excluded ? Modality.PROHIBITION : Modality.DUTY;
        String action = "be " + (excluded ? "charged" : participle.toLowerCase(Locale.ROOT)) + rest;
        return actors.of(undergoer, participle)
                .map(subject -> new Assertion(subject, modality, lead, action, undergoer, PRESENT_WEIGHT));
    }

    /** What a modal passive without an agent says; empty when nobody can be taken to act. */
    Optional<Assertion> passive(ModalPhrase phrase, String lead, String undergoer, String action) {
        if (FACTUAL.matcher(undergoer).find() && !undergoer.matches("(?i).*\\binformation")) {
            return Optional.empty();
        }
        @Nullable Modality modality = modality(phrase, undergoer, action);
        return modality == null
                ? Optional.empty()
                : actors.of(undergoer, action)
                        .map(subject -> new Assertion(
                                subject,
                                modality,
                                lead,
                                phrase.modality() == Modality.RIGHT
                                                && modality == Modality.PROHIBITION
                                                && !action.matches("(?i).*\\bexcept\\b.*")
                                        ? action.replaceFirst("\\b(?:only|solely|exclusively)\\b", "except")
                                        : action,
                                undergoer.replaceFirst("(?i)^\\W*no\\b", "any"),
                                phrase.weight() * subject.sure()));
    }

    private static @Nullable Modality modality(ModalPhrase phrase, String undergoer, String action) {
        boolean no = undergoer.matches("(?i)\\W*no\\b.*");
        boolean only = ONLY.matcher(action).find() || ImpliedActor.isChangeInWriting(undergoer, action);
        return switch (phrase.modality()) {
            case DUTY -> no ? Modality.PROHIBITION : Modality.DUTY;
            case RIGHT -> no || only ? Modality.PROHIBITION : Modality.RIGHT;
            case PROHIBITION -> Modality.PROHIBITION;
        };
    }
}
