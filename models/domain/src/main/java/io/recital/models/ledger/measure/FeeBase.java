package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a percentage is taken of, such as the monthly charges: its name and what the contract says belongs to it.
 *
 * @param stated the words that take a percentage of it
 * @param meaning the words that define it; null when it speaks for itself
 */
record FeeBase(String name, Citation stated, @Nullable Citation meaning) {
    private static final Pattern OF = Pattern.compile(
            "(?:%|per\\s?cent(?:\\s*\\([^)]*\\))?|percentage)\\s*\\)?\\s+of\\s+(?:the\\s+|all\\s+|our\\s+|its\\s+|their\\s+|your\\s+)?(?<base>\\p{L}[\\p{L}'’\\s-]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "\\s+(?:for|of|in|under|by|shall|which|that|payable|due|paid|on|per|to|from|during|attributable|as|with|and|where|if)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MONEY = Pattern.compile(
            "charge|fee|amount|invoice|price|rent|payment|billing|spend|remuneration|value|cost|purchase",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINES =
            Pattern.compile("\\bmeans?\\b|\\bare\\b|\\bis\\b|\\bcomprises?\\b|\\bincludes?\\b|\\brefers?\\s+to\\b");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "\\b(?:without|excluding|exclusive\\s+of|other\\s+than|except(?:\\s+for)?|(?:does|do)\\s+not\\s+include|not\\s+including|but\\s+not|less|before)\\b",
            Pattern.CASE_INSENSITIVE);
    /** How many words may stand before a definition beside the name: “The amounts invoiced for a month are …”. */
    private static final int BESIDE_A_NAME = 2;

    static final Set<String> GENERAL = Set.of(
            "charge",
            "fee",
            "amount",
            "invoiced",
            "invoice",
            "month",
            "monthly",
            "recurring",
            "calendar",
            "service",
            "services",
            "performed",
            "under",
            "net",
            "vat",
            "tax",
            "value",
            "added",
            "statement",
            "work",
            "no",
            "agreement",
            "tariff",
            "seller",
            "supplier",
            "contractor",
            "provider",
            "date",
            "dated",
            "day",
            "mean",
            "means",
            "payable",
            "paid",
            "other",
            "customer",
            "buyer",
            "principal",
            "contract",
            "schedule",
            "clause",
            "paragraph",
            "section",
            "it",
            "period",
            "carried",
            "out",
            "after",
            "without",
            "not",
            "doe",
            "does",
            "include",
            "exclude",
            "excluding",
            "were",
            "was",
            "missed",
            "level",
            "total",
            "relevant",
            "year",
            "applicable",
            "affected",
            "then",
            "current",
            "annual",
            "quarterly",
            "article",
            "price",
            "payment",
            "aggregate",
            "product",
            "products",
            "goods",
            "good");

    /** What credits are a percentage of. */
    static Optional<FeeBase> ofCredits(List<Citation> words) {
        return read(words, words.stream().filter(citation -> !isLimit(citation)).toList());
    }

    /** What a limit is a percentage of. */
    static Optional<FeeBase> ofLimit(List<Citation> words) {
        return read(words, words.stream().filter(FeeBase::isLimit).toList());
    }

    static boolean isLimit(Citation citation) {
        return Pattern.compile(
                        "exceed|limited\\s+to|not\\s+more\\s+than|no\\s+more\\s+than|at\\s+most|up\\s+to\\s+a\\s+maximum|capped|maximum",
                        Pattern.CASE_INSENSITIVE)
                .matcher(citation.quote())
                .find();
    }

    private static Optional<FeeBase> read(List<Citation> words, List<Citation> stating) {
        for (Citation citation : stating) {
            Matcher matcher = OF.matcher(citation.quote());
            while (matcher.find()) {
                String base = END.matcher(matcher.group("base").strip())
                        .replaceFirst("")
                        .strip();
                if (MONEY.matcher(base).find()) {
                    return Optional.of(
                            new FeeBase(base, citation, meaningOf(base, words).orElse(null)));
                }
            }
        }
        return Optional.empty();
    }

    /** The words that define it: they begin with its name and then say what it is. */
    private static Optional<Citation> meaningOf(String base, List<Citation> words) {
        Words name = Words.of(base).without(Set.of("monthly"));
        return words.stream().filter(citation -> defines(citation, name)).findFirst();
    }

    private static boolean defines(Citation citation, Words name) {
        Matcher defines = DEFINES.matcher(citation.quote());
        if (isLimit(citation) || !defines.find()) {
            return false;
        }
        Words before = Words.of(citation.quote().substring(0, defines.start()));
        return before.shared(name) == name.all().size()
                && before.all().size() <= name.all().size() + BESIDE_A_NAME;
    }

    /** The telling words of what belongs to it; empty when all charges, or all recurring ones, do. */
    Words wanted() {
        String said = meaning == null ? "" : included(meaning.quote());
        Words words = Words.of(name + " " + said).without(GENERAL);
        return words.without(words.numbers());
    }

    /** The words of what does not belong to it. */
    Words leftOut() {
        StringBuilder out = new StringBuilder();
        for (String sentence : definition().split("(?<=[.;])\\s+")) {
            Matcher matcher = LEFT_OUT.matcher(sentence);
            if (matcher.find()) {
                out.append(' ').append(sentence.substring(matcher.end()));
            }
        }
        return Words.of(out.toString()).without(GENERAL);
    }

    /** What defines it, or what is said after its name where nothing does. */
    private String definition() {
        return meaning == null
                ? stated.quote().substring(stated.quote().indexOf(name) + name.length())
                : meaning.quote();
    }

    private static String included(String quote) {
        StringBuilder in = new StringBuilder();
        for (String sentence : quote.split("(?<=[.;])\\s+")) {
            Matcher matcher = LEFT_OUT.matcher(sentence);
            String said = matcher.find() ? sentence.substring(0, matcher.start()) : sentence;
            Matcher defines = DEFINES.matcher(said);
            in.append(' ').append(defines.find() ? said.substring(defines.end()) : said);
        }
        return in.toString();
    }

    private String said() {
        return (name + " " + (meaning == null ? stated.quote() : meaning.quote())).toLowerCase(Locale.ROOT);
    }

    boolean isRecurring() {
        return said().contains("recurring")
                || (wanted().isEmpty() && name.toLowerCase(Locale.ROOT).contains("monthly"));
    }

    /** Whether only goods count, and not what is charged beside them. */
    boolean isOfGoods() {
        return Words.of(said()).has("product", "products", "good", "goods");
    }

    /** Whether invoices of the period count by their date, whenever it was that they are for. */
    boolean isByInvoiceDate() {
        return Pattern.compile("invoices?\\b[^.]*\\b(?:dated|issued)\\s+in")
                .matcher(said())
                .find();
    }
}
