package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.Period;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import io.recital.models.wording.StatedMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;

/** Counted things below a baseline by whose number the charge of a month falls, in the months whose invoices were not reduced. */
record UncreditedCounts(Dossier dossier) {
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each|every|per)\\s+(?<thing>[\\p{L}][\\p{L}\\s-]{2,40}?)\\s+(?:below|under|fewer|less|short)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONEY = Pattern.compile(StatedMoney.REGEX);

    /** What is charged for a time by one side. */
    private record Charge(String vendor, String contract, Period service) {}

    List<Outcome> outcomes() {
        Map<Charge, List<InvoiceLine>> charges = new LinkedHashMap<>();
        for (InvoiceLine line : dossier.facts().invoiceLines()) {
            if (line.direction() == Direction.RECEIVED && line.service() != null) {
                charges.computeIfAbsent(
                                new Charge(line.vendor().id(), line.contract(), line.service()),
                                key -> new ArrayList<>())
                        .add(line);
            }
        }
        return charges.entrySet().stream()
                .flatMap(charge -> judge(charge.getKey().service(), charge.getValue()))
                .toList();
    }

    private Stream<Outcome> judge(Period service, List<InvoiceLine> lines) {
        InvoiceLine base =
                lines.stream().max(Comparator.comparing(InvoiceLine::net)).orElseThrow();
        return PriceBook.of(dossier).sentences(base, base.priceDay(), base.invoiceDate()).stream()
                .flatMap(sentence -> CountedBound.below(sentence.words())
                        .filter(bound -> bound.number() != null)
                        .flatMap(bound -> entry(service, base, lines, sentence, Objects.requireNonNull(bound.number())))
                        .stream())
                .limit(1);
    }

    private Optional<Outcome> entry(
            Period service, InvoiceLine base, List<InvoiceLine> lines, ChargeSentence sentence, BigDecimal bound) {
        Matcher each = EACH.matcher(sentence.words());
        Optional<Finding> rest = sentence.rest();
        if (!each.find() || rest.isEmpty()) {
            return Optional.empty();
        }
        List<Measurement> counts = dossier.facts().measurements().stream()
                .filter(row -> row.value() != null
                        && service.holds(row.period().from())
                        && service.holds(row.period().to())
                        && ItemWords.of(row.measure()).hold(ItemWords.of(each.group("thing"))))
                .toList();
        Optional<Price> price = price(sentence, base);
        boolean isReduced = lines.stream().anyMatch(line -> line.net().signum() < 0)
                || dossier.facts().creditNotes().stream()
                        .anyMatch(note -> note.invoice().equals(base.invoice()));
        if (counts.size() != 1 || price.isEmpty() || isReduced) {
            return Optional.empty();
        }
        BigDecimal missing = bound.subtract(CountedRows.value(counts.get(0)));
        return missing.signum() <= 0
                ? Optional.empty()
                : claim(base, sentence, rest.get(), bound, counts.get(0), missing, price.get());
    }

    /** What each is worth, and the finding that says it. */
    private record Price(BigMoney each, Finding finding) {}

    /** The sum that the sentence states, or that of the one price which it names. */
    private Optional<Price> price(ChargeSentence sentence, InvoiceLine base) {
        Matcher sum = MONEY.matcher(sentence.words());
        if (sum.find()) {
            return StatedMoney.of(sum.group(), sentence.member().dollar())
                    .flatMap(each -> sentence.rest().map(finding -> new Price(each, finding)))
                    .filter(price -> price.each().getCurrencyUnit().equals(base.currency()));
        }
        ItemWords said = ItemWords.of(sentence.words());
        List<AgreedPrice> named = PriceBook.of(dossier).all().stream()
                .filter(price -> price.price() != null
                        && price.isValidOn(base.priceDay())
                        && price.words().size() > 1
                        && said.hold(price.words()))
                .toList();
        return named.size() == 1
                ? Optional.of(new Price(
                                Objects.requireNonNull(named.get(0).price()),
                                named.get(0).source().finding()))
                        .filter(price -> price.each().getCurrencyUnit().equals(base.currency()))
                : Optional.empty();
    }

    private Optional<Outcome> claim(
            InvoiceLine base,
            ChargeSentence sentence,
            Finding rest,
            BigDecimal bound,
            Measurement count,
            BigDecimal missing,
            Price price) {
        Workings workings = new Workings(base.currency());
        BigDecimal due = missing.multiply(price.each().getAmount())
                .setScale(base.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        workings.step(
                Operation.DIFFERENCE,
                missing.toPlainString(),
                new Input("number down to which nothing is taken off", bound.toPlainString(), sentence.citation()),
                Workings.cell("counted", count, "value", CountedRows.value(count)));
        workings.step(
                Operation.PRODUCT,
                workings.money(due),
                Workings.earlier("below it", missing.toPlainString()),
                workings.cited(
                        "taken off for each",
                        price.each().getAmount(),
                        price.finding(),
                        price.each().getAmount().toPlainString()));
        Overcharge overcharge = new Overcharge(
                base,
                due,
                Stream.of(price.finding(), rest).distinct().toList(),
                List.of(count.kind().label() + ":" + count.id()),
                workings.steps(),
                0.85);
        return OverpaymentClaims.of(dossier)
                .overpayment(
                        TrueUpCheck.NAME,
                        Part.QUANTITY,
                        "Invoice " + base.invoice() + " was not reduced for " + missing.toPlainString() + " below "
                                + bound.toPlainString(),
                        List.of(overcharge))
                .map(LedgerEntry.class::cast);
    }
}
