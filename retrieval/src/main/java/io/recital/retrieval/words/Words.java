package io.recital.retrieval.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content words of a text, cut to their stems so that "terminates" and "termination" meet. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’][\\p{L}\\p{N}]+)*");
    private static final List<String> ENDINGS = List.of("ies", "ing", "ly", "ed", "es", "s", "e", "y");
    private static final int SHORTEST = 3;
    private static final int STEM = 6;
    private static final Set<String> EMPTY = Set.copyOf(List.of("""
            a about according actually after again agree agreement all also an and any are as at be been before being
            between both by can clause could contract contracts did do does doing done each either else ever every
            exactly for from get gets give given gives go goes got had happen happens has have how i if in into is it
            its just let long made make many may me mean means might much must my need needs no not now of off often
            on one only or other our ourselves out own please quick quickly right same say says set shall should so
            some something soon still such sure take tell than that the their them then there these they thing this
            those to today together too under until up us use used was way we were what whats when where which while
            who whom whos whose why will with within without would yes yet you your explain describe work works
            circumstances conditions case cases hey hi hello guys guy folks stuff things want wants wanted know knows
            wonder wondering ask asks asking remind reminder basically actually really currently presently walk through
            once becomes become became turn turns turned using via whats whos thats theyre cant wont dont doesnt isnt im
            here promise promised promises whether regarding concerning onto while during whenever however lot bit maybe perhaps thanks ok okay
            he she his her him somebody someone anybody anyone since
            itself themselves himself herself yourself myself der das den dem des ein eine einen mit von und oder bis wann wie wir uns unser ist sind wird
            zu im am beim auf bei nach für vertrag""".split("\\s+")));
    /** Forms of verbs that share no stem with the others. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("began", "begin"),
            Map.entry("begun", "begin"),
            Map.entry("paid", "pay"),
            Map.entry("sent", "send"),
            Map.entry("bought", "buy"),
            Map.entry("sold", "sell"),
            Map.entry("held", "hold"),
            Map.entry("kept", "keep"),
            Map.entry("written", "write"),
            Map.entry("broken", "break"),
            Map.entry("risen", "rise"),
            Map.entry("fell", "fall"),
            Map.entry("fallen", "fall"),
            Map.entry("lost", "lose"),
            Map.entry("met", "meet"),
            Map.entry("ran", "run"),
            Map.entry("spent", "spend"),
            Map.entry("told", "tell"),
            Map.entry("chosen", "choose"),
            Map.entry("found", "find"),
            Map.entry("grown", "grow"),
            Map.entry("taken", "take"),
            Map.entry("stood", "stand"),
            Map.entry("built", "build"),
            Map.entry("driven", "drive"),
            Map.entry("withdrawn", "withdraw"),
            Map.entry("borne", "bear"));

    private Words() {}

    /** The stems of a text, in lower case, in the order in which they stand. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = withoutPossessive(matcher.group());
            if (!EMPTY.contains(word) && !word.isEmpty()) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** What a word, in lower case, has in common with its other forms; a number is its own stem. */
    static String stem(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return word.replace(",", "").replaceAll("\\.0+$", "");
        }
        String regular = IRREGULAR.getOrDefault(word, word);
        String bare = regular.endsWith("ss") ? regular : withoutEnding(regular);
        String once = bare.length() > 4 && bare.endsWith("e") ? bare.substring(0, bare.length() - 1) : bare;
        return once.length() > STEM ? once.substring(0, STEM) : once;
    }

    private static String withoutPossessive(String word) {
        int mark = Math.max(word.lastIndexOf('\''), word.lastIndexOf('’'));
        return mark > 0 && mark >= word.length() - 2 && (mark == word.length() - 1 || word.endsWith("s"))
                ? word.substring(0, mark)
                : word;
    }

    private static String withoutEnding(String word) {
        for (String ending : ENDINGS) {
            if (word.length() >= SHORTEST + ending.length() && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** The stem that stands for all words of the same meaning. */
    public static String meaning(String stem) {
        return Synonyms.groupOf(stem);
    }

    /** For each stem the one that stands for its meaning. */
    public static Set<String> meanings(Set<String> stems) {
        Set<String> meanings = new LinkedHashSet<>();
        stems.forEach(stem -> meanings.add(meaning(stem)));
        return meanings;
    }

    /** The share of wanted words that are there; 1 when none is wanted. */
    public static double coverage(Set<String> wanted, Set<String> there) {
        if (wanted.isEmpty()) {
            return 1;
        }
        return (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }
}
