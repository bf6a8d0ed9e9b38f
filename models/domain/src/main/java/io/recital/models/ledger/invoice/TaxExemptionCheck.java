package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tax that was invoiced although the contract forbids it once the other side has an exemption certificate. */
public final class TaxExemptionCheck implements Check {
    private static final Pattern CLAUSE = Pattern.compile(
            "(?i)\\b(?:not|no|without)\\b[^.;]{0,60}\\b(?:sales\\s+tax|use\\s+tax|tax(?:es)?|VAT|GST)\\b(?<rest>[^;]{0,200}?)\\b(?:exemption|resale|reverse[- ]charge)\\s+certificate");
    private static final Pattern NEXT_MONTH = Pattern.compile(
            "(?i)\\bfirst\\s+day\\s+of\\s+the\\s+(?:calendar\\s+)?month\\s+(?:after|following|that\\s+follows)");
    private static final Pattern THING = Pattern.compile(
            "(?i)\\bon\\s+(?:the\\s+)?(?<thing>[\\p{L} -]{3,60}?)(?=\\s+(?:from|after|once|as|if|when|where)\\b|[,.])");
    private static final Pattern CERTIFICATE = Pattern.compile("(?i)(?:exemption|resale)[\\s-]+certificate|exempt");
    private static final Pattern DELIVERED = Pattern.compile("(?i)deliver|receiv|sent|submit|provid|furnish");

    /** What a sentence frees from tax, from a day on. */
    private record Exemption(ItemWords thing, LocalDate from, ContractEvent certificate, Finding finding) {
        boolean isFor(InvoiceLine line) {
            return !line.invoiceDate().isBefore(from)
                    && !line.priceDay().isBefore(from)
                    && (thing.isEmpty() || ItemWords.of(line.description()).hold(thing));
        }
    }

    @Override
    public List<Outcome> run(Dossier dossier) {
        if (dossier.isOfASeller()) {
            return List.of();
        }
        PriceBook book = PriceBook.of(dossier);
        IdentityHashMap<SpeakingDocuments, List<Exemption>> exemptions = new IdentityHashMap<>();
        Map<String, List<Overcharge>> matters = new LinkedHashMap<>();
        dossier.facts().invoiceLines().stream()
                .filter(line ->
                        line.direction() == Direction.RECEIVED && line.tax().signum() > 0)
                .forEach(line -> exemptions
                        .computeIfAbsent(
                                book.documents(line, line.priceDay(), line.invoiceDate()),
                                documents -> exemptions(dossier, documents))
                        .stream()
                        .filter(exemption -> exemption.isFor(line))
                        .findFirst()
                        .ifPresent(exemption -> matters.computeIfAbsent(
                                        ItemWords.normalised(line.description()), key -> new ArrayList<>())
                                .add(overcharge(line, exemption))));
        OverpaymentClaims claims = OverpaymentClaims.of(dossier);
        List<Outcome> outcomes = new ArrayList<>();
        matters.values().forEach(overcharges -> {
            String title =
                    "Tax was charged on " + overcharges.get(0).line().description() + " in spite of the exemption";
            claims.overpayment("tax", Part.CONSEQUENCE, title, overcharges).ifPresent(outcomes::add);
        });
        return outcomes;
    }

    private static List<Exemption> exemptions(Dossier dossier, SpeakingDocuments documents) {
        return documents.saying(CLAUSE).stream()
                .flatMap(sentence -> of(dossier, sentence).stream())
                .toList();
    }

    private static Optional<Exemption> of(Dossier dossier, ChargeSentence sentence) {
        Matcher clause = CLAUSE.matcher(sentence.words());
        if (!clause.find()) {
            return Optional.empty();
        }
        Matcher named = THING.matcher(clause.group("rest"));
        ItemWords thing = named.find() ? ItemWords.of(named.group("thing")) : ItemWords.NONE;
        boolean nextMonth = NEXT_MONTH.matcher(sentence.words()).find();
        return sentence.rest()
                .flatMap(finding -> dossier.facts().events().stream()
                        .filter(event -> CERTIFICATE
                                        .matcher(event.event() + " " + event.subject())
                                        .find()
                                && DELIVERED.matcher(event.event()).find())
                        .filter(event ->
                                thing.isEmpty() || ItemWords.of(event.subject()).share(thing))
                        .min(Comparator.comparing(ContractEvent::date))
                        .map(event -> new Exemption(
                                thing,
                                nextMonth
                                        ? event.date().withDayOfMonth(1).plusMonths(1)
                                        : event.date().plusDays(1),
                                event,
                                finding)));
    }

    private static Overcharge overcharge(InvoiceLine line, Exemption exemption) {
        Workings workings = new Workings(line.currency());
        workings.step(Operation.SUM, workings.money(line.tax()), Workings.cell("tax charged", line, "tax", line.tax()));
        ContractEvent certificate = exemption.certificate();
        return new Overcharge(
                line,
                line.tax(),
                List.of(exemption.finding()),
                List.of(certificate.kind().label() + ":" + certificate.id()),
                workings.steps(),
                0.9);
    }
}
