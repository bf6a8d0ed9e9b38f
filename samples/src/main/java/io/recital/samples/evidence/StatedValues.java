package io.recital.samples.evidence;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds the numbers and dates of a finding against its quotes: it may state none that they do not. */
public final class StatedValues {
    private static final Pattern ONE = Pattern.compile("(?i)\\b(each|every|once|annum|annual|annually|yearly|monthly"
            + "|weekly|daily|quarterly|per|one-year|year|month|quarter|week|day)\\b");
    private static final Set<String> NUMBERS = Set.of("amount", "count", "from", "to", "target", "value");

    private StatedValues() {}

    /** What the content states and the quotes do not. */
    public static List<String> unstated(JsonNode content, String quotes) {
        List<String> unstated = new ArrayList<>();
        collect(content, quotes, unstated);
        return unstated;
    }

    private static void collect(JsonNode node, String quotes, List<String> unstated) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            JsonNode value = property.getValue();
            if (value.isNumber() && NUMBERS.contains(property.getKey())) {
                if (!states(quotes, value.decimalValue())) {
                    unstated.add(value.decimalValue().toPlainString());
                }
            } else if (value.isString() && value.asString().matches("\\d{4}-\\d\\d-\\d\\d")) {
                if (!statesDate(quotes, value.asString())) {
                    unstated.add(value.asString());
                }
            }
        }
        node.forEach(child -> collect(child, quotes, unstated));
    }

    /** In figures or words; an open upper bound of whole units is stated by the last unit below it. */
    private static boolean states(String quotes, BigDecimal number) {
        boolean whole = number.compareTo(BigDecimal.valueOf(1000)) > 0;
        return WrittenNumber.states(quotes, number)
                || (whole && WrittenNumber.states(quotes, number.subtract(BigDecimal.ONE)))
                || (number.compareTo(BigDecimal.ONE) == 0 && ONE.matcher(quotes).find());
    }

    private static boolean statesDate(String quotes, String date) {
        try {
            return WrittenDate.states(quotes, LocalDate.parse(date));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
