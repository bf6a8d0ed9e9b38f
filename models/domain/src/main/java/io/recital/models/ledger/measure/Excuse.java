package io.recital.models.ledger.measure;

import io.recital.models.fact.Measurement;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
            boolean named = Words.of(who).all().stream().anyMatch(names::contains);
            if (ours || named || BUYER.matcher(who).find()) {
                return true;
            }
        }
        return false;
    }

    /** The telling words of the names of the side that a measure is owed to: the tenant, where it buys. */
    private static Set<String> namesOfTheOwed(Dossier dossier) {
        Words counterparty = telling(dossier.family().counterparty().name());
        return dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> finding.content() instanceof ContractFact fact && fact.fact() == FactType.PARTY)
                .map(finding -> ((ContractFact) finding.content()).value())
                .filter(TypedValue.Party.class::isInstance)
                .map(TypedValue.Party.class::cast)
                .filter(party -> (telling(party.name()).shared(counterparty) > 0) == dossier.isOfASeller())
                .flatMap(party ->
                        telling(party.name() + " " + (party.alias() == null ? "" : party.alias())).all().stream())
                .filter(word -> word.length() > 3 && counterparty.has(word) == dossier.isOfASeller())
                .collect(Collectors.toSet());
    }

    private static Words telling(String name) {
        return Words.of(name).without(LEGAL_FORMS);
    }
}
