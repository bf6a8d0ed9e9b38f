package io.recital.extraction.rules.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A measure's part of an amount at risk, as a row of a table gives it.
 *
 * @param allocation in percent
 * @param minimum the second level, below which a miss costs all of the part; null where there is one level only
 */
record AtRisk(BigDecimal allocation, @Nullable BigDecimal minimum) {}
