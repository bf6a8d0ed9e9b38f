package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many of a counted thing may be charged as additional, by what the documents that speak of an invoice line say: those
 * above a number, unless they lie within what is tolerated.
 */
final class CountedExcess {
    private static final Pattern EXTRA = Pattern.compile(
            "\\b(?:additional|extra|excess|true-?\\s?up|over-?age|over-?us(?:e|age)|above|surplus|ARC)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final ItemWords NO_THING = ItemWords.of(
            "each lump sum month year hour day week fee piece pc unit eur usd gbp km kg t tonne litre l m2 m3 kwh mwh call minute");

    private final Dossier dossier;
    private final InvoiceLine line;
    private final List<ChargeSentence> sentences;
    private final CountedRows rows;
    private final ItemWords about;

    private CountedExcess(Dossier dossier, InvoiceLine line, List<ChargeSentence> sentences, ItemWords about) {
        this.dossier = dossier;
        this.line = line;
        this.sentences = sentences;
        this.about = about;
        this.rows = CountedRows.of(dossier, line, about);
    }

    /** Whether a line charges for more of a counted thing. */
    static boolean isExtra(InvoiceLine line) {
        return EXTRA.matcher(line.description() + " " + line.product()).find()
                && !ItemWords.of(line.unit()).isEmpty()
                && !ItemWords.of(line.unit()).share(NO_THING)
                && line.quantity().stripTrailingZeros().scale() <= 0;
    }

    /** Empty where the documents that speak of the line set no bound for its thing, or nothing was counted in its unit. */
    static Optional<CountedExcess> of(Dossier dossier, InvoiceLine line, CountedBound.Side side) {
        List<ChargeSentence> all = PriceBook.of(dossier).sentences(line, line.priceDay(), line.invoiceDate());
        List<ChargeSentence> own = all.stream()
                .filter(sentence -> bound(sentence, side).isPresent())
                .toList();
        ItemWords about = own.stream()
                .map(sentence -> ItemWords.of(sentence.words()))
                .reduce(ItemWords::and)
                .orElse(ItemWords.of(""));
        CountedExcess excess = new CountedExcess(dossier, line, all, about);
        return own.isEmpty() || excess.rows.rows().isEmpty() ? Optional.empty() : Optional.of(excess);
    }

    private static Optional<CountedBound> bound(ChargeSentence sentence, CountedBound.Side side) {
        return side == CountedBound.Side.ABOVE
                ? CountedBound.above(sentence.words())
                : CountedBound.below(sentence.words());
    }

    CountedRows rows() {
        return rows;
    }

    /** A bound with the finding that says it, and the rows from which it follows where no words say it. */
    record Bound(BigDecimal number, Finding finding, ChargeSentence sentence, List<InvoiceLine> paidFor) {}

    /** The one bound of a side on a day; empty where none or several are. */
    Optional<Bound> bound(CountedBound.Side side, LocalDate day) {
        List<Bound> stated = new ArrayList<>();
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (ChargeSentence sentence : sentences) {
            Optional<CountedBound> said = bound(sentence, side).filter(bound -> isAbout(sentence, bound));
            said.flatMap(bound -> number(bound, day, sentence)).ifPresent(bound -> {
                if (numbers.add(bound.number().stripTrailingZeros())) {
                    stated.add(bound);
                }
            });
        }
        return stated.size() == 1 ? Optional.of(stated.get(0)) : Optional.empty();
    }

    /** Whether a sentence that sets a bound is about what was counted. */
    private boolean isAbout(ChargeSentence sentence, CountedBound bound) {
        ItemWords said = ItemWords.of(sentence.words());
        return bound.number() == null
                || rows.rows().stream()
                        .anyMatch(row -> ItemWords.of(row.measure()).share(said))
                || said.share(ItemWords.of(line.unit()));
    }

    private Optional<Bound> number(CountedBound said, LocalDate day, ChargeSentence sentence) {
        Optional<Finding> rest = sentence.rest();
        BigDecimal number = said.number();
        if (number != null) {
            return rest.map(finding -> new Bound(number, finding, sentence, List.of()));
        }
        return said.paidFor() ? paidFor(day, sentence) : agreed(sentence);
    }

    /** What was paid for on a day: the quantities of the lines in the same unit that are for that day. */
    private Optional<Bound> paidFor(LocalDate day, ChargeSentence sentence) {
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(other -> other.direction() == line.direction()
                        && !EXTRA.matcher(other.description()).find()
                        && other.service() != null
                        && other.service().holds(day)
                        && ItemWords.of(other.unit()).equals(ItemWords.of(line.unit())))
                .toList();
        BigDecimal sum = lines.stream().map(InvoiceLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return lines.isEmpty()
                ? Optional.empty()
                : sentence.rest().map(finding -> new Bound(sum, finding, sentence, lines));
    }

    /** The quantity that the contract itself agrees on, such as 180 named users. */
    private Optional<Bound> agreed(ChargeSentence sentence) {
        List<Bound> found =
                PriceBook.of(dossier).list(CommercialLever.class, line, line.priceDay(), line.invoiceDate()).stream()
                        .flatMap(lever -> lever.content().parameters().stream()
                                .filter(parameter -> parameter.name() == Name.VOLUME
                                        && parameter.value() instanceof TypedValue.Quantity quantity
                                        && ItemWords.of(quantity.unit()).share(about.and(ItemWords.of(line.unit()))))
                                .map(parameter -> new Bound(
                                        ((TypedValue.Quantity) parameter.value()).value(),
                                        lever.finding(),
                                        sentence,
                                        List.of())))
                        .toList();
        boolean same = !found.isEmpty()
                && found.stream()
                        .allMatch(bound -> bound.number().compareTo(found.get(0).number()) == 0);
        return same ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** How many may be charged for a count, and the clauses that say so; empty where no bound can be told. */
    Optional<Allowed> allowed(CountedRows.Count count) {
        LocalDate day = count.whole().period().to();
        Optional<Bound> first = bound(CountedBound.Side.ABOVE, day);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean grows = sentences.stream().anyMatch(sentence -> CountedBound.grows(sentence.words()));
        BigDecimal bound = first.get().number();
        if (grows && first.get().paidFor().isEmpty()) {
            for (CountedRows.Count before : rows.until(day)) {
                Allowed then = allowed(before, bound, first.get());
                bound = then.number().signum() > 0 ? bound.add(then.number()) : bound;
            }
        }
        return Optional.of(allowed(count, bound, first.get()));
    }

    private Allowed allowed(CountedRows.Count count, BigDecimal bound, Bound source) {
        List<Measurement> off = count.without(said(CountedBound::notCounted));
        BigDecimal counted = off.stream().map(CountedRows::value).reduce(count.number(), BigDecimal::subtract);
        BigDecimal above = counted.subtract(bound).max(BigDecimal.ZERO);
        boolean tolerated = said(CountedBound::tolerance).stream()
                .anyMatch(share -> above.multiply(BigDecimal.valueOf(100)).compareTo(share.multiply(bound)) <= 0);
        return new Allowed(tolerated ? BigDecimal.ZERO : above, above, bound, count, off, source);
    }

    private <T> List<T> said(Function<String, Optional<T>> what) {
        return sentences.stream()
                .flatMap(sentence -> what.apply(sentence.words()).stream())
                .toList();
    }

    /**
     * How many may be charged.
     *
     * @param number of them; none where all that are above lie within what is tolerated
     */
    record Allowed(
            BigDecimal number,
            BigDecimal above,
            BigDecimal bound,
            CountedRows.Count count,
            List<Measurement> off,
            Bound source) {
        List<Finding> rests() {
            return Stream.concat(Stream.of(source.finding()), source.sentence().rest().stream())
                    .distinct()
                    .toList();
        }

        List<String> rows() {
            return Stream.concat(
                            Stream.concat(Stream.of(count.whole()), off.stream())
                                    .map(row -> row.kind().label() + ":" + row.id()),
                            source.paidFor().stream().map(OverpaymentClaims::row))
                    .toList();
        }

        /** Writes down how many are above the bound. */
        void steps(Workings workings) {
            Input[] inputs = Stream.of(
                            Stream.of(Workings.cell("counted", count.whole(), "value", count.number())),
                            off.stream().map(row -> Workings.cell("not counted", row, "value", CountedRows.value(row))),
                            Stream.of(new Input(
                                    "number up to which nothing is charged",
                                    bound.toPlainString(),
                                    source.sentence().citation())))
                    .flatMap(each -> each)
                    .toArray(Input[]::new);
            if (above.signum() > 0) {
                workings.step(Operation.DIFFERENCE, above.toPlainString(), inputs);
            }
        }
    }
}
