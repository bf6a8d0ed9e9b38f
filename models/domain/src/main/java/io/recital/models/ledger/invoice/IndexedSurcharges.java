package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Surcharges in percent that follow a published value in bands, such as one for diesel, and the invoice lines that charge them. */
final class IndexedSurcharges {
    /** A surcharge and its bands. */
    record Indexed(String index, List<Tier> bands, Governed<CommercialLever> source) {
        /** The percentage that a published value leads to. */
        Optional<BigDecimal> percent(BigDecimal published) {
            return bands.stream()
                    .filter(band -> band.holds(published))
                    .map(band -> ((TypedValue.Percent) band.value()).value())
                    .findFirst();
        }

        Stream<BigDecimal> percentages() {
            return bands.stream()
                    .map(band -> ((TypedValue.Percent) band.value()).value())
                    .filter(percent -> percent.signum() > 0);
        }

        /** Words for the charges that it is a percentage of. */
        ItemWords base() {
            return ItemWords.of(String.join(" ", source.content().texts(Name.BASE)))
                    .without(ItemWords.of("invoice invoiced amount net total value"));
        }

        /** The month whose value counts for a month of service; empty when the clause does not say. */
        Optional<YearMonth> month(YearMonth service) {
            String words = source.finding().words() + " " + index;
            if (SECOND_BEFORE.matcher(words).find()) {
                return Optional.of(service.minusMonths(2));
            }
            if (BEFORE.matcher(words).find()) {
                return Optional.of(service.minusMonths(1));
            }
            return SAME.matcher(words).find() ? Optional.of(service) : Optional.empty();
        }
    }

    private static final Pattern SECOND_BEFORE = Pattern.compile(
            "(?i)month before last|(?:second|two) (?:preceding )?months? (?:before|earlier|preceding)|vorvormonat");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)(?:previous|preceding|prior|last) (?:calendar )?month|month before|vormonat");
    private static final Pattern SAME =
            Pattern.compile("(?i)(?:of|for|in) (?:the|that|each) (?:same |current |respective )?(?:calendar )?month");
    private static final Pattern KIND =
            Pattern.compile("(?i)([\\p{L}]+)[ -]?(?:price )?(?:surcharge|supplement|zuschlag|adjustment factor)");
    private static final Pattern SURCHARGE = Pattern.compile("(?i)surcharge|supplement|zuschlag|adjustment");

    private final PriceBook book;

    IndexedSurcharges(PriceBook book) {
        this.book = book;
    }

    /** The surcharge that a line charges, by the terms of its day. */
    Optional<Indexed> find(InvoiceLine line) {
        if (!SURCHARGE.matcher(line.description()).find()) {
            return Optional.empty();
        }
        ItemWords said = ItemWords.undated(line.description());
        return book.list(CommercialLever.class, line, line.priceDay(), line.invoiceDate()).stream()
                .map(IndexedSurcharges::of)
                .flatMap(Optional::stream)
                .filter(indexed -> kind(indexed).touch(said))
                .findFirst();
    }

    private static ItemWords kind(Indexed indexed) {
        Matcher kinds = KIND.matcher(indexed.source().finding().words());
        StringBuilder words = new StringBuilder();
        while (kinds.find()) {
            words.append(kinds.group(1)).append(' ');
        }
        return ItemWords.of(words.toString()).without(ItemWords.of("the a this such no other monthly"));
    }

    private static Optional<Indexed> of(Governed<CommercialLever> lever) {
        Optional<List<Tier>> bands = lever.content()
                .find(Name.TIERS)
                .filter(TypedValue.Tiers.class::isInstance)
                .map(value -> ((TypedValue.Tiers) value).tiers())
                .filter(tiers -> tiers.stream().allMatch(tier -> tier.value() instanceof TypedValue.Percent));
        Optional<String> index = lever.content().find(Name.INDEX).map(TypedValue::display);
        return lever.content().lever() == LeverType.PRICE_ADJUSTMENT && bands.isPresent()
                ? index.map(name -> new Indexed(name, bands.get(), lever))
                : Optional.empty();
    }
}
