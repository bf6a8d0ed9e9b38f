package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment term, early-payment discount and late-payment interest. */
final class PaymentRule implements LeverRule {
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pay(?:s|able|ments?|ing)?|paid|due|remit\\w*|settle[ds]?|net)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INVOICE = Pattern.compile(
            "\\b(?:invoic\\w+|statements?|bill(?:s|ing|ed)?|royalt\\w+|fees?|charges|amounts?\\s+due|purchase\\s+price|payments?|accounts?|terms)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile(
            "\\G\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:days?\\s*)?(?:net\\s+)?(?:after|of|from|following|upon|in\\s+arrears\\s+of)\\s+(?<from>(?:the\\s+|its\\s+|their\\s+|such\\s+|a\\s+)?(?:(?:being\\s+(?:rendered|invoiced|billed|received|issued)|date|receipt|receiving|getting|issuance|issue|delivery|submission|end|last\\s+day|close|presentation|month|invoice|calendar)\\b[^,.;()]{0,70}|(?:[A-Z][\\w’']+|a|an|each|such|any)\\s+(?:receiv\\w+|receipt|correct|valid|undisputed|proper|invoice)[^,.;()]{0,60}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_BILL = Pattern.compile(
            "\\G\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:after|of|from|following|upon)\\s+(?<from>[^,.;()]{0,60}?\\b(?:invoices?|statements?|receipt|receiving|months?|quarters?|bills?|delivery|shipment)\\b[^,.;()]{0,50})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_TERM = Pattern.compile(
            "\\b(?:submit\\s+an?\\s+claim|claims?\\s+for|objects?|already\\s+been\\s+paid|terminat\\w+|cure\\w*|breach|dispute|notice\\s+of|warrant\\w*|refund\\w*|audit|late|overdue|past\\s+due|suspend|insur\\w*|indemnif\\w*|fail\\w*\\s+to|if\\s+[^,]{0,60}\\s+(?:fails?|is\\s+not\\s+paid|not\\s+paid|remain\\w*))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_OTHERS = Pattern.compile(
            "\\b(?:sub-?contractors?|suppliers\\s+and\\s+subcontractors|employees)\\b|\\b(?:shall|will|may)\\s+(?:invoice|issue|send|submit|render)\\b(?![^;]{0,250}\\bpay\\b[^;]{0,80}\\bwithin\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NET =
            Pattern.compile("\\bnet[\\s-]+(?:\\w+\\s*\\()?\\d{1,3}(?![\\d.,%])", Pattern.CASE_INSENSITIVE);
    /** What is billed runs from the bill where nothing else is said. */
    private static final Pattern BILLED = Pattern.compile(
            "\\b(?:invoices?|statements?|bills?)\\b[^.;]{0,80}\\b(?:payable|due|paid|pays?)\\b[^.;]{0,30}\\b(?:within|in|no\\s+later\\s+than)\\s+$",
            Pattern.CASE_INSENSITIVE);

    /** {@code Customer has 40 days from the date of the invoice to pay}. */
    private static final Pattern PAST_DUE = Pattern.compile(
            "\\b(?:past\\s+due|overdue|late|delinquent|in\\s+arrears)\\s+(?:if\\s+(?:it\\s+is\\s+)?not\\s+paid\\s+within\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END_OF_MONTH = Pattern.compile(
            "^\\s*(?:days?\\s*)?(?:net\\s+)?(?:,\\s*)?(?<from>(?:from\\s+)?(?:the\\s+)?end\\s+of\\s+(?:the\\s+)?month|EOM\\b|month[\\s-]end|(?:net\\s+)?monthly(?:\\s+account)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHICHEVER = Pattern.compile(
            "\\s*,?\\s*whichever\\s+(?:[\\p{L}]+\\s+){0,3}?(?:later|latest|last|earlier|earliest|first|sooner)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HAS =
            Pattern.compile("\\b(?:has|have|is\\s+given|is\\s+allowed)\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_PAY =
            Pattern.compile("^[^.;]{0,80}\\b(?:to\\s+pay|for\\s+payment|to\\s+settle)\\b", Pattern.CASE_INSENSITIVE);

    /** Where the words on what starts the time end and those on what is deducted begin. */
    private static final Pattern NO_START = Pattern.compile(
            "\\s+(?:less|minus|without|with|net|subject\\s+to|to\\s+pay|earns?|bears?|attracts?|qualif\\w+|(?:it\\s+)?may)\\b.*|\\s+for\\s+payment\\s*$|\\s*:$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        List<Candidate> found = new ArrayList<>(EarlyDiscounts.read(sentence));
        if (found.isEmpty() && !LateInterest.isAbout(sentence)) {
            term(sentence, -1).or(() -> pastDue(sentence)).ifPresent(found::add);
        } else if (found.size() == 1) {
            EarlyDiscounts.paidWithin(sentence.text())
                    .flatMap(within -> term(sentence, within.start()))
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            LateInterest.grace(sentence).ifPresent(found::add);
        }
        found.addAll(LateInterest.read(sentence));
        return found;
    }

    /** From when a time runs that ends at an index of a text. */
    static Optional<LeverParameter> from(String text, int end) {
        Matcher from = FROM.matcher(text).region(end, text.length());
        Matcher bill = FROM_BILL.matcher(text).region(end, text.length());
        Optional<String> start = from.find()
                ? Optional.of(from.group("from"))
                : bill.find() ? Optional.of(bill.group("from")) : Optional.empty();
        int after =
                start.map(words -> text.indexOf(words, end) + words.length()).orElse(text.length());
        Matcher chosen = WHICHEVER.matcher(text).region(after, text.length());
        String which = start.isPresent() && chosen.lookingAt() ? chosen.group() : "";
        return start.map(words -> NO_START.matcher(words).replaceFirst("") + which)
                .map(words -> parameter(Name.FROM, words));
    }

    /** @param discounted where a time stands that is that of a discount, and none for payment; -1 for none */
    private static Optional<Candidate> term(LeverSentence sentence, int discounted) {
        String text = sentence.text();
        if (!sentence.says(PAYS) || !sentence.says(INVOICE)) {
            return Optional.empty();
        }
        boolean net = NET.matcher(text).find();
        if (Shortfall.isPriced(text) || (!net && sentence.says(TO_OTHERS))) {
            return Optional.empty();
        }
        for (ValueMatch days : Values.DURATIONS.findAll(text)) {
            String before = text.substring(Math.max(0, days.start() - 150), days.start());
            Optional<LeverParameter> from = from(text, days.end());
            Matcher month = END_OF_MONTH.matcher(text.substring(days.end()));
            boolean ofMonth = from.isEmpty() && month.find();
            boolean within =
                    before.matches("(?is).*\\b(?:pa(?:ys?|id|yable|yment|yments)|due|remit\\w*|settle\\w*|net)\\b.*");
            boolean invoice = from.isPresent()
                    && from.get()
                            .value()
                            .display()
                            .matches(
                                    "(?is).*(?:its\\s+date|invoice|statement|bill|month|quarter|period|receipt|receiving|getting|delivery|shipment|dispatch|rendered).*");
            boolean term = (net && (before + days.wording(text)).matches("(?is).*\\bnet[\\s-]+(?:\\w+\\s*\\(?)?\\d.*"))
                    || ofMonth
                    || (from.isEmpty() && BILLED.matcher(before).find())
                    || (invoice
                            && HAS.matcher(before).find()
                            && TO_PAY.matcher(text.substring(days.end())).find());
            if (days.start() != discounted
                    && isTerm(days.value())
                    && !NOT_TERM.matcher(before).find()
                    && (term || (within && invoice))) {
                List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.PERIOD, days.value())));
                from.ifPresent(parameters::add);
                if (ofMonth || (text.matches("(?is).*\\bend\\s+of\\s+(?:the\\s+)?month\\b.*") && from.isEmpty())) {
                    parameters.add(parameter(Name.FROM, "end of month"));
                }
                double confidence =
                        0.7 + (text.matches("(?is).*\\binvoice.*") ? 0.15 : 0) + (from.isPresent() ? 0.05 : 0);
                return Optional.of(sentence.lever(LeverType.PAYMENT_TERM, confidence, parameters));
            }
        }
        return Optional.empty();
    }

    /** {@code Bills are past due 30 days after receipt}: until then they are paid in time. */
    private static Optional<Candidate> pastDue(LeverSentence sentence) {
        String text = sentence.text();
        for (ValueMatch days : Values.DURATIONS.findAll(text)) {
            Optional<LeverParameter> from = from(text, days.end());
            boolean past = PAST_DUE.matcher(text.substring(0, days.start())).find();
            if (past && from.isPresent() && isTerm(days.value()) && sentence.says(INVOICE)) {
                return Optional.of(sentence.lever(
                        LeverType.PAYMENT_TERM, 0.8, List.of(parameter(Name.PERIOD, days.value()), from.get())));
            }
        }
        return Optional.empty();
    }

    /** Whether a time is one for payment: neither years nor hours. */
    static boolean isTerm(TypedValue value) {
        return !(value instanceof TypedValue.Length length)
                || switch (length.value().unit()) {
                    case DAYS, BUSINESS_DAYS -> length.value().count() <= 180;
                    case WEEKS, MONTHS -> length.value().count() <= 6;
                    default -> false;
                };
    }
}
