package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** A value as the contract states it, parsed, or marked as redacted or inconsistent: never guessed. */
public sealed interface TypedValue {
    /** For a reader. */
    String display();

    record Text(String value) implements TypedValue {
        public Text {
            requireNonNull(value, "value");
        }

        @Override
        public String display() {
            return value;
        }
    }

    record Day(LocalDate value) implements TypedValue {
        @Override
        public String display() {
            return value.toString();
        }
    }

    record Length(TimeSpan value) implements TypedValue {
        @Override
        public String display() {
            return value.display();
        }
    }

    record Amount(BigMoney value) implements TypedValue {
        @Override
        public String display() {
            return value.getCurrencyUnit().getCode() + " " + value.getAmount().toPlainString();
        }
    }

    /** In percent: 99.9 is 99.9 %. */
    record Percent(BigDecimal value) implements TypedValue {
        @Override
        public String display() {
            return value.toPlainString() + " %";
        }
    }

    /** A plain number with the unit that the contract names, such as {@code pieces} or {@code minutes}. */
    record Quantity(BigDecimal value, String unit) implements TypedValue {
        @Override
        public String display() {
            return (value.toPlainString() + " " + unit).strip();
        }
    }

    /** A party as written and, where a definition resolves it, by name. */
    record Party(
            String name, @Nullable String alias, @Nullable String role) implements TypedValue {
        @Override
        public String display() {
            return alias == null ? name : name + " (“" + alias + "”)";
        }
    }

    /** Rising bands, each with its own value. */
    record Tiers(List<Tier> tiers) implements TypedValue {
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public String display() {
            return String.join("; ", tiers.stream().map(Tier::display).toList());
        }
    }

    /** The contract withholds it, as {@code [***]} or similar. */
    record Redacted(String marker) implements TypedValue {
        @Override
        public String display() {
            return "redacted";
        }
    }

    /** Words and figures disagree, as in {@code thirty (45) days}. */
    record Inconsistent(String words, String figures) implements TypedValue {
        @Override
        public String display() {
            return "inconsistent: “" + words + "” against “" + figures + "”";
        }
    }
}
