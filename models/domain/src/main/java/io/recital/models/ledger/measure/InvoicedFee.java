package io.recital.models.ledger.measure;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds among the invoice lines of a contract those that make up what a percentage is taken of. */
final class InvoicedFee {
    private static final Pattern NO_CHARGE = Pattern.compile(
            "\\bearn(?:ed)?[\\s-]?back\\b|\\bservice credit|\\bperformance credit|\\binterest\\b|\\b(?:sales|use) tax\\b|\\bpenalt|\\bbonus",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern A_MONTH = Pattern.compile("month|monat|mois|mes", Pattern.CASE_INSENSITIVE);

    private InvoicedFee() {}

    /** The lines of a contract and period; empty when none can be told to belong to it. */
    static Optional<FeeLines> find(FeeBase base, String contract, Period period, Dossier dossier) {
        Optional<FixedFee> fixed = FixedFee.find(base, dossier, period.to());
        if (fixed.isPresent()) {
            return Optional.of(new FeeLines(base, List.of(), 0.95, 1, fixed.get()));
        }
        List<InvoiceLine> ofContract = charges(contract, dossier);
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
                ? byPurpose(base, inPeriod).or(() -> withoutWords(base, ofContract, inPeriod, period, dossier))
                : byWords(base, inPeriod, itemWords(dossier, period.to()));
        return found.filter(lines -> lines.lines().stream()
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
                .filter(line -> TellingWords.of(line.description()).shared(name)
                        == name.all().size())
                .filter(line -> line.net().signum() > 0)
                .toList();
        boolean oneCurrency =
                named.stream().map(InvoiceLine::currency).distinct().count() == 1;
        return oneCurrency ? FeeLines.some(base, once(named), 0.95) : Optional.empty();
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
        return oneCurrency ? FeeLines.some(base, once(named), 0.9) : Optional.empty();
    }

    /** Those that are more than others for what the words take the charges of: {@code the charges for routine samples}. */
    private static Optional<FeeLines> byPurpose(FeeBase base, List<InvoiceLine> inPeriod) {
        TellingWords purpose = base.purpose();
        Map<InvoiceLine, Long> shared = new LinkedHashMap<>();
        inPeriod.stream()
                .filter(line -> line.net().signum() > 0)
                .forEach(line ->
                        shared.put(line, TellingWords.of(line.description()).shared(purpose)));
        long most = shared.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<InvoiceLine> named = shared.keySet().stream()
                .filter(line -> shared.getOrDefault(line, 0L) == most)
                .toList();
        return most == purpose.all().size() && most > 0 && named.size() < shared.size()
                ? FeeLines.some(base, once(named), 0.9)
                : Optional.empty();
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
            return FeeLines.some(
                    base,
                    once(kept.stream().filter(line -> recurs(line, ofContract)).toList()),
                    0.9);
        }
        if (base.isOfGoods()) {
            Set<String> goods = goods(dossier, period);
            return FeeLines.some(
                    base,
                    kept.stream().filter(line -> goods.contains(line.product())).toList(),
                    0.9);
        }
        return FeeLines.some(base, kept, 0.7);
    }

    /** Charges of a contract that come again in other periods, whatever they are called. */
    static Optional<FeeLines> recurring(FeeBase base, String contract, Period period, Dossier dossier) {
        List<InvoiceLine> ofContract = charges(contract, dossier);
        return FeeLines.some(
                base,
                once(ofContract.stream()
                        .filter(line -> isIn(line, period, false) && recurs(line, ofContract))
                        .toList()),
                0.8);
    }

    /** What is charged under a contract, without credits, interest and the like. */
    private static List<InvoiceLine> charges(String contract, Dossier dossier) {
        Direction direction = dossier.isOfASeller() ? Direction.ISSUED : Direction.RECEIVED;
        return dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == direction && line.contract().equals(contract))
                .filter(line -> !NO_CHARGE.matcher(line.description()).find())
                .toList();
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

    private static Optional<FeeLines> byWords(
            FeeBase base, List<InvoiceLine> inPeriod, Map<String, TellingWords> items) {
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
                : FeeLines.some(
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
}
