package io.recital.models.ledger.spend;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.Levers;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** At which rate the sales of a period are converted: that of the source that a clause names, for the period's last day. */
record Conversion(ExchangeRate rate, LeverTerm.Said said) {
    private static final Pattern LAST_DAY = Pattern.compile(
            "\\bconver\\w+[^.]{0,160}\\b(?:last|final)\\s+(?:business\\s+|banking\\s+|working\\s+)?day\\b[^.]{0,120}",
            Pattern.CASE_INSENSITIVE);
    private static final int FURTHEST_BACK = 7;
    private static final int MONTHS_BACK = 100;

    /** Empty where no clause names a published source for the last day, or the source has no rate of that time. */
    static Optional<Conversion> of(
            Dossier dossier, LeverTerm term, CurrencyUnit base, CurrencyUnit quote, Period period) {
        BusinessCalendar calendar = new Levers(dossier.family()).calendar();
        LocalDate last = calendar.onOrBefore(period.to());
        Stream<LeverTerm.Said> cited = dossier.family().members().stream()
                .flatMap(member -> member.findings().stream())
                .flatMap(finding -> LeverTerm.said(finding, LAST_DAY));
        Stream<LeverTerm.Said> beside = dossier.family().members().stream()
                .flatMap(member ->
                        Stream.concat(member.beside().sentences().stream(), member.beside().charges().stream()))
                .flatMap(citation -> LeverTerm.said(term.finding(), citation, LAST_DAY));
        return Stream.concat(cited, beside)
                .flatMap(said ->
                        published(dossier, said, base, quote, last).stream().map(rate -> new Conversion(rate, said)))
                .findFirst();
    }

    private static Optional<ExchangeRate> published(
            Dossier dossier, LeverTerm.Said said, CurrencyUnit base, CurrencyUnit quote, LocalDate last) {
        NameWords words = NameWords.of(said.citation().quote());
        return dossier.facts().exchangeRates().stream()
                .filter(rate -> rate.base().equals(base) && rate.quote().equals(quote))
                .filter(rate -> words.holds(NameWords.of(rate.source())))
                .filter(rate -> !rate.date().isAfter(last) && rate.date().isAfter(last.minusDays(FURTHEST_BACK)))
                .max(Comparator.comparing(ExchangeRate::date));
    }

    /** What else was published or used for the same days. */
    static List<ExchangeRate> others(Dossier dossier, ExchangeRate agreed) {
        return dossier.facts().exchangeRates().stream()
                .filter(rate ->
                        rate.base().equals(agreed.base()) && rate.quote().equals(agreed.quote()))
                .filter(rate -> !rate.id().equals(agreed.id()))
                .filter(rate -> ChronoUnit.DAYS.between(agreed.date(), rate.date()) >= -MONTHS_BACK
                        && !rate.date().isAfter(agreed.date().plusDays(FURTHEST_BACK)))
                .toList();
    }

    Derivation step(BigDecimal amount, BigDecimal converted) {
        return new Derivation(
                Operation.PRODUCT,
                List.of(
                        new Derivation.Input("sales in " + rate.base().getCode(), amount.toPlainString(), null),
                        Derivation.Input.of(
                                rate.source() + ", " + rate.date(),
                                rate.rate().toPlainString(),
                                new FactCell(rate.kind().label(), rate.id(), "rate"))),
                converted.toPlainString());
    }
}
