package io.recital.extraction.rules.party;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names of companies and people are written, and when two of them are the same. */
final class PartyName {
    /** Legal forms, with which a name ends. */
    private static final String FORM =
            "(?:GmbH\\s*(?:&|und|u\\.)\\s*Co\\.?\\s*(?:KGaA|KG|OHG)|Designated\\s+Activity\\s+Company|DESIGNATED\\s+ACTIVITY\\s+COMPANY|Public\\s+Limited\\s+Company|DAC|CLG|Incorporated|INCORPORATED|[Ii]nc\\b\\.?|INC\\b\\.?|Corporation|CORPORATION|Corp\\b\\.?|CORP\\b\\.?"
                    + "|Co\\b\\.|CO\\b\\.|L\\.?\\s?L\\.?\\s?C\\b\\.?|L\\.\\s?L\\.\\s?P\\b\\.?|LLP|L\\.?\\s?P\\b\\.?|Limited|LIMITED|Ltd\\b\\.?"
                    + "|LTD\\b\\.?|PLC|plc|p\\.l\\.c\\.|P\\.L\\.C\\.|GmbH|GMBH|AG|S\\.?[AÀà]\\.?\\s?R\\.?L\\.?|S\\.à\\s?r\\.l\\.|S\\.A\\.|SA|SAS|S\\.p\\.A\\.|S\\.r\\.l\\.|N\\.?V\\.?|B\\.?V\\.?"
                    + "|A/S|AB|Oy|KG|Pty\\.?|Pte\\.?|Pvt\\.?|Bhd\\.?|N\\.A\\.|K\\.K\\.)";
    /** Words for an organisation with which a name may end. */
    private static final String BODY =
            "(?:Company|COMPANY|Trust|TRUST|Bank|BANK|University|UNIVERSITY|Partnership|PARTNERSHIP|Association"
                    + "|ASSOCIATION|Foundation|FOUNDATION|Authority|AUTHORITY|Fund|FUND|Institute|INSTITUTE|Hospital|HOSPITAL|Ministry|Government|Council|COUNCIL|College|Society|Agency|Commission)";

    static final String SUFFIX = "(?:" + FORM + "|" + BODY + ")";
    /** No part of a name: words that join two, the end of a sentence or heading, numbers of clauses and records. */
    private static final String NO_PART =
            "(?!(?:AND|OR|BY|BETWEEN)\\b)(?!\\p{L}{6,}\\.\\s)(?!\\d{1,2}(?:\\.\\d{1,2})*\\.?\\s+\\p{Lu})(?!\\d{4,}\\s)";

    private static final String FIRST = "(?<![\\p{L}\\p{N}])" + NO_PART
            + "(?:[\\p{Lu}0-9]|[a-z]{1,2}(?=\\p{Lu})|[a-z]+(?=\\.com\\b))[\\p{L}\\p{N}_&.'’/!+-]*";
    private static final String WORD =
            "(?:" + NO_PART + "[\\p{Lu}0-9][\\p{L}\\p{N}_&.'’/!+-]*|&|/|of|the|and(?=\\s+\\p{Lu}[\\w&.'’ -]{0,30}\\b"
                    + SUFFIX
                    + ")|AND(?=\\s+\\p{Lu}+\\s+" + SUFFIX
                    + "\\b)|de|van|von|for|und|et|der|d/b/a|a/k/a|[a-z]{1,2}\\p{Lu}[\\w.]*|\\(\\p{Lu}[\\w .]{1,24}\\)(?=\\s*,?\\s*(?:\\p{Lu}[\\w&]*\\s+)?"
                    + FORM
                    + "))";
    private static final String WORDS = "(?:(?:\\h+|\\h*\\R\\h*)" + WORD + ")";
    /** A capitalised name that may end in a company's legal form. */
    static final Pattern NAME = Pattern.compile("(?:The\\s+|THE\\s+)?" + FIRST + WORDS + "{0,9}?(?:\\s*,?\\s*" + FORM
            + "(?![\\p{L}])){1,3}(?:\\s+(?:Partnership|PARTNERSHIP|Company|COMPANY)(?![\\p{L}]))?|(?:The\\s+|THE\\s+)?"
            + FIRST + WORDS + "{0,9}?(?:\\s+" + BODY + "(?![\\p{L}])){1,2}|"
            + FIRST
            + WORDS + "{0,8}");

    private static final Pattern SUFFIXED = Pattern.compile("(?s).*\\b" + SUFFIX + ",?$");
    private static final Pattern ONLY_FORM = Pattern.compile("(?:" + FORM + "[\\s,]*)+");
    private static final Pattern STATE = Pattern.compile("(?s).*,\\s*(?:NV|AB|SA)$");
    private static final Pattern ENDINGS = Pattern.compile(
            "\\b(?:incorporated|inc|corporation|corp|company|co|llc|l l c|llp|lp|l p|limited|ltd|plc|gmbh|ag|sa|s a|nv|bv|the)\\b");

    private PartyName() {}

    /** Whether a name ends as companies' do; a place ({@code Carson City, NV}) does not. */
    static boolean isCompany(String name) {
        String words = name.strip();
        return SUFFIXED.matcher(words).matches()
                && words.contains(" ")
                && !ONLY_FORM.matcher(words).matches()
                && !STATE.matcher(words).matches();
    }

    /** For comparison: lower case, without punctuation and legal form. */
    static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        return ENDINGS.matcher(letters).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }
}
