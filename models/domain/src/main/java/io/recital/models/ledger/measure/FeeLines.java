package io.recital.models.ledger.measure;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern CODE = Pattern.compile("\\b\\p{Lu}{1,4}(?:-\\p{Lu}{1,3})?[- ]?\\d{1,6}\\b");

    FeeLines {
        lines = List.copyOf(lines);
    }

    /** These lines with such a confidence; empty where there are none. */
    static Optional<FeeLines> some(FeeBase base, List<InvoiceLine> lines, double confidence) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(new FeeLines(base, lines, confidence));
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
