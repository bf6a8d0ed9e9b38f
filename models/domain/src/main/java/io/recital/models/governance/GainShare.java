package io.recital.models.governance;

import io.recital.models.fact.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * That both sides share what a period cost less than agreed, and perhaps what it cost more. Each part may be open; what
 * is open is named, and nothing is computed without it.
 *
 * @param contract that has the clause; its words are cited where they were found
 * @param baseline what the period was agreed to cost
 * @param verified what it did cost, as somebody verified
 * @param bands of the saving, rising from nothing, with the share of whoever does the work
 * @param painShare percent of what it cost too much that whoever does the work bears
 * @param cap most that either can come to
 */
public record GainShare(
        UUID counterparty,
        UUID contract,
        String title,
        Period period,
        @Nullable Baseline baseline,
        @Nullable Verified verified,
        List<Band> bands,
        @Nullable BigDecimal painShare,
        @Nullable Money cap)
        implements GovernanceRecord {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a period was agreed to cost; both sides' names are needed. */
    public record Baseline(Money amount, String agreedByUs, String agreedByThem) {
        public Baseline {
            positive(amount, "amount");
            agreedByUs = Stated.text(agreedByUs, "agreedByUs");
            agreedByThem = Stated.text(agreedByThem, "agreedByThem");
        }
    }

    /** What a period did cost, and who verified that. */
    public record Verified(Money cost, String by, LocalDate on) {
        public Verified {
            Stated.value(cost, "cost");
            by = Stated.text(by, "by");
            Stated.value(on, "on");
        }
    }

    /**
     * The share of the part of a saving that lies in a band.
     *
     * @param upTo the end of the band; null for the last
     * @param percent of whoever does the work
     */
    public record Band(@Nullable Money upTo, BigDecimal percent) {
        public Band {
            isPercentage(percent, "percent");
        }
    }

    public GainShare {
        Stated.value(counterparty, "counterparty");
        Stated.value(contract, "contract");
        title = Stated.text(title, "title");
        Stated.value(period, "period");
        bands = bands == null ? List.of() : List.copyOf(bands);
        if (painShare != null) {
            isPercentage(painShare, "painShare");
        }
        requireRising(bands);
        requireOneCurrency(baseline, verified, bands, cap);
    }

    private static void isPercentage(@Nullable BigDecimal percent, String field) {
        BigDecimal value = Stated.value(percent, field);
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("'" + field + "' is a percentage from 0 to 100");
        }
    }

    private static void positive(@Nullable Money amount, String field) {
        if (!Stated.value(amount, field).isPositive()) {
            throw new IllegalArgumentException("'" + field + "' is more than nothing");
        }
    }

    private static void requireRising(List<Band> bands) {
        Money last = null;
        for (int i = 0; i < bands.size(); i++) {
            Money end = bands.get(i).upTo();
            if ((end == null) != (i == bands.size() - 1)) {
                throw new IllegalArgumentException("Every band but the last says up to what it goes");
            }
            if (end != null && (last == null ? !end.isPositive() : !end.isGreaterThan(last))) {
                throw new IllegalArgumentException("Bands rise from nothing");
            }
            last = end;
        }
    }

    private static void requireOneCurrency(
            @Nullable Baseline baseline, @Nullable Verified verified, List<Band> bands, @Nullable Money cap) {
        List<CurrencyUnit> currencies = new java.util.ArrayList<>();
        Optional.ofNullable(baseline)
                .ifPresent(each -> currencies.add(each.amount().getCurrencyUnit()));
        Optional.ofNullable(verified)
                .ifPresent(each -> currencies.add(each.cost().getCurrencyUnit()));
        Optional.ofNullable(cap).ifPresent(each -> currencies.add(each.getCurrencyUnit()));
        bands.stream()
                .flatMap(band -> Optional.ofNullable(band.upTo()).stream())
                .forEach(end -> currencies.add(end.getCurrencyUnit()));
        if (currencies.stream().distinct().count() > 1) {
            throw new IllegalArgumentException("A gain-share is in one currency");
        }
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.of(counterparty);
    }

    @Override
    public LocalDate since() {
        return period.from();
    }
}
