package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title: in the subject, in the title block, in a headline, or in {@code This Supply Agreement}. */
final class TitleFinder {
    private static final int OPENING = 5_000;
    private static final String NOUN = "(?:AGREEMENT|CONTRACT|LEASE|AMENDMENT|ADDENDUM|STATEMENT\\s+OF\\s+WORK|SCHEDULE"
            + "|MEMORANDUM\\s+OF\\s+UNDERSTANDING|(?:PURCHASE|SPOT|CALL-OFF)\\s+ORDER|ORDER\\s+FORM|WORK\\s+ORDER|RATE\\s+CARD|TERMS\\s+AND\\s+CONDITIONS|TERMS\\s+OF\\s+SERVICE"
            + "|LICEN[CS]E|UNDERTAKING|POWER\\s+OF\\s+ATTORNEY|FILING\\s+STATEMENT|GUARANTEE|GUARANTY|CERTIFICATE|WARRANT|CHARTER|POLICY|DEED|LETTER\\s+OF\\s+INTENT)S?";
    private static final String GAP =
            "(?:\\h{1,4}|\\h*\\R\\h*|\\h*\\R\\h*\\R\\h*(?=(?:OF|TO|AND)\\b)|(?<=\\b(?:OF|TO|AND|THE))\\h*\\R\\h*\\R\\h*)";
    private static final String CAPITALS = "(?!THIS\\b|THESE\\b)(?:[&/-]|[A-Z0-9#][A-Z0-9&'’/(),.\\-–®™]*)";
    private static final String MIXED = "(?:[&#-]|[A-Z]|[a-z]-)[\\w&'’/(),.\\-–®™]*";
    private static final Pattern HEADLINE = Pattern.compile(
            "(?m)(?:(?:^|(?<=\\s{2}|[.]\\s))\\h*(?:(?i:execution\\s+(?:copy|version)|confidential)\\h+)?|^\\h*(?<exhibit>(?i:exhibit|annex|appendix)\\h+[\\w.()\\-]{1,16}\\h+))"
                    + "(?<title>(?:" + CAPITALS + GAP + "){0,12}" + NOUN
                    + "(?:\\h*\\R?\\h*(?:NO\\.?|NUMBER|#)\\h*[\\w-]+|\\h+(?:FOR|OF|ON|AND)\\h+[A-Z][A-Z ,&]{2,60})?)(?=\\h{2}|\\h*$|\\h*\\(|\\h+(?:This|THIS|(?i:between|among|is|with|in)\\b|PURSUANT|BY|by|dated|Dated|DATED|made|[A-Z][a-z])|\\h+(?!AND|OF|TO)[A-Z]{2}|(?<=NO\\.?\\h{0,2}\\d{1,2})\\h+TO\\b)"
                    + "|(?:^\\h*(?i:exhibit|annex|appendix)\\h+[\\w.()\\-]{1,16}\\h+|(?:^|(?<=\\s{2}))\\h*)(?<mixed>(?:"
                    + MIXED + "\\h{1,4}|(?:and|of|for|to|the|on)\\h{1,4}){0,10}(?i:"
                    + NOUN
                    + ")(?:\\h+(?:No\\.?|Number|#)\\h*[\\w-]+)?)(?=\\h{2}|\\h*$|\\h+(?:This|THIS)\\b)");
    private static final Pattern ENTRY = Pattern.compile(
            "(?s)\\d+\\..*|(?i:amendments?|agreements?|schedules?|policy|contracts?|contract\\s+no.*|entire\\s.*)");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:THIS|This|this)\\s+(?<title>(?:[A-Z][\\w&'’/-]*\\s+|(?:and|of|for|to|the)\\s+){0,9}(?i:" + NOUN
                    + "))\\b");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:EXHIBIT|ANNEX|APPENDIX)\\s+[\\dA-Z][\\w.\\-]*\\s+|CONFIDENTIAL\\s+|EXECUTION\\s+(?:COPY|VERSION)\\s+|\\d+\\s+)+");
    private static final Pattern COMPANY = Pattern.compile(
            "(?s)[^\\n]*\\b(?:INC\\b\\.?|LLC|CORPORATION|CORP\\b\\.?|LTD\\b\\.?|INCORPORATED)\\s+(?=\\S+\\s+\\S)(?:DBA\\s+\\S+\\s+)?");
    private static final Pattern TWICE = Pattern.compile("(?s)(\\S.*?\\S)\\s+\\1");
    private static final Pattern SCHEDULE = Pattern.compile(
            "\\s*(?<title>(?i:schedule|exhibit|annex|appendix|attachment)\\h+(?:[A-Z]|\\d{1,2}|[IVX]{1,5})(?:-\\d{1,2})?\\h*[:–—-]\\h*\\p{L}[^\\n]{2,120})");
    private static final Pattern KEYWORD = Pattern.compile(
            "(?i)\\b(?:" + NOUN
                    + "|CHANGE\\s+(?:NOTE|ORDER|REQUEST)|SIDE\\s+LETTER|NOTICE|REPORT|PRICE\\s+LIST|TARIFF|TERMS|FRAMEWORK|VERTRAG|VEREINBARUNG)\\b");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^\\s*(?:(?:re|fw|fwd|aw|wg)\\s*:\\s*)*(?<title>\\S.*?)\\s*(?:\\([^)]*\\d[^)]*\\).*|\\s[-–—]\\s.*)?$");
    private static final Pattern BELONGS = Pattern.compile("(?i)^(?:to|under|made|between|by|dated|of)\\b");
    private static final int NEAR = 600;
    private static final int FIRST_CLAUSES = 6;
    private static final int FEW = 4;
    private static final int MANY = 60;

    private final ContractReading reading;
    private final Wording wording;
    private final int start;

    private TitleFinder(ContractReading reading, Wording wording, int start) {
        this.reading = reading;
        this.wording = wording;
        this.start = start;
    }

    /**
     * A range of the wording, and how sure it is.
     *
     * @param named where the opening words name the contract once more, in other letters: {@code This Supply Agreement}
     */
    record Title(int start, int end, double confidence, Optional<Mention> named) {}

    /** Where the opening words name the contract. */
    record Mention(int start, int end) {}

    /** Just after the contents page where the layout tells a title from an entry; else from the cover. */
    static Optional<Title> find(ContractReading reading, Wording wording, int start) {
        TitleFinder after = new TitleFinder(reading, wording, start);
        if (start == 0 || !after.hasLayout()) {
            return new TitleFinder(reading, wording, 0).find();
        }
        Optional<Title> found = after.find().filter(title -> title.start() - start < NEAR);
        return found.isPresent() ? found : new TitleFinder(reading, wording, 0).find();
    }

    private Optional<Title> find() {
        String opening = wording.text()
                .substring(start, Math.min(start + OPENING, wording.text().length()));
        Optional<Range> named = first(NAMED.matcher(opening), "title");
        return subject()
                .or(this::scheduleHeading)
                .or(() -> block(BlockKind.TITLE))
                .or(() -> hasLayout() ? block(BlockKind.HEADING) : Optional.empty())
                .or(() -> headline(opening, named))
                .or(() -> named.filter(range ->
                        opening.substring(range.start, range.end).strip().contains(" ")))
                .map(range -> new Title(
                        start + range.start,
                        start + range.end,
                        confidence(opening, range, named),
                        again(opening, range, named)));
    }

    private Optional<Mention> again(String opening, Range title, Optional<Range> named) {
        return named.filter(name -> name.start > title.end)
                .filter(name ->
                        !opening.substring(name.start, name.end).equals(opening.substring(title.start, title.end)))
                .filter(name -> opening.substring(name.start, name.end).strip().contains(" "))
                .map(name -> new Mention(start + name.start, start + name.end));
    }

    /** Headings that a parser of plain text guessed say less than the words of a headline. */
    private boolean hasLayout() {
        return !reading.parsed().mediaType().startsWith("text/plain");
    }

    /** What an e-mail is about, without the marks of an answer and without what stands after the name. */
    private Optional<Range> subject() {
        List<Block> blocks = reading.parsed().blocks();
        if (start > 0 || blocks.isEmpty() || !reading.parsed().mediaType().equals("message/rfc822")) {
            return Optional.empty();
        }
        String words = reading.text().slice(blocks.get(0).span());
        Matcher subject = SUBJECT.matcher(words);
        int at = wording.text().indexOf(words);
        return blocks.get(0).kind() == BlockKind.TITLE && at >= 0 && subject.find()
                ? Optional.of(new Range(at + subject.start("title"), at + subject.end("title")))
                : Optional.empty();
    }

    private static double confidence(String opening, Range title, Optional<Range> named) {
        boolean said = named.isPresent()
                && plain(opening.substring(title.start, title.end))
                        .contains(plain(opening.substring(named.get().start, named.get().end)));
        return said ? 0.95 : title.start < 600 ? 0.85 : 0.6;
    }

    /** The heading of a document that is a schedule or exhibit of an agreement: {@code Exhibit C: Delivery Terms}. */
    private Optional<Range> scheduleHeading() {
        return reading.clauses().stream()
                .limit(FIRST_CLAUSES)
                .filter(clause -> clause.kind() != ClauseKind.TITLE && clause.kind() != ClauseKind.OTHER)
                .findFirst()
                .filter(clause -> clause.path().matches("(?i)(?:schedule|exhibit|annex|appendix|attachment)\\s.*"))
                .flatMap(clause -> {
                    Matcher heading = SCHEDULE.matcher(clause.text());
                    String words = heading.lookingAt() ? heading.group("title").stripTrailing() : "";
                    return words.isEmpty() ? Optional.empty() : range(words);
                });
    }

    private Optional<Range> range(String words) {
        int at = wording.text().indexOf(words, start) - start;
        return at >= 0 && at < OPENING ? Optional.of(new Range(at, at + words.length())) : Optional.empty();
    }

    /** The first title or one of the first headings, with the lines over which it goes on. */
    private Optional<Range> block(BlockKind kind) {
        List<Block> blocks = reading.parsed().blocks().stream()
                .filter(block -> !block.kind().isFurniture()
                        && wording.indexOf(block.span().start()) >= start)
                .limit(kind == BlockKind.TITLE ? MANY : FEW)
                .toList();
        for (int i = 0; i < blocks.size(); i++) {
            String words = reading.text().slice(blocks.get(i).span());
            if (blocks.get(i).kind() == kind
                    && words.length() <= 160
                    && KEYWORD.matcher(words).find()) {
                Optional<Range> first = range(words);
                Optional<Range> rest = i + 1 < blocks.size() ? goesOn(kind, blocks.get(i + 1)) : Optional.empty();
                return rest.isPresent() && first.isPresent()
                        ? Optional.of(new Range(first.get().start, rest.get().end))
                        : first;
            }
            if (kind == BlockKind.TITLE && blocks.get(i).kind() == kind) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Range> goesOn(BlockKind kind, Block next) {
        String words = reading.text().slice(next.span());
        boolean goesOn = next.kind() == kind
                && Character.isLowerCase(words.charAt(0))
                && !BELONGS.matcher(words).find();
        return goesOn ? range(words) : Optional.empty();
    }

    /** The first headline, or the one that says what the opening words say ("This Supply Agreement"). */
    private static Optional<Range> headline(String opening, Optional<Range> named) {
        List<Range> lines = new ArrayList<>();
        Matcher matcher = HEADLINE.matcher(opening);
        while (matcher.find()) {
            Range range = withoutPrefix(matcher);
            String words = opening.substring(range.start, range.end);
            if (words.strip().length() > 5
                    && !words.strip().matches("(?is)(?:this|the)\\s.*")
                    && !ENTRY.matcher(words.strip()).matches()) {
                lines.add(range);
            }
        }
        Optional<Range> said = named.flatMap(name -> lines.stream()
                .filter(line -> plain(opening.substring(line.start, line.end))
                        .contains(plain(opening.substring(name.start, name.end))))
                .findFirst());
        return said.or(() -> lines.stream().findFirst());
    }

    /** Without an exhibit's number, the name of a company and a second printing of the same words. */
    private static Range withoutPrefix(Matcher matcher) {
        String group = matcher.group("title") == null ? "mixed" : "title";
        String words = matcher.group(group);
        Matcher prefix = PREFIX.matcher(words);
        int skip = prefix.find() ? prefix.end() : 0;
        Matcher company = COMPANY.matcher(words).region(skip, words.length());
        skip = company.lookingAt() ? company.end() : skip;
        Matcher twice = TWICE.matcher(words).region(skip, words.length());
        int end = twice.matches() ? twice.end(1) : words.length();
        return new Range(matcher.start(group) + skip, matcher.start(group) + end);
    }

    private static Optional<Range> first(Matcher matcher, String group) {
        return matcher.find() ? Optional.of(new Range(matcher.start(group), matcher.end(group))) : Optional.empty();
    }

    private static String plain(String words) {
        return words.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private record Range(int start, int end) {}
}
