package io.recital.samples.truth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.recital.samples.evidence.WrittenQuote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a perfect performance system would find, or must not claim.
 *
 * @param inputs what the calculation starts from, by name
 * @param amount what it comes to; null where it has no money
 * @param naive for a trap, what a naive check would claim
 * @param rows facts that it rests on beside its inputs
 * @param recoverableUntil the last day on which it can still be claimed
 */
public record TruthItem(
        String id,
        @JsonProperty("class") ItemClass itemClass,
        String check,
        String title,
        @Nullable Period period,
        List<WrittenQuote> quotes,
        Map<String, Input> inputs,
        List<Step> steps,
        @Nullable Money amount,
        @Nullable Money naive,
        @Nullable List<String> rows,
        @Nullable LocalDate recoverableUntil,
        String why) {
    static final Set<String> CHECKS =
            Set.of(("service-credit kpi-credit liquidated-damages delay-damages rate tier-price surcharge indexation"
                            + " duplicate-invoice early-billing retention rebate volume-discount early-payment-discount"
                            + " late-payment early-payment minimum-commitment royalty minimum-royalty uplift notice"
                            + " obligation unsigned missing-document tax rounding")
                    .split(" "));

    /** The days that it is about, both included. */
    public record Period(LocalDate from, LocalDate to) {}

    public record Money(BigDecimal amount, String currency) {}

    /** One step of the calculation by hand: a formula over inputs and earlier steps, and its exact result. */
    public record Step(String name, String formula, String result) {}

    /**
     * Where a number comes from: a cell, a sum or count of rows, the days between two dates, or the wording.
     *
     * @param where the rows, by column: a value or a list of values
     * @param from first day of the rows, by the date in the column {@code on}; with {@code to}, the last
     * @param quote which of the item's quotes, counted from 0, states {@code value} by the words {@code written}
     * @param days row, column, row, column; or the names of two inputs that are dates
     */
    public record Input(
            @Nullable String row,
            @Nullable String column,
            @Nullable String sum,
            @Nullable Boolean count,
            @Nullable String file,
            @Nullable Map<String, JsonNode> where,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String on,
            @Nullable Integer quote,
            @Nullable String written,
            @Nullable JsonNode value,
            @Nullable List<String> days) {}

    public TruthItem {
        if (id == null || itemClass == null || check == null || title == null || why == null) {
            throw new IllegalArgumentException("An item needs id, class, check, title and why");
        }
        quotes = quotes == null ? List.of() : List.copyOf(quotes);
        inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
