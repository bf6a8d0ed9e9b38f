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

    /** A charge that rises every year on what it was the year before. */
    public static final String RISE = """
            {"by": "R. Okafor",
             "quotes": [{"text": "The monthly charge of GBP 1,000 rises by 3 % on 1 January of each year, for the first time on 1 January 2026."}],
             "content": {
               "kind": "check", "name": "Monthly charge above what it has risen to",
               "outcome": "recoverable-overpayment", "currency": "GBP", "every": "month",
               "inputs": [
                 {"type": "rows", "name": "charged", "take": "sum", "column": "net",
                  "rows": {"facts": "invoice-line", "where": {"description": "*monthly charge*"}}},
                 {"type": "written", "name": "base", "written": "GBP 1,000"},
                 {"type": "written", "name": "percent", "written": "3 %"},
                 {"type": "written", "name": "first", "written": "1 January 2026"},
                 {"type": "rise", "name": "agreed", "base": "base", "rate": "percent", "first": "first",
                  "every": "year", "places": 2}],
               "steps": [{"name": "excess", "formula": "charged - agreed"}],
               "calendar": "England and Wales", "until": "end + 10 business days"}}""";
    /** A formula that is computed for each row of a sum. */
    public static final String ROWS = """
            {"by": "R. Okafor",
             "quotes": [{"text": "Waste above 50 kg a collection costs GBP 2 a kg."}],
             "content": {
               "kind": "check", "name": "Waste charged beyond what is owed",
               "outcome": "recoverable-overpayment", "currency": "GBP", "every": "month",
               "inputs": [
                 {"type": "written", "name": "free", "written": "50"},
                 {"type": "written", "name": "price", "written": "GBP 2"},
                 {"type": "rows", "name": "owed", "take": "sum", "formula": "MAX(quantity - free, 0) * price",
                  "rows": {"facts": "invoice-line", "where": {"description": "*waste*"}}},
                 {"type": "rows", "name": "charged", "take": "sum", "column": "net",
                  "rows": {"facts": "invoice-line", "where": {"description": "*waste*"}}}],
               "steps": [{"name": "excess", "formula": "charged - owed"}]}}""";

    private StatedExamples() {}
}
