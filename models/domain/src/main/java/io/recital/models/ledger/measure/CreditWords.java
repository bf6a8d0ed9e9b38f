package io.recital.models.ledger.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** Tells by its words whether a claim, a credit note or an invoice line is about the money that a miss is worth. */
final class CreditWords {
    /** The sorts of money that follow from a miss. */
    enum Sort {
        CREDIT(
                "service\\s*-?credit|performance\\s+credit|credit\\s+for\\s+(?:the\\s+)?(?:service|availab)|service\\s+level|\\bsla\\b|\\bkpi\\b|malus|performance\\s+adjustment|\\babatement|\\brebate\\s+of\\s+(?:the\\s+)?(?:charge|fee)|\\bminderung"),
        DAMAGES("liquidated|schadens?ersatz|vertragsstrafe|penalt|delay\\s+damages|late\\s+deliver"),
        DEDUCTION("\\bpoints?\\b|punkt|deduction|\\babatement|\\bstage\\b");

        private final Pattern words;

        Sort(String words) {
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        }

        boolean isNamedIn(String subject) {
            return words.matcher(subject).find();
        }
    }

    /** What a clause itself calls the money: {@code pays a quality charge of 1%}. */
    private static final Pattern OWN_NAME = Pattern.compile(
            "\\b(?:an?|the|such|each|this)\\s+(?<name>(?:\\p{L}+[\\s-]){1,3}(?:charges?|credits?|reductions?|deductions?|abatements?|compensation|allowances?|adjustments?|malus|bonus|refunds?))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> PLAIN = Set.of(
            "credit",
            "charge",
            "reduction",
            "deduction",
            "month",
            "monthly",
            "such",
            "said",
            "relevant",
            "total",
            "full",
            "service",
            "rate",
            "level",
            "time",
            "plant",
            "software",
            "system",
            "platform");
    /** Money of other reasons. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:interest|discount|skonto|overpa\\p{L}+|price|pricing|overcharg\\p{L}+|return(?:ed)?|goodwill|duplicate|wrong|correction\\s+of\\s+invoice|rebate)\\b",
            Pattern.CASE_INSENSITIVE);

    private CreditWords() {}

    static boolean isAbout(String subject, Sort sort, List<PromisedMeasure> measures) {
        boolean otherSort = Arrays.stream(Sort.values()).anyMatch(other -> other != sort && other.isNamedIn(subject));
        return sort.isNamedIn(subject)
                || (!otherSort
                        && sort == Sort.CREDIT
                        && measures.stream().anyMatch(measure -> names(subject, measure) || isNear(subject, measure)));
    }

    /** Whether a sum is just what is due, to the cent, and its words have something in common with the clause. */
    static boolean isExactly(BigDecimal sum, String subject, Money worth, List<PromisedMeasure> measures) {
        TellingWords said = TellingWords.of(subject);
        return sum.compareTo(worth.getAmount()) == 0
                && measures.stream()
                        .flatMap(measure -> measure.citations().stream())
                        .anyMatch(citation -> said.shared(TellingWords.of(citation.quote())) >= 2);
    }

    private static boolean names(String subject, PromisedMeasure measure) {
        boolean byCode = measure.code()
                .map(code -> Pattern.compile("\\b" + Pattern.quote(code) + "\\b")
                        .matcher(subject)
                        .find())
                .orElse(false);
        TellingWords name = TellingWords.of(measure.name()).without(Set.of("rate"));
        return byCode
                || (!name.isEmpty()
                        && TellingWords.of(subject).shared(name) == name.all().size());
    }

    /** Whether it has a telling word of the measure's name, or what the clause calls the money, and no other reason. */
    private static boolean isNear(String subject, PromisedMeasure measure) {
        if (OTHER.matcher(subject).find()) {
            return false;
        }
        TellingWords said = TellingWords.of(subject);
        MeasureWords telling = MeasureWords.of(
                String.join(" ", TellingWords.of(measure.name()).without(PLAIN).all()));
        return telling.shared(MeasureWords.of(subject)) > 0
                || measure.citations().stream()
                        .flatMap(citation -> OWN_NAME.matcher(citation.quote()).results())
                        .map(found -> TellingWords.of(found.group(1)))
                        .anyMatch(own -> !own.without(PLAIN).isEmpty()
                                && said.shared(own) == own.all().size());
    }
}
