package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a percentage is taken of, such as the monthly charges: its name and what the contract says belongs to it.
 *
 * @param stated the words that take a percentage of it
 * @param meaning the words that define it; null when it speaks for itself
 * @param alsoCalled what brackets beside its name call it, most often in another language; empty for nothing
 * @param parts into how many parts the words divide it: 3 for one third of a quarterly fee, else 1
 */
record FeeBase(String name, Citation stated, @Nullable Citation meaning, String alsoCalled, int parts) {
    private static final Pattern ONE_OF = Pattern.compile(
            "\\s+(?:of|for|at)\\s+(?:that|such|the\\s+(?:same|respective|affected|relevant|failing))\\s+(?!month|quarter|year|period|week|day)\\p{L}+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PURPOSE = Pattern.compile(
            "\\s+(?:for|in\\s+respect\\s+of|relating\\s+to)\\s+(?:(?:the|all|its|our|their)\\s+)?(?<what>(?!(?:each|every|any|that|this|such|which|whom|an?|one|full|month|quarter|year|week|day|hour|period|calendar|billing)\\b)\\p{L}+(?:[\\s-]+(?!(?:of|in|for|during|on|at|that|which|where|to|by|and|or)\\b)\\p{L}+){0,2})",
            Pattern.CASE_INSENSITIVE);
    static final Pattern DEFINES =
            Pattern.compile("\\bmeans?\\b|\\bare\\b|\\bis\\b|\\bcomprises?\\b|\\bincludes?\\b|\\brefers?\\s+to\\b");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "\\b(?:without|exclud(?:ing|es)|exclusive\\s+of|other\\s+than|except(?:\\s+for)?|(?:does|do)\\s+not\\s+include|not\\s+including|but\\s+not(?!\\s+(?:more|less|exceed\\p{L}*|above|over|beyond))|less|before)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words that charges of any sort have. */
    static final Set<String> GENERAL =
            Set.of(("charge fee amount invoiced invoice month monthly recurring calendar service services performed "
                            + "under net vat tax value added statement work no agreement tariff seller supplier contractor "
                            + "provider date dated day mean means payable paid other customer buyer principal contract "
                            + "schedule clause paragraph section it period carried out after without not doe does include "
                            + "exclude excluding were was missed level total relevant year applicable affected then current "
                            + "annual quarterly article price payment aggregate sum product products goods good lump flat "
                            + "fixed")
                    .split(" "));

    /** The telling words of what belongs to it; empty when all charges, or all recurring ones, do. */
    TellingWords wanted() {
        String said = meaning == null ? "" : included(meaning.quote());
        TellingWords words =
                TellingWords.of(name + " " + said + " " + alsoCalled).without(GENERAL);
        return words.without(words.numbers());
    }

    /** The telling words of what the charges are for, as in “the charges for routine samples”; none where it has a meaning of its own. */
    TellingWords purpose() {
        Matcher purpose = PURPOSE.matcher(stated.quote());
        purpose.region(
                stated.quote().indexOf(name) + name.length(), stated.quote().length());
        return meaning == null && wanted().isEmpty() && purpose.lookingAt()
                ? TellingWords.of(purpose.group("what")).without(GENERAL)
                : new TellingWords(Set.of());
    }

    /** Whether it is a fee of one line, site or system among several, as in “the fee of that line”. */
    boolean isOfOneAmongSeveral() {
        String after = stated.quote().substring(stated.quote().indexOf(name) + name.length());
        return ONE_OF.matcher(after).lookingAt() || MeasuredThing.isOfOne(after);
    }

    /** The words of what does not belong to it. */
    TellingWords leftOut() {
        StringBuilder out = new StringBuilder();
        for (String sentence : definition().split("(?<=[.;])\\s+")) {
            Matcher matcher = LEFT_OUT.matcher(sentence);
            if (matcher.find()) {
                out.append(' ').append(sentence.substring(matcher.end()));
            }
        }
        return TellingWords.of(out.toString()).without(GENERAL);
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
        return TellingWords.of(said()).has("product", "products", "good", "goods");
    }

    /** Whether invoices of the period count by their date, whenever it was that they are for. */
    boolean isByInvoiceDate() {
        return Pattern.compile("invoices?\\b[^.]*\\b(?:dated|issued)\\s+in")
                .matcher(said())
                .find();
    }
}
