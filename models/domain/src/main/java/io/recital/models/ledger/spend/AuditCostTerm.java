package io.recital.models.ledger.spend;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Dossier;
import io.recital.models.wording.StatedPercent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence by which the side that was audited bears the cost of the audit where it found more than a share wrong.
 *
 * @param finding that cites the sentence, or stands in its section
 * @param share in percent
 * @param orEqual whether just that share is enough
 * @param wrong which way it must be wrong
 * @param base what the share is taken of
 * @param parts whether any one of the audited periods is enough
 */
record AuditCostTerm(
        Finding finding, Citation citation, BigDecimal share, boolean orEqual, Wrong wrong, Base base, boolean parts) {
    /** Which way what was audited is wrong. */
    enum Wrong {
        /** Too little was paid or reported. */
        UNDER,
        /** Too much was charged. */
        OVER,
        EITHER
    }

    /** What a share is taken of. */
    enum Base {
        /** What was paid, invoiced or reported. */
        STATED,
        /** What should have been. */
        DUE,
        UNSAID
    }

    private static final Pattern AUDIT = pattern(
            "\\b(?:audit\\w*|inspect\\w*|examin\\w*|accountants?(?:['’]s)?|verification|review(?:er)?s?|investigat\\w*|check)\\b");
    private static final Pattern BORNE = pattern(
            "\\b(?:bears?|borne|pays?|paid|reimburs\\w*|refunds?|meets?|recover\\w*|charged\\s+to|liable|responsible|at\\s+(?:the\\s+)?\\w+['’]s?\\s+(?:cost|expense)|for\\s+the\\s+account\\s+of)\\b");
    private static final Pattern COST =
            pattern("\\b(?:costs?|fees?|expenses?|charges\\s+of|bills?|costs\\s+and\\s+expenses)\\b");
    private static final String UNDER_WORDS =
            "under-?\\s?(?:pa(?:id|y\\w*)|report\\w*|stat\\w*|declar\\w*)|too\\s+low|too\\s+little|short-?\\s?fall|short\\b|deficien\\w*|less\\s+than\\s+(?:was\\s+|is\\s+)?(?:due|owed)|missing";
    private static final String OVER_WORDS =
            "over-?\\s?(?:charg\\w*|bill\\w*|pa(?:id|y\\w*)|invoic\\w*|stat\\w*)|too\\s+high|too\\s+much|excess\\s+(?:charg\\w*|amount)|the\\s+excess\\s+(?:is|exceeds|amounts)";
    private static final Pattern UNDER = pattern("\\b(?:" + UNDER_WORDS + ")");
    private static final Pattern OVER = pattern("\\b(?:" + OVER_WORDS + ")");
    private static final Pattern WRONG = pattern(
            "\\b(?:" + UNDER_WORDS + "|" + OVER_WORDS + "|discrepanc\\w*|errors?|difference|variance|deviat\\w*)");
    private static final Pattern BEYOND = pattern(
            "\\b(?:more\\s+than|exceed\\w*|in\\s+excess\\s+of|greater\\s+than|above|over|by\\s+at\\s+least|of\\s+at\\s+least|not\\s+less\\s+than)\\s+(?<share>"
                    + StatedPercent.REGEX + ")(?<equal>\\s+or\\s+(?:more|greater|higher|above))?|(?<least>"
                    + StatedPercent.REGEX
                    + ")\\s+or\\s+(?:more|greater|higher|above)");
    private static final Pattern AT_LEAST = pattern("\\bat\\s+least|\\bnot\\s+less\\s+than");
    private static final Pattern ONLY_SO_MUCH = pattern(
            "\\bless\\s+than\\s+(?<share>" + StatedPercent.REGEX
                    + ")\\s+of\\s+[^.;,]{0,60}?\\b(?:was|were|has\\s+been|have\\s+been)\\s+(?:\\w+\\s+)?(?:reported|paid|stated|declared|accounted)");
    private static final Pattern NOT_BEYOND = pattern(
            "\\bnot\\s+(?:more|exceed|disclose|show|reveal|find|establish|discover|result)\\w*|\\bunless\\b[^.;]{0,120}\\b(?:exceed|more\\s+than)|\\bno\\s+more\\s+than|\\bnot\\s+more\\s+than");
    private static final Pattern OF_STATED = pattern(
            "^[^.;]{0,20}?\\bof\\s+[^.;,]{0,80}?\\b(?:paid|invoiced|billed|charged|audited|reported|stated|charges|invoices|examined)\\b");
    private static final Pattern OF_DUE =
            pattern("^[^.;]{0,20}?\\bof\\s+[^.;,]{0,80}?\\b(?:due|owed|owing|payable|should|correct|actual\\w*)\\b");
    private static final Pattern PARTS =
            pattern("\\b(?:any|each|a|an)\\s+(?:\\w+\\s+){0,2}?(?:month|quarter|half-?\\s?year|year|period)\\b");

    AuditCostTerm {
        requireNonNull(finding, "finding");
        requireNonNull(citation, "citation");
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Those in force at a dossier's day, each sentence once. */
    static List<AuditCostTerm> of(Dossier dossier) {
        Map<String, AuditCostTerm> terms = new LinkedHashMap<>();
        findings(dossier)
                .flatMap(finding -> finding.citations().stream().flatMap(citation -> read(finding, citation).stream()))
                .forEach(term -> terms.putIfAbsent(
                        term.citation().document() + " " + term.citation().path(), term));
        return List.copyOf(terms.values());
    }

    private static Stream<Finding> findings(Dossier dossier) {
        Stream<Finding> duties = dossier.family().listInForce(Obligation.class, dossier.asOf()).stream()
                .map(governed -> governed.finding());
        Stream<Finding> audits = dossier.family().listInForce(CommercialLever.class, dossier.asOf()).stream()
                .filter(governed -> governed.content().lever() == LeverType.AUDIT)
                .map(governed -> governed.finding());
        return Stream.concat(duties, audits);
    }

    private static Optional<AuditCostTerm> read(Finding finding, Citation citation) {
        return read(citation.quote())
                .map(said -> new AuditCostTerm(
                        finding, citation, said.share, said.orEqual, said.wrong, said.base, said.parts));
    }

    /** What a sentence says. */
    record Said(BigDecimal share, boolean orEqual, Wrong wrong, Base base, boolean parts) {}

    /** Empty where a sentence does not shift the cost of an audit, or says when it does not. */
    static Optional<Said> read(String sentence) {
        boolean shifts = AUDIT.matcher(sentence).find()
                && BORNE.matcher(sentence).find()
                && COST.matcher(sentence).find();
        if (!shifts || NOT_BEYOND.matcher(sentence).find()) {
            return Optional.empty();
        }
        boolean parts = PARTS.matcher(sentence).find();
        Matcher little = ONLY_SO_MUCH.matcher(sentence);
        if (little.find()) {
            return StatedPercent.in(little.group("share"))
                    .map(share ->
                            new Said(BigDecimal.valueOf(100).subtract(share), false, Wrong.UNDER, Base.DUE, parts));
        }
        Matcher beyond = BEYOND.matcher(sentence);
        if (!WRONG.matcher(sentence).find() || !beyond.find()) {
            return Optional.empty();
        }
        boolean orEqual = beyond.group("least") != null
                || beyond.group("equal") != null
                || AT_LEAST.matcher(beyond.group()).find();
        String share = beyond.group("least") == null ? beyond.group("share") : beyond.group("least");
        String after = sentence.substring(beyond.end());
        return StatedPercent.in(share).map(percent -> new Said(percent, orEqual, wrong(sentence), base(after), parts));
    }

    private static Wrong wrong(String sentence) {
        boolean under = UNDER.matcher(sentence).find();
        boolean over = OVER.matcher(sentence).find();
        return under == over ? Wrong.EITHER : under ? Wrong.UNDER : Wrong.OVER;
    }

    private static Base base(String after) {
        if (OF_DUE.matcher(after).find()) {
            return Base.DUE;
        }
        return OF_STATED.matcher(after).find() ? Base.STATED : Base.UNSAID;
    }

    /** Which way a name says that something is wrong. */
    static Optional<Wrong> wrongOf(String name) {
        return WRONG.matcher(name).find() ? Optional.of(wrong(name)) : Optional.empty();
    }

    /** Whether words are about an audit. */
    static boolean isAudit(String words) {
        return AUDIT.matcher(words).find();
    }

    boolean isMetBy(BigDecimal difference, BigDecimal of) {
        int over = difference.multiply(BigDecimal.valueOf(100)).compareTo(share.multiply(of));
        return orEqual ? over >= 0 : over > 0;
    }

    Input input(String what, String value) {
        return new Input(what, value, citation);
    }
}
