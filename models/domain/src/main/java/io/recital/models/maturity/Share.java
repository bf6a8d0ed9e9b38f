package io.recital.models.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * So many of so many.
 *
 * @param of at least one: nothing of nothing is no share
 */
public record Share(long count, long of) {
    public Share {
        if (of < 1 || count < 0 || count > of) {
            throw new IllegalArgumentException("A share is some of at least one: " + count + " of " + of);
        }
    }

    /** Both together. */
    public Share plus(Share other) {
        return new Share(count + other.count, of + other.of);
    }

    /** In percent, cut off after one decimal, so that what is shown as enough is enough. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(count * 100).divide(BigDecimal.valueOf(of), 1, RoundingMode.DOWN);
    }

    boolean isAtLeast(int percent) {
        return count * 100 >= of * percent;
    }
}
