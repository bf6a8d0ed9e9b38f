package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.value.ValueMatch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words before a sum of money and after it, which say what it is the price of. */
final class PricePhrase {
    private static final String LEAD =
            "(?:\\s*(?:at|of|to|a|an|the|flat|net|fixed|only|currently|now|rate|price|fee|sum|amount|lump|all-in|exactly|by))*\\s*$";
    private static final String VERB =
            "(?:is|are|costs?|(?<!\\bthe\\s)amounts?|comes?|stands?|runs?|(?:will|shall)\\s+(?:be|cost|amount)|(?:(?:is|are|(?:will|shall)\\s+be)\\s+)(?:separately\\s+)?(?:charged|billed|invoiced|priced|payable|paid|calculated|set|fixed|sold|supplied|reimbursed)(?:\\s+[^;:$€£]{0,50}?)?(?=\\s+at\\b|\\s+a\\s+flat\\b|\\s*:|\\s*$)\\s*:?)";
    private static final Pattern SUBJECT = Pattern.compile(
            "^[\\s,;]*(?:(?:and|or|but|plus)\\s+)?(?<item>[^;:]{2,110}?)\\s+" + VERB + LEAD, Pattern.CASE_INSENSITIVE);
    private static final Pattern PROMISES = Pattern.compile(
            "\\b(?:shall|must|agrees?|undertakes?|(?:will|may|to)\\s+(?:pay|charge|invoice|bill))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL =
            Pattern.compile("^[\\s,;]*(?<item>[^;:,]{2,70}?)\\s*:" + LEAD, Pattern.CASE_INSENSITIVE);
    private static final Pattern OBJECT = Pattern.compile(
            "\\b(?:an?|the|its|our|their|any)\\s+(?<item>(?:(?!(?:an?|the|its|our|shall|will|must|may|is|are|to|by|of|pays?)\\b)[\\p{L}\\d’'&/-]+\\s+){1,6}?)(?:of|at|in\\s+the\\s+amount\\s+of|amounting\\s+to)"
                    + LEAD,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARGES = Pattern.compile(
            "\\b(?:charges?|bills?|invoices?)\\s+(?:[A-Z]\\w+\\s+)?(?<item>[\\p{Ll}-]+(?:\\s+[\\p{Ll}-]+){0,3})\\s+(?:of|at|with)"
                    + LEAD);
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:pays?|charges?|charged|bills?|invoices?|paid|owes?|costs?|levie[sd]|levy|incurs?|attracts?|subject\\s+to|add(?:s|ed)?|for)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYS_SO_MUCH = Pattern.compile(
            "\\b(?:pays?|charges?|invoices?)\\s+(?:to\\s+)?(?:(?:the\\s+)?[A-Z][\\w&-]*(?:\\s+[A-Z][\\w&-]*){0,3}|you|us|it)?\\s*$");
    /** Who or what is charged, and not what for: {@code Small orders are charged £9 for delivery}. */
    private static final Pattern CHARGED_FOR =
            Pattern.compile("\\b(?:is|are|be)\\s+(?:charged|billed)\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern IS_CHARGED = Pattern.compile(
            "^\\s*(?:net\\s+)?(?:(?:is|are|(?:will|shall)\\s+be)\\s+)(?:charged|added|billed|invoiced|payable|due|levied)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALSO = Pattern.compile(
            "^[\\s,;]*(?:(?:and|or|but|plus)\\s+)?(?:(?:the\\s+)?price\\s+)?(?:(?:of|for)\\s+)?(?<item>[^;:,]{0,70}?)(?:\\s+(?:at|with|for|of))?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile(
            "^\\s*(?:\\([^)]{0,60}\\)\\s*)?(?:(?:net|dollars|plus\\s+\\w+|(?:ex|excl|excluding|before)\\.?\\s+\\p{Lu}+)\\s*,?\\s*)?(?:(?:per|/|for\\s+(?:each|every)|each|every)\\s*|an?\\s+)(?<unit>(?:one\\s+)?(?:\\d[\\d,.]*\\s+)?(?:(?:calendar|contract|full|started|commenced|additional|further|hundred|thousand|working|technician|square|cubic|linear)\\s+)?(?!(?:annum|share|claim|loss|occurrence|event|incident|breach|of|and|or|for|in|plus)\\b)[\\p{L}-]+(?:\\s+(?:served|delivered|per\\s+[\\p{L}]+))?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APIECE = Pattern.compile("^\\s*(?:each|apiece)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHAT = Pattern.compile(
            "^\\s*(?:(?:per|for\\s+(?:each|every)|an?)\\s+\\p{L}+\\s+)?(?<prep>for|to|on|in|from|during|at)\\s+(?:(?:an?|the|each|every)\\s+)?(?<item>[^,.;:()]{2,60}?)(?=\\s*(?:[,.;:(]|\\band\\b|\\bor\\b|$))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM =
            Pattern.compile("^\\s*,?\\s*\\((?:the\\s+|an?\\s+)?[\"“']?(?<item>\\p{Lu}[\\p{L} -]{2,40})[\"”']?\\)");
    /** Where a price stood so far, which is no part of its name. */
    private static final Pattern STATED_IN = Pattern.compile(
            "(?<=\\p{L}),?\\s+(?:(?:as|which\\s+is|that\\s+is)\\s+)?(?:set\\s+(?:forth|out)|stated|specified|provided\\s+for|referred\\s+to|mentioned|laid\\s+down|payable|due)\\s+(?:in|under|by|pursuant\\s+to)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String MONEY_WORDS =
            "(?:(?:sur)?charges?|fees?|prices?|rates?|rents?|rentals?|costs?|tariffs?|toll|retainer|premium|supplement|subsidy|allowance|freight|postage|carriage|payment|subscription|commission)";
    private static final Pattern NAMES_MONEY = Pattern.compile("\\b" + MONEY_WORDS + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COSTS = Pattern.compile(
            "\\b(?:charged|billed|invoiced|priced|costs?|sold|payable)\\b[^;]{0,60}$", Pattern.CASE_INSENSITIVE);
    /** Prices that only say what they are the prices of by what follows. */
    private static final Pattern ANY = Pattern.compile(
            "(?:(?:our|the|its|their|your|these|all)\\s+)?(?:(?:net|agreed|current|unit|standard|applicable|following|(?<unit>day|daily|hour|hourly|week|weekly|month|monthly|man-day))\\s+)*(?:prices?|rates?|charges?|fees?|tariffs?)(?:\\s+(?:per|for\\s+(?:each|every|an?))\\s+(?<each>[\\p{L} -]{2,30}))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PRICE_OF = Pattern.compile(
            "^(?:(?:the|a|our|its|net|unit|agreed|standard)\\s+)*(?:prices?|rates?|charges?|fees?|costs?)\\s+(?:of|for)\\s+(?:(?:the|each|every|an?)\\s+)?(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile(
            "^(?:(?:[\\d.]+\\s+|\\([a-z\\d]{1,4}\\)\\s*|[-–•*]\\s*))*(?:(?:the|an?|our|its|their|your|each|every|any|of|for)\\s+)*",
            Pattern.CASE_INSENSITIVE);
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final String DAY = "(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + ",?\\s+\\d{4}|"
            + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4})";
    /** {@code With effect from 1 May 2026 the rate …}: no comma parts it from what costs. */
    private static final Pattern FROM_A_DAY = Pattern.compile(
            "^\\s*(?:\\([a-z\\d]{1,4}\\)\\s*|[\\d.]+\\s+)?(?:with\\s+effect\\s+|effective\\s+|starting\\s+|beginning\\s+|as\\s+)?(?:from|on|of|until|after|since|up\\s+to)\\s+(?:and\\s+including\\s+)?"
                    + DAY + "(?:\\s+(?:on(?:wards)?|until\\s+" + DAY + "|to\\s+" + DAY
                    + "))?,?\\s+(?:the\\s+(?=\\p{Lu}\\p{Ll}+\\s+(?:of|for)\\b))?",
            Pattern.CASE_INSENSITIVE);
    /** {@code For orders of item A-7 placed from 1 May the price}: what it is for stands before the price. */
    private static final Pattern FOR_A_THING = Pattern.compile(
            "^\\W*(?:[\\d.]+\\s+|\\([a-z\\d]{1,4}\\)\\s*)?for\\s+(?:orders?\\s+(?:of|for)\\s+)?(?:(?:the|each|every|an?|all)\\s+)?(?:(?:article|item|product|part|position)\\s+(?:no\\.?\\s*)?)?(?<item>[^,]{2,60}?)(?:\\s+(?:that\\s+(?:is|are)\\s+)?(?:placed|ordered|delivered|supplied|performed|worked|rendered|shipped|dated)\\b[^,]{0,60}?)?,?\\s+(?:the|our|its|a|an)\\s+(?:(?:unit|agreed|net|new|fixed|applicable)\\s+)?(?:price|rate|fee|charge|tariff)$",
            Pattern.CASE_INSENSITIVE);

    /**
     * What opens the row of prices.
     *
     * @param thing what all of them are prices of; empty where each names its own
     */
    record Head(String thing, String unit) {}

    private final String left;
    private final String right;
    private String unit = "";
    private String own = "";
    private boolean subject;
    private int taken;

    PricePhrase(String left, String right) {
        this.left = left;
        this.right = right;
        Matcher each = UNIT.matcher(right);
        if (each.find()) {
            unit = each.group("unit").strip();
            taken = each.end();
        } else {
            Matcher apiece = APIECE.matcher(right);
            taken = apiece.find() ? apiece.end() : 0;
        }
    }

    Optional<PriceWords.Told> price(ValueMatch amount, @Nullable Head head) {
        own = named();
        Optional<String> item = own.isEmpty() ? head == null ? Optional.empty() : further(head) : item();
        return item.filter(words -> words.length() > 1)
                .map(words ->
                        new PriceWords.Told(words, amount, unit.isEmpty() && head != null ? head.unit() : unit()));
    }

    /** Whether the words are those of a price: it is so much for each of something, or they speak of charging. */
    boolean isAboutMoney() {
        return !unit.isEmpty()
                || NAMES_MONEY.matcher(own).find()
                || COSTS.matcher(left).find();
    }

    /** How much of the words after the sum belongs to it. */
    int taken() {
        return taken;
    }

    private String unit() {
        return unit.isEmpty() ? headUnit() : unit;
    }

    @Nullable
    Head head(@Nullable Head before) {
        if (own.isEmpty()) {
            return before;
        }
        Matcher any = ANY.matcher(own);
        return any.matches()
                ? new Head(any.group("each") == null ? "" : any.group("each").strip(), unit())
                : new Head(subject ? plain(own) : "", "");
    }

    /** What the words before the sum name: as what costs, or as what is paid. */
    private String named() {
        Matcher is = SUBJECT.matcher(left);
        if (is.find() && !PROMISES.matcher(is.group("item")).find()) {
            subject = true;
            String words = thing(is.group("item").strip());
            int comma = PriceWords.isAdverbial(words) ? words.lastIndexOf(", ") : -1;
            return comma < 0 && PriceWords.isAdverbial(words) ? "" : words.substring(comma < 0 ? 0 : comma + 2);
        }
        for (Pattern pattern : List.of(OBJECT, CHARGES)) {
            Matcher of = pattern.matcher(left);
            if (of.find()
                    && (PAYS.matcher(left).find() || IS_CHARGED.matcher(right).find())) {
                return of.group("item").strip();
            }
        }
        Matcher label = LABEL.matcher(left);
        Matcher pays = PAYS_SO_MUCH.matcher(left);
        return label.find() ? label.group("item").strip() : pays.find() ? unit : "";
    }

    /** Without the day from which a price holds, and what a price is for where that stands before it. */
    private static String thing(String words) {
        Matcher lead = FROM_A_DAY.matcher(words);
        String rest = lead.find() ? words.substring(lead.end()) : words;
        Matcher of = FOR_A_THING.matcher(rest);
        return of.find() ? of.group("item").strip() : rest;
    }

    private Optional<String> item() {
        Matcher any = ANY.matcher(own);
        if (CHARGED_FOR.matcher(left).find()) {
            Optional<String> service = what("").filter(words -> unit.isEmpty());
            if (service.isPresent()) {
                return service;
            }
        }
        Matcher term = TERM.matcher(right.substring(taken));
        if (term.find()) {
            return Optional.of(term.group("item"));
        }
        if (!any.matches()) {
            return Optional.of(plain(own));
        }
        String each = any.group("each") == null ? "" : any.group("each").strip();
        return what(each).or(() -> Optional.of(each.isEmpty() ? plain(own) : each));
    }

    /** What a further sum in the row is for. */
    private Optional<String> further(Head head) {
        Matcher also = ALSO.matcher(left);
        String words = also.find() ? plain(also.group("item")) : "";
        return words.isEmpty() ? what(head.thing()) : Optional.of(words);
    }

    private Optional<String> what(String thing) {
        Matcher what = WHAT.matcher(right.substring(taken));
        if (!what.find()) {
            return Optional.empty();
        }
        taken += what.end();
        String item = what.group("item").strip();
        boolean whole = thing.isEmpty() || what.group("prep").equalsIgnoreCase("for");
        return Optional.of(whole ? item : thing + " " + what.group("prep") + " " + item);
    }

    private String headUnit() {
        Matcher any = ANY.matcher(own);
        if (!any.matches()) {
            return "";
        }
        String named = any.group("unit") == null ? "" : any.group("unit");
        String each = any.group("each") == null ? "" : any.group("each").strip();
        return each.isEmpty() ? named.replaceFirst("(?i)^daily$", "day").replaceFirst("(?i)ly$", "") : each;
    }

    private static String plain(String words) {
        String thing = PRICE_OF.matcher(ARTICLE.matcher(words.strip()).replaceFirst(""))
                .replaceFirst("");
        return STATED_IN
                .matcher(ARTICLE.matcher(thing).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }
}
