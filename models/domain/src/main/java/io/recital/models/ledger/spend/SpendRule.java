package io.recital.models.ledger.spend;

import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.ItemCodes;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * What of a counterparty's invoices counts for a lever: its goods and services, not what is charged beside them. Where the
 * lever is about products, and a price list names them, only what is on the list counts.
 */
final class SpendRule {
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(?:freight|carriage|shipping|postage|courier|tax|VAT|duty|customs|toll\\w*|surcharge|tooling|plates?|set[- ]?up|rush|expedit\\w*|split\\s+delivery|insurance|interest|late\\s+fee|expenses?|EXP|travel|mileage|hotel|meals?|rail|flight|airfare|taxi|own\\s+car|parking|subsistence|Fracht|Maut|Porto|Spesen|Reisekosten|Zinsen|\\p{L}*zuschlag)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PURCHASE = Pattern.compile(
            "\\b(?:performance|service)\\s+credit|\\bservice\\s+level|\\bdamages\\b|\\bpenalt|\\brebate|\\bbonus|\\bdiscount|\\bskonto|\\bretroactive|\\bgoodwill|\\bone-time|Schadensersatz|Rückvergütung",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PRODUCTS =
            Pattern.compile("\\b(?:products?|goods|articles|net\\s+purchases)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_DELIVERY = Pattern.compile(
            "\\b(?:delivered|shipped|performed|rendered|supplied)\\s+(?:in|during|within)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID =
            Pattern.compile("\\b(?:and\\s+paid|amounts?\\s+paid|paid\\s+by)\\b", Pattern.CASE_INSENSITIVE);

    private final Facts facts;
    private final Direction direction;
    private final List<Words> items;
    private final Set<String> codes;
    private final boolean paidOnly;
    private final boolean byDelivery;

    SpendRule(Dossier dossier, LeverTerm term) {
        this.facts = dossier.facts();
        this.direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        String words = term.words() + " " + term.text(Name.BASE) + " " + meanings(dossier, term);
        Set<String> names = OF_PRODUCTS.matcher(words).find() ? priced(dossier) : Set.of();
        this.items = names.stream().map(Words::of).toList();
        this.codes = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        this.paidOnly = PAID.matcher(words).find();
        this.byDelivery = BY_DELIVERY.matcher(words).find();
    }

    /** What the contract says of the terms that a lever is computed on. */
    private static String meanings(Dossier dossier, LeverTerm term) {
        String words = term.words() + " " + term.text(Name.BASE);
        return dossier.family().members().stream()
                .flatMap(member -> member.definitions().stream())
                .filter(definition -> definition.term().contains(" ") && words.contains(definition.term()))
                .map(definition -> definition.meaning())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> priced(Dossier dossier) {
        return dossier.family().members().stream()
                .flatMap(member -> priced(member)
                        .flatMap(name -> Stream.concat(Stream.of(name), ItemCodes.of(member, name).stream())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> priced(FamilyMember member) {
        return member.findings().stream()
                .filter(finding -> finding.content() instanceof CommercialLever lever
                        && (lever.lever() == LeverType.RATE_CARD || lever.lever() == LeverType.VOLUME_DISCOUNT))
                .flatMap(finding -> ((CommercialLever) finding.content()).parameters().stream())
                .filter(parameter -> parameter.name() == Name.ITEM)
                .map(parameter -> parameter.value().display())
                .filter(name -> !BESIDE.matcher(name).find());
    }

    /** What counts of a period; empty where other currencies are among it. */
    Optional<QualifyingSpend> in(Period period, CurrencyUnit currency, boolean running) {
        List<InvoiceLine> lines = facts.invoiceLines().stream()
                .filter(line -> line.direction() == direction && counts(line) && period.holds(day(line)))
                .filter(line -> running || !paidOnly || line.paidOn() != null)
                .toList();
        Set<String> invoices = lines.stream().map(InvoiceLine::invoice).collect(Collectors.toCollection(HashSet::new));
        List<CreditNote> credits = facts.creditNotes().stream()
                .filter(note -> note.direction() == direction && lessens(note, invoices, period, running))
                .toList();
        boolean oneCurrency = lines.stream().allMatch(line -> line.currency().equals(currency))
                && credits.stream().allMatch(note -> note.currency().equals(currency));
        return oneCurrency ? Optional.of(new QualifyingSpend(period, currency, lines, credits)) : Optional.empty();
    }

    private java.time.LocalDate day(InvoiceLine line) {
        return byDelivery ? line.priceDay() : line.invoiceDate();
    }

    private boolean counts(InvoiceLine line) {
        if (BESIDE.matcher(line.description() + " " + line.product().replace('-', ' '))
                .find()) {
            return false;
        }
        Words said = Words.of(line.description());
        return items.isEmpty()
                || codes.contains(line.product().toLowerCase(Locale.ROOT))
                || items.stream().anyMatch(said::holds);
    }

    /** Credits for what was bought: those for poor performance or of other sorts leave the purchases as they are. */
    private boolean lessens(CreditNote note, Collection<String> invoices, Period period, boolean running) {
        if (!note.invoice().isBlank()) {
            return invoices.contains(note.invoice())
                    && !NO_PURCHASE.matcher(note.description()).find();
        }
        return !running
                && period.holds(note.issuedOn())
                && Stream.of(NO_PURCHASE, BESIDE)
                        .noneMatch(
                                pattern -> pattern.matcher(note.description()).find());
    }
}
