package io.recital.models.fact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A company's name as it is compared: without case, accents and punctuation, its legal form apart.
 *
 * @param words before the legal form, such as {@code arkel, haulage}
 * @param form in one spelling, such as {@code ltd}; empty when the name has none
 * @param rest what stands after the legal form, most often a site or department
 */
public record CompanyName(List<String> words, String form, List<String> rest) {
    private static final Map<String, String> FORMS = Map.ofEntries(
            form("ltd", "ltd"),
            form("limited", "ltd"),
            form("inc", "inc"),
            form("incorporated", "inc"),
            form("corp", "corp"),
            form("corporation", "corp"),
            form("co", "co"),
            form("company", "co"),
            form("llc", "llc"),
            form("llp", "llp"),
            form("lp", "lp"),
            form("plc", "plc"),
            form("ulc", "ulc"),
            form("gmbh", "gmbh"),
            form("mbh", "gmbh"),
            form("ag", "ag"),
            form("kg", "kg"),
            form("ohg", "ohg"),
            form("kgaa", "kgaa"),
            form("ug", "ug"),
            form("se", "se"),
            form("sa", "sa"),
            form("sas", "sas"),
            form("sarl", "sarl"),
            form("srl", "srl"),
            form("spa", "spa"),
            form("bv", "bv"),
            form("nv", "nv"),
            form("ab", "ab"),
            form("oy", "oy"),
            form("oyj", "oyj"),
            form("aps", "aps"),
            form("pty", "pty"),
            form("pte", "pte"),
            form("kft", "kft"),
            form("pvt", "pvt"));

    public CompanyName {
        words = List.copyOf(words);
        rest = List.copyOf(rest);
    }

    /** First words that companies of nothing in common share; the second word tells more. */
    private static final Set<String> COMMON_FIRST =
            Set.of(("first united general global national international american european"
                            + " british german royal north south east west northern southern eastern western central city county state bank university saint"
                            + " grupo group societe stadt")
                    .split(" "));

    private static final int SHORTEST_STEM = 4;

    private static Map.Entry<String, String> form(String written, String plain) {
        return Map.entry(written, plain);
    }

    /** Reads a name; a name of nothing but a legal form keeps it as its word. */
    public static CompanyName of(String name) {
        List<String> words = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String word : plain(name).split(" ")) {
            String form = FORMS.get(word);
            if (word.isEmpty() || (words.isEmpty() && word.equals("the"))) {
                continue;
            }
            if (form != null && !words.isEmpty() && rest.isEmpty()) {
                forms.add(form);
            } else if (forms.isEmpty()) {
                words.add(word);
            } else if (!word.equals("and") || !rest.isEmpty()) {
                rest.add(word);
            }
        }
        if (forms.size() > 1) {
            forms.remove("co");
        }
        if (words.size() > 1 && words.get(words.size() - 1).equals("and")) {
            words.remove(words.size() - 1);
        }
        return new CompanyName(words, String.join(" ", forms), rest);
    }

    /** A text as names are compared in it: without case, accents and punctuation, one blank between words. */
    public static String plain(String name) {
        String german = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(german, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[.'’]", "")
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** The word by which a group of companies is known, or two where the first tells little; empty for no name. */
    public String stem() {
        if (words.isEmpty()) {
            return "";
        }
        String first = words.get(0);
        boolean tells = first.length() >= SHORTEST_STEM && !COMMON_FIRST.contains(first);
        return tells || words.size() == 1 ? first : first + " " + words.get(1);
    }

    /** Whether nothing is left to compare. */
    boolean isBlank() {
        return words.isEmpty();
    }

    /**
     * How sure it is that two names are of one company, between 0 and 1. Above 0.85 only spelling differs; below, a word,
     * a site or the legal form does, and companies of one group often differ in just that.
     */
    public double likeness(CompanyName other) {
        if (isBlank() || other.isBlank()) {
            return 0;
        }
        double words = likenessOfWords(other);
        if (!form.equals(other.form)) {
            words = Math.min(words, form.isEmpty() || other.form.isEmpty() ? words - 0.07 : 0.55);
        }
        return rest.equals(other.rest) ? words : Math.min(words, 0.75);
    }

    private double likenessOfWords(CompanyName other) {
        if (words.equals(other.words)) {
            return 0.98;
        }
        if (String.join("", words).equals(String.join("", other.words))) {
            return 0.95;
        }
        if (words.size() != other.words.size() || !words.get(0).equals(other.words.get(0))) {
            return 0;
        }
        double likeness = 0.9;
        for (int i = 1; i < words.size(); i++) {
            likeness = Math.min(likeness, abbreviation(words.get(i), other.words.get(i)));
        }
        return likeness;
    }

    /** Whether one word is cut short to the other ({@code tech}), or its letters left out ({@code svcs}). */
    private static double abbreviation(String one, String other) {
        String brief = one.length() <= other.length() ? one : other;
        String full = one.length() <= other.length() ? other : one;
        if (brief.equals(full)) {
            return 0.9;
        }
        if (full.startsWith(brief)) {
            return brief.length() >= 3 ? 0.9 : 0.6;
        }
        return brief.length() >= 3 && isSkeleton(brief, full) ? 0.75 : 0;
    }

    private static boolean isSkeleton(String brief, String full) {
        if (brief.charAt(0) != full.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < full.length() && at < brief.length(); i++) {
            if (full.charAt(i) == brief.charAt(at)) {
                at++;
            }
        }
        return at == brief.length();
    }
}
