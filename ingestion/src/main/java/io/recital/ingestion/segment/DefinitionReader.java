package io.recital.ingestion.segment;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.Definition;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the terms that a clause defines: {@code "Term" means …} and {@code (the "Supplier")}. */
final class DefinitionReader {
    private static final int LONGEST_MEANING = 400;
    private static final String QUOTED = "[\"“”]\\s*([^\"“”]{1,80}?)\\s*,?[\"“”]";
    private static final Pattern MEANS = Pattern.compile(
            QUOTED + "(?:\\s*(?:,|or|and)\\s*" + QUOTED + ")*\\s*(?:\\([^)]{0,80}\\)\\s*)?(?:,[^,]{1,60},\\s*)?"
                    + "(?:shall\\s+|will\\s+)?(?:means?|refers?\\s+to|ha(?:s|ve)\\s+the\\s+(?:respective\\s+)?meanings?|includes?|is\\s+defined|are\\s+defined|is\\s+to\\s+be\\s+understood\\s+as|stands?\\s+for|denotes?|comprises?"
                    + "|(?:is|are)(?=\\s+(?:an?|the|each|every|any|all|those|such|calculated|computed|measured)\\b|\\s+\\p{Lu}\\p{L}+day\\b)"
                    + "|(?:runs?|begins?|starts?|commences?|ends?)(?=\\s+(?:from|on|with|at)\\b))\\b[\\s:,]*");
    private static final Pattern ALIAS = Pattern.compile(
            "\\(\\s*(?:(?i:hereinafter|hereafter|herein|in this agreement|each|individually|collectively|together|"
                    + "jointly|also|referred to|called|known|defined|being|as|the|a|an|and|or|such|with|to|all|of|be|shall|will|may|for|purposes|parties|foregoing|its|affiliates|is|are|sometimes|from time to time|[,:;])\\s*)*"
                    + QUOTED + "[^()]{0,160}\\)");
    private static final Pattern QUOTE = Pattern.compile(QUOTED);
    /** A sentence that begins with the term, where terms are set in bold instead of in quotes: {@code Contract year means …}. */
    private static final Pattern PLAINLY = Pattern.compile(
            "(?:(?:(?:Section|Clause)\\s+)?\\d{1,3}(?:\\.\\d{1,3})*\\.?\\s+|\\([a-z]{1,2}\\)\\s*)?(?<term>\\p{Lu}[\\p{L}’'-]*(?: [\\p{L}’'-]+){0,4}) means?\\b[\\s:,]*");

    private static final Set<String> NO_TERM = Set.of(
            "a", "an", "the", "each", "any", "no", "all", "this", "that", "it", "which", "such", "these", "nothing",
            "what");
    private static final Set<String> NOT_A_PARTY = Set.of(
            "agreement",
            "party",
            "parties",
            "contract",
            "effective date",
            "date",
            "lease",
            "amendment",
            "deed",
            "original agreement",
            "commencement date",
            "execution date");
    private static final Pattern NAME_END = Pattern.compile(
            ",?\\s+(?:an?|the)\\s+(?:\\w+\\s+){0,6}?(?:corporation|company|partnership|trust|bank|entity|individual|association|organi[sz]ation|firm|corp\\.)"
                    + "|,\\s*(?:having|with|whose|incorporated|organi[sz]ed|located|a\\s|an\\s|duly|existing|registered|established|and\\s+its|together|acting|on\\s+behalf|through|by\\s+and|doing|d/b/a|company|in\\s+its|under|as\\s|for\\s|individually|jointly)"
                    + "|\\s+(?:having|with\\s+(?:its|a|an|offices|principal)|whose|incorporated|organi[sz]ed|located\\s+at|registered|d/b/a|doing\\s+business|of\\s+\\d)"
                    + "|\\s*[(;:]|,\\s*\\d|,?\\s+(?:on the one hand|and\\s+its)");
    private static final Pattern NAME_START = Pattern.compile(
            "(?i)^[\\s,;:.]*(?:(?:is\\s+)?(?:made|entered|between|among|and|by|and\\s+between|parties|party|\\(\\d+\\)|\\(?[a-z]\\)|\\d+[.)])[\\s,;:.]+)+");
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)\\b(?:by\\s+and\\s+between|by\\s+and\\s+among|between|among|by)\\b[\\s:,]*");

    private DefinitionReader() {}

    static List<Definition> read(StoredText text, Clause clause) {
        List<Definition> definitions = new ArrayList<>();
        String value = text.value();
        int start = text.utf16(clause.span().start());
        int end = text.utf16(clause.span().end());
        boolean quotes = value.substring(start, end).indexOf('"') >= 0
                || value.substring(start, end).indexOf('“') >= 0;
        if (!quotes && !value.substring(start, end).contains(" mean")) {
            return definitions;
        }
        List<Span> sentences = SentenceSplitter.split(text, clause.span());
        readPlain(text, clause, sentences, definitions);
        readMeans(text, clause, start, end, sentences, definitions);
        readAliases(text, clause, start, end, sentences, definitions);
        definitions.sort((one, other) -> one.span().compareTo(other.span()));
        return definitions;
    }

    private static void readMeans(
            StoredText text, Clause clause, int start, int end, List<Span> sentences, List<Definition> into) {
        Matcher matcher = MEANS.matcher(text.value()).region(start, end);
        while (matcher.find()) {
            Span sentence = sentenceAt(sentences, text.codePoint(matcher.start()), clause.span());
            int stop = Math.max(matcher.end(), Math.min(end, text.utf16(sentence.end())));
            String meaning = tidy(text.value().substring(matcher.end(), stop));
            if (!meaning.isEmpty()) {
                Span span = text.spanOfUtf16(matcher.start(), stop);
                Matcher terms = QUOTE.matcher(text.value()).region(matcher.start(), matcher.end());
                while (terms.find()) {
                    into.add(new Definition(tidy(terms.group(1)), meaning, false, span, clause.id()));
                }
            }
        }
    }

    private static void readPlain(StoredText text, Clause clause, List<Span> sentences, List<Definition> into) {
        for (Span sentence : sentences) {
            int start = text.utf16(sentence.start());
            int end = text.utf16(sentence.end());
            Matcher matcher = PLAINLY.matcher(text.value()).region(start, end);
            if (matcher.lookingAt()) {
                String term = tidy(matcher.group("term"));
                String meaning = tidy(text.value().substring(matcher.end(), end));
                if (!NO_TERM.contains(term.split(" ")[0].toLowerCase(java.util.Locale.ROOT)) && !meaning.isEmpty()) {
                    into.add(new Definition(
                            term, meaning, false, text.spanOfUtf16(matcher.start("term"), end), clause.id()));
                }
            }
        }
    }

    private static void readAliases(
            StoredText text, Clause clause, int start, int end, List<Span> sentences, List<Definition> into) {
        Matcher matcher = ALIAS.matcher(text.value()).region(start, end);
        boolean preamble = clause.kind() == ClauseKind.PREAMBLE || clause.kind() == ClauseKind.TITLE;
        int lastEnd = start;
        while (matcher.find()) {
            Span sentence = sentenceAt(sentences, text.codePoint(matcher.start()), clause.span());
            String name = preamble ? partyName(text.value().substring(lastEnd, matcher.start())) : "";
            int from = Math.max(text.utf16(sentence.start()), lastEnd > matcher.start() ? start : lastEnd);
            String meaning = tidy(text.value().substring(Math.min(from, matcher.start()), matcher.start()));
            Span span = text.spanOfUtf16(matcher.start(), matcher.end());
            Matcher terms = QUOTE.matcher(text.value()).region(matcher.start(), matcher.end());
            while (terms.find()) {
                String term = tidy(terms.group(1));
                boolean party = !name.isEmpty() && !NOT_A_PARTY.contains(term.toLowerCase(java.util.Locale.ROOT));
                String stands = party ? name : meaning;
                if (!term.isEmpty() && !stands.isEmpty()) {
                    into.add(new Definition(term, stands, party, span, clause.id()));
                }
            }
            lastEnd = matcher.end();
        }
    }

    /** The name of the party that a text ends by introducing, or the empty string. */
    static String partyName(String before) {
        String introduction = before;
        Matcher between = BETWEEN.matcher(introduction);
        int from = 0;
        while (between.find()) {
            boolean name = between.end() < introduction.length()
                    && (Character.isUpperCase(introduction.charAt(between.end()))
                            || introduction.charAt(between.end()) == '(');
            from = name ? between.end() : from;
            if (name) {
                break;
            }
        }
        introduction = NAME_START
                .matcher(introduction.substring(from))
                .replaceFirst("")
                .strip();
        Matcher stop = NAME_END.matcher(introduction);
        String name = tidy(stop.find() ? introduction.substring(0, stop.start()) : introduction);
        name = name.replaceAll("[,;:\\s]+$", "");
        boolean plausible = name.length() >= 2
                && name.length() <= 100
                && Character.isUpperCase(name.codePointAt(0))
                && Headings.words(name) <= 14
                && !name.matches(
                        "(?i)(?:this|the|whereas|dated?|effective|as of|january|february|march|april|may|june|july|august|september|october|november|december)\\b.*");
        return plausible ? name : "";
    }

    private static Span sentenceAt(List<Span> sentences, int offset, Span otherwise) {
        for (Span sentence : sentences) {
            if (sentence.start() <= offset && offset < sentence.end()) {
                return sentence;
            }
        }
        return otherwise;
    }

    private static String tidy(String words) {
        String line = words.replaceAll("\\s+", " ").strip().replaceAll("^[,;:\\s]+", "");
        return line.codePointCount(0, line.length()) <= LONGEST_MEANING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_MEANING)) + "…";
    }
}
