package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which passives say that somebody performs something, and their active forms. */
final class PassiveVerbs {
    private static final Pattern PARTICIPLE = Pattern.compile(
            "^\\W*(?:(?:\\w+ly|also|then)\\s+)?be\\s+(?:(?:\\w+ly|in\\s+writing\\s+and|also)\\s+)?(?<verb>\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> BASE = Map.ofEntries(
            Map.entry("paid", "pay"),
            Map.entry("borne", "bear"),
            Map.entry("made", "make"),
            Map.entry("given", "give"),
            Map.entry("sent", "send"),
            Map.entry("kept", "keep"),
            Map.entry("held", "hold"),
            Map.entry("built", "build"),
            Map.entry("provided", "provide"),
            Map.entry("delivered", "deliver"),
            Map.entry("supplied", "supply"),
            Map.entry("reimbursed", "reimburse"),
            Map.entry("maintained", "maintain"),
            Map.entry("performed", "perform"),
            Map.entry("submitted", "submit"),
            Map.entry("furnished", "furnish"),
            Map.entry("returned", "return"),
            Map.entry("completed", "complete"),
            Map.entry("prepared", "prepare"),
            Map.entry("invoiced", "invoice"),
            Map.entry("issued", "issue"),
            Map.entry("conducted", "conduct"),
            Map.entry("obtained", "obtain"),
            Map.entry("tested", "test"),
            Map.entry("installed", "install"),
            Map.entry("shipped", "ship"),
            Map.entry("packed", "pack"),
            Map.entry("arranged", "arrange"),
            Map.entry("retained", "retain"),
            Map.entry("remitted", "remit"),
            Map.entry("refunded", "refund"),
            Map.entry("credited", "credit"),
            Map.entry("notified", "notify"),
            Map.entry("reported", "report"),
            Map.entry("reviewed", "review"),
            Map.entry("replaced", "replace"),
            Map.entry("repaired", "repair"),
            Map.entry("corrected", "correct"),
            Map.entry("destroyed", "destroy"),
            Map.entry("carried", "carry"),
            Map.entry("manufactured", "manufacture"),
            Map.entry("procured", "procure"),
            Map.entry("updated", "update"),
            Map.entry("insured", "insure"),
            Map.entry("charged", "charge"),
            Map.entry("stored", "store"),
            Map.entry("labelled", "label"),
            Map.entry("labeled", "label"),
            Map.entry("blocked", "block"),
            Map.entry("released", "release"),
            Map.entry("counted", "count"),
            Map.entry("booked", "book"),
            Map.entry("combined", "combine"),
            Map.entry("changed", "change"),
            Map.entry("amended", "amend"),
            Map.entry("modified", "modify"),
            Map.entry("waived", "waive"),
            Map.entry("added", "add"),
            Map.entry("picked", "pick"),
            Map.entry("converted", "convert"),
            Map.entry("included", "include"),
            Map.entry("deducted", "deduct"),
            Map.entry("payable", "pay"),
            Map.entry("settled", "settle"),
            Map.entry("informed", "inform"),
            Map.entry("excluded", "charge"),
            Map.entry("exchanged", "exchange"),
            Map.entry("unloaded", "unload"),
            Map.entry("loaded", "load"),
            Map.entry("computed", "compute"),
            Map.entry("set", "set"),
            Map.entry("claimed", "claim"),
            Map.entry("removed", "remove"),
            Map.entry("disposed", "dispose"),
            Map.entry("documented", "document"),
            Map.entry("recorded", "record"),
            Map.entry("trained", "train"),
            Map.entry("inspected", "inspect"),
            Map.entry("addressed", "address"),
            Map.entry("marked", "mark"),
            Map.entry("transported", "transport"),
            Map.entry("transmitted", "transmit"),
            Map.entry("stated", "state"));
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("terminated", "terminate"),
            Map.entry("extended", "extend"),
            Map.entry("renewed", "renew"),
            Map.entry("exercised", "exercise"),
            Map.entry("assigned", "assign"),
            Map.entry("cancelled", "cancel"),
            Map.entry("canceled", "cancel"),
            Map.entry("disclosed", "disclose"),
            Map.entry("used", "use"),
            Map.entry("audited", "audit"),
            Map.entry("copied", "copy"),
            Map.entry("sublicensed", "sublicense"),
            Map.entry("transferred", "transfer"),
            Map.entry("increased", "increase"),
            Map.entry("withheld", "withhold"));
    private static final Set<String> NOT_ALONE = Set.of("made", "given", "held", "carried", "retained");

    private PassiveVerbs() {}

    /** Whether what follows a modal, such as {@code be paid by Customer}, is a performance. */
    static boolean isPerformed(String rest, Modality modality) {
        return find(rest)
                .map(verb -> BASE.containsKey(verb) || (modality != Modality.DUTY && OPEN.containsKey(verb)))
                .orElse(false);
    }

    /** Whether the participle says enough for a duty of nobody in particular to be asked about. */
    static boolean isPlain(String rest) {
        return find(rest)
                .map(verb -> BASE.containsKey(verb) && !NOT_ALONE.contains(verb))
                .orElse(false);
    }

    /** {@code be paid by Customer within 30 days} done to {@code all fees}: {@code pay all fees within 30 days}. */
    static String active(String undergoer, String action, String agent) {
        String verb = find(action).orElse("");
        String base = BASE.getOrDefault(verb, OPEN.getOrDefault(verb, verb));
        String rest = PARTICIPLE.matcher(action).replaceFirst("");
        String without = rest.replaceFirst("(?i)\\s*\\bby\\s+(?:the\\s+)?" + Pattern.quote(agent), "");
        return base + " " + undergoer.strip() + " " + without.strip();
    }

    private static Optional<String> find(String rest) {
        Matcher matcher = PARTICIPLE.matcher(rest);
        return matcher.find() ? Optional.of(matcher.group("verb").toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
