package io.recital.models.ledger.invoice;

import io.recital.models.clause.Definition;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which adjustment of a family changes the price of an invoice line on a day: the nearest one, unless prices are frozen. */
final class AdjustmentsInForce {
    private static final Pattern INCREASE = Pattern.compile("(?i)\\b(?:increase|raise|adjust)");
    private static final Pattern LIMITED = Pattern.compile("(?i)more than|exceed|unless|except|within a");

    private static final ItemWords CHANGE = ItemWords.of("increase raise adjust year");

    private final ContractFamily family;
    private final PriceBook book;
    private final IdentityHashMap<Finding, Optional<Adjustment>> known = new IdentityHashMap<>();

    AdjustmentsInForce(ContractFamily family, PriceBook book) {
        this.family = family;
        this.book = book;
    }

    /** What a document says of a period that it defines. */
    private Optional<String> meaning(String term) {
        return family.members().stream()
                .flatMap(member -> Stream.concat(
                        member.findDefinition(term).stream().map(Definition::meaning),
                        book.sentences(member).stream()
                                .map(ChargeSentence::words)
                                .filter(words -> words.contains("“" + term + "”") || words.contains("\"" + term + "\""))
                                .map(words -> words.substring(
                                        Math.max(words.indexOf("“" + term), words.indexOf("\"" + term))))))
                .findFirst();
    }

    /** Those that change a price: the document's own, where it states some, or else those of the family. */
    List<Adjustment> list(InvoiceLine line, AgreedPrice price, LocalDate day, LocalDate signed) {
        List<Adjustment> all = book.list(CommercialLever.class, line, day, signed).stream()
                .flatMap(lever ->
                        known
                                .computeIfAbsent(
                                        lever.finding(), finding -> AdjustmentReader.read(lever, this::meaning))
                                .stream())
                .filter(adjustment -> !adjustment.scope().isOfOthersThan(price, book.all()))
                .toList();
        List<Adjustment> own = all.stream()
                .filter(adjustment ->
                        adjustment.source().member().equals(price.source().member()))
                .filter(adjustment ->
                        adjustment.isComputed() || adjustment.scope().isAbout(price, this::meaning))
                .toList();
        ItemWords item = price.words();
        boolean frozen = all.stream()
                        .anyMatch(adjustment -> adjustment.isFreeze()
                                && adjustment.scope().names(item)
                                && !adjustment.scope().isNamedAfterAnotherThan(price, book.all())
                                && !day.isAfter(until(adjustment)))
                || book.list(Obligation.class, line, day, signed).stream()
                        .anyMatch(duty -> forbidsIncrease(duty.content(), item));
        return (own.isEmpty() ? all : own)
                .stream()
                        .filter(adjustment -> adjustment.isComputed() || adjustment.isByNotice())
                        .filter(adjustment -> adjustment.scope().names(item) || !frozen)
                        .sorted(Comparator.<Adjustment, Boolean>comparing(
                                        adjustment -> !adjustment.scope().isBeside(price))
                                .thenComparing(adjustment -> !adjustment.scope().names(item))
                                .thenComparing(adjustment -> !adjustment.isComputed()))
                        .limit(1)
                        .toList();
    }

    /** Whether a prohibition keeps the price of an item as it is, and not only below a limit. */
    private static boolean forbidsIncrease(Obligation duty, ItemWords item) {
        return duty.modality() == Modality.PROHIBITION
                && INCREASE.matcher(duty.action()).find()
                && !LIMITED.matcher(duty.action()).find()
                && ItemWords.of(duty.action()).without(CHANGE).share(item);
    }

    private static LocalDate until(Adjustment freeze) {
        return freeze.source().content().findDay(Name.PERIOD).orElse(LocalDate.MIN);
    }
}
