package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BandsPropertiesTest {
    /** Rising rates from rising sums, as contracts grant them. */
    private static List<Tier> rising(List<Integer> steps) {
        List<Tier> tiers = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            from = from.add(BigDecimal.valueOf(steps.get(i)));
            tiers.add(open(from, i + 1));
        }
        return tiers;
    }

    private static Tier open(BigDecimal from, int percent) {
        return new Tier(from, true, null, false, "EUR", new TypedValue.Percent(BigDecimal.valueOf(percent)));
    }

    private static Money on(List<Tier> tiers, boolean byPart, int cents) {
        return new Bands(Bands.stepped(tiers), byPart)
                .on(BigDecimal.valueOf(cents, 2))
                .orElseThrow();
    }

    @Property(tries = 200)
    void aRateOnAllIsNeverLessThanTheSameRatesBand(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100_000) Integer> steps,
            @ForAll @IntRange(max = 60_000_000) int cents) {
        Money parts = on(rising(steps), true, cents);
        // each band is rounded by itself
        assertThat(on(rising(steps), false, cents).plusMinor(steps.size())).isGreaterThanOrEqualTo(parts);
    }

    @Property(tries = 200)
    void aRebateByPartsNeverFallsWhenMoreIsSpent(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100_000) Integer> steps,
            @ForAll @IntRange(max = 50_000_000) int cents,
            @ForAll @IntRange(max = 10_000_000) int more) {
        assertThat(on(rising(steps), true, cents + more)).isGreaterThanOrEqualTo(on(rising(steps), true, cents));
    }

    @Property(tries = 200)
    void bandsGiveTheSameInWhateverOrderTheyAreStated(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 100_000) Integer> steps,
            @ForAll @IntRange(max = 60_000_000) int cents,
            @ForAll long seed,
            @ForAll boolean byPart) {
        List<Tier> shuffled = new ArrayList<>(rising(steps));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(on(shuffled, byPart, cents)).isEqualTo(on(rising(steps), byPart, cents));
    }

    @Property(tries = 200)
    void everySumIsInAtMostOneBand(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100_000) Integer> steps,
            @ForAll @IntRange(max = 60_000_000) int cents) {
        BigDecimal sum = BigDecimal.valueOf(cents, 2);
        assertThat(Bands.stepped(rising(steps)).stream().filter(tier -> tier.holds(sum)))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void bandsThatOnlySayWhereTheyEndBeginWhereTheOneBeforeEnds() {
        Tier low = new Tier(null, false, new BigDecimal("100"), true, "EUR", new TypedValue.Percent(BigDecimal.ONE));
        Tier high = new Tier(null, false, new BigDecimal("300"), true, "EUR", new TypedValue.Percent(BigDecimal.TEN));
        assertThat(Bands.stepped(List.of(low, high)))
                .containsExactly(
                        low,
                        new Tier(
                                new BigDecimal("100"),
                                false,
                                new BigDecimal("300"),
                                true,
                                "EUR",
                                new TypedValue.Percent(BigDecimal.TEN)));
    }
}
