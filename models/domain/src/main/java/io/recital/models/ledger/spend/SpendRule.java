package io.recital.models.ledger.spend;

import io.recital.models.evidence.Citation;
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
import io.recital.models.ledger.lever.NameWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What of a counterparty's invoices counts for a lever: its goods and services, not what is charged beside them. Where the
 * lever is about products, and a price list names them, only what is on the list counts.
 */
final class SpendRule {
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(?:freight|carriage|shipping|postage|courier|tax|VAT|duty|customs|toll\\w*|surcharge|tooling|plates?|set[- ]?up|rush|expedit\\w*|split\\s+delivery|insurance|interest|late\\s+fee|expenses?|EXP|travel|mileage|hotel|meals?|rail|flight|airfare|taxi|own\\s+car|parking|subsistence|Fracht|Maut|Porto|Spesen|Reisekosten|Zinsen|\\p{L}*zuschlag)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PURCHASE = Pattern.compile(
            "\\b(?:performance|service)\\s+credit|\\bservice\\s+level|\\bdamages\\b|\\bpenalt|\\brebate|\\bbonus|\\bincentive|\\bdiscount|\\bskonto|\\bretroactive|\\bgoodwill|\\bone-time|\\bcosts?\\s+of\\b|\\bcompensat|\\breimburs|\\bSLA\\b|\\bturnaround|\\d\\s?%\\s+of\\b|Schadensersatz|Rückvergütung",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PRODUCTS =
            Pattern.compile("\\b(?:products?|goods|articles|net\\s+purchases)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_DELIVERY = Pattern.compile(
            "\\b(?:delivered|shipped|performed|rendered|supplied|arriv\\w+|received|taken)\\s+(?:in|during|within)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID =
            Pattern.compile("\\b(?:and\\s+paid|amounts?\\s+paid|paid\\s+by)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR_TIME = Pattern.compile(
            "\\b(?:charges|fees|amounts|sums)\\b[^.;]{0,30}\\b(?:for|by)\\s+time\\b|\\btime\\s+charges\\b|\\bfees\\s+(?:at|on)\\s+(?:the\\s+)?(?:hourly|daily|day)\\s+rates\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "\\b(?:hours?|hrs?|h|days?|person[- ]?days?|man[- ]?days?|Stunden?|Tage?)\\b", Pattern.CASE_INSENSITIVE);
    /** The sort of purchases that counts: {@code spend on steel sheets}. */
    private static final Pattern SORT = Pattern.compile(
            "\\b(?:spend(?:ing)?|turnover|purchases|sales|charges|fees|amounts\\s+invoiced)\\s+(?:of|for|on)\\s+(?:the\\s+|all\\s+)?(?<sort>[\\p{L}-]+(?:\\s+[\\p{L}-]+){0,2})",
            Pattern.CASE_INSENSITIVE);
    /** What a lever calls the sum that it is on. */
    private static final Pattern SUM =
            Pattern.compile("\\b(?<sum>turnover|purchases|spend)\\b", Pattern.CASE_INSENSITIVE);
    /** Credits that lessen the sum are those for goods that went back only. */
    private static final Pattern LESS_RETURNS = Pattern.compile(
            "\\bcredits?(?:\\s+notes?)?\\s+(?:issued\\s+|given\\s+)?(?:for|upon|on|in\\s+respect\\s+of)\\s+(?:\\p{L}+\\s+){0,2}return",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RETURN = Pattern.compile(
            "\\breturn|\\bsent\\s+back|\\brejected|Rücksendung|Retoure|Rückgabe|Rückware|Rücklieferung",
            Pattern.CASE_INSENSITIVE);
    /** … of the year in which they were issued, whichever invoice they are for. */
    private static final Pattern ISSUED_IN_IT = Pattern.compile(
            "\\bcredit(?:s|\\s+notes?)?\\b[^.;]{0,60}\\bissued\\s+(?:in|during|within)\\b|\\blater\\s+credit",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?<what>[^.;:]{3,160}?)\\s+(?:(?:is|are|shall\\s+be|will\\s+be|stays?|remains?)\\s+)?(?:left\\s+out|out\\s+of\\s+account|not\\s+(?:be\\s+)?(?:counted|taken\\s+into\\s+account|included|part\\s+of)|no\\s+part\\s+of|excluded|disregarded|(?:do|does|shall|will)\\s+not\\s+(?:count|qualify|belong|form\\s+part|earn)|forms?\\s+no\\s+part|counts?\\s+(?:neither|not))"
                    + "|\\b(?:excluding|except(?:\\s+for)?|other\\s+than|with\\s+the\\s+exception\\s+of|apart\\s+from|but\\s+not)\\s+(?<except>[^.;]{3,80})",
            Pattern.CASE_INSENSITIVE);

    /** What a time is charged for is invoiced when it is over: it counts by the days on which it was done. */
    private static final Pattern OF_A_TIME = Pattern.compile(
            "\\b(?:fees|charges|prices?|amounts|remuneration)\\b[^.;]{0,60}?\\b(?:of|for|in)\\s+(?:an?|each|any|every|the|that)\\s+(?:calendar\\s+)?(?:month|quarter)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE_CREDITS = Pattern.compile(
            "\\b(?:before|gross\\s+of|disregarding|without\\s+(?:regard\\s+to|deduct\\w+))\\s+(?:any\\s+|all\\s+)?(?:credits?|deductions?|discounts?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANYTHING = Pattern.compile("\\S");

    private final Facts facts;
    private final List<String> leftOut;
    private final Direction direction;
    private final List<NameWords> items;
    private final Set<String> codes;
    private final boolean paidOnly;
    private final boolean byDelivery;
    private final boolean forTime;
    private final boolean beforeCredits;
    private final Elsewhere elsewhere;
    private final boolean lessReturns;
    private final boolean issuedInIt;
    private final @Nullable NameWords sort;

    SpendRule(Dossier dossier, LeverTerm term) {
        this.facts = dossier.facts();
        this.direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        String words = term.words() + " " + term.text(Name.BASE) + " " + meanings(dossier, term);
        Set<String> names = OF_PRODUCTS.matcher(words).find() ? priced(dossier) : Set.of();
        List<NameWords> named = names.stream().map(NameWords::of).toList();
        Set<String> numbers =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean listed = facts.invoiceLines().stream().anyMatch(line -> isListed(line, named, numbers));
        this.items = listed ? named : List.of();
        this.codes = listed ? numbers : Set.of();
        this.leftOut = leftOut(term);
        this.paidOnly = PAID.matcher(words).find();
        this.byDelivery = BY_DELIVERY
                        .matcher(words + " " + String.join(" ", defined(term)))
                        .find()
                || (ContractYears.months(term) <= 3 && OF_A_TIME.matcher(words).find());
        this.beforeCredits = BEFORE_CREDITS.matcher(words).find();
        this.elsewhere = Elsewhere.of(dossier.family(), term.member());
        String all = words + " " + beside(term) + " " + String.join(" ", defined(term));
        this.forTime = FOR_TIME.matcher(words).find();
        this.lessReturns = LESS_RETURNS.matcher(all).find();
        this.issuedInIt = ISSUED_IN_IT.matcher(all).find();
        this.sort = sort(words).orElse(null);
    }

    /** What else stands in the clauses of the lever. */
    private static String beside(LeverTerm term) {
        return term.inItsClauses(ANYTHING).stream()
                .map(said -> said.citation().quote())
                .collect(Collectors.joining(" "));
    }

    /** What a clause elsewhere in the document says of the sum that the lever is on: {@code Net purchases are …}. */
    private static List<String> defined(LeverTerm term) {
        Matcher sum = SUM.matcher(term.text(Name.BASE) + " " + term.words());
        if (!sum.find()) {
            return List.of();
        }
        Pattern means = Pattern.compile(
                "\\b(?:net\\s+)?" + Pattern.quote(sum.group("sum"))
                        + "[”\"’]?\\s+(?:is|are|means?|comprises?|includes?)\\b",
                Pattern.CASE_INSENSITIVE);
        List<Citation> sentences = Stream.concat(
                        term.member().beside().sentences().stream(), term.member().beside().charges().stream())
                .distinct()
                .toList();
        Set<String> paths = sentences.stream()
                .filter(sentence -> means.matcher(sentence.quote()).find())
                .map(sentence -> sentence.document() + " " + sentence.path())
                .collect(Collectors.toSet());
        return sentences.stream()
                .filter(sentence -> paths.contains(sentence.document() + " " + sentence.path()))
                .map(Citation::quote)
                .toList();
    }

    /** The sort of purchases that counts, where some lines are called so and some are not. */
    private Optional<NameWords> sort(String words) {
        return SORT.matcher(words)
                .results()
                .map(found -> NameWords.of(found.group(1)))
                .filter(called -> facts.invoiceLines().stream()
                        .anyMatch(line -> NameWords.of(line.description()).holds(called)))
                .findFirst();
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
        if (elsewhere.holds(line.contract())
                || BESIDE.matcher(line.description() + " " + line.product().replace('-', ' '))
                        .find()) {
            return false;
        }
        NameWords said = NameWords.of(line.description());
        if (isLeftOut(line, said)) {
            return false;
        }
        if ((forTime && !TIME.matcher(line.unit()).find()) || (sort != null && !said.holds(sort))) {
            return false;
        }
        return items.isEmpty() || isListed(line, items, codes);
    }

    /** Whether a line is for something on a price list; where no line is, the list is of other things. */
    private static boolean isListed(InvoiceLine line, List<NameWords> items, Set<String> codes) {
        return codes.contains(line.product().toLowerCase(Locale.ROOT))
                || items.stream().anyMatch(NameWords.of(line.description())::holds);
    }

    /** What the clauses of the lever say does not count. */
    private static List<String> leftOut(LeverTerm term) {
        return Stream.concat(
                        term.inItsClauses(LEFT_OUT).stream()
                                .map(said -> said.citation().quote()),
                        defined(term).stream())
                .distinct()
                .flatMap(quote -> LEFT_OUT.matcher(quote).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    /** Whether something that does not count is called by the line's number, or by words of which its own has all. */
    private boolean isLeftOut(InvoiceLine line, NameWords said) {
        return leftOut.stream()
                .anyMatch(what -> (line.product().length() > 2
                                && Pattern.compile(
                                                "(?<![\\p{L}\\d])" + Pattern.quote(line.product()) + "(?![\\p{L}\\d])",
                                                Pattern.CASE_INSENSITIVE)
                                        .matcher(what)
                                        .find())
                        || Stream.of(what.split(",|\\band\\b|\\bor\\b"))
                                .anyMatch(part -> said.holds(NameWords.of(part))));
    }

    /** Credits for what was bought: those for poor performance or of other sorts leave the purchases as they are. */
    private boolean lessens(CreditNote note, Collection<String> invoices, Period period, boolean running) {
        if (beforeCredits) {
            return false;
        }
        if (lessReturns
                && !invoices.contains(note.invoice())
                && !RETURN.matcher(note.description()).find()) {
            return false;
        }
        if (issuedInIt) {
            return period.holds(note.issuedOn())
                    && !NO_PURCHASE.matcher(note.description()).find();
        }
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
