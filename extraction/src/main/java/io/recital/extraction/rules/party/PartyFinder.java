package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Definition;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parties in a contract's opening words and in the definitions that name parties. */
public final class PartyFinder {
    private static final int PREAMBLE = 3_000;
    private static final int MOST_ANCHORS = 6;

    private static final Pattern ANCHOR = Pattern.compile(
            "\\b(?:by\\s+and\\s+(?:between|among)(?:st)?|(?:is\\s+)?(?:made|entered|executed)[^.]{0,80}?\\b(?:between|among|by|with)"
                    + "|(?<![-\\w])between|among)\\b\\s*:?\\s*(?:the\\s+following\\s+parties\\s*:?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "WHEREAS|\\bRECITALS?\\b|W\\s?I\\s?T\\s?N\\s?E\\s?S\\s?S\\s?E\\s?T\\s?H|NOW,?\\s+THEREFORE|\\bBACKGROUND\\b|(?m:^\\h*(?:Background|Recitals)\\h*$)|Whereas"
                    + "|in\\s+consideration\\s+of|\\bIT\\s+IS\\s+(?:HEREBY\\s+)?AGREED|\\bagree(?:s)?\\s+as\\s+follows"
                    + "|\\n\\s*1\\.\\s+[A-Z]|\\n\\s*(?:ARTICLE|SECTION)\\s+[1I]\\b");
    private static final Pattern START =
            Pattern.compile("\\b(?:and|among|between|AND)\\b\\s*:?\\s*|[;:]\\s*|\\(\\d\\)\\s*"
                    + "|\\n\\s*\\n\\s*|\\(\\w\\)\\s*|,\\s+(?=[A-Z][\\w&.'’-]*(?:\\s+[A-Z&][\\w&.'’-]*){0,5},?\\s+"
                    + PartyName.SUFFIX
                    + ")");
    private static final Pattern ALIAS = Pattern.compile(
            "\\(([^()]{0,160}?[\"“”'‘][^\"“”()]{1,60}[\"”“'’][^()]{0,120})\\)|hereinafter\\s+(?:referred\\s+to\\s+as|called)?\\s*(?:the\\s+)?([\"“][^\"”]{1,60}[\"”])");
    private static final Pattern QUOTED =
            Pattern.compile("[\"“”]\\s*([^\"“”]{1,60}?)\\s*,?[\"“”]|['‘]([^'’‘]{1,60})['’]");
    private static final Pattern BARE_ALIAS =
            Pattern.compile("\\G\\s*,?\\s*\\((?:the\\s+)?([A-Z][\\w&.-]+(?:\\s[A-Z][\\w&.-]*){0,3})\\)");
    private static final Pattern DESCRIPTOR = Pattern.compile(
            "\\G\\s*,?\\s*(?:\\([^)]{0,60}\\)\\s*,?\\s*)?(?:an?\\s+(?:[\\w.’'-]+\\s+){0,6}?(?:corporation|company|partnership|individual|trust"
                    + "|bank|association|organi[sz]ation|entity|subsidiary|university|agency|division|firm|person|resident)"
                    + "|(?:having|with)\\s+(?:its|an?|offices?|his|her|their|principal|registered)|whose|located\\s+at|incorporated|organi[sz]ed"
                    + "|of\\s+\\d|residing|doing\\s+business|a\\s+\\w+\\s+\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_ALIASES = Set.of(
            "agreement",
            "party",
            "parties",
            "effective date",
            "contract",
            "date",
            "amendment",
            "parent",
            "execution date",
            "the agreement",
            "closing date",
            "commencement date",
            "signing date",
            "sow",
            "order",
            "msa",
            "each",
            "plan");
    private static final Set<String> NO_NAMES = Set.of(
            "the",
            "this",
            "agreement",
            "effective date",
            "parties",
            "party",
            "a",
            "an",
            "delaware",
            "new york",
            "california",
            "texas",
            "nevada",
            "florida",
            "whereas",
            "usa",
            "united states",
            "its",
            "exhibit",
            "section",
            "schedule");

    private static final Pattern NO_NAME = Pattern.compile(
            "^(?i:this|these|company|bank|trust|corporation|\\d{1,2}\\.|wales|section|article)\\b(?!\\s+\\w+\\s+(?:inc|llc|ltd))|(?i)\\b(?:agreement|exhibit|article|amendment)s?\\b");

    private static final Pattern NO_ALIAS = Pattern.compile(
            "(?i).*\\b(?:date|agreement|contract|amendment|addendum|framework|deed|schedule|exhibit|annex|order|term|territory|letter|lease)s?$");
    private static final Pattern NEXT_ITEM = Pattern.compile("(?i)(?:\\(\\w\\)|\\d[.)]|\\band|;)\\s*$");

    private PartyFinder() {}

    /** The parties in the order in which the contract names them; empty when its words do not say. */
    public static List<ContractParty> find(ContractReading reading) {
        Opening opening = Opening.of(reading);
        List<ContractParty> found = find(reading, opening);
        if (found.size() < 2) {
            List<ContractParty> covered = find(reading, Opening.withCover(reading));
            found = covered.size() > found.size() ? covered : found;
        }
        return RoleReader.complete(found, reading.text().value());
    }

    private static List<ContractParty> find(ContractReading reading, Opening opening) {
        List<ContractParty> best = anchored(opening, true);
        if (best.size() < 2) {
            List<ContractParty> plain = PlainParties.find(opening.wording());
            best = plain.size() > best.size() ? plain : best;
        }
        if (best.size() < 2) {
            best = orAliased(opening, best);
        }
        if (best.size() < 2) {
            List<ContractParty> later = anchored(opening, false);
            best = later.size() > best.size() ? later : best;
        }
        return withDefinitions(reading, best);
    }

    /** The names after "between", in the opening words or, where these are silent, in the first clauses. */
    private static List<ContractParty> anchored(Opening opening, boolean beforeBody) {
        List<ContractParty> best = List.of();
        Matcher anchor = ANCHOR.matcher(opening.text());
        int tried = 0;
        while (anchor.find() && aliased(best) < 2 && (best.size() < 2 || (beforeBody && tried < MOST_ANCHORS))) {
            if (opening.isBeforeBody(anchor.start()) != beforeBody) {
                continue;
            }
            tried++;
            List<ContractParty> found = inPreamble(opening, anchor.end());
            boolean more = Math.min(2, found.size()) > Math.min(2, best.size());
            if (more || (found.size() >= 2 && aliased(found) > aliased(best))) {
                best = found;
            }
        }
        return best;
    }

    private static long aliased(List<ContractParty> parties) {
        return parties.stream().filter(party -> !party.aliases().isEmpty()).count();
    }

    /** Without "between" there may still be names with aliases at the very beginning. */
    private static List<ContractParty> orAliased(Opening opening, List<ContractParty> otherwise) {
        List<ContractParty> aliased = inPreamble(opening, 0).stream()
                .filter(party -> !party.aliases().isEmpty())
                .toList();
        return aliased.size() >= 2 ? aliased : otherwise;
    }

    private static List<ContractParty> inPreamble(Opening opening, int from) {
        Wording wording = opening.wording();
        Matcher end = END.matcher(wording.text());
        int limit = Math.min(opening.limit(from), from + PREAMBLE);
        int to = end.region(from, limit).find() ? end.start() : limit;
        List<Name> names = together(wording.text(), names(wording.text(), from, to), to);
        List<ContractParty> parties = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int until = i + 1 < names.size() ? names.get(i + 1).start : to;
            add(wording, names.get(i), until, parties);
        }
        return parties;
    }

    /** A third name that is not a company's counts in the sentence of the second one, or as the next item of a list. */
    private static List<Name> together(String text, List<Name> names, int to) {
        if (names.size() <= 2) {
            return names;
        }
        int second = names.get(1).start;
        StoredText rest = StoredText.of(text.substring(second, to));
        List<Span> sentences = SentenceSplitter.split(rest);
        int end =
                second + (sentences.isEmpty() ? 0 : rest.utf16(sentences.get(0).end()));
        return names.stream()
                .filter(name -> name.start < end
                        || PartyName.isCompany(text.substring(name.start, name.end))
                        || NEXT_ITEM
                                .matcher(text.substring(Math.max(0, name.start - 12), name.start))
                                .find())
                .toList();
    }

    private static List<Name> names(String text, int from, int to) {
        List<Name> names = new ArrayList<>();
        Matcher start = START.matcher(text);
        Matcher name = PartyName.NAME.matcher(text);
        int at = skipSpace(text, from, to);
        while (at < to) {
            boolean named = name.region(at, to).lookingAt() && isName(text, name.start(), name.end(), to);
            if (named) {
                names.add(new Name(name.start(), trimmed(text, name.start(), name.end())));
            }
            if (!start.region(named ? name.end() : at, to).find()) {
                break;
            }
            at = Math.max(start.end(), at + 1);
        }
        return names;
    }

    private static int skipSpace(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int trimmed(String text, int start, int end) {
        int to = end;
        while (to > start && (Character.isWhitespace(text.charAt(to - 1)) || text.charAt(to - 1) == ',')) {
            to--;
        }
        return to;
    }

    private static boolean isName(String text, int start, int end, int to) {
        String words = text.substring(start, end).strip();
        if (words.length() < 2
                || NO_NAMES.contains(words.toLowerCase(Locale.ROOT))
                || words.matches("[\\d.,/-]+.{0,2}")) {
            return false;
        }
        if (NO_NAME.matcher(words).find()) {
            return false;
        }
        if (PartyName.isCompany(words)) {
            return true;
        }
        boolean described = DESCRIPTOR.matcher(text).region(end, to).lookingAt();
        Matcher alias = ALIAS.matcher(text).region(end, Math.min(to, end + 6));
        Matcher bare = BARE_ALIAS.matcher(text).region(end, to);
        boolean aliased = alias.region(end, to).find() && alias.start() <= end + 3;
        return described || aliased || bare.lookingAt();
    }

    private static void add(Wording wording, Name name, int until, List<ContractParty> parties) {
        String text = wording.text();
        List<String> aliases = new ArrayList<>();
        Span nameSpan = wording.span(name.start, name.end);
        Span aliasSpan = nameSpan;
        Matcher alias = ALIAS.matcher(text).region(name.end, until);
        while (alias.find() && aliases.isEmpty()) {
            Matcher quoted = QUOTED.matcher(alias.group());
            while (quoted.find()) {
                int group = quoted.group(1) == null ? 2 : 1;
                String term = quoted.group(group).strip().replaceFirst("^(?i:the)\\s+", "");
                if (isAlias(term)) {
                    aliasSpan = aliases.isEmpty()
                            ? wording.span(alias.start() + quoted.start(group), alias.start() + quoted.end(group))
                            : aliasSpan;
                    aliases.add(term);
                }
            }
        }
        Matcher bare = BARE_ALIAS.matcher(text).region(name.end, until);
        if (aliases.isEmpty() && bare.find() && isAlias(bare.group(1))) {
            aliases.add(bare.group(1));
            aliasSpan = wording.span(bare.start(1), bare.end(1));
        }
        String full = text.substring(name.start, name.end).replaceAll("\\s+", " ");
        boolean known =
                parties.stream().anyMatch(party -> PartyName.plain(party.name()).equals(PartyName.plain(full)));
        if (!known) {
            parties.add(new ContractParty(full, aliases, nameSpan, aliasSpan));
        }
    }

    private static boolean isAlias(String term) {
        return !term.isBlank()
                && !NO_ALIASES.contains(term.toLowerCase(Locale.ROOT))
                && !NO_ALIAS.matcher(term).matches()
                && term.length() <= 50;
    }

    private static List<ContractParty> withDefinitions(ContractReading reading, List<ContractParty> found) {
        Map<String, ContractParty> parties = new LinkedHashMap<>();
        found.forEach(party -> parties.put(PartyName.plain(party.name()), party));
        for (Definition definition : reading.segmentation().definitions()) {
            String plain = PartyName.plain(definition.meaning());
            boolean usable = definition.party()
                    && !plain.isEmpty()
                    && definition.meaning().length() <= 100;
            boolean taken =
                    parties.values().stream().anyMatch(party -> party.aliases().contains(definition.term()));
            if (usable && !taken && isAlias(definition.term())) {
                ContractParty known = parties.get(plain);
                if (known != null) {
                    List<String> aliases = new ArrayList<>(known.aliases());
                    aliases.add(definition.term());
                    Span aliasSpan = known.aliases().isEmpty() ? definition.span() : known.aliasSpan();
                    parties.put(plain, new ContractParty(known.name(), aliases, known.span(), aliasSpan));
                } else if (parties.size() < 2) {
                    parties.put(
                            plain,
                            new ContractParty(
                                    definition.meaning(),
                                    List.of(definition.term()),
                                    definition.span(),
                                    definition.span()));
                }
            }
        }
        return List.copyOf(parties.values());
    }

    private record Name(int start, int end) {}
}
