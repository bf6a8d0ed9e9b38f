package io.recital.models.ledger.invoice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The telling words of a text: what a contract calls a thing and what an invoice calls it are joined by them. */
record ItemWords(Set<String> all) {
    static final ItemWords NONE = new ItemWords(Set.of());

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HEAD_END = Pattern.compile("[,;:(]| [-–—] ");
    private static final Pattern CODE =
            Pattern.compile("(?=.*(?:\\d|\\p{Lu}{2}))[\\p{Lu}\\d]+(?:[-_./][\\p{Lu}\\d]+)+|\\p{Lu}{1,4}\\d{2,}");
    private static final Set<String> FILLERS = Set.of(
            "the",
            "a",
            "an",
            "of",
            "for",
            "and",
            "or",
            "to",
            "in",
            "per",
            "each",
            "with",
            "by",
            "at",
            "on",
            "from",
            "as",
            "up",
            "less",
            "than",
            "under",
            "und",
            "der",
            "die",
            "das",
            "des",
            "fur",
            "von",
            "zu",
            "im",
            "je",
            "oder",
            "bis",
            "mit",
            "auf",
            "fee",
            "fees",
            "charge",
            "charges",
            "price",
            "prices",
            "rate",
            "rates",
            "cost",
            "amount",
            "gbp",
            "usd",
            "eur",
            "elsewhere",
            "otherwise");
    private static final ItemWords ONCE = new ItemWords(Set.of("one", "time", "once", "single", "non", "recurring"));
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "januar",
            "februar",
            "marz",
            "mai",
            "juni",
            "juli",
            "oktober",
            "dezember",
            "q1",
            "q2",
            "q3",
            "q4",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
            "month",
            "quarter");

    ItemWords {
        all = Set.copyOf(all);
    }

    static ItemWords of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : split(text)) {
            if (!FILLERS.contains(word)) {
                words.add(singular(word));
            }
        }
        return new ItemWords(words);
    }

    /** Those of a text in which no digits and no names of months stand: what an invoice line says apart from when. */
    static ItemWords undated(String text) {
        ItemWords words = of(text).withoutMonths();
        return new ItemWords(words.all.stream().filter(word -> !isNumber(word)).collect(Collectors.toSet()));
    }

    private static boolean isNumber(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isDigit);
    }

    ItemWords withoutMonths() {
        return new ItemWords(all.stream().filter(word -> !MONTHS.contains(word)).collect(Collectors.toSet()));
    }

    /** The words before the first comma or bracket, once for each alternative that "or" parts. */
    static List<ItemWords> heads(String name) {
        String head = HEAD_END.split(name, 2)[0];
        List<ItemWords> heads = new ArrayList<>();
        heads.add(of(head));
        for (String alternative : head.split("(?i)\\s+(?:or|oder)\\s+|/")) {
            heads.add(of(alternative));
        }
        heads.addAll(shortened(head));
        return heads.stream().filter(words -> !words.isEmpty()).distinct().toList();
    }

    /** With two or three words in a row as their first letters, as invoices write them: DC for distribution centre. */
    private static List<ItemWords> shortened(String name) {
        List<String> words = split(name);
        List<ItemWords> shortened = new ArrayList<>();
        for (int length = 2; length <= 3; length++) {
            for (int from = 0; from + length <= words.size() && words.size() > length; from++) {
                List<String> run = words.subList(from, from + length);
                if (run.stream().allMatch(word -> word.length() > 3)) {
                    String letters =
                            run.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
                    List<String> rest = new ArrayList<>(words.subList(0, from));
                    rest.addAll(words.subList(from + length, words.size()));
                    shortened.add(of(String.join(" ", rest) + " " + letters));
                }
            }
        }
        return shortened;
    }

    /** Whether it is an item number and not a name, such as {@code KC-1001}. */
    static boolean isCode(String name) {
        return CODE.matcher(name.strip()).matches();
    }

    /** Without case, spaces and punctuation. */
    static String normalised(String text) {
        return String.join("", split(text));
    }

    /** Word by word, with blanks between and around, so that whole words can be looked for. */
    static String spaced(String text) {
        return " " + String.join(" ", split(text)) + " ";
    }

    private static List<String> split(String text) {
        return isAscii(text) ? splitAscii(text) : splitAny(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The same without what only other alphabets need: most invoice lines are plain, and there are very many of them. */
    private static List<String> splitAscii(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }

    private static List<String> splitAny(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return Arrays.stream(BREAK.split(plain)).filter(word -> !word.isEmpty()).toList();
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    /** Whether all of the other, and at least one, are among these. */
    boolean hold(ItemWords other) {
        return !other.isEmpty() && all.containsAll(other.all);
    }

    /** The same where a word may stand in another form: {@code install} for {@code installation}, and {@code one-time} for nothing. */
    boolean holdInOtherForms(ItemWords other) {
        ItemWords telling = other.without(ONCE);
        return !telling.isEmpty()
                && telling.all.stream()
                        .allMatch(word -> all.stream().anyMatch(own -> begins(own, word) || begins(word, own)));
    }

    boolean share(ItemWords other) {
        return common(other) > 0;
    }

    int common(ItemWords other) {
        return (int) other.all.stream().filter(all::contains).count();
    }

    /** Whether a word of these begins a compound of the other or is the same, such as diesel and Dieselzuschlag. */
    boolean touch(ItemWords other) {
        return all.stream().anyMatch(one -> other.all.stream().anyMatch(two -> begins(one, two) || begins(two, one)));
    }

    private static boolean begins(String one, String two) {
        return one.equals(two) || (one.length() >= 5 && two.startsWith(one));
    }

    ItemWords and(ItemWords other) {
        Set<String> both = new LinkedHashSet<>(all);
        both.addAll(other.all);
        return new ItemWords(both);
    }

    ItemWords without(ItemWords other) {
        return new ItemWords(
                all.stream().filter(word -> !other.all.contains(word)).collect(Collectors.toSet()));
    }
}
