package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a contract treats credits beside other money: whether they count towards the limit of liability, and whether they are all
 * that a miss costs, leave damages open, or are deducted from them. Each with the sentence that says so.
 */
record CreditTreatment(
        Optional<Citation> counted,
        Optional<Citation> apart,
        Optional<Citation> sole,
        Optional<Citation> beside,
        Optional<Citation> deducted) {
    private static final String CREDITS =
            "(?:credits?|deductions?|abatements?|malus|performance\\s+adjustments?|price\\s+adjustments?|reductions?)";
    private static final Pattern OF_CREDITS = Pattern.compile("\\b" + CREDITS + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDER_A_SCHEDULE = Pattern.compile(
            "\\bamounts?\\s+(?:due\\s+|payable\\s+|paid\\s+)?under\\s+(?:annex|schedule|appendix|exhibit|attachment)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String LIMIT = "(?:caps?|limits?|limitations?|liabilit(?:y|ies)|ceilings?|maximum)";
    private static final Pattern COUNTS = Pattern.compile(
            "\\b(?:count(?:s|ed)?|appl(?:y|ies|ied)|accru\\w+|go(?:es)?|credited|contribute[sd]?)\\s+(?:in\\s+full\\s+)?(?:towards?|against|to)\\b[^.;]{0,80}\\b"
                    + LIMIT
                    + "\\b|\\b(?:included|taken\\s+into\\s+account|reckoned|considered|counted)\\s+(?:in|when|for|as\\s+part\\s+of|within|under)\\b[^.;]{0,80}\\b"
                    + LIMIT
                    + "\\b|\\b(?:reduces?|erodes?|deplete[sd]?|exhausts?)\\s+(?:the|its|that)\\s+(?:\\p{L}+\\s+){0,3}?"
                    + LIMIT + "\\b|\\b(?:is|are|be)\\s+subject\\s+to\\s+the\\s+(?:\\p{L}+\\s+){0,3}?" + LIMIT
                    + "\\b|\\bfall(?:s|ing)?\\s+(?:within|under)\\s+the\\s+(?:\\p{L}+\\s+){0,3}?" + LIMIT
                    + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT = Pattern.compile(
            "\\b(?:not|never|neither|nor|no)\\b[^.;,]{0,60}\\b(?:count\\w*|appl\\w+|accru\\w+|go(?:es)?|included|taken|reckoned|considered|reduces?|erode\\w*|deplete\\w*|subject|fall\\w*|contribute\\w*|credited)\\b|\\b(?:excluded\\s+from|outside(?:\\s+of)?|in\\s+addition\\s+to|separate\\s+from|disregarded|left\\s+out)\\b[^.;]{0,80}\\b"
                    + LIMIT + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOLE = Pattern.compile(
            "\\b(?:sole|only|exclusive)\\b[^.;]{0,40}\\bremed(?:y|ies)\\b|\\b" + CREDITS
                    + "\\b[^.;]{0,80}\\bin\\s+full\\s+(?:and\\s+final\\s+)?(?:settlement|satisfaction)\\b|\\bno\\s+(?:further|other)\\s+(?:claims?|rights?|remed\\w+|damages)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_SOLE = Pattern.compile(
            "\\b(?:not|nor|never)\\b[^.;]{0,40}\\b(?:sole|only|exclusive)\\b[^.;]{0,40}\\bremed(?:y|ies)\\b|\\bwithout\\s+prejudice\\s+to\\b|\\bin\\s+addition\\s+to\\b[^.;]{0,60}\\b(?:rights?|remed\\w+|damages|claims?)\\b|\\b(?:do(?:es)?|shall|will)\\s+not\\s+(?:limit|affect|exclude|prejudice|restrict|replace)\\b[^.;]{0,80}\\b(?:rights?|damages|remed\\w+|claims?)\\b|\\b(?:keeps?|retains?|reserves?)\\b[^.;]{0,60}\\b(?:rights?|claims?)\\b[^.;]{0,40}\\bdamages\\b|\\b(?:further|additional|higher)\\s+damages\\b[^.;]{0,60}\\b(?:remain|may|can|are)\\b|\\bdamages\\b[^.;]{0,80}\\b(?:remain|unaffected|may\\s+(?:also|still)\\s+be\\s+claimed)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEDUCTED = Pattern.compile(
            "\\b" + CREDITS
                    + "\\b[^.;]{0,100}\\b(?:deducted\\s+from|set\\s+off\\s+against|set\\s+against|offset\\s+against|credited\\s+against|counts?\\s+(?:towards?|against)|taken\\s+into\\s+account\\s+(?:in|when)|taken\\s+off|reduces?)\\b[^.;]{0,80}\\bdamages\\b|\\bdamages\\b[^.;]{0,120}\\b(?:reduced\\s+by|less|net\\s+of|after\\s+deduct\\w+|minus)\\b[^.;]{0,60}\\b"
                    + CREDITS + "\\b",
            Pattern.CASE_INSENSITIVE);

    /** How the documents that speak for a contract treat the credits of a period. */
    static CreditTreatment of(Dossier dossier, String contract, Period period) {
        return of(words(dossier, contract, period).toList());
    }

    /** What some sentences say together; the first that says something has the word. */
    static CreditTreatment of(List<Citation> words) {
        List<Citation> all = words.stream().distinct().toList();
        Optional<Citation> apart = first(all, CreditTreatment::isApart);
        return new CreditTreatment(
                apart.isPresent() ? Optional.empty() : first(all, CreditTreatment::isCounted),
                apart,
                first(all, quote -> isOfCredits(quote) && SOLE.matcher(quote).find() && !isBeside(quote)),
                first(all, CreditTreatment::isBeside),
                first(all, quote -> DEDUCTED.matcher(quote).find()));
    }

    private static Optional<Citation> first(List<Citation> all, java.util.function.Predicate<String> says) {
        return all.stream().filter(citation -> says.test(citation.quote())).findFirst();
    }

    private static boolean isOfCredits(String quote) {
        return OF_CREDITS.matcher(quote).find();
    }

    private static boolean isCounted(String quote) {
        return (isOfCredits(quote) || UNDER_A_SCHEDULE.matcher(quote).find())
                && COUNTS.matcher(quote).find()
                && !NOT.matcher(quote).find();
    }

    private static boolean isApart(String quote) {
        boolean ofALimit = Pattern.compile("\\b" + LIMIT + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(quote)
                .find();
        return isOfCredits(quote) && ofALimit && NOT.matcher(quote).find();
    }

    private static boolean isBeside(String quote) {
        return isOfCredits(quote)
                && (NOT_SOLE.matcher(quote).find() || DEDUCTED.matcher(quote).find());
    }

    /** All that stands in documents which speak for the contract about credits. */
    private static Stream<Citation> words(Dossier dossier, String contract, Period period) {
        Set<FamilyMember> members = new LinkedHashSet<>();
        PromisedMeasure.on(dossier.family(), period.to(), contract)
                .forEach(measure -> members.add(measure.governed().member()));
        dossier.family()
                .listInForce(CommercialLever.class, period.to(), contract)
                .forEach(lever -> members.add(lever.member()));
        dossier.family()
                .listInForce(Obligation.class, period.to(), contract)
                .forEach(duty -> members.add(duty.member()));
        return members.stream()
                .flatMap(member -> Stream.of(
                                member.findings().stream().flatMap(finding -> finding.citations().stream()),
                                member.beside().sentences().stream(),
                                member.beside().consequences().stream())
                        .flatMap(each -> each))
                .filter(citation -> isOfCredits(citation.quote())
                        || UNDER_A_SCHEDULE.matcher(citation.quote()).find());
    }
}
