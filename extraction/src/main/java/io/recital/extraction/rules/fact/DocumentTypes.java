package io.recital.extraction.rules.fact;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What sort of document a title names. */
final class DocumentTypes {
    private static final Map<String, String> BY_WORDS = byWords();

    private DocumentTypes() {}

    /** In the order in which the words are looked for: the more specific first. */
    private static Map<String, String> byWords() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("amend|addendum|amended and restated(?=$)", "amendment");
        map.put("statement of work|\\bsow\\b|work order", "statement of work");
        map.put("order form|purchase order", "order form");
        map.put("price list", "price list");
        map.put("rate card", "rate card");
        map.put("^\\s*(?:schedule|exhibit|annex|appendix|attachment)\\b.*rebate", "rebate schedule");
        map.put("^\\s*schedule|^\\s*exhibit|^\\s*annex|^\\s*appendix|^\\s*attachment", "schedule");
        map.put("service level", "service level agreement");
        map.put("non-?\\s?disclosure|confidentiality", "non-disclosure agreement");
        map.put("master.*suppl.*agreement", "master supply agreement");
        map.put("master.*services?.*agreement", "master services agreement");
        map.put("master.*agreement|framework agreement", "master agreement");
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
        map.put("agreement|contract", "agreement");
        return map;
    }

    /** The type in lower case; empty when the title does not tell. */
    static String of(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        boolean restated = lower.contains("restated");
        for (Map.Entry<String, String> type : BY_WORDS.entrySet()) {
            boolean skip = restated && type.getValue().equals("amendment");
            if (!skip && lower.matches("(?s).*(?:" + type.getKey().replace("^", "(?<![\\s\\S])") + ").*")) {
                return type.getValue();
            }
        }
        return "";
    }
}
