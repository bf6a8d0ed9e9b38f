package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence against charges: against all that the contract does not list, or against some that prices cover. */
record ChargeBar(Finding finding, String words) {
    private static final Pattern EXCLUDED =
            Pattern.compile("(?i)\\b(?:no|any|not any) other (?:sur)?charges?\\b|\\bother surcharges\\b"
                    + "|\\b(?:charge|fee|rate|price)s?\\b[^.;]{0,60}\\band\\s+(?:no|nothing)\\s+(?:others?|else|further|more)\\b"
                    + "|\\b(?:shall|may|must|will|can|do|does)\\s?not\\s+(?:bill|charge|invoice|add|levy|impose|recharge|pass\\s+on)\\b[^.;]*\\b(?:other|additional|further|extra)\\s+(?:\\w+\\s+){0,2}(?:charge|fee|cost|surcharge|expense)s?\\b"
                    + "|\\badd an?y? (?:other )?(?:handling |further )?charge|charges? other than|(?:sur)?charges? (?:is|are) included"
                    + "|shall not (?:charge|invoice|add)[^.]*(?:surcharge|travel|carriage|freight|packag|handling|fuel|energy)"
                    + "|no (?:surcharges?|additional charges?|handling)|prices? (?:includes?|are inclusive)"
                    + "|(?:not|never) (?:charge|invoice|add|levy) any (?:\\w+ )?(?:fee|charge|surcharge|cost)"
                    + "|\\bno\\s+other\\s+(?:\\w+\\s+){0,2}?(?:charge|fee|expense|cost|sum|payment)s?\\b"
                    + "|\\bno\\s+(?:separate\\s+|extra\\s+)?(?:charge|fee)s?\\s+(?:is\\s+made\\s+|are\\s+made\\s+|is\\s+due\\s+)?for\\b"
                    + "|no (?:fee|charge|surcharge)s? of (?:any|whatever) kind"
                    + "|any (?:fee|charge|cost)[^.;]{0,60} not (?:set forth|set out|stated|listed|named|provided)");
    /** What is paid for with the prices, of the kinds that the clause names. */
    private static final Pattern COVERED = Pattern.compile(
            "(?i)\\b(?:nothing|no(?: further| additional| extra| separate)? (?:charge|amount|sum|payment|fee)s?)\\b"
                    + "[^.;]{0,60}\\b(?:charged|payable|paid|due|made|added|invoiced)\\b[^.;]{0,60}"
                    + "|\\b(?:rates?|prices?|fees?|charges?)\\b[^.;]{0,60}\\b(?:cover|include|comprise)s?\\b"
                    + "|\\b(?:is|are)\\s+included\\s+in\\b[^.;]{0,40}\\b(?:rates?|prices?|fees?|charges?)\\b");
    /** The charges that a clause against others names. */
    private static final Pattern LISTED = Pattern.compile(
            "(?i)\\b(?:including|such\\s+as|be\\s+it\\s+for|whether\\s+for|no\\s+(?:separate\\s+|extra\\s+)?(?:charge|fee)s?\\s+(?:is\\s+made\\s+|are\\s+made\\s+|is\\s+due\\s+)?for)\\s+(?<list>[^.;]*?)(?=,?\\s+(?:may|shall|will|must|can|to)\\b|[.;]|$)");

    /** A right to charge nothing is a prohibition. */
    private static final Pattern NO_CHARGE =
            Pattern.compile("(?i)\\b(?:charge|add|invoice|bill|levy)\\s+(?:\\w+\\s+){0,3}?(?:nothing|no)\\b");

    /** What is said to cost nothing, or to be paid with the prices, at the beginning of the sentence. */
    private static final Pattern FREE = Pattern.compile(
            "(?i)^\\W*(?<list>[^.;:]{3,120}?)\\s+(?:is|are)\\s+(?:(?:not\\s+(?:be\\s+)?(?:separately\\s+)?(?:charged|billed|invoiced|chargeable|payable))"
                    + "|free(?:\\s+of\\s+charge)?(?=\\s*(?:[.;,]|$))|(?:all\\s+)?included\\s+in\\b[^.;]{0,40}\\b(?:rate|price|fee|charge|remuneration)s?\\b|covered\\s+by\\b[^.;]{0,40}\\b(?:rate|price|fee|charge)s?\\b)");
    /** What prices are said to include. */
    private static final Pattern INCLUDES = Pattern.compile(
            "(?i)\\b(?:rates|prices?|fees?|they|it)\\b[^.;]{0,40}\\b(?:include|cover|comprise)s?\\s+(?<list>[^.;]{3,200})");

    private static final Pattern CONDITION = Pattern.compile(
            "(?i)\\b(?:only|if|where|when|whenever|unless|except|save|provided|until|up\\s+to|above|below|more\\s+than|less\\s+than|orders?\\s+of|in\\s+case)\\b");

    private static final Pattern TOTAL = Pattern.compile(
            "(?i)\\bno\\s+other\\s+(?:\\w+\\s+){0,2}?(?:charge|fee|expense|cost|sum|payment)s?\\b[^.;]{0,30}\\b(?:paid|payable|charged|due|made|allowed|owed)\\b"
                    + "|\\band\\s+(?:no\\s+others?|nothing\\s+else)\\b|\\b(?:charge|fee|cost|expense)s?\\s+(?:that\\s+(?:is|are)\\s+)?not\\s+(?:listed|stated|set\\s+(?:out|forth)|named|provided)\\b");
    /** What is charged beside a thing, or for what it took, and is no item of its own. */
    private static final Pattern SIDE_CHARGE = Pattern.compile(
            "(?i)\\b(?:fees?|charges?|levy|costs?|expenses?|sundr\\w+|disbursements?|postage|couriers?|printing|plotting|telephone|copying|supplement|premium|handling|admin\\w*)\\b");

    /** “Fees” means …: what a word stands for forbids nothing. */
    private static final Pattern DEFINES = Pattern.compile(
            "(?i)^[^“”\"]{0,12}[“\"][^“”\"]{1,60}[”\"][^.;]{0,20}?\\b(?:means?|shall\\s+mean|is|are|refers?\\s+to)\\b");

    private static final Pattern BETWEEN_THINGS = Pattern.compile("[,;:]|\\b(?:and|or|as\\s+well\\s+as|nor)\\b");

    private static final ItemWords GENERAL = ItemWords.of(
            "surcharge charge fee cost levy supplement handling percent service other any kind further additional work rate price day hour separately");
    private static final List<ItemWords> KINDS = List.of(
            ItemWords.of(
                    "travel travelling traveling mileage mile journey vehicle van car fuel drive driving parking Anfahrt Fahrtkosten"),
            ItemWords.of("packaging packing pallet crate"),
            ItemWords.of("freight carriage delivery transport shipping"),
            ItemWords.of("energy electricity gas power"));
    private static final Pattern CONSENT =
            Pattern.compile("(?i)consent|approv|agreed|agreement of|ordered|order in|text form|authori[sz]");

    /** The bar that a sentence states for a line; empty where it states none, or none that is about it. */
    static Optional<ChargeBar> of(ChargeSentence sentence, InvoiceLine line) {
        String words = sentence.findings().stream()
                .map(Finding::content)
                .filter(Obligation.class::isInstance)
                .map(content -> ((Obligation) content).action())
                .collect(Collectors.joining(" ", sentence.words() + " ", ""))
                .strip();
        return sentence.rest()
                .filter(finding -> !DEFINES.matcher(sentence.words()).find())
                .map(finding -> new ChargeBar(finding, words))
                .filter(bar -> isForbidding(sentence, words)
                        ? EXCLUDED.matcher(words).find() || bar.covers(line)
                        : bar.frees(line, sentence.words()));
    }

    private static boolean isForbidding(ChargeSentence sentence, String words) {
        return (EXCLUDED.matcher(words).find() && !INCLUDES.matcher(words).find())
                || sentence.findings().stream()
                        .map(Finding::content)
                        .anyMatch(content -> content instanceof Obligation duty
                                ? duty.modality() == Modality.PROHIBITION
                                        || NO_CHARGE.matcher(duty.action()).find()
                                : content instanceof ClauseLabel label
                                        && label.label().equals("Price Restrictions"));
    }

    /** Whether it says, without a condition, that the very thing costs nothing or is paid with the prices. */
    private boolean frees(InvoiceLine line, String sentence) {
        return List.of(FREE, INCLUDES).stream()
                .map(pattern -> pattern.matcher(sentence))
                .filter(Matcher::find)
                .filter(found -> !CONDITION.matcher(sentence).find())
                .anyMatch(found -> lists(found.group("list"), line));
    }

    /** Whether one of several things is the line's: more than a word is alike, the first of both, or all that one says. */
    private static boolean lists(String things, InvoiceLine line) {
        ItemWords kind = kind(line);
        return BETWEEN_THINGS.splitAsStream(things).anyMatch(written -> {
            ItemWords thing = ItemWords.of(written).without(GENERAL);
            boolean alike = thing.share(kind) && (thing.size() == 1 || thing.hold(kind));
            return alike || thing.common(kind) > 1 || first(written).share(first(line.description()));
        });
    }

    private static ItemWords first(String text) {
        return ItemWords.of(text.strip().split("\\s+", 2)[0]).without(GENERAL);
    }

    private static ItemWords kind(InvoiceLine line) {
        return ItemWords.undated(line.description()).without(GENERAL);
    }

    /** Whether nothing may be charged that the contract does not list. */
    boolean isTotal() {
        return TOTAL.matcher(words).find();
    }

    /** Whether it is about a thing that is not called a surcharge: it lists it, or says that it costs nothing. */
    boolean isAbout(InvoiceLine line) {
        return lists(line)
                || frees(line, words)
                || (isTotal() && SIDE_CHARGE.matcher(line.description()).find());
    }

    /** Whether it names the charge as one that must not be made at all. */
    boolean isOutright(InvoiceLine line) {
        return !needsConsent() || isTotal() || names(line) || covers(line) || lists(line) || frees(line, words);
    }

    private boolean needsConsent() {
        return CONSENT.matcher(words).find();
    }

    /** Whether it names the very charge, and not charges at large. */
    private boolean names(InvoiceLine line) {
        ItemWords kind = ItemWords.undated(line.description())
                .without(ItemWords.of("surcharge zuschlag supplement levy handling percent"));
        return ItemWords.of(words).touch(kind);
    }

    /** Whether it lists the charge among those that it is against. */
    boolean lists(InvoiceLine line) {
        Matcher listed = LISTED.matcher(words);
        return EXCLUDED.matcher(words).find() && listed.find() && lists(listed.group("list"), line);
    }

    /** Whether it names the charge, or one of its kind, among what prices cover. */
    private boolean covers(InvoiceLine line) {
        ItemWords said = ItemWords.of(line.description());
        ItemWords named = ItemWords.of(words);
        return COVERED.matcher(words).find()
                && (names(line) || KINDS.stream().anyMatch(kind -> kind.share(said) && kind.share(named)));
    }
}
