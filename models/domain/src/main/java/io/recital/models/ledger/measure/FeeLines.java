package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.Direction;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The invoice lines that make up what a percentage is taken of.
 *
 * @param confidence between 0 and 1: how sure it is that these lines and no others belong to it
 * @param parts into how many parts what was invoiced is divided: 12 for one-twelfth of a yearly fee, else 1
 * @param fixed the sum that the contract itself sets for the purpose, whatever is invoiced; null where it sets none
 */
record FeeLines(
        FeeBase base,
        List<InvoiceLine> lines,
        double confidence,
        int parts,
        @Nullable FixedFee fixed) {
    FeeLines(FeeBase base, List<InvoiceLine> lines, double confidence) {
        this(base, lines, confidence, 1, null);
    }

    private static final Pattern NO_CHARGE = Pattern.compile(
            "\\bearn(?:ed)?[\\s-]?back\\b|\\bservice credit|\\bperformance credit|\\binterest\\b|\\b(?:sales|use) tax\\b|\\bpenalt|\\bbonus",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b\\p{Lu}{1,4}(?:-\\p{Lu}{1,3})?[- ]?\\d{1,6}\\b");
    private static final Pattern A_MONTH = Pattern.compile("month|monat|mois|mes", Pattern.CASE_INSENSITIVE);

    FeeLines {
        lines = List.copyOf(lines);
    }

    /** The lines of a contract and period; empty when none can be told to belong to it. */
    static Optional<FeeLines> find(FeeBase base, String contract, Period period, Dossier dossier) {
        Optional<FixedFee> fixed = FixedFee.find(base, dossier, period.to());
        if (fixed.isPresent()) {
            return Optional.of(new FeeLines(base, List.of(), 0.95, 1, fixed.get()));
        }
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        List<InvoiceLine> ofContract = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.contract().equals(contract))
                .filter(line -> !NO_CHARGE.matcher(line.description()).find())
                .toList();
        List<InvoiceLine> inPeriod = ofContract.stream()
                .filter(line -> isIn(line, period, base.isByInvoiceDate()))
                .toList();
        if (base.parts() > 1) {
            return LongerFee.part(base, ofContract, period);
        }
        Optional<FeeLines> verbatim = byName(base, inPeriod).or(() -> byPhrase(base, inPeriod));
        if (verbatim.isPresent()) {
            return verbatim;
        }
        Optional<PartOfAYear> part = PartOfAYear.find(base.name(), dossier);
        if (part.isPresent()) {
            return part.get().lines(base, ofContract, period);
        }
        Optional<FeeLines> found = base.wanted().isEmpty()
                ? withoutWords(base, ofContract, inPeriod, period, dossier)
                : byWords(base, inPeriod, itemWords(dossier, period.to()));
        return found.filter(lines -> lines.lines.stream()
                                .map(InvoiceLine::currency)
                                .distinct()
                                .count()
                        == 1)
                .or(() -> LongerFee.share(base, ofContract, period));
    }

    /** Those that invoices call just as the contract does, where its name is one of several words and has no meaning of its own. */
    private static Optional<FeeLines> byName(FeeBase base, List<InvoiceLine> inPeriod) {
        TellingWords name = TellingWords.of(base.name());
        if (base.meaning() != null || !base.wanted().isEmpty() || name.all().size() < 2) {
            return Optional.empty();
        }
        List<InvoiceLine> named = inPeriod.stream()
                .filter(line ->
                        TellingWords.of(line.description()).shared(name) == name.all().size())
                .filter(line -> line.net().signum() > 0)
                .toList();
        boolean oneCurrency =
                named.stream().map(InvoiceLine::currency).distinct().count() == 1;
        return oneCurrency ? some(base, once(named), 0.95) : Optional.empty();
    }

    /** Those whose description has the words of its name in their order, such as {@code handling-out}. */
    private static Optional<FeeLines> byPhrase(FeeBase base, List<InvoiceLine> inPeriod) {
        String phrase = plain(base.name())
                .replaceAll("\\b(?:monthly|charges?|fees?|price|amounts?)\\b", " ")
                .strip();
        List<InvoiceLine> named = phrase.contains(" ")
                ? inPeriod.stream()
                        .filter(line -> line.net().signum() > 0
                                && (" " + plain(line.description()) + " ").contains(" " + phrase + " "))
                        .toList()
                : List.of();
        boolean oneCurrency =
                named.stream().map(InvoiceLine::currency).distinct().count() == 1;
        return oneCurrency ? some(base, once(named), 0.9) : Optional.empty();
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    private static boolean isIn(InvoiceLine line, Period period, boolean byInvoiceDate) {
        Period service = line.service();
        return (byInvoiceDate || service == null)
                ? period.holds(line.invoiceDate())
                : period.holds(service.from()) && period.holds(service.to());
    }

    private static Optional<FeeLines> withoutWords(
            FeeBase base, List<InvoiceLine> ofContract, List<InvoiceLine> inPeriod, Period period, Dossier dossier) {
        List<InvoiceLine> kept = inPeriod.stream()
                .filter(line -> TellingWords.of(line.description()).shared(base.leftOut()) == 0)
                .toList();
        if (base.isRecurring()) {
            return some(
                    base,
                    once(kept.stream().filter(line -> recurs(line, ofContract)).toList()),
                    0.9);
        }
        if (base.isOfGoods()) {
            Set<String> goods = goods(dossier, period);
            return some(
                    base,
                    kept.stream().filter(line -> goods.contains(line.product())).toList(),
                    0.9);
        }
        return some(base, kept, 0.7);
    }

    private static Optional<FeeLines> some(FeeBase base, List<InvoiceLine> lines, double confidence) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(new FeeLines(base, lines, confidence));
    }

    /** A charge by the month that comes again in another month. */
    private static boolean recurs(InvoiceLine line, List<InvoiceLine> all) {
        boolean byMonth = A_MONTH.matcher(line.unit()).find() || line.quantity().compareTo(BigDecimal.ONE) == 0;
        Period service = line.service();
        return byMonth
                && service != null
                && service.days() >= 28
                && all.stream()
                        .anyMatch(other -> other.product().equals(line.product())
                                && !line.product().isEmpty()
                                && other.service() != null
                                && !service.equals(other.service()));
    }

    /** A month's charge that was invoiced twice is owed once. */
    private static List<InvoiceLine> once(List<InvoiceLine> lines) {
        Set<String> seen = new LinkedHashSet<>();
        return lines.stream()
                .filter(line -> seen.add(
                        line.product() + " " + line.service() + " " + line.quantity() + " " + line.unitPrice()))
                .toList();
    }

    private static Set<String> goods(Dossier dossier, Period period) {
        Set<String> ordered = dossier.facts().purchases().stream()
                .map(purchase -> purchase.product())
                .collect(Collectors.toSet());
        return ordered.isEmpty() ? itemWords(dossier, period.to()).keySet() : ordered;
    }

    private static Optional<FeeLines> byWords(FeeBase base, List<InvoiceLine> inPeriod, Map<String, TellingWords> items) {
        TellingWords wanted = base.wanted();
        TellingWords leftOut = base.leftOut();
        Map<InvoiceLine, Long> likeness = new HashMap<>();
        for (InvoiceLine line : inPeriod) {
            TellingWords own = TellingWords.of(line.description() + " " + line.unit());
            TellingWords words = TellingWords.of(line.description() + " " + line.unit() + " "
                    + String.join(
                            " ",
                            items.getOrDefault(line.product(), new TellingWords(Set.of()))
                                    .all()));
            boolean out = own.shared(leftOut) > 0
                    || leftOut.all().stream().anyMatch(word -> abbreviates(line.product(), word));
            long like = wanted.all().stream()
                    .filter(word -> words.has(word) || abbreviates(line.product(), word))
                    .count();
            likeness.put(line, out ? 0 : like);
        }
        long best = likeness.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return best == 0
                ? Optional.empty()
                : some(
                        base,
                        inPeriod.stream()
                                .filter(line -> 2 * likeness.getOrDefault(line, 0L) >= best)
                                .toList(),
                        0.8);
    }

    /** What rate cards call an item, by its code. */
    private static Map<String, TellingWords> itemWords(Dossier dossier, LocalDate day) {
        Map<String, TellingWords> items = new HashMap<>();
        for (Governed<CommercialLever> lever : dossier.family().listInForce(CommercialLever.class, day)) {
            List<String> names = lever.content().parameters().stream()
                    .filter(parameter -> parameter.name() == LeverParameter.Name.ITEM
                            && parameter.value() instanceof TypedValue.Text)
                    .map(parameter -> ((TypedValue.Text) parameter.value()).value())
                    .toList();
            if (lever.content().lever() == LeverType.RATE_CARD && names.size() == 2) {
                items.putIfAbsent(names.get(0), TellingWords.of(names.get(1)));
            }
        }
        return items;
    }

    /** Whether the letters of a code stand for a word, as {@code HND} for handling. */
    static boolean abbreviates(String code, String word) {
        String letters = code.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
        if (letters.length() < 3 || word.length() <= letters.length() || letters.charAt(0) != word.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < word.length() && at < letters.length(); i++) {
            if (word.charAt(i) == letters.charAt(at)) {
                at++;
            }
        }
        return at == letters.length();
    }

    /** Charges of a contract that come again in other periods, whatever they are called. */
    static Optional<FeeLines> recurring(FeeBase base, String contract, Period period, Dossier dossier) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        List<InvoiceLine> ofContract = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.contract().equals(contract))
                .filter(line -> !NO_CHARGE.matcher(line.description()).find())
                .toList();
        return some(
                base,
                once(ofContract.stream()
                        .filter(line -> isIn(line, period, false) && recurs(line, ofContract))
                        .toList()),
                0.8);
    }

    /** Those of the line, site or system that a name is about: by its number, or else by words that no other line has. */
    Optional<FeeLines> of(String named) {
        List<String> codes =
                CODE.matcher(named).results().map(code -> code.group()).toList();
        List<InvoiceLine> own = lines.stream()
                .filter(line -> codes.stream()
                        .anyMatch(code -> Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(code) + "(?![\\p{L}\\d])")
                                .matcher(line.description() + " " + line.product())
                                .find()))
                .toList();
        return some(base, own, confidence).or(() -> ofWords(named));
    }

    private Optional<FeeLines> ofWords(String named) {
        List<TellingWords> described =
                lines.stream().map(line -> TellingWords.of(line.description())).toList();
        Set<String> inAll = new LinkedHashSet<>(TellingWords.of(named).all());
        inAll.removeIf(word -> described.stream().allMatch(words -> words.has(word)));
        TellingWords telling = new TellingWords(inAll);
        List<InvoiceLine> own = lines.stream()
                .filter(line -> TellingWords.of(line.description()).shared(telling) > 0)
                .toList();
        return own.size() == 1 ? some(base, own, Math.min(confidence, 0.75)) : Optional.empty();
    }

    CurrencyUnit currency() {
        return fixed == null ? lines.get(0).currency() : fixed.sum().getCurrencyUnit();
    }

    /** What belongs to the period. */
    BigDecimal net() {
        return parts == 1
                ? invoiced()
                : invoiced()
                        .divide(BigDecimal.valueOf(parts), 10, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** The part of what was invoiced, worked out; empty where all of it belongs to the period. */
    Optional<Derivation> part() {
        return parts == 1
                ? Optional.empty()
                : Optional.of(new Derivation(
                        Operation.QUOTIENT,
                        List.of(
                                new Input(
                                        "invoiced",
                                        currency().getCode() + " " + invoiced().toPlainString(),
                                        null),
                                new Input("parts", Integer.toString(parts), null)),
                        currency().getCode() + " " + net().toPlainString()));
    }

    private BigDecimal invoiced() {
        return fixed != null
                ? fixed.sum().getAmount()
                : lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A share of it in percent, rounded to the currency's smallest unit. */
    Money percent(BigDecimal percent) {
        return Money.of(
                currency(),
                invoiced().multiply(percent).divide(BigDecimal.valueOf(100L * parts), 10, RoundingMode.HALF_UP),
                RoundingMode.HALF_UP);
    }

    List<String> rows() {
        return lines.stream()
                .map(line -> FactKind.INVOICE_LINE.label() + ":" + line.id())
                .toList();
    }

    List<Input> inputs() {
        if (fixed != null) {
            return List.of(new Input(base.name(), fixed.sum().toString(), fixed.stated()));
        }
        return lines.stream()
                .map(line -> Input.of(
                        line.description(),
                        line.currency().getCode() + " " + line.net().toPlainString(),
                        new FactCell(FactKind.INVOICE_LINE.label(), line.id(), "net")))
                .toList();
    }
}
