package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.Period;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RoyaltyPeriodsPropertiesTest {
    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(1, 3, 6, 12);
    }

    @Property
    void everyDayIsInJustOnePartOfItsYear(
            @ForAll @IntRange(min = 0, max = 4000) int day, @ForAll("lengths") int months) {
        LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day);
        Period period = RoyaltyPeriods.holding(date, months);
        assertThat(period.holds(date)).isTrue();
        assertThat(RoyaltyPeriods.months(period)).isEqualTo(months);
        assertThat(period.from().getYear()).isEqualTo(period.to().getYear());
        assertThat(RoyaltyPeriods.holding(period.to().plusDays(1), months).from())
                .isEqualTo(period.to().plusDays(1));
    }
}
