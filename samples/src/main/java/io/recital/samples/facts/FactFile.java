package io.recital.samples.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files of facts and the columns of each. */
public enum FactFile {
    VENDORS("id", "id,vendor_id,name,alias_of,parent,country,tax_number,currency"),
    MEASUREMENTS(
            "from", "id,vendor_id,vendor,contract,measure,from,to,numerator,denominator,unit,value,reported_on,note"),
    INVOICES(
            "invoice_date",
            "id,invoice,line,direction,vendor_id,vendor,invoice_date,received_on,due_on,paid_on,paid_amount,contract,"
                    + "order,description,product,quantity,unit,unit_price,net,tax_rate,tax,currency,service_from,"
                    + "service_to"),
    CREDIT_NOTES(
            "issued_on",
            "id,credit_note,invoice,direction,vendor_id,vendor,issued_on,description,net,tax,currency,period_from,"
                    + "period_to"),
    PURCHASES(
            "ordered_on",
            "id,vendor_id,vendor,contract,order,product,ordered_on,promised_on,delivered_on,quantity_ordered,"
                    + "quantity_received,unit"),
    EVENTS("date", "id,vendor_id,vendor,contract,event,subject,date,time,reference,note"),
    CLAIMS("sent_on", "id,vendor_id,vendor,contract,subject,period_from,period_to,sent_on,amount,currency,status"),
    INDEX_VALUES("published_on", "id,series,period,value,published_on"),
    EXCHANGE_RATES("date", "id,date,base,quote,rate,source");

    private static final Set<String> DATES = Set.of(
            "from",
            "to",
            "reported_on",
            "invoice_date",
            "received_on",
            "due_on",
            "paid_on",
            "service_from",
            "service_to",
            "issued_on",
            "period_from",
            "period_to",
            "ordered_on",
            "promised_on",
            "delivered_on",
            "date",
            "sent_on",
            "published_on");

    private static final Set<String> DECIMALS = Set.of(
            "numerator",
            "denominator",
            "value",
            "paid_amount",
            "line",
            "quantity",
            "unit_price",
            "net",
            "tax_rate",
            "tax",
            "quantity_ordered",
            "quantity_received",
            "amount",
            "rate");

    private static final Set<String> MONEY = Set.of("paid_amount", "unit_price", "net", "tax", "amount");

    private final String order;
    private final String columns;

    FactFile(String order, String columns) {
        this.order = order;
        this.columns = columns;
    }

    /** The file's name without extension, such as {@code credit-notes}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FactFile> find(String label) {
        return Arrays.stream(values())
                .filter(file -> file.label().equals(label))
                .findFirst();
    }

    public List<String> columns() {
        return List.of(columns.split(","));
    }

    /** The column that the rows of all counterparties are sorted by. */
    String order() {
        return order;
    }

    public static boolean isDate(String column) {
        return DATES.contains(column);
    }

    public static boolean isDecimal(String column) {
        return DECIMALS.contains(column);
    }

    /** Whether the column holds money in the currency of its row. */
    public static boolean isMoney(String column) {
        return MONEY.contains(column);
    }
}
