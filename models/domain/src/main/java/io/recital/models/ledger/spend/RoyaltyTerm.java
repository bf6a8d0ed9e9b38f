package io.recital.models.ledger.spend;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * A share of reported sales, by bands of a month, a quarter, half a year or a year or at one rate, or a sum for each unit.
 *
 * @param item what it is upon; empty where it is upon all sales
 * @param isStated whether the item is one of the lever's own parameters, and not read out of its base
 */
record RoyaltyTerm(LeverTerm term, NameWords item, boolean isStated) {
    private static final Pattern OF_ITEM = Pattern.compile(
            "\\b(?:sales|revenues?|receipts|income)\\s+(?:of|for|from|upon|on)\\s+(?:the\\s+|all\\s+|each\\s+)?(?<item>[\\p{L}-]+(?:\\s+[\\p{L}-]+){0,2}?)(?=\\s+(?:in|during|for|by|sold)\\b|\\s*[.,;:]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> ANY_GOODS = NameWords.of(
                    "licensed product products good goods article articles item items service services royalty such")
            .all();
    private static final Set<String> FEES =
            NameWords.of("fee levy contribution commission charge rent").all();
    private static final Pattern CLOSED = Pattern.compile(
            "\\bno\\s+(?:other|further)\\s+deduction|\\bnot\\s+deducted|\\bnot\\s+be\\s+deducted",
            Pattern.CASE_INSENSITIVE);

    /** Empty where a lever is no royalty, or not understood. */
    static Optional<RoyaltyTerm> of(LeverTerm term) {
        Set<String> stated = new TreeSet<>(NameWords.of(term.text(Name.ITEM)).all());
        stated.remove("royalty");
        NameWords item = stated.isEmpty() ? ofBase(term) : new NameWords(stated);
        RoyaltyTerm royalty = new RoyaltyTerm(term, item, !stated.isEmpty());
        return royalty.isOfItsItem() || royalty.isByBands() || royalty.isFlat() || royalty.isPerUnit()
                ? Optional.of(royalty)
                : Optional.empty();
    }

    private static NameWords ofBase(LeverTerm term) {
        Matcher of = OF_ITEM.matcher(term.text(Name.BASE));
        NameWords named = of.find() ? NameWords.of(of.group("item")) : new NameWords(Set.of());
        return ANY_GOODS.containsAll(named.all()) ? new NameWords(Set.of()) : named;
    }

    private boolean isOfItsItem() {
        return isStated
                && isWithinAYear().orElse(Bands.of(term).isEmpty())
                && ReportedSales.isBase(term.text(Name.BASE))
                && (Bands.of(term).isPresent() || term.findPercent(Name.RATE).isPresent());
    }

    private boolean isByBands() {
        return Bands.of(term).isPresent()
                && Royalties.isRoyalty(term)
                && (isWithinAYear().orElse(false) || isYearly());
    }

    /** One rate of all sales of each month, quarter or half-year. */
    private boolean isFlat() {
        return Bands.of(term).isEmpty()
                && term.findPercent(Name.RATE).isPresent()
                && Royalties.isRoyalty(term)
                && ReportedSales.isBase(term.text(Name.BASE) + " " + term.words())
                && isWithinAYear().orElse(true);
    }

    /** Whether its item names what is paid, such as a service fee, and not the goods on whose sales it is. */
    boolean isNamedAsAFee() {
        return item.all().stream().anyMatch(FEES::contains);
    }

    /** A sum for each unit that is sold or made. */
    boolean isPerUnit() {
        return perUnit().isPresent()
                && Royalties.isRoyalty(term)
                && Bands.of(term).isEmpty();
    }

    Optional<BigMoney> perUnit() {
        return term.find(Name.RATE, TypedValue.Amount.class).map(TypedValue.Amount::value);
    }

    /** Whether its bands are for the sales of a year, which its quarters share. */
    boolean isYearly() {
        return every(TimeSpan.Unit.YEARS).orElse(false);
    }

    /** Whether it is reckoned by months, quarters or half-years. */
    private Optional<Boolean> isWithinAYear() {
        return term.findSpan(Name.FREQUENCY).map(span -> {
            int months = ContractYears.months(term);
            return months > 0 && months < 12;
        });
    }

    private Optional<Boolean> every(TimeSpan.Unit unit) {
        return term.findSpan(Name.FREQUENCY).map(span -> span.unit() == unit && span.count() == 1);
    }

    /** The bands; one for all where there is one rate. */
    Optional<Bands> bands(Optional<CurrencyUnit> reported) {
        return Bands.of(term)
                .or(() -> reported.flatMap(
                        currency -> term.findPercent(Name.RATE).map(percent -> Bands.flat(percent, currency))));
    }

    /** What the contract says of the sales that it is computed on. */
    String definition(Dossier dossier) {
        String words = term.text(Name.BASE) + " " + term.words();
        String meanings = dossier.family().members().stream()
                .flatMap(member -> member.definitions().stream())
                .filter(definition -> ReportedSales.isBase(definition.term())
                        && words.toLowerCase(java.util.Locale.ROOT)
                                .contains(definition.term().toLowerCase(java.util.Locale.ROOT)))
                .map(definition -> definition.meaning())
                .distinct()
                .collect(Collectors.joining(". "));
        String closed =
                term.findSaid(CLOSED).map(said -> said.citation().quote()).orElse("");
        return meanings + ". " + term.words() + " " + closed;
    }

    /** The royalty lines for sales of a period; where it is the only royalty, all of them. */
    List<InvoiceLine> billed(Dossier dossier, Period period, boolean isAlone) {
        List<InvoiceLine> own = item.all().isEmpty() ? List.of() : Royalties.of(dossier, item, period);
        return own.isEmpty() && isAlone ? Royalties.of(dossier, new NameWords(Set.of()), period) : own;
    }

    String name() {
        String stated = term.text(Name.ITEM);
        return stated.isEmpty() ? term.text(Name.BASE) : stated;
    }
}
