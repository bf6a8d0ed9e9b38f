package io.recital.extraction.rules.obligation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows contracts that promise in the present tense throughout, {@code The Lessor installs a meter}: there what a party does
 * is what it owes. Where others write so, they tell how things are.
 */
final class PresentTense {
    private static final int FEW = 3;
    private static final Pattern MODAL = Pattern.compile(
            "\\b(?:shall|must|will|ha(?:s|ve)\\s+to|(?:is|are)\\s+to|undertakes?\\s+to|agrees?\\s+to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROMISES = Pattern.compile(
            "\\G\\s+(?:pays|bears|owes|sends|keeps|delivers|gives|supplies|insures|credits|maintains|provides|carries|informs|refunds|stores|takes|invoices|grants)\\b");
    /** What a party does for the other, or sees to; not what it is, has or thinks. */
    private static final Set<String> DEEDS = Set.of(
            "advise",
            "announce",
            "answer",
            "appoint",
            "arrange",
            "assemble",
            "attend",
            "build",
            "buy",
            "calculate",
            "charge",
            "check",
            "clean",
            "clear",
            "collect",
            "compensate",
            "confirm",
            "convert",
            "correct",
            "count",
            "cover",
            "create",
            "design",
            "develop",
            "dispose",
            "document",
            "draw",
            "empty",
            "examine",
            "fit",
            "hand",
            "help",
            "hire",
            "hold",
            "inspect",
            "install",
            "invoice",
            "issue",
            "label",
            "leave",
            "lend",
            "let",
            "load",
            "make",
            "manufacture",
            "mark",
            "measure",
            "meter",
            "monitor",
            "name",
            "observe",
            "obtain",
            "offer",
            "operate",
            "order",
            "organise",
            "organize",
            "pack",
            "perform",
            "prepare",
            "present",
            "process",
            "procure",
            "produce",
            "protect",
            "prove",
            "provide",
            "publish",
            "purchase",
            "put",
            "read",
            "record",
            "release",
            "remove",
            "rent",
            "repair",
            "repay",
            "replace",
            "report",
            "respond",
            "return",
            "review",
            "run",
            "secure",
            "service",
            "ship",
            "show",
            "staff",
            "state",
            "stock",
            "store",
            "submit",
            "support",
            "take",
            "test",
            "train",
            "translate",
            "transport",
            "unload",
            "update",
            "use",
            "weigh",
            "write");

    private PresentTense() {}

    /** Whether a contract is written so: its parties do at least half as much as they shall or must. */
    static boolean isStyleOf(String text, PartyMentions mentions) {
        Matcher promises = PROMISES.matcher(text);
        long done = mentions.in(text).stream()
                .filter(mention ->
                        mention.sort() == PartyMention.Sort.DEFINED || mention.sort() == PartyMention.Sort.ROLE)
                .filter(mention -> promises.find(mention.end()))
                .count();
        long modal = MODAL.matcher(text).results().count();
        return done >= FEW && modal <= 2 * done;
    }

    /** The verb in its base form, where its third person tells a deed. */
    static Optional<String> deed(String verb) {
        return List.of(
                        verb.replaceFirst("ies$", "y"),
                        verb.replaceFirst("(?<=sh|ch|ss|x|z|o)es$", ""),
                        verb.replaceFirst("s$", ""))
                .stream()
                .filter(base -> !base.equals(verb) && DEEDS.contains(base))
                .findFirst();
    }
}
