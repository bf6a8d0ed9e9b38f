package io.recital.extraction.rules.fact;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sort of document a title names. */
final class DocumentTypes {
    private static final Map<String, String> BY_WORDS = byWords();
    /** Papers that are named by their first words, whatever agreement they go on to name. */
    private static final Pattern OWN =
            Pattern.compile("^\\W*(?:first |second |third )?(change (?:note|order|request)|side letter"
                    + "|notice(?: of [a-z-]+)?|(?:royalty|usage|sales|audit) (?:report|statement))\\b");

    private static final Pattern ATTACHED =
            Pattern.compile("(schedule|exhibit|annex|appendix|attachment) \\w+(?:[.-]\\w+)?\\b(.*)");
    private static final Pattern LIST = Pattern.compile("(?:\\b[a-z]+ )?(?:schedule|price list|rate card|tariff)$");
    private static final Pattern RESTATED = Pattern.compile("\\bamended (?:and|&) restated\\b ?");
    private static final Pattern AGREEMENT = Pattern.compile("(?:\\b[a-z][a-z-]+ )?(?:agreement|contract)\\b");

    private DocumentTypes() {}

    /** In the order in which the words are looked for: the more specific first. */
    private static Map<String, String> byWords() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("amend|addendum", "amendment");
        map.put("work order", "work order");
        map.put("statement of work|\\bsow\\b", "statement of work");
        map.put("order form|(?:purchase|spot|call-off) order", "order form");
        map.put("price list", "price list");
        map.put("rate card", "rate card");
        map.put("tariff", "tariff");
        map.put("service level", "service level agreement");
        map.put("non-?\\s?disclosure|confidentiality", "non-disclosure agreement");
        map.put("master.*suppl.*agreement", "master supply agreement");
        map.put("master.*services?.*agreement", "master services agreement");
        map.put("master.*agreement", "master agreement");
        map.put("framework agreement", "framework agreement");
        map.put("data processing", "data processing agreement");
        map.put("joint venture", "joint venture agreement");
        map.put("franchise", "franchise agreement");
        map.put("distribut", "distribution agreement");
        map.put("resell|value added", "reseller agreement");
        map.put("manufactur", "manufacturing agreement");
        map.put("suppl", "supply agreement");
        map.put("outsourc", "outsourcing agreement");
        map.put("maintenance|support", "maintenance agreement");
        map.put("hosting", "hosting agreement");
        map.put("consult", "consulting agreement");
        map.put("develop", "development agreement");
        map.put("sponsor", "sponsorship agreement");
        map.put("endorse", "endorsement agreement");
        map.put("promot", "promotion agreement");
        map.put("market", "marketing agreement");
        map.put("co-?brand", "co-branding agreement");
        map.put("affiliate", "affiliate agreement");
        map.put("agency", "agency agreement");
        map.put("transport", "transportation agreement");
        map.put("licen[cs]", "license agreement");
        map.put("intellectual property", "intellectual property agreement");
        map.put("collaborat|alliance|cooperat|partner", "cooperation agreement");
        map.put("lease", "lease");
        map.put("purchase|sale", "purchase agreement");
        map.put("service", "services agreement");
        return map;
    }

    /** The type in lower case; empty when the title does not tell. */
    static String of(String title) {
        String lower = title.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        Matcher own = OWN.matcher(lower);
        if (own.find()) {
            return own.group(1);
        }
        Matcher attached = ATTACHED.matcher(lower);
        if (attached.matches()) {
            return attachment(attached.group(1), attached.group(2));
        }
        Matcher restated = RESTATED.matcher(lower);
        return restated.find() ? "amended and restated " + named(restated.replaceFirst(" ")) : named(lower);
    }

    private static String named(String title) {
        for (Map.Entry<String, String> type : BY_WORDS.entrySet()) {
            if (Pattern.compile(type.getKey()).matcher(title).find()) {
                return type.getValue();
            }
        }
        Matcher agreement = AGREEMENT.matcher(title);
        return agreement.find() ? agreement.group().strip() : "";
    }

    private static String attachment(String word, String name) {
        Matcher list = LIST.matcher(name);
        if (list.find()) {
            return list.group().strip();
        }
        return name.contains("rebate") ? "rebate schedule" : word;
    }

    /** Whether a title is that of a part of another agreement: a schedule, a price list. */
    static boolean isAttachment(String title) {
        String lower = title.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        return ATTACHED.matcher(lower).matches() || LIST.matcher(lower).find();
    }
}
