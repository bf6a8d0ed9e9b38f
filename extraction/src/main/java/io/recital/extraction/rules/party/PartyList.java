package io.recital.extraction.rules.party;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names and aliases that follow one another after "between", up to the recitals or the first clause. */
final class PartyList {
    private static final int LENGTH = 3_000;
    private static final Pattern END = Pattern.compile(
            "WHEREAS|\\bRECITALS?\\b|W\\s?I\\s?T\\s?N\\s?E\\s?S\\s?S\\s?E\\s?T\\s?H|NOW,?\\s+THEREFORE|\\bBACKGROUND\\b|(?m:^\\h*(?:Background|Recitals|RECITAL)\\h*:?\\h*$)|Whereas"
                    + "|in\\s+consideration\\s+of|\\bIT\\s+IS\\s+(?:HEREBY\\s+)?AGREED|\\bagree(?:s)?\\s+as\\s+follows"
                    + "|\\b(?:amendment|pursuant|respect|reference)\\s+to\\s+(?:that\\s+certain|the)\\b[^.]{0,80}?\\b(?:[Aa]greement|[Cc]ontract)\\b[^.]{0,60}?\\b(?:dated|between|among)\\b"
                    + "|\\n\\s*1\\.\\s+[A-Z]|\\n\\s*(?:ARTICLE|SECTION)\\s+[1I]\\b");
    private static final Pattern START = Pattern.compile(
            "\\b(?:(?:and|among|between|AND)\\b|agreements?\\s+with\\b)\\s*:?\\s*(?:-{2,}\\s*)?(?:the\\s+(?=\\p{Lu}))?|[;:]\\s*|\\(\\d\\)\\s*"
                    + "|\\n\\s*\\n\\s*|\\(\\w\\)\\s*|,\\s+(?=[A-Z][\\w&.'’-]*(?:\\s+[A-Z&][\\w&.'’-]*){0,5},?\\s+"
                    + PartyName.SUFFIX
                    + ")");
    private static final Pattern CERTAIN =
            Pattern.compile("(?i)\\s*(?:and|among|between|;|\\(\\w\\)).*", Pattern.DOTALL);
    private static final Pattern NEXT_ITEM = Pattern.compile("(?i)(?:\\(\\w\\)|\\d[.)]|\\band|;)\\s*$");

    private final Wording wording;
    private final int from;
    private final int to;

    private PartyList(Wording wording, int from, int to) {
        this.wording = wording;
        this.from = from;
        this.to = to;
    }

    /** The parties that are listed from an index on. */
    static List<ContractParty> read(Opening opening, int from) {
        Matcher end = END.matcher(opening.text());
        int limit = Math.min(opening.limit(from), from + LENGTH);
        int to = end.region(from, limit).find() ? end.start() : limit;
        return new PartyList(opening.wording(), from, to).parties();
    }

    private List<ContractParty> parties() {
        List<Name> names = together(names());
        List<ContractParty> parties = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ContractParty party = party(names.get(i), i + 1 < names.size() ? names.get(i + 1).start : to);
            boolean known = parties.stream()
                    .anyMatch(other -> PartyName.plain(other.name()).equals(PartyName.plain(party.name())));
            if (!known) {
                parties.add(party);
            }
        }
        return parties;
    }

    private List<Name> names() {
        String text = wording.text();
        List<Name> names = new ArrayList<>();
        Matcher start = START.matcher(text);
        Matcher name = PartyName.NAME.matcher(text);
        int at = skipArticle(text, skipSpace(text));
        boolean begins = true;
        while (at < to) {
            boolean named = name.region(at, to).lookingAt()
                    && NameTest.passes(text, name.start(), trimmed(text, name.start(), name.end()), to, begins);
            if (named) {
                names.add(new Name(name.start(), trimmed(text, name.start(), name.end())));
            }
            if (!start.region(named ? name.end() : at, to).find()) {
                break;
            }
            begins = CERTAIN.matcher(start.group()).matches();
            at = Math.max(start.end(), at + 1);
        }
        return names;
    }

    private int skipSpace(String text) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int skipArticle(String text, int at) {
        return text.startsWith("the ", at) && at + 4 < to ? at + 4 : at;
    }

    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start && (Character.isWhitespace(text.charAt(last - 1)) || text.charAt(last - 1) == ',')) {
            last--;
        }
        return last;
    }

    /** A third name that is not a company's counts in the sentence of the second one, or as the next item of a list. */
    private List<Name> together(List<Name> names) {
        if (names.size() <= 2) {
            return names;
        }
        String text = wording.text();
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

    private ContractParty party(Name name, int until) {
        String full = wording.words(name.start, name.end).replaceAll("\\s+", " ");
        Span span = wording.span(name.start, name.end);
        Optional<Alias> alias = Alias.find(wording.text(), name.end, until);
        return new ContractParty(
                full,
                alias.map(Alias::terms).orElse(List.of()),
                span,
                alias.map(called -> wording.span(called.start(), called.end())).orElse(span));
    }

    private record Name(int start, int end) {}
}
