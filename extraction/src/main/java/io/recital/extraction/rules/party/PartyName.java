package io.recital.extraction.rules.party;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names of companies and people are written, and when two of them are the same. */
final class PartyName {
    static final String SUFFIX =
            "(?:Incorporated|Inc\\b\\.?|INC\\b\\.?|Corporation|CORPORATION|Corp\\b\\.?|CORP\\b\\.?|Company"
                    + "|COMPANY|Co\\b\\.|CO\\b\\.|L\\.?\\s?L\\.?\\s?C\\b\\.?|L\\.L\\.P\\b\\.?|LLP|L\\.?P\\b\\.?|Limited|LIMITED|Ltd\\b\\.?"
                    + "|LTD\\b\\.?|PLC|plc|p\\.l\\.c\\.|GmbH|AG|S\\.?A\\.?R\\.?L\\.?|S\\.A\\.|SA|SAS|S\\.p\\.A\\.|S\\.r\\.l\\.|N\\.?V\\.?|B\\.?V\\.?"
                    + "|A/S|AB|Oy|KG|Pty\\.?|Trust|TRUST|Bank|BANK|University|UNIVERSITY|Partnership|PARTNERSHIP|Association"
                    + "|ASSOCIATION|Foundation|Authority|N\\.A\\.|K\\.K\\.)";

    private static final String WORD = "(?:[A-Z0-9][\\w&.'’/!+-]*|&|of|the|and(?=\\s+[A-Z][\\w&.'’ -]{0,30}\\b" + SUFFIX
            + ")|de|van|von|for|d/b/a|a/k/a)";

    /** A capitalised name that may end in a company's suffix. */
    static final Pattern NAME = Pattern.compile(
            "(?:The\\s+|THE\\s+)?[A-Z0-9][\\w&.'’/!+-]*(?:(?:\\h+|\\h*\\R\\h*)" + WORD + "){0,9}?(?:\\s*,?\\s*" + SUFFIX
                    + "(?![A-Za-z])){1,3}|[A-Z0-9][\\w&.'’/!+-]*(?:(?:\\h+|\\h*\\R\\h*)" + WORD + "){0,8}");

    private static final Pattern SUFFIXED = Pattern.compile("(?s).*\\b" + SUFFIX + ",?$");
    private static final Pattern ENDINGS = Pattern.compile(
            "\\b(?:incorporated|inc|corporation|corp|company|co|llc|l l c|llp|lp|l p|limited|ltd|plc|gmbh|ag|sa|s a|nv|bv|the)\\b");

    private PartyName() {}

    static boolean isCompany(String name) {
        String words = name.strip();
        return SUFFIXED.matcher(words).matches() && words.contains(" ");
    }

    /** For comparison: lower case, without punctuation and legal form. */
    static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        return ENDINGS.matcher(letters).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }
}
