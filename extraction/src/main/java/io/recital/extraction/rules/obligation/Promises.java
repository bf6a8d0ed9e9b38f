package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds promises in the present tense: {@code The Principal insures the Goods}, {@code We do not charge for travel}. */
final class Promises {
    /** Verbs whose present tense promises even when a third person says so of a party. */
    private static final Map<String, String> PERFORMATIVE = Map.ofEntries(
            Map.entry("pays", "pay"),
            Map.entry("bears", "bear"),
            Map.entry("insures", "insure"),
            Map.entry("settles", "settle"),
            Map.entry("settle", "settle"),
            Map.entry("bear", "bear"),
            Map.entry("indemnifies", "indemnify"),
            Map.entry("reimburses", "reimburse"),
            Map.entry("owes", "owe"),
            Map.entry("ensures", "ensure"),
            Map.entry("guarantees", "guarantee"),
            Map.entry("refunds", "refund"),
            Map.entry("credits", "credit"),
            Map.entry("keeps", "keep"),
            Map.entry("supplies", "supply"),
            Map.entry("delivers", "deliver"),
            Map.entry("sends", "send"),
            Map.entry("maintains", "maintain"),
            Map.entry("carries", "carry"),
            Map.entry("works", "work"),
            Map.entry("approves", "approve"),
            Map.entry("tells", "tell"),
            Map.entry("informs", "inform"),
            Map.entry("notifies", "notify"),
            Map.entry("gives", "give"));

    private static final Map<String, String> DISCRETION =
            Map.of("sets", "set", "decides", "decide", "decide", "decide");
    private static final Map<String, String> RENUNCIATION = Map.of("waives", "waive", "waive", "waive");
    /** Verbs that promise when the writer or the reader is their subject. */
    private static final Set<String> PERSONAL = Set.of(
            "pay",
            "keep",
            "send",
            "show",
            "charge",
            "invoice",
            "record",
            "hold",
            "provide",
            "give",
            "tell",
            "answer",
            "make",
            "deliver",
            "check",
            "use",
            "round",
            "add",
            "bear",
            "return",
            "report",
            "store",
            "replace",
            "refund",
            "credit",
            "work",
            "appoint",
            "name",
            "carry",
            "supply",
            "help",
            "insure",
            "support",
            "maintain",
            "owe",
            "guarantee");

    private static final String ADVERBS = "(?:(?:then|also|always|only|each|both|hereby|\\w+ly)\\s+){0,2}";
    private static final Pattern NEXT = Pattern.compile("\\G\\s+" + ADVERBS + "(?<verb>[a-z]+)\\b(?=\\s+\\S)");
    private static final Pattern NEGATED = Pattern.compile(
            "\\G\\s+" + ADVERBS + "(?<not>(?:do|does)\\s+not|need(?:s)?\\s+not)\\s+(?<verb>[a-z]+)\\b(?=\\s+\\S)");
    private static final Pattern OPENS = Pattern.compile(
            "(?:^|[;:]|\\bprovided\\s+that|(?:^|[.;])[^.;]*,(?:\\s+(?:and|but))?)\\W*(?:(?:and|but|then|however|further|in\\s+default(?:\\s*\\([^()]*\\))?)\\W+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STILL_OPEN =
            Pattern.compile("\\b(?:that|which|who|whom|whose|because|than)\\b[^,]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "^\\W*(?:if|when|where|unless|until|while|as|since|although|should|in\\s+case)\\b[^,]*(?:,\\s*(?:and|or)\\s*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK =
            Pattern.compile("(?:and|but|then|however|further|default|that)$", Pattern.CASE_INSENSITIVE);
    private static final double WEIGHT = 0.72;

    private Promises() {}

    /**
     * The promises of the parties that a text mentions.
     *
     * @param presentTense whether the contract promises in the present tense throughout
     */
    static List<ModalPhrase> in(String text, List<PartyMention> mentions, boolean presentTense) {
        List<ModalPhrase> found = new ArrayList<>();
        for (PartyMention mention : mentions) {
            if (opensAClause(text.substring(0, mention.start()))) {
                read(text, mention, presentTense, found);
            }
        }
        return found;
    }

    private static boolean opensAClause(String before) {
        String sentence = before.substring(Math.max(before.lastIndexOf(';'), before.lastIndexOf(". ")) + 1);
        if (before.stripTrailing().endsWith("provided that")) {
            return true;
        }
        return mayOpen(before)
                && OPENS.matcher(before).find()
                && !CONDITION.matcher(sentence).matches()
                && !STILL_OPEN.matcher(sentence).find();
    }

    /** False only when no clause can open there: most mentions stand after a plain word. */
    private static boolean mayOpen(String before) {
        int end = before.length();
        boolean sign = false;
        while (end > 0 && !isWord(before.charAt(end - 1))) {
            end--;
            sign |= ",;:)".indexOf(before.charAt(end)) >= 0;
        }
        return sign || end == 0 || LINK.matcher(before.substring(0, end)).find();
    }

    private static boolean isWord(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static void read(String text, PartyMention mention, boolean presentTense, List<ModalPhrase> found) {
        boolean personal = mention.sort() == PartyMention.Sort.PERSON || isOfOurs(mention);
        Matcher negated = NEGATED.matcher(text);
        if (negated.find(mention.end())) {
            String verb = negated.group("verb");
            boolean need = negated.group("not").startsWith("need");
            if (need || personal || PERFORMATIVE.containsValue(verb)) {
                add(negated, verb, need ? Modality.RIGHT : Modality.PROHIBITION, found);
            }
            return;
        }
        Matcher next = NEXT.matcher(text);
        if (next.find(mention.end())) {
            boolean isParty = mention.sort() == PartyMention.Sort.DEFINED || mention.sort() == PartyMention.Sort.ROLE;
            readAffirmative(next, personal, presentTense && isParty, found);
        }
    }

    private static void readAffirmative(Matcher next, boolean personal, boolean deeds, List<ModalPhrase> found) {
        String verb = next.group("verb").toLowerCase(Locale.ROOT);
        if (RENUNCIATION.containsKey(verb)) {
            add(next, RENUNCIATION.get(verb), Modality.PROHIBITION, found);
        } else if (DISCRETION.containsKey(verb)) {
            add(next, DISCRETION.get(verb), Modality.RIGHT, found);
        } else if (PERFORMATIVE.containsKey(verb)) {
            add(next, PERFORMATIVE.get(verb), Modality.DUTY, found);
        } else if (personal && PERSONAL.contains(base(verb))) {
            add(next, base(verb), Modality.DUTY, found);
        } else if (deeds) {
            PresentTense.deed(verb).ifPresent(deed -> add(next, deed, Modality.DUTY, found));
        }
    }

    private static void add(Matcher matcher, String verb, Modality modality, List<ModalPhrase> found) {
        int start = matcher.start() + 1;
        found.add(new ModalPhrase(start, matcher.end("verb"), modality, WEIGHT, ModalPhrase.Voice.ACTIVE, verb));
    }

    private static boolean isOfOurs(PartyMention mention) {
        return mention.words().matches("(?i).*\\b(?:of us|our|your|the team)\\b.*");
    }

    private static String base(String verb) {
        return verb.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb;
    }
}
