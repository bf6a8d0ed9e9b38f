package io.recital.samples.facts;

import io.recital.samples.Complaints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the facts against each other: ids, vendors, contracts, and the arithmetic of every line. */
public final class FactCheck {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Set<String> vendors = new HashSet<>();
    private final Map<String, String> familyOfId = new HashMap<>();
    private final Set<String> named;

    /**
     * Prepares the check.
     *
     * @param all the rows of the portfolio
     * @param named ids of rows that an item of the truth names: what is wrong in them is planted
     */
    public FactCheck(List<FactRow> all, Set<String> named) {
        this.named = Set.copyOf(named);
        for (FactRow row : all) {
            if (row.file() == FactFile.VENDORS) {
                vendors.add(row.cell("vendor_id"));
                vendors.add(row.cell("vendor_id") + row.cell("name"));
            }
        }
    }

    /**
     * Checks the rows of one counterparty.
     *
     * @param wording everything its documents say, where the references of its contracts stand
     */
    public void check(List<FactRow> rows, String wording, Complaints complaints) {
        for (FactRow row : rows) {
            String where = row.file().label() + ".csv, " + row.id();
            checkId(row, where, complaints);
            checkNames(row, wording, where, complaints);
            if (!named.contains(row.id())) {
                checkArithmetic(row, where, complaints);
            }
        }
    }

    private void checkId(FactRow row, String where, Complaints complaints) {
        String other = familyOfId.putIfAbsent(row.id(), row.family());
        if (other != null) {
            complaints.add(where, "this id is taken, in the facts of " + other);
        }
        String prefix = row.family().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + "-";
        if (!row.id().startsWith(prefix)) {
            complaints.add(where, "its id should start with " + prefix);
        }
    }

    private void checkNames(FactRow row, String wording, String where, Complaints complaints) {
        if (row.has("vendor_id") && !vendors.contains(row.cell("vendor_id"))) {
            complaints.add(where, "vendor_id " + row.cell("vendor_id") + " is not in vendors.csv");
        }
        String vendor = row.cell("vendor");
        if (row.file() != FactFile.VENDORS
                && row.has("vendor_id")
                && !vendors.contains(row.cell("vendor_id") + vendor)) {
            complaints.add(where, "vendors.csv names " + row.cell("vendor_id") + " otherwise than “" + vendor + "”");
        }
        String name = row.cell("alias_of");
        if (!name.isEmpty() && !vendors.contains(name) && !wording.contains(name)) {
            complaints.add(where, "alias_of " + name + " is neither a vendor_id nor a company of a document");
        }
        if (row.file().columns().contains("vendor_id") && !row.has("vendor_id")) {
            complaints.add(where, "vendor_id is empty");
        }
        if (row.has("contract") && !wording.contains(row.cell("contract"))) {
            complaints.add(where, "no document bears the reference of its contract, " + row.cell("contract"));
        }
    }

    private static void checkArithmetic(FactRow row, String where, Complaints complaints) {
        boolean money = row.file().columns().contains("net");
        if (money && (!row.has("net") || !row.has("currency"))) {
            complaints.add(where, "net and currency must be there");
            return;
        }
        if (row.has("unit_price") && row.has("quantity")) {
            expect("net", cents(row.decimal("quantity").multiply(row.decimal("unit_price"))), row, where, complaints);
        }
        if (row.has("tax_rate") && row.has("tax")) {
            BigDecimal rate = row.decimal("tax_rate").divide(HUNDRED);
            expect("tax", cents(row.decimal("net").multiply(rate)), row, where, complaints);
        }
        if (row.has("paid_amount") && row.has("line") && row.decimal("line").compareTo(BigDecimal.ONE) != 0) {
            complaints.add(where, "paid_amount stands on line 1 of an invoice only");
        }
        for (String first : List.of("from", "service_from", "period_from")) {
            String last = first.replace("from", "to");
            if (row.has(first) && row.has(last) && row.date(last).isBefore(row.date(first))) {
                complaints.add(where, last + " is before " + first);
            }
        }
    }

    private static void expect(String column, BigDecimal expected, FactRow row, String where, Complaints complaints) {
        if (row.decimal(column).compareTo(expected) != 0) {
            complaints.add(
                    where,
                    column + " is " + row.cell(column) + ", but it works out as " + expected.toPlainString()
                            + " and no item of the truth names this row");
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
