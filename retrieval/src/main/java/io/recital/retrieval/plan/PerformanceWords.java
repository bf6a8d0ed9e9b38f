package io.recital.retrieval.plan;

import java.util.regex.Pattern;

/** Tells by its wording that a question asks what happened, was invoiced, paid or missed, and not what a contract says. */
final class PerformanceWords {
    private static final String CONDITION =
            "\\b(?:if|may|must|shall|should|would|entitled|allowed|required|obliged|have to)\\b";
    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december)";

    /** Things that are measured, with words that ask how they were. */
    private static final String RESULT =
            "\\b(?:how (?:often|many (?:months|times|periods))|worst|lowest|on target|good enough|fast enough|enough"
                    + "|below|under|above|short of|keep|kept|missed?|met|meet|fail(?:ed)?)\\b";

    static final Pattern ASKED = Pattern.compile("(?i)(?:"
            + String.join(
                    "|",
                    "\\bdouble payment\\b",
                    "^\\W*(?:what|how much) can we (?:deduct|claim|recover)\\b",
                    "\\bcan we (?:still )?(?:claim|recover|get|ask (?:\\S+ )?for|demand|request)\\b(?!.*\\b(?:if|when)\\b)",
                    "\\btoo late to (?:claim|ask|invoice|bill|charge|demand)\\b|\\bstill in time (?:to|for)\\b",
                    "\\b(?:did|have) (?:we|they|\\S+) (?:forg[eo]t(?:ten)?|fail(?:ed)?) to\\b",
                    "\\bhow much .*\\bcan we still\\b",
                    "^\\W*(?:do|does) (?:\\S+ ){1,4}?owe (?:us|anything|anybody|me)\\b(?!.*\\b(?:if|when)\\b)",
                    "^\\W*(?:is|are) there (?:an?|any) (?:\\S+ )?deadlines?\\b|\\bdeadlines? (?:coming|ahead|near)\\b",
                    "\\bshould not have been (?:paid|charged|invoiced)\\b",
                    "\\bhave we been (?:invoiced|charged|billed)\\b",
                    "\\b(?:over|under)-?(?:charg|bill|pa(?:y|id))\\w*",
                    "^\\W*(?:when|what) is the last (?:day|date) (?:to|for|on which)\\b",
                    "\\bunclaimed\\b|\\bon the table\\b|\\bduplicate\\b|\\bon course\\b|\\bshortfall so far\\b",
                    "\\bstill (?:claim|owe|owes|owed|owing|get|unclaimed|open)\\b|\\bhow did \\S+(?: \\S+)? do\\b",
                    "^\\W*should we (?:pay|dispute|chase|claim)\\b",
                    "^\\W*(?:did|was|were|have|has)\\b(?!.*\\b(?:if(?! not)|may|must|shall)\\b).*\\b(?:met|meet|missed|miss|billed"
                            + "|bill|invoiced|paid|pay|credited|charged|reached|earn(?:ed)?|on time|get|got|kept|keep|late|given"
                            + "|below|above|cover(?:ed)?|credit|claim(?:ed)?|right|correct|in order|in time|available|enough|too early|too late)\\b",
                    "^\\W*do we owe\\b(?!.*\\bif\\b)",
                    "^\\W*what (?:do|does|have|has) \\S+ (?:been )?(?:owe|invoiced|paid)\\b(?!.*\\bif\\b)",
                    // What is measured, at a time that is named.
                    "^(?!.*" + CONDITION + ").*" + RESULT + ".*\\b" + MONTH + "\\b.*\\d{4}",
                    "^\\W*how (?:often|many (?:months|times)|satisfied|good|available|punctual|reliable)\\b(?!.*"
                            + CONDITION + ")" + ".*\\b(?:" + MONTH
                            + "|last|past|since|over|so far|Q[1-4]|20\\d\\d|was|were|did)\\b",
                    "^\\W*(?:which|what|where|when|how \\S+)\\b(?!.*" + CONDITION
                            + ").*\\b(?:did|have|has) (?:we|they|\\p{Lu}\\S+) (?:\\S+ )?"
                            + "(?:pay|paid|get|got|miss(?:ed)?|bill(?:ed)?|claim(?:ed)?|receive[d]?|leave|left|reach(?:ed)?|overpa\\w+)\\b",
                    "^\\W*(?:which|what) .*\\b(?:were|was) (?:late|missed|duplicated?|billed|charged|invoiced|paid|overpaid|credited|rejected)\\b(?!.*"
                            + CONDITION + ")",
                    "^\\W*when did .*\\b(?:arrive|come|reach us|get here)\\b|\\bis there anything (?:to claim|we (?:still )?owe)\\b",
                    "^\\W*(?:the |our )?(?:\\S+ ){0,3}(?:availability|uptime|accuracy|punctuality|turnaround|satisfaction|on-time delivery|otif|otd|first-time pass)"
                            + "\\b(?!.*\\b(?:target|promised|agreed|required|guaranteed|(?:have|has|had|need|needs|needed) to|must|should)\\b).*\\b"
                            + MONTH
                            + " \\d{4}\\W*$",
                    "^(?!.*" + CONDITION + ").*\\b" + MONTH
                            + " \\d{4}\\b.*\\b(?:good enough|on target|in order|as promised)\\b",
                    "^\\W*how (?:did|was|were)\\b(?!.*" + CONDITION + ").*\\b" + MONTH + "\\b|\\bwhat happened with\\b",
                    "\\bat (?:its|their) (?:worst|lowest|best)\\b",
                    // What is right or wrong with what was charged.
                    "^\\W*(?:is|are|was|were)\\b.*\\b(?:invoices?|increase|uplift|surcharges?|fees?|rates?|bill|exchange rate|discount|"
                            + "price(?:s)?)\\b.*\\b(?:right|correct|wrong|in order|justified|ok|okay|within|too (?:high|low|much))\\b",
                    "^\\W*(?:is|are|was|were)\\b.*\\b(?:increase|rise|raise|uplift|adjustment|indexation|deduction|credit|bonus|rebate|bill|charge)\\b.*\\b(?:right|correct|"
                            + "wrong|in order|justified|allowed|too (?:high|low|much|little))\\b",
                    "\\bwrong with\\b|\\bobject to\\b|\\bdispute them\\b|\\bwrong (?:quantity|price|rate)\\b",
                    "\\bwhat (?:was|were|is) (?:\\w+ )?(?:charged|billed|invoiced) (?:twice|wrong\\w*|too)\\b",
                    "^\\W*what did \\S+(?: \\S+)? (?:bill|charge|invoice)\\b",
                    // Money by its state.
                    "\\bhow much (?:money )?(?:can|could|do|did|have|has|is|was) .*\\b(?:recover|unclaimed|overcharged|lost|left|spen[dt]|claim|bill(?:ed)?|"
                            + "charge[d]?)\\b(?!.*\\bif\\b)",
                    "\\btotal (?:that we can recover|exposure|leakage|overpayments?|unclaimed)\\b|\\bexposure at\\b",
                    "^\\W*(?:what|which) .*\\b(?:credits?|rebates?|discounts?|damages) (?:is|are|was|were|did|do|have|has)\\b.*\\b(?:due|earn(?:ed)?|owed|owe|open|given|"
                            + "claimed|credited)\\b(?!.*" + CONDITION + ")",
                    "\\bwhy (?:did|was|is|are|were) (?:we|they|there|no|\\S+) .*\\b(?:credits?|rebate|damages)\\b",
                    "\\b(?:by when|until when)\\b(?!.*\\b(?:have to|must|need to)\\b).*\\bclaim\\b|\\bis there anything to claim\\b",
                    "^\\W*(?:does|do|did) \\S+(?: \\S+)? (?:still )?(?:have a (?:right|claim) to|deserve) .*\\b" + MONTH
                            + "\\b",
                    // What falls due, how it is paid, what it costs, how it scores.
                    "\\b(?:due|deadlines?|run(?:s)? out|coming up)\\b.*\\b(?:this|next|coming) (?:\\d+ )?(?:days?|weeks?|months?|quarter)\\b",
                    "^\\W*(?:what|which) .*\\b(?:is|are|falls?|fall) due\\b.*\\b" + MONTH + " 20\\d\\d",
                    "\\bhow (?:late|fast|quickly|promptly|punctual\\w*|many days) (?:do|did|are|have) (?:we|they|\\S+)\\b.*\\bpa(?:y|id|ying)\\b",
                    "\\bhow many days do we take\\b|^\\W*(?:do|are) we (?:always |usually )?pay(?:ing)?\\b.*\\b(?:on time|late|in time)\\b",
                    "\\bcosts? us (?:the )?(?:most|least)\\b|\\b(?:do|did|have) we (?:spend|spent)\\b",
                    "\\bscores?\\b(?!.*\\b(?:survey|satisf\\w*|clause|define[sd]?)\\b)",
                    "\\b(?:for|to|reach) the next (?:\\w+ ){0,2}(?:tier|band|step|level|rebate|discount)\\b")
            + ")");

    private PerformanceWords() {}
}
