package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.KindMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of a kind stand in a sheet.
 *
 * @param columns number of the column by field
 * @param constants value by field that has no column
 * @param headers of all columns, in their order
 */
record SheetPlan(
        FactKind kind, Map<FactField, Integer> columns, Map<FactField, String> constants, List<String> headers) {
    /** Proposes where the fields of a kind stand under a header; what is stated comes first. */
    static SheetPlan propose(FactKind kind, List<String> headers, KindMapping stated) {
        List<String> plain = headers.stream().map(HeaderWords::plain).toList();
        Map<FactField, Integer> columns = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (FactField field : FactLayout.fields(kind)) {
            String header = stated.columns().get(field.name());
            put(columns, taken, field, header == null ? -1 : plain.indexOf(HeaderWords.plain(header)));
        }
        int most = FactLayout.fields(kind).stream()
                .mapToInt(field -> HeaderWords.of(kind, field).size())
                .max()
                .orElse(0);
        for (int rank = 0; rank < most; rank++) {
            for (FactField field : FactLayout.fields(kind)) {
                List<String> words = HeaderWords.of(kind, field);
                if (rank < words.size() && !columns.containsKey(field)) {
                    int column = plain.indexOf(words.get(rank));
                    put(columns, taken, field, taken.contains(column) ? -1 : column);
                }
            }
        }
        return new SheetPlan(kind, columns, constants(kind, columns, headers, stated), List.copyOf(headers));
    }

    private static void put(Map<FactField, Integer> columns, Set<Integer> taken, FactField field, int column) {
        if (column >= 0) {
            columns.put(field, column);
            taken.add(column);
        }
    }

    private static Map<FactField, String> constants(
            FactKind kind, Map<FactField, Integer> columns, List<String> headers, KindMapping stated) {
        Map<FactField, String> constants = new LinkedHashMap<>();
        for (FactField field : FactLayout.fields(kind)) {
            String constant = stated.constants().get(field.name());
            if (constant != null && !columns.containsKey(field)) {
                constants.put(field, constant);
            } else if (field.type() == FieldType.DIRECTION && !columns.containsKey(field)) {
                String direction = directionOf(columns, headers);
                if (direction != null) {
                    constants.put(field, direction);
                }
            }
        }
        return constants;
    }

    /** A list of suppliers' invoices received them, a list of customers' issued them. */
    private static @Nullable String directionOf(Map<FactField, Integer> columns, List<String> headers) {
        for (Map.Entry<FactField, Integer> entry : columns.entrySet()) {
            if (entry.getKey().name().startsWith("vendor")) {
                String header = HeaderWords.plain(headers.get(entry.getValue()));
                return header.matches(".*(customer|kunde|debtor|debitor).*")
                        ? "issued"
                        : header.equals("counterparty") ? null : "received";
            }
        }
        return null;
    }

    /** The fields that the kind needs and that have neither column nor constant; alternatives with "or". */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (List<String> need : FactLayout.needs(kind)) {
            if (need.stream().noneMatch(this::has)) {
                missing.add(String.join(" or ", need));
            }
        }
        return missing;
    }

    boolean has(String field) {
        Optional<FactField> known = FactLayout.find(kind, field);
        return known.isPresent() && (columns.containsKey(known.get()) || constants.containsKey(known.get()));
    }

    /** The headers of columns that no field takes. */
    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).isEmpty() && !columns.containsValue(i)) {
                ignored.add(headers.get(i));
            }
        }
        return ignored;
    }

    /** The mapping that it comes to, to be shown and remembered. */
    KindMapping mapping() {
        Map<String, String> byField = new TreeMap<>();
        columns.forEach((field, column) -> byField.put(field.name(), headers.get(column)));
        Map<String, String> constant = new TreeMap<>();
        constants.forEach((field, value) -> constant.put(field.name(), value));
        return new KindMapping(byField, constant, null, null);
    }
}
