package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parties where a contract has no sentence for them: behind labels, {@code Party A: Alder Ltd}, or above the
 * signatures.
 */
final class LabelledParties {
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?<=^|\\n|\\h{2}|[.;]\\h)\\h*(?<label>(?!(?:Date|Dated|To|From|Re|Subject|Attention|Title|Name|By|Of|For|Attn|Address)\\b)\\p{Lu}\\p{L}+(?:\\h\\p{L}+){0,2})"
                    + "|\\b(?<party>P(?:arty|ARTY)\\s[A-D1-4]))\\h*[:：]\\s*(?=\\p{Lu})");
    private static final Pattern SIGNS = Pattern.compile("\\s*\\n?\\s*By\\s*:");
    private static final Pattern UNDER = Pattern.compile("(?i)\\bby\\s*:\\s*$|\\bits\\s+$");
    private static final int MOST = 30;

    private LabelledParties() {}

    static List<ContractParty> find(Wording wording) {
        List<ContractParty> parties = new ArrayList<>();
        String text = wording.text();
        Matcher label = LABEL.matcher(text);
        Matcher name = PartyName.NAME.matcher(text);
        while (label.find() && parties.size() < MOST) {
            if (name.region(label.end(), text.length()).lookingAt() && PartyName.isCompany(name.group())) {
                String group = label.group("label") == null ? "party" : "label";
                add(
                        parties,
                        new ContractParty(
                                plain(name.group()),
                                List.of(plain(label.group(group))),
                                wording.span(name.start(), end(name)),
                                wording.span(label.start(group), label.end(group))));
            }
        }
        return parties.size() < 2 ? List.of() : parties;
    }

    /** Those whose names stand above a line that begins with "By". */
    static List<ContractParty> signing(Wording wording) {
        List<ContractParty> parties = new ArrayList<>();
        String text = wording.text();
        Matcher signs = SIGNS.matcher(text);
        while (signs.find() && parties.size() < MOST) {
            int line = Math.max(text.lastIndexOf('\n', signs.start() - 1) + 1, signs.start() - 160);
            Matcher name = PartyName.NAME.matcher(text).region(line, signs.start());
            while (name.find()) {
                boolean whole = end(name) >= signs.start() - 1
                        || text.substring(end(name), signs.start()).isBlank();
                boolean under = UNDER.matcher(text.substring(Math.max(0, name.start() - 12), name.start()))
                        .find();
                if (whole && !under && PartyName.isCompany(plain(name.group()))) {
                    add(
                            parties,
                            new ContractParty(
                                    plain(name.group()),
                                    List.of(),
                                    wording.span(name.start(), end(name)),
                                    wording.span(name.start(), end(name))));
                }
            }
        }
        return parties.size() < 2 ? List.of() : parties;
    }

    private static void add(List<ContractParty> parties, ContractParty party) {
        boolean known =
                parties.stream().anyMatch(other -> PartyName.plain(other.name()).equals(PartyName.plain(party.name())));
        if (!known) {
            parties.add(party);
        }
    }

    private static int end(Matcher name) {
        return name.group().endsWith(",") ? name.end() - 1 : name.end();
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").replaceFirst(",$", "").strip();
    }
}
