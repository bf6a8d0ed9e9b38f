package io.recital.extraction.rules.fact;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ClauseKind;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title, in the title block or in {@code This Supply Agreement}, and the document type that it names. */
final class TitleRule implements FactRule {
    private static final int OPENING = 5_000;
    private static final String NOUN = "(?:AGREEMENT|CONTRACT|LEASE|AMENDMENT|ADDENDUM|STATEMENT\\s+OF\\s+WORK|SCHEDULE"
            + "|MEMORANDUM\\s+OF\\s+UNDERSTANDING|PURCHASE\\s+ORDER|ORDER\\s+FORM|WORK\\s+ORDER|RATE\\s+CARD|TERMS\\s+AND\\s+CONDITIONS|TERMS\\s+OF\\s+SERVICE"
            + "|LICEN[CS]E|UNDERTAKING|WARRANT|CHARTER|POLICY|DEED|LETTER\\s+OF\\s+INTENT)S?";
    private static final Pattern HEADLINE =
            Pattern.compile("(?m)(?:^|(?<=\\s{2}))\\h*(?:(?i:execution\\s+(?:copy|version)|confidential)\\h+)?"
                    + "(?<title>(?:[A-Z0-9][A-Z0-9&'’/(),.\\-–]*(?:\\h+|\\h*\\R\\h*)){0,12}" + NOUN
                    + "(?:\\h*\\R?\\h*(?:NO\\.?|NUMBER|#)\\h*[\\w-]+|\\h+(?:FOR|OF|ON|AND)\\h+[A-Z][A-Z ,&]{2,60})?)(?=\\h{2}|\\h*$|\\h+(?:This|THIS|Between|BETWEEN|by|BY|dated|Dated|DATED|made|[A-Z][a-z]))"
                    + "|(?:^|(?<=\\s{2}))\\h*(?<mixed>(?:[A-Z][\\w&'’/(),.\\-–]*\\h+|(?:and|of|for|to|the|on)\\h+){0,10}(?i:"
                    + NOUN
                    + ")(?:\\h+(?:No\\.?|Number|#)\\h*[\\w-]+)?)(?=\\h{2}|\\h*$)");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:THIS|This|this)\\s+(?<title>(?:[A-Z][\\w&'’/-]*\\s+|(?:and|of|for|to|the)\\s+){0,9}(?i:" + NOUN
                    + "))\\b");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:EXHIBIT|ANNEX|APPENDIX)\\s+[\\dA-Z][\\w.\\-]*\\s+|CONFIDENTIAL\\s+|EXECUTION\\s+(?:COPY|VERSION)\\s+|\\d+\\s+)+");
    private static final Pattern SCHEDULE = Pattern.compile(
            "\\s*(?<title>(?i:schedule|exhibit|annex|appendix|attachment)\\h+(?:[A-Z]|\\d{1,2}|[IVX]{1,5})(?:-\\d{1,2})?\\h*[:–—-]\\h*\\p{L}[^\\n]{2,120})");
    private static final Pattern KEYWORD = Pattern.compile("(?i)\\b" + NOUN + "\\b");

    @Override
    public List<Candidate> judge(FactReading contract) {
        String text = contract.wording().text();
        String opening = text.substring(0, Math.min(OPENING, text.length()));
        Optional<Range> named = first(NAMED.matcher(opening), "title");
        Optional<Range> headline = scheduleHeading(contract)
                .or(() -> titleBlock(contract))
                .or(() -> headline(opening, named))
                .or(() -> named.filter(range ->
                        opening.substring(range.start, range.end).strip().contains(" ")));
        List<Candidate> found = new ArrayList<>();
        headline.ifPresent(range -> add(contract, range, confidence(opening, range, named), found));
        return found;
    }

    private static double confidence(String opening, Range title, Optional<Range> named) {
        boolean said = named.isPresent()
                && plain(opening.substring(title.start, title.end))
                        .contains(plain(opening.substring(named.get().start, named.get().end)));
        return said ? 0.95 : title.start < 600 ? 0.85 : 0.6;
    }

    /** The heading of a document that is a schedule or exhibit of an agreement: {@code Exhibit C: Delivery Terms}. */
    private static Optional<Range> scheduleHeading(FactReading contract) {
        return contract.reading().clauses().stream()
                .filter(clause -> clause.ordinal() <= 1 && clause.kind() == ClauseKind.SCHEDULE)
                .findFirst()
                .flatMap(clause -> {
                    Matcher heading = SCHEDULE.matcher(clause.text());
                    String words = heading.lookingAt() ? heading.group("title").stripTrailing() : "";
                    int at = words.isEmpty() ? -1 : contract.wording().text().indexOf(words);
                    return at >= 0 && at < OPENING ? Optional.of(new Range(at, at + words.length())) : Optional.empty();
                });
    }

    private static Optional<Range> titleBlock(FactReading contract) {
        for (Block block : contract.reading().parsed().blocks()) {
            if (block.kind() == BlockKind.TITLE) {
                String words = contract.reading().text().slice(block.span());
                int at = contract.wording().text().indexOf(words);
                return words.length() <= 160 && KEYWORD.matcher(words).find() && at >= 0 && at < OPENING
                        ? Optional.of(new Range(at, at + words.length()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The first headline, or the one that says what the opening words say ("This Supply Agreement"). */
    private static Optional<Range> headline(String opening, Optional<Range> named) {
        List<Range> lines = new ArrayList<>();
        Matcher matcher = HEADLINE.matcher(opening);
        while (matcher.find()) {
            Range range = withoutPrefix(matcher, opening);
            String words = opening.substring(range.start, range.end);
            if (words.strip().length() > 5 && !words.strip().matches("(?is)(?:this|the)\\s.*")) {
                lines.add(range);
            }
        }
        Optional<Range> said = named.flatMap(name -> lines.stream()
                .filter(line -> plain(opening.substring(line.start, line.end))
                        .contains(plain(opening.substring(name.start, name.end))))
                .findFirst());
        return said.or(() -> lines.stream().findFirst());
    }

    private static Range withoutPrefix(Matcher matcher, String opening) {
        String group = matcher.group("title") == null ? "mixed" : "title";
        Matcher prefix = PREFIX.matcher(opening.substring(matcher.start(group), matcher.end(group)));
        int skip = prefix.find() ? prefix.end() : 0;
        return new Range(matcher.start(group) + skip, matcher.end(group));
    }

    private static Optional<Range> first(Matcher matcher, String group) {
        return matcher.find() ? Optional.of(new Range(matcher.start(group), matcher.end(group))) : Optional.empty();
    }

    private static void add(FactReading contract, Range range, double confidence, List<Candidate> found) {
        String title = contract.wording()
                .words(range.start, range.end)
                .replaceAll("\\s+", " ")
                .strip();
        if (title.isEmpty()) {
            return;
        }
        Citation citation = contract.wording().cite(range.start, range.end, CitationRole.CLAUSE);
        found.add(FactReading.fact(FactType.TITLE, new TypedValue.Text(title), confidence, citation));
        String type = DocumentTypes.of(title);
        if (!type.isEmpty()) {
            found.add(FactReading.fact(FactType.DOCUMENT_TYPE, new TypedValue.Text(type), confidence - 0.05, citation));
        }
    }

    private static String plain(String words) {
        return words.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private record Range(int start, int end) {}
}
