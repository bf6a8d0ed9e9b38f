package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises in the note of a report that something was not the fault of who promised the measure: it was caused by the other
 * side, was planned, or could not be prevented. What is excused claims nothing.
 */
final class Excuse {
    private static final Pattern CAUSED = Pattern.compile(
            "\\b(?:caused\\s+by|due\\s+to|because\\s+of|attributable\\s+to|result(?:ed|ing)?\\s+from|at\\s+the\\s+request\\s+of|requested\\s+by|fault\\s+of|act\\s+of|responsibility\\s+of|verursacht\\s+durch)\\s+(?<who>[^.;,]{2,60})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCUSED = Pattern.compile(
            "\\b(?:excused|force\\s+majeure|höhere\\s+gewalt|(?:planned|scheduled|agreed|announced)\\s+(?:maintenance|downtime|outage|work)|relief\\s+(?:event|granted)|does\\s+not\\s+count|not\\s+counted)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Then the figures are those that count. */
    private static final Pattern TAKEN_OUT = Pattern.compile(
            "\\b(?:removed|left\\s+out|taken\\s+out|deducted|already|without|net\\s+of|not\\s+included|excluding|excluded\\s+from)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|never|no)\\s+(?:\\p{L}+\\s+)?(?:excused|caused|due|attributable|planned|scheduled|agreed|force|relief)|\\b(?:disputed|rejected|unannounced|without\\s+notice)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BUYER = Pattern.compile(
            "\\b(?:customer|client|buyer|purchaser|principal|hirer|lessee|licensee|authority|employer|user|kunden?|auftraggeber\\p{L}*|besteller\\p{L}*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OURS = Pattern.compile("\\b(?:us|our|ours|we|own)\\b", Pattern.CASE_INSENSITIVE);

    /** What a contract does not count. */
    private static final Pattern LEAVES_OUT = Pattern.compile(
            "\\b(?:(?:is|are|does|do|shall|will)\\s+not\\s+(?:be\\s+)?(?:count(?:ed|s)?|taken|considered|included|deemed|treated)|disregarded|not\\s+responsible|left\\s+out|excluded|not\\s+apply|excused|not\\s+attributable|no\\s+(?:\\p{L}+\\s+){0,2}(?:penalty|credit|discount|reduction|deduction|compensation|allowance|charge)s?\\s+(?:\\p{L}+\\s+){0,3}(?:levied|due|owed|payable|given))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> PLAIN = Set.of(
            "time",
            "month",
            "hour",
            "minute",
            "day",
            "counted",
            "count",
            "does",
            "during",
            "which",
            "other",
            "reason",
            "report",
            "service",
            "call",
            "fault",
            "failure",
            "caused",
            "cause",
            "event",
            "penalty",
            "credit",
            "reduction",
            "included",
            "engineer",
            "correction",
            "figure",
            "result",
            "measurement",
            "contract",
            "agreement",
            "shall",
            "cannot",
            "could");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "limited",
            "ltd",
            "gmbh",
            "inc",
            "llc",
            "llp",
            "corp",
            "corporation",
            "company",
            "plc",
            "ag",
            "sa",
            "bv",
            "ab",
            "kg",
            "co",
            "group",
            "holding",
            "international",
            "seller",
            "supplier",
            "provider",
            "contractor",
            "vendor",
            "licensor");

    private Excuse() {}

    /**
     * Whether it is open if what is noted beside a row excuses it: the note has a word of a cause that the contract leaves out,
     * or names the other side.
     */
    static boolean isOpen(Measurement row, PromisedMeasure measure, Dossier dossier) {
        String note = row.note();
        if (note.isBlank() || TAKEN_OUT.matcher(note).find()) {
            return false;
        }
        if (isNoted(row, dossier)) {
            return true;
        }
        Set<String> said = stems(note);
        boolean owedIsNamed = said.stream().anyMatch(namesOfTheOwed(dossier)::contains)
                || BUYER.matcher(note).find();
        return owedIsNamed
                || measure.wordsAndBeside()
                        .map(Citation::quote)
                        .flatMap(quote -> LEAVES_OUT.matcher(quote).find() ? Stream.of(quote) : Stream.empty())
                        .anyMatch(quote -> stems(quote).stream().anyMatch(said::contains));
    }

    private static Set<String> stems(String text) {
        return MeasureWords.of(
                        String.join(" ", TellingWords.of(text).without(PLAIN).all()))
                .all()
                .stream()
                .filter(word -> word.length() > 3 && !Character.isDigit(word.charAt(0)))
                .collect(Collectors.toSet());
    }

    /** Whether the note of a row excuses what it reports, and the figures still hold it. */
    static boolean isNoted(Measurement row, Dossier dossier) {
        String note = row.note();
        if (note.isBlank()
                || TAKEN_OUT.matcher(note).find()
                || DENIED.matcher(note).find()) {
            return false;
        }
        if (EXCUSED.matcher(note).find()) {
            return true;
        }
        Set<String> names = namesOfTheOwed(dossier);
        Matcher caused = CAUSED.matcher(note);
        while (caused.find()) {
            String who = caused.group("who");
            boolean ours = !dossier.isOfASeller() && OURS.matcher(who).find();
            boolean named = TellingWords.of(who).all().stream().anyMatch(names::contains);
            if (ours || named || BUYER.matcher(who).find()) {
                return true;
            }
        }
        return false;
    }

    /** The telling words of the names of the side that a measure is owed to: the tenant, where it buys. */
    private static Set<String> namesOfTheOwed(Dossier dossier) {
        TellingWords counterparty = telling(dossier.family().counterparty().name());
        if (dossier.isOfASeller()) {
            return counterparty.all().stream().filter(word -> word.length() > 3).collect(Collectors.toSet());
        }
        return dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> finding.content() instanceof ContractFact fact && fact.fact() == FactType.PARTY)
                .map(finding -> ((ContractFact) finding.content()).value())
                .filter(TypedValue.Party.class::isInstance)
                .map(TypedValue.Party.class::cast)
                .filter(party -> telling(party.name()).shared(counterparty) == 0)
                .flatMap(party ->
                        telling(party.name() + " " + (party.alias() == null ? "" : party.alias())).all().stream())
                .filter(word -> word.length() > 3 && !counterparty.has(word))
                .collect(Collectors.toSet());
    }

    private static TellingWords telling(String name) {
        return TellingWords.of(name).without(LEGAL_FORMS);
    }
}
