package io.recital.api.governance;

/** What can be sent, one example of each kind; the tests send every one. */
final class GovernanceExamples {
    static final String MEETING = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "kind": "business-review", "title": "Quarterly business review", "day": "2026-06-10",
              "heldOn": "2026-06-11", "attendees": ["R. Okafor", "L. Brandt"],
              "reports": [{"name": "Service report May", "due": "2026-06-07", "received": "2026-06-09"}],
              "findings": ["The incident desk is short of one shift."]}}""";
    static final String ACTION = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "title": "Second person on the night shift", "side": "theirs", "owner": "L. Brandt",
              "agreedOn": "2025-12-01", "due": "2026-01-31", "done": "2026-01-20",
              "measure": "Availability of the Order Platform"}}""";
    static final String OBJECTIVE = """
            {"by": "R. Okafor", "record": {
              "title": "Orders never wait for the platform", "owner": "R. Okafor", "aim": "efficiency",
              "from": "2025-07-01",
              "baseline": {"basis": "measurements", "value": 99.5, "agreedBy": "Head of logistics"},
              "links": [{"contract": "11111111-1111-1111-1111-111111111111",
                         "measure": "Availability of the Order Platform"}]}}""";
    static final String RISK = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "title": "One data centre only", "likelihood": 2, "impact": 5, "owner": "R. Okafor",
              "mitigation": "Ask for a second site at renewal", "raisedOn": "2026-02-01",
              "reviewOn": "2026-05-01"}}""";
    static final String IDEA = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "title": "One ticket system for both", "sort": "joint-improvement", "stage": "assessed",
              "value": {"amount": 24000.00, "currency": "GBP"}, "owner": "L. Brandt",
              "proposedOn": "2026-03-15"}}""";
    static final String DISPUTE = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "measurement": "T-M-2025-07-SL1", "side": "theirs", "raisedBy": "L. Brandt",
              "reason": "The outage of 14 July was planned maintenance", "raisedOn": "2026-06-12",
              "state": "open"}}""";
    static final String GAIN_SHARE = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "contract": "11111111-1111-1111-1111-111111111111", "title": "Automation of access requests",
              "period": {"from": "2025-07-01", "to": "2026-06-30"},
              "baseline": {"amount": {"amount": 400000.00, "currency": "GBP"},
                           "agreedByUs": "R. Okafor", "agreedByThem": "L. Brandt"},
              "verified": {"cost": {"amount": 350000.00, "currency": "GBP"}, "by": "Finance", "on": "2026-06-30"},
              "bands": [{"upTo": {"amount": 20000.00, "currency": "GBP"}, "percent": 30}, {"percent": 50}],
              "painShare": 40, "cap": {"amount": 25000.00, "currency": "GBP"}}}""";
    static final String COMMENT = """
            {"by": "R. Okafor", "supplier": "Tarnwell Digital Services Limited", "record": {
              "side": "ours", "author": "R. Okafor", "text": "Thank you for the report of May.",
              "on": "2026-06-12"}}""";

    private GovernanceExamples() {}
}
