package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What documents say of prices that no finding tells: a price that moves, a factor for nights and weekends, a sum in a
 * sentence that nobody read as a price. Where it may explain a charge, the charge is not claimed.
 */
final class UnreadPrices {
    private static final Set<LeverType> OF_PRICES =
            EnumSet.of(LeverType.RATE_CARD, LeverType.VOLUME_DISCOUNT, LeverType.PRICE_ADJUSTMENT);
    /** What bounds a move and does not tell how a price moves. */
    private static final Set<Name> BOUNDS = EnumSet.of(Name.CAP, Name.FLOOR, Name.BASE);

    private static final Pattern MOVES = Pattern.compile(
            "(?i)\\b(?:prices?|rates?|fees?|charges?)\\b[^.;]{0,60}?\\b(?:(?:is|are|will\\s+be|shall\\s+be|may\\s+be|be)\\s+(?:re-?calculated|re-?determined|adjusted|indexed|set\\s+anew|increased|raised|reviewed\\s+and)|rises?\\s+(?:with|by)|increases?\\s+(?:with|by)|follows?\\s+the)"
                    + "|\\b(?:may|shall|will)\\s+(?:\\w+\\s+){0,2}?(?:increase|raise|adjust|change|recalculate)\\s+(?:\\w+\\s+){0,4}?(?:prices?|rates?|fees?|charges?)\\b");
    private static final Pattern INDEXED = Pattern.compile(
            "\\b(?:Index|Indices|RPI|CPIH?|HICP|PPI)\\b|(?i:\\bprice\\s+index|\\bin\\s+line\\s+with\\s+the\\b|\\bquotation\\b)");
    private static final Pattern STAYS = Pattern.compile("(?i)\\b(?:not|no|never|fixed|remain)\\b");
    private static final Pattern FACTOR = Pattern.compile(
            "(?i)\\d\\s*(?:%|per\\s?cent|percent)|time\\s+and\\s+a\\s+half|one\\s+and\\s+a\\s+half|double|twice");
    private static final Pattern SUM = Pattern.compile("(?:[€£$]|\\b[A-Z]{3})\\s?(?<sum>\\d[\\d,]*(?:\\.\\d+)?)");

    private UnreadPrices() {}

    /** What may explain that a line charges more than an agreed price; empty where nothing does. */
    static Optional<String> explaining(InvoiceLine line, AllowedPrice allowed, PriceBook book) {
        List<ChargeSentence> sentences = book.sentences(line, line.priceDay(), line.invoiceDate());
        if (OffHours.isOf(line)
                && !allowed.agreed().isForOffHours()
                && sentences.stream().anyMatch(UnreadPrices::isFactorForOffHours)) {
            return Optional.of("what nights, weekends and holidays cost");
        }
        List<ChargeSentence> unread =
                sentences.stream().filter(UnreadPrices::isUnread).toList();
        boolean read = sentences.stream().anyMatch(UnreadPrices::isOfAnAdjustment);
        if (!read && unread.stream().anyMatch(sentence -> moves(sentence, allowed.agreed()))) {
            return Optional.of("how the price moves");
        }
        return unread.stream().anyMatch(sentence -> states(sentence, line))
                ? Optional.of("what the sum is for that a clause states")
                : Optional.empty();
    }

    private static boolean isFactorForOffHours(ChargeSentence sentence) {
        return OffHours.isNamedIn(sentence.words())
                && FACTOR.matcher(sentence.words()).find();
    }

    private static boolean isUnread(ChargeSentence sentence) {
        return sentence.findings().stream()
                .noneMatch(finding ->
                        finding.content() instanceof CommercialLever lever && OF_PRICES.contains(lever.lever()));
    }

    private static boolean isOfAnAdjustment(ChargeSentence sentence) {
        return sentence.findings().stream()
                .anyMatch(finding -> finding.content() instanceof CommercialLever lever
                        && lever.lever() == LeverType.PRICE_ADJUSTMENT
                        && !lever.parameters().stream().allMatch(parameter -> BOUNDS.contains(parameter.name())));
    }

    private static boolean moves(ChargeSentence sentence, AgreedPrice price) {
        LocalDate from = price.from();
        boolean later = price.source().member().equals(sentence.member())
                || from == null
                || sentence.member()
                        .findEffective()
                        .filter(effective -> !from.isAfter(effective))
                        .isPresent();
        String words = sentence.words();
        boolean moved = MOVES.matcher(words).find() && !STAYS.matcher(words).find();
        return later && (moved || INDEXED.matcher(words).find());
    }

    /** Whether a sentence states the very sum that a line charges for one unit. */
    static boolean states(ChargeSentence sentence, InvoiceLine line) {
        Matcher sums = SUM.matcher(sentence.words());
        while (sums.find()) {
            BigDecimal sum = new BigDecimal(sums.group("sum").replace(",", "").replaceFirst("\\.$", ""));
            if (sum.compareTo(line.unitPrice()) == 0) {
                return true;
            }
        }
        return false;
    }
}
