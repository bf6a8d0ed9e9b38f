package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/** Surcharges that the contract includes in its prices, excludes, or lets be charged only with the tenant's consent. */
public final class ExcludedChargeCheck implements Check {
    private static final Pattern SURCHARGE =
            Pattern.compile("(?i)surcharge|zuschlag|supplement\\b|\\blevy\\b|handling (?:fee|charge)"
                    + "|admin(?:istration|istrative)? (?:fee|charge)|(?:processing|convenience|environmental|expedite|peak) (?:fee|charge)"
                    + "|\\bfuel\\b|\\benergy\\b|\\bfreight\\b|small.order|pauschale für bearbeitung"
                    + "|(?:recovery|compliance|regulatory|platform|documentation|booking|minimum.order|packaging|security|booking) (?:fee|charge)"
                    + "|\\bmileage\\b|\\btravel(?:l?ing)?\\b|\\bparking\\b|\\btolls?\\b|low.water|Anfahrt|Fahrtkosten");
    private static final Pattern TAX =
            Pattern.compile("(?i)\\btax(?:es)?\\b|\\bvat\\b|\\bgst\\b|mwst|umsatzsteuer|customs dut");
    /** What the words of a line call it; many lines bear the same words. */
    private record Named(boolean surcharge, boolean tax) {
        static Named of(String said) {
            return new Named(SURCHARGE.matcher(said).find(), TAX.matcher(said).find());
        }
    }

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final IndexedSurcharges indexed;
        private final Consent consent;
        private final Map<String, Named> names = new HashMap<>();
        private final Map<String, List<Overcharge>> matters = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
            this.indexed = new IndexedSurcharges(book);
            this.consent = new Consent(dossier.facts().events());
        }

        List<Outcome> outcomes() {
            dossier.facts().invoiceLines().stream()
                    .filter(line ->
                            line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                    .filter(this::isSurcharge)
                    .forEach(this::look);
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            matters.values().forEach(overcharges -> {
                String title = overcharges.get(0).line().description() + ": the contract lets no such charge be made";
                claims.overpayment("surcharge", Part.WHOLE, title, overcharges).ifPresent(outcomes::add);
            });
            return outcomes.stream().distinct().toList();
        }

        private boolean isSurcharge(InvoiceLine line) {
            Named named = names.computeIfAbsent(line.description() + " " + line.product(), Named::of);
            return !named.tax()
                    && book.find(line, line.priceDay(), line.invoiceDate()).isEmpty()
                    && indexed.find(line).isEmpty()
                    && !isPriced(line)
                    && book.sentences(line, line.priceDay(), line.invoiceDate()).stream()
                            .noneMatch(sentence -> UnreadPrices.states(sentence, line))
                    && (named.surcharge() || bars(line).stream().anyMatch(bar -> bar.isAbout(line)));
        }

        /** Whether the very price that it asks for is agreed for something of a name like it. */
        private boolean isPriced(InvoiceLine line) {
            ItemWords said = ItemWords.undated(line.description());
            return book.all().stream().anyMatch(agreed -> {
                BigMoney price = agreed.price();
                return price != null
                        && price.getAmount().compareTo(line.unitPrice()) == 0
                        && ItemWords.of(agreed.name()).share(said);
            });
        }

        private void look(InvoiceLine line) {
            List<ChargeBar> bars = bars(line);
            if (bars.isEmpty() || consent.isGiven(line, line.invoiceDate())) {
                return;
            }
            boolean outright = bars.stream().anyMatch(bar -> bar.isOutright(line));
            List<Finding> rests =
                    bars.stream().map(ChargeBar::finding).distinct().toList();
            if (!outright && !consent.isRecorded()) {
                outcomes.add(new NotCheckable(
                        "surcharge",
                        "Whether the surcharges on invoices were agreed cannot be checked",
                        "consents to charges",
                        rests));
                return;
            }
            String key = line.product().isEmpty() ? line.description() : line.product();
            matters.computeIfAbsent(ItemWords.normalised(key), matter -> new ArrayList<>())
                    .add(new Overcharge(line, line.net(), rests, List.of(), workings(line), 0.9));
        }

        private static List<Derivation> workings(InvoiceLine line) {
            Workings workings = new Workings(line.currency());
            return workings.step(
                            Operation.SUM,
                            workings.money(line.net()),
                            Workings.cell("charged", line, "net", line.net()))
                    .steps();
        }

        private List<ChargeBar> bars(InvoiceLine line) {
            return book.sentences(line, line.priceDay(), line.invoiceDate()).stream()
                    .flatMap(sentence -> ChargeBar.of(sentence, line).stream())
                    .toList();
        }
    }
}
