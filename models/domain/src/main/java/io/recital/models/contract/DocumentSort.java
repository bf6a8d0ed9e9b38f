package io.recital.models.contract;

import java.util.List;
import java.util.Locale;

/** What a document is beside others, by its type: only what stands on its own can be expected to say everything. */
public enum DocumentSort {
    /** A contract of its own. */
    AGREEMENT,
    /** An order under another contract, compared with its like only. */
    ORDER,
    /** Changes another contract, belongs to it or reports under it: nothing is missing in it. */
    PART,
    /** Its title does not tell. */
    UNKNOWN;

    private static final String RESTATED = "amended and restated ";
    private static final List<String> ORDERS =
            List.of("statement of work", "work order", "order form", "purchase order", "service level agreement");
    private static final List<String> PARTS = List.of(
            "amendment", "change", "side letter", "notice", "schedule", "exhibit", "annex", "appendix", "attachment");
    private static final List<String> LISTS =
            List.of("report", "statement", "schedule", "price list", "rate card", "tariff");

    /** The sort of a document type, such as {@code master services agreement}; empty when there is none. */
    public static DocumentSort of(String documentType) {
        String type = documentType.toLowerCase(Locale.ROOT).strip();
        if (type.isEmpty()) {
            return UNKNOWN;
        }
        boolean order = type.endsWith(" order") && PARTS.stream().noneMatch(type::startsWith);
        if (order || ORDERS.contains(type)) {
            return ORDER;
        }
        boolean part =
                PARTS.stream().anyMatch(type::startsWith) || LISTS.stream().anyMatch(type::endsWith);
        return part ? PART : AGREEMENT;
    }

    /** Whether both types are the same one, where a restatement is of the type that it states again. */
    public static boolean isSameType(String one, String other) {
        return !one.isEmpty() && restated(one).equals(restated(other));
    }

    private static String restated(String documentType) {
        return documentType.startsWith(RESTATED) ? documentType.substring(RESTATED.length()) : documentType;
    }
}
