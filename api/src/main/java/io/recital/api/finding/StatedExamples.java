package io.recital.api.finding;

/** What can be stated of a contract, with the words for it; the tests send every one. */
public final class StatedExamples {
    /** A deduction that is computed for every quarter. */
    public static final String CHECK = """
            {"by": "R. Okafor",
             "quotes": [
               {"text": "Quarter with fewer than 12 site visits: the Customer may deduct GBP 150 for each missing visit."},
               {"text": "Deductions are notified within two months of the end of the quarter.", "role": "definition"}],
             "content": {
               "kind": "check", "name": "Deduction for missing site visits",
               "outcome": "unclaimed-entitlement", "currency": "GBP", "every": "quarter",
               "inputs": [
                 {"type": "rows", "name": "visits", "take": "count", "rows":
                   {"facts": "event", "where": {"event": "site-visit"}}},
                 {"type": "written", "name": "least", "written": "12"},
                 {"type": "written", "name": "price", "written": "GBP 150"}],
               "steps": [
                 {"name": "missing", "formula": "MAX(least - visits, 0)"},
                 {"name": "deduction", "formula": "missing * price"}],
               "until": "end + 2 months"}}""";
    /** A charge that is looked at in every invoice line. */
    public static final String ROW = """
            {"by": "R. Okafor",
             "quotes": [{"text": "Call-outs are charged at GBP 95 at most, whatever the hour."}],
             "content": {
               "kind": "check", "name": "Call-outs above the ceiling",
               "outcome": "recoverable-overpayment", "currency": "GBP", "every": "row",
               "each": {"facts": "invoice-line", "where": {"description": "*call-out*", "quantity": ">0"}},
               "inputs": [
                 {"type": "cell", "name": "charged", "column": "unit_price"},
                 {"type": "cell", "name": "units", "column": "quantity"},
                 {"type": "written", "name": "ceiling", "written": "GBP 95"}],
               "steps": [{"name": "excess", "formula": "ROUNDHALFUP(MAX(charged - ceiling, 0) * units, 2)"}]}}""";
    /** A lever that the extractors did not read. */
    public static final String LEVER = """
            {"by": "R. Okafor",
             "quotes": [{"text": "Invoices are payable within 45 days of receipt."}],
             "content": {"kind": "lever", "lever": "payment-term", "parameters": [
               {"name": "period", "value": {"type": "time-span", "value": {"count": 45, "unit": "days"}}},
               {"name": "from", "value": {"type": "text", "value": "receipt"}}]}}""";

    /** A fee of one document and a percentage of another. */
    public static final String FAMILY = """
            {"by": "R. Okafor",
             "quotes": [
               {"text": "Each inspection costs GBP 400."},
               {"text": "From 1 January 2026 the Supplier grants 10 % on the charge of each inspection.",
                "document": "site-services-amendment.txt"}],
             "content": {
               "kind": "check", "name": "Inspections without their discount",
               "outcome": "recoverable-overpayment", "currency": "GBP", "every": "row",
               "each": {"facts": "invoice-line", "where": {"description": "*inspection*"}},
               "inputs": [
                 {"type": "cell", "name": "charged", "column": "net"},
                 {"type": "cell", "name": "units", "column": "quantity"},
                 {"type": "written", "name": "price", "written": "GBP 400"},
                 {"type": "written", "name": "discount", "written": "10 %"}],
               "steps": [{"name": "excess", "formula": "charged - units * price * (100 - discount) / 100"}]}}""";

    private StatedExamples() {}
}
