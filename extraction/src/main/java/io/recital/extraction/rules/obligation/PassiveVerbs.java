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
            "^\\W*(?:(?:\\w+ly|also|then)\\s+)?be\\s+(?:(?:\\w+ly|in\\s+writing\\s+and|also)\\s+)?(?<verb>[\\w-]+)",
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
            Map.entry("stated", "state"),
            Map.entry("done", "do"),
            Map.entry("billed", "bill"),
            Map.entry("awarded", "award"),
            Map.entry("filed", "file"),
            Map.entry("placed", "place"),
            Map.entry("displayed", "display"),
            Map.entry("established", "establish"),
            Map.entry("registered", "register"),
            Map.entry("scheduled", "schedule"),
            Map.entry("secured", "secure"),
            Map.entry("posted", "post"),
            Map.entry("hosted", "host"),
            Map.entry("developed", "develop"),
            Map.entry("designed", "design"),
            Map.entry("implemented", "implement"),
            Map.entry("monitored", "monitor"),
            Map.entry("protected", "protect"),
            Map.entry("withdrawn", "withdraw"),
            Map.entry("mailed", "mail"),
            Map.entry("deposited", "deposit"),
            Map.entry("allocated", "allocate"),
            Map.entry("attached", "attach"),
            Map.entry("filled", "fill"),
            Map.entry("noted", "note"),
            Map.entry("calculated", "calculate"),
            Map.entry("accounted", "account"),
            Map.entry("carried out", "carry out"),
            Map.entry("served", "serve"),
            Map.entry("due", "pay"));
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
    /** Participles that state what something is and not that somebody does it. */
    private static final Set<String> STATES = Set.of(
            "bound",
            "governed",
            "deemed",
            "caused",
            "owned",
            "affected",
            "superseded",
            "limited",
            "considered",
            "construed",
            "entitled",
            "required",
            "obligated",
            "obliged",
            "permitted",
            "allowed",
            "authorized",
            "authorised",
            "relieved",
            "excused",
            "interpreted",
            "defined",
            "represented",
            "determined",
            "controlled",
            "restricted",
            "prejudiced",
            "open",
            "inferred",
            "implied",
            "enforced",
            "enforceable");

    private static final Pattern RELIEVED = Pattern.compile(
            "^\\W*be\\s+(?:\\w+ly\\s+)?(?:released|relieved|discharged|excused)\\s+(?:from|of)\\b",
            Pattern.CASE_INSENSITIVE);

    private PassiveVerbs() {}

    /**
     * Whether what follows a modal, such as {@code be paid by Customer}, is a performance.
     *
     * @param byAParty whether the words name a party that does it
     */
    static boolean isPerformed(String rest, Modality modality, boolean byAParty) {
        return !RELIEVED.matcher(rest).find()
                && find(rest)
                        .map(verb -> byAParty
                                ? !STATES.contains(verb)
                                : BASE.containsKey(verb) || (modality != Modality.DUTY && OPEN.containsKey(verb)))
                        .orElse(false);
    }

    /** {@code be paid by Customer within 30 days} done to {@code all fees}: {@code pay all fees within 30 days}. */
    static String active(String undergoer, String action, String agent) {
        String verb = find(action).orElse("");
        String base = BASE.getOrDefault(verb, OPEN.getOrDefault(verb, regular(verb)));
        String rest = PARTICIPLE.matcher(action).replaceFirst("");
        String without = rest.replaceFirst("(?i)\\s*\\bby\\s+(?:the\\s+)?" + Pattern.quote(agent), "");
        return base + " " + undergoer.strip() + " " + without.strip();
    }

    /** The base form of a regular participle: {@code applied}, {@code planned}, {@code approved}, {@code checked}. */
    private static String regular(String participle) {
        return participle
                .replaceFirst("ied$", "y")
                .replaceFirst("([bdgmnprt])\\1ed$", "$1")
                .replaceFirst("(?<=[^aeiou][aiou][bcdglmnprstvz]|[aeiou][aeiou]?[csvz]|[iu]d|g|nc|u)ed$", "e")
                .replaceFirst("ed$", "");
    }

    private static Optional<String> find(String rest) {
        Matcher matcher = PARTICIPLE.matcher(rest);
        return matcher.find() ? Optional.of(matcher.group("verb").toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
