package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Whether invoices bear out that an invoiced item is the one whose price was found. Found by its number it is; found by
 * words it is when some invoice charges just that price, or when its whole name is there and the price is near.
 */
final class Corroboration {
    private static final BigDecimal NEAR = new BigDecimal("1.5");
    private static final BigDecimal FAR = new BigDecimal("3");
    private static final double BY_NUMBER = 1;
    private static final double BY_WHOLE_NAME = 0.9;

    private final PriceRules rules;
    private final List<InvoiceLine> lines;
    private final Map<Object, Boolean> borneOut = new HashMap<>();
    /** Lines by what they are of, once somebody asks. */
    private @Nullable Map<Object, List<InvoiceLine>> byItem;

    Corroboration(PriceRules rules, List<InvoiceLine> lines) {
        this.rules = rules;
        this.lines = lines;
    }

    private Object key(InvoiceLine line) {
        InvoicedItem item = rules.book().item(line);
        return item.code().isEmpty() ? item.said() : item.code();
    }

    private List<InvoiceLine> like(Object key) {
        Map<Object, List<InvoiceLine>> known = byItem;
        if (known == null) {
            known = lines.stream().collect(Collectors.groupingBy(this::key));
            byItem = known;
        }
        return known.getOrDefault(key, List.of());
    }

    boolean isSure(InvoiceLine line, AllowedPrice allowed) {
        BigDecimal price = allowed.price().getAmount();
        if (line.unitPrice().compareTo(price.multiply(FAR)) > 0) {
            return false;
        }
        if (allowed.confidence() >= BY_NUMBER) {
            return true;
        }
        boolean near = line.unitPrice().compareTo(price.multiply(NEAR)) <= 0;
        return (allowed.confidence() >= BY_WHOLE_NAME && near)
                || borneOut.computeIfAbsent(key(line), key -> like(key).stream().anyMatch(this::isAsAgreed));
    }

    private boolean isAsAgreed(InvoiceLine line) {
        return rules.find(line, line.invoiceDate())
                .filter(allowed -> allowed.price().isEqual(BigMoney.of(line.currency(), line.unitPrice())))
                .isPresent();
    }
}
