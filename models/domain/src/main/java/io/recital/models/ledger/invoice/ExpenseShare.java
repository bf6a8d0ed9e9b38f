package io.recital.models.ledger.invoice;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.wording.StatedPercent;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to which share of the fees expenses may be charged: {@code expenses may not exceed 10% of the fees of the month}.
 *
 * @param percent the share
 * @param of the fees of what they are a share of
 * @param timeOnly whether only fees for time count
 */
record ExpenseShare(BigDecimal percent, Of of, boolean timeOnly) {
    /** What fees and expenses are added up for. */
    enum Of {
        INVOICE,
        MONTH,
        QUARTER,
        ORDER
    }

    private static final String EXPENSES =
            "(?:expenses|disbursements|out-of-pocket\\s+(?:costs|expenses)|travel(?:l?ing)?(?:\\s+and\\s+\\w+)?\\s+(?:costs|expenses)|incidental\\s+costs)";
    private static final String AT_MOST =
            "(?:(?:not|never)\\s+(?:to\\s+)?exceed\\w*|(?:not|never)\\s+(?:\\w+\\s+)?(?:come\\s+to|be|amount\\s+to)\\s+more\\s+than|(?:no|not|never)\\s+more\\s+than|up\\s+to|limited\\s+to|at\\s+most|capped\\s+at|(?:a\\s+)?maximum\\s+of)";
    private static final String FEES =
            "(?:fees?|charges|remuneration|honorari(?:a|um)|professional\\s+fees|time\\s+charges|contract\\s+sum)";
    private static final Pattern SHARE = Pattern.compile(
            "\\b" + EXPENSES + "\\b[^.;]{0,80}?\\b" + AT_MOST + "\\s+(?<share>" + StatedPercent.REGEX
                    + ")\\s+of\\s+(?<fees>(?:the\\s+|all\\s+|its\\s+|total\\s+)*(?:\\p{L}+\\s+){0,2}?" + FEES
                    + "\\b[^.;]{0,80})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REVERSED = Pattern.compile(
            "\\b" + AT_MOST + "\\s+(?<share>" + StatedPercent.REGEX
                    + ")\\s+of\\s+(?<fees>(?:the\\s+|all\\s+|its\\s+|total\\s+)*(?:\\p{L}+\\s+){0,2}?" + FEES
                    + "\\b[^.;]{0,60}?)\\b(?:may|can|is|are|shall|will)\\s+(?:be\\s+)?(?:charged|invoiced|billed|claimed|reimbursed)[^.;]{0,30}?\\b"
                    + EXPENSES,
            Pattern.CASE_INSENSITIVE);
    /** What a sentence says that may state one. */
    static final Pattern STATED = Pattern.compile(
            SHARE.pattern() + "|" + REVERSED.pattern().replace("?<share>", "?:").replace("?<fees>", "?:"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME = Pattern.compile(
            "\\b(?:for|of)\\s+(?:time|hours|days|time\\s+worked)\\b|\\btime\\s+(?:charges|fees)|\\btime[- ]based\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPENSE = Pattern.compile(
            "\\b(?:expens\\w*|EXP|travel\\w*|hotels?|accommodation|lodging|mileage|flights?|train|rail|taxis?|subsistence|per\\s+diem|meals?|disbursements?|parking)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final ItemWords TIMES = ItemWords.of("hour day hr h half-day minute week");

    ExpenseShare {
        requireNonNull(percent, "percent");
        requireNonNull(of, "of");
    }

    /** Empty where a sentence sets no such share, or does not say of the fees of what. */
    static Optional<ExpenseShare> of(String sentence) {
        Matcher share = SHARE.matcher(sentence);
        boolean forward = share.find();
        Matcher found = forward ? share : REVERSED.matcher(sentence);
        if (!forward && !found.find()) {
            return Optional.empty();
        }
        boolean time = TIME.matcher(found.group("fees")).find();
        return StatedPercent.in(found.group("share"))
                .flatMap(percent -> scope(sentence).map(of -> new ExpenseShare(percent, of, time)));
    }

    private static Optional<Of> scope(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        if (words.matches("(?s).*\\bmonth(?:ly)?\\b.*")) {
            return Optional.of(Of.MONTH);
        }
        if (words.matches("(?s).*\\bquarter(?:ly)?\\b.*")) {
            return Optional.of(Of.QUARTER);
        }
        if (words.matches("(?s).*\\b(?:order|statement\\s+of\\s+work|sow|assignment|work\\s+package)\\b.*")) {
            return Optional.of(Of.ORDER);
        }
        return words.matches("(?s).*\\b(?:each|every|per|an?|that|the\\s+same|of\\s+the)\\s+invoice\\b.*")
                ? Optional.of(Of.INVOICE)
                : Optional.empty();
    }

    static boolean isExpense(InvoiceLine line) {
        return EXPENSE.matcher(line.description() + " " + line.product()).find();
    }

    /** Whether a line is one of the fees that expenses are a share of. */
    boolean isFee(InvoiceLine line) {
        return !isExpense(line) && (!timeOnly || ItemWords.of(line.unit()).share(TIMES));
    }

    /** What a line is added up with; empty for one of no order where it goes by orders. */
    Optional<String> scope(InvoiceLine line) {
        YearMonth month = YearMonth.from(line.priceDay());
        String side = line.vendor().id() + " " + line.contract() + " ";
        return switch (of) {
            case INVOICE -> Optional.of(side + line.invoice());
            case MONTH -> Optional.of(side + month);
            case QUARTER -> Optional.of(side + month.getYear() + "-" + (month.getMonthValue() - 1) / 3);
            case ORDER ->
                Optional.of(line.order()).filter(order -> !order.isBlank()).map(order -> side + order);
        };
    }
}
