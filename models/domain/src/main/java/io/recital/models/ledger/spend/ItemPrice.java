package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.ItemCodes;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;

/**
 * The one price of an item that a clause means when it takes a share of it: that of the price list, or the one that was
 * charged last where the clause means the price in force at the end.
 *
 * @param unit what the price is for
 * @param rows the invoice line that shows it; none where a price list states it
 */
record ItemPrice(BigMoney price, CountedUnit unit, Input stated, List<Finding> rests, List<String> rows) {
    /** Names of the price as the list states it, whatever became of it since. */
    private static final Pattern AS_LISTED = Pattern.compile(
            "\\b(?:base|basic|list|initial|starting|fixed)\\s+prices?\\b|\\bprices?\\s+(?:of|in|on|under|according\\s+to|stated\\s+in|set\\s+out\\s+in|listed\\s+in)\\s+(?:the\\s+)?(?:Annex|Schedule|Appendix|Exhibit|Attachment|price\\s+list|list)\\b|\\bwithout\\s+(?:any\\s+)?price\\s+(?:movement|adjustment|variation)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_THE_END = Pattern.compile(
            "\\b(?:prices?|rates?)\\s+(?:then\\s+)?(?:in\\s+force|applicable|applying|valid|current|prevailing)\\s+(?:on|at)\\s+(?:the\\s+)?(?:last\\s+day|end|close|\\d{1,2}\\s+\\p{L}+|\\p{L}+\\s+\\d{1,2})"
                    + "|\\bprices?\\s+last\\s+(?:invoiced|charged|paid)|\\b(?:last|final)\\s+price\\b",
            Pattern.CASE_INSENSITIVE);
    private static final BigDecimal MOST = new BigDecimal("1.5");
    private static final int LATEST_DAYS = 62;

    ItemPrice {
        rests = List.copyOf(rests);
        rows = List.copyOf(rows);
    }

    /** Empty where several prices fit, and where prices move and the clause does not say which of them it means. */
    static Optional<ItemPrice> find(Dossier dossier, LeverTerm term, String unit, Period period) {
        Levers levers = new Levers(dossier.family());
        String words = term.text(Name.BASE) + " " + term.words();
        boolean moves = levers.everStated(LeverType.PRICE_ADJUSTMENT).findAny().isPresent();
        if (moves && !AS_LISTED.matcher(words).find()) {
            return AT_THE_END.matcher(words).find() ? charged(dossier, term, period) : Optional.empty();
        }
        List<ItemPrice> found = levers.inForce(LeverType.RATE_CARD, period.to(), Set.of())
                .flatMap(card -> prices(dossier, card, term.text(Name.ITEM), unit).stream())
                .distinct()
                .toList();
        boolean one = found.stream().map(ItemPrice::price).distinct().count() == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The price of the last invoice for the item that reaches to the end of the period. */
    private static Optional<ItemPrice> charged(Dossier dossier, LeverTerm term, Period period) {
        NameWords item = NameWords.of(term.text(Name.ITEM));
        return dossier.facts().invoiceLines().stream()
                .filter(line -> period.holds(line.priceDay())
                        && line.priceDay().plusDays(LATEST_DAYS).isAfter(period.to())
                        && line.quantity().signum() > 0
                        && !ShortfallInvoice.isOne(line))
                .filter(line ->
                        NameWords.of(line.description() + " " + line.product()).holds(item))
                .max(Comparator.comparing(InvoiceLine::priceDay))
                .map(line -> {
                    BigMoney price = BigMoney.of(line.currency(), line.unitPrice());
                    return new ItemPrice(
                            price,
                            CountedUnit.of(line.unit()),
                            Input.of(
                                    "price of a unit on " + line.priceDay(),
                                    price.toString(),
                                    new FactCell(line.kind().label(), line.id(), "unit_price")),
                            List.of(),
                            List.of(line.kind().label() + ":" + line.id()));
                });
    }

    private static List<ItemPrice> prices(Dossier dossier, LeverTerm card, String item, String unit) {
        List<String> items =
                card.lever().list(Name.ITEM).stream().map(TypedValue::display).toList();
        List<TypedValue> rates = card.lever().list(Name.RATE);
        List<ItemPrice> prices = new ArrayList<>();
        for (int i = 0; i < items.size() && items.size() == rates.size(); i++) {
            if (rates.get(i) instanceof TypedValue.Amount amount && isMeant(card.member(), items.get(i), item)) {
                BigMoney price = amount.value();
                Input stated = new Input(
                        "price of a unit",
                        price.toString(),
                        card.finding().citations().get(0));
                prices.add(new ItemPrice(
                        price,
                        unit(dossier, card, items.get(i), price, unit),
                        stated,
                        List.of(card.finding()),
                        List.of()));
            }
        }
        return prices;
    }

    /** What a listed price is for: as invoices count that charge about as much, or as the list says; else the unit asked for. */
    private static CountedUnit unit(Dossier dossier, LeverTerm card, String item, BigMoney price, String unit) {
        CountedUnit asked = CountedUnit.of(unit);
        Optional<CountedUnit> invoiced = dossier.facts().invoiceLines().stream()
                .filter(line -> isMeant(card.member(), item, line.description() + " " + line.product()))
                .filter(line -> isAbout(line.unitPrice(), price.getAmount()))
                .map(line -> CountedUnit.of(line.unit()))
                .filter(asked::isLike)
                .findFirst();
        CountedUnit listed = CountedUnit.of(card.text(Name.BASE));
        return invoiced.orElse(listed.isLike(asked) ? listed : new CountedUnit(asked.kind(), BigDecimal.ONE));
    }

    private static boolean isAbout(BigDecimal one, BigDecimal other) {
        return one.compareTo(other.multiply(MOST)) <= 0 && other.compareTo(one.multiply(MOST)) <= 0;
    }

    /** Whether words mean an item of a price list: by its number, or by all words of its name. */
    static boolean isMeant(FamilyMember member, String listed, String said) {
        return NameWords.of(said).holds(NameWords.of(listed))
                || ItemCodes.of(member, listed).stream()
                        .anyMatch(code -> Pattern.compile(
                                        "(?<![\\p{L}\\d])" + Pattern.quote(code) + "(?![\\p{L}\\d])",
                                        Pattern.CASE_INSENSITIVE)
                                .matcher(said)
                                .find());
    }

    /** A share of it. */
    BigMoney share(BigDecimal percent) {
        return BigMoney.of(
                price.getCurrencyUnit(), price.getAmount().multiply(percent).movePointLeft(2));
    }

    Derivation working(BigDecimal percent) {
        return new Derivation(
                Operation.PERCENT_OF,
                List.of(new Input("share of the price", percent.toPlainString() + " %", null), stated),
                share(percent).toString());
    }
}
