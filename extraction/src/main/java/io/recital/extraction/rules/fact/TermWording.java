package io.recital.extraction.rules.fact;

import io.recital.extraction.rules.wording.Cue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How likely a sentence is the one that says how long the contract runs, by its subject, its verb and what ends it. */
final class TermWording {
    private static final int LONGEST = 3_000;
    private static final Pattern HINT = Pattern.compile(
            "\\b(?:term|period|duration|expir\\w*|terminat\\w*|until|continu\\w*|remain\\w*|valid|effective|effect|force|ends?|runs?|commenc\\w*|begin\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String PAPER =
            "(?:agreement|contract|lease|addendum|sow|statement\\s+of\\s+work|franchise|appointment|engagement|(?:work\\s+|purchase\\s+)?order|letter|schedule|annex|exhibit|amendment|venture|jv|promotion|power\\s+of\\s+attorney|maintenance)";
    private static final String SUBJECT =
            "(?:\\b(?:this|the|said|distributor['’]s|its)\\s+(?:[\\w\"“”-]+\\s+){0,3}?" + PAPER
                    + "\\b(?!\\s+(?:fee|royalt|year|may\\b))"
                    + "|(?:\\b(?:the|an?|its|initial|effective|contract)\\s+|^\\W*(?:[\\d.]+\\s*)?)[\"“]?(?:(?:initial|contract|effective|maintenance|first)\\s+){0,2}(?:term|period|duration)\\b[\"”]?"
                    + "|^\\W*(?:\\([a-z\\d]\\)\\s*)?it\\b|,\\s+it\\s+(?=shall|will|expires|ends)|(?:expir(?:ation|y)|termination|completion|end)\\s+date\\b[\"”]?|\\brights\\s+granted\\s+hereunder)";
    private static final String RUNS =
            "(?:commenc(?:es?|ing)|begins?|beginning|becom(?:es?|ing)\\s+(?:\\w+\\s+)?(?:effective|binding)|(?:be|is|are)\\s+(?:made\\s+)?(?:in\\s+(?:full\\s+)?(?:effect|force)|effective|valid|binding)|takes?\\s+effect"
                    + "|(?:comes?|enters?)\\s+into\\s+(?:full\\s+)?(?:force|effect)|continues?|remains?|extends?|runs?|expires?|(?<!may\\s)(?<!to\\s)terminates?(?!\\s+this|\\s+the)|ends?|ha(?:s|ve)\\s+an?\\s+(?:[\\w-]+\\s+){0,2}(?:term|duration)|(?:shall|will)\\s+be|is\\s|means|:)";
    private static final Pattern CORE =
            Pattern.compile(SUBJECT + "[^.;]{0,160}?(?<runs>" + RUNS + ")", Pattern.CASE_INSENSITIVE);
    private static final String NUMBER =
            "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|sixty|ninety|[\\[(]\\s*\\*[^\\])]{0,20}[\\])]|\\*{2,}|_{2,})";
    private static final Pattern FIXED = Pattern.compile(
            "\\b(?:until|till|through|to|on|ending|concluding|terminating|expires?|ends?|:)\\b?[\\w\\s,:.]{0,40}?(?:\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|_{3,})"
                    + "|\\b" + NUMBER
                    + "[\\s-]*(?:\\([^)]{1,12}\\)\\s*)?(?:full\\s+|calendar\\s+|contract\\s+)*[\\s-]?(?:years?|months?|weeks|(?<!notice\\s)days)\\b|\\banniversary\\b|(?:for|of|until)\\s+(?:the\\s+|an?\\s+)?(?:period\\s+of\\s+|initial\\s+term\\s+of\\s+)?(?:\\[\\s*\\*|\\*{2,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?<end>(?:until|unless\\s+and\\s+until)\\s+(?!and\\s+unless)[^.;]{3,160}|indefinite(?:ly)?|perpetual(?:ly)?|(?:in|for)\\s+perpetuity|(?:so|as)\\s+long\\s+as\\s+[^.;]{3,120}|for\\s+the\\s+(?:full\\s+|entire\\s+)?(?:duration|term|life)\\s+of\\s+[^.;]{3,100}|during\\s+the\\s+term\\s+of\\s+[^.;]{3,100}"
                    + "|(?:terminates?|expires?|ends?)\\s+(?:automatically\\s+|immediately\\s+|in\\s+its\\s+entirety\\s+)?(?:upon|on|if|at|as\\s+of|when|pursuant\\s+to)\\s+[^.;]{3,160}|(?:the\\s+)?(?:earlier|earliest|later|latest|first)\\s+(?:of|to\\s+occur)\\b[^.;]{0,160}|through\\s+the\\s+(?:completion|end)\\b[^.;]{0,100})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTS = Pattern.compile(
            "\\b(?:commenc\\w+|begin\\w*|effective|takes?\\s+effect|into\\s+(?:force|effect)|initial\\s+(?:term|period)|[\"“]Term[\"”])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_THE_TERM = Pattern.compile(
            "^\\W*(?:\\([a-z\\d]{1,3}\\)\\s*)?(?:[\\d.]+\\s*)?(?:during|throughout|at\\s+(?:any|all|the\\s+end)|upon|in\\s+the\\s+event|if|following|after|thereafter|no\\s+later|within|each|for\\s+(?:any|the\\s+purposes)|provided|either|neither|in\\s+case|in\\s+addition|in\\s+no\\s+event|whereas|where|when|all|any)\\b"
                    + "|\\b(?:during|throughout|over|each\\s+year\\s+of)\\s+(?:the\\s+)?(?:\\w+\\s+){0,2}term\\b(?!\\s+of\\s+(?:the|such)\\s+(?:fund|lsa|license|development|underlying|referenced))|\\bwhereas\\b|surviv|confidential|warranty\\s+period|warrant(?:s|ed)\\s+|invoice|non-?compet|liabilit|indemn|purchase\\s+orders?\\b|installments?|insurance|liquidated|foregoing\\s+licen|obligations\\s+of",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE_ONLY = Pattern.compile(
            "\\b(?:may\\s+(?:be\\s+)?(?:terminat|renew|extend|cancel)\\w*|right\\s+to\\s+(?:terminate|renew|extend|elect)|(?:automatically\\s+|be\\s+){1,2}(?:renewed|extended|renew|extend)|renews)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERIODS = Pattern.compile(
            "(?i)^.{0,60}\\b(?:fiscal\\s+year|calendar\\s+(?:year|quarter)|(?:contract|agreement|license)\\s+(?:year|quarter)|season)\\b",
            Pattern.DOTALL);
    private static final Pattern LEADS_IN = Pattern.compile(
            "(?i)^\\W*(?:[\\d.]+\\s*)?(?:\\(\\w{1,3}\\)\\s*)?(?:[\\w\\s]{0,40}[.:]\\s*)?(?:unless|subject|except|notwithstanding|with\\s+respect|as\\s+provided|the\\s+(?:initial\\s+)?term)\\b");
    private static final int EARLY = 110;
    private static final int BEGINNING = 300;

    private TermWording() {}

    /** Whether it says of a term or an agreement that it runs or ends, be it this one's or not. */
    static boolean isAboutATerm(String sentence) {
        return sentence.length() <= LONGEST
                && Cue.find(HINT, sentence)
                && CORE.matcher(sentence).find();
    }

    /** 0 when the sentence says something else. */
    static double score(String sentence) {
        String beginning = sentence.substring(0, Math.min(BEGINNING, sentence.length()));
        if (sentence.length() > LONGEST
                || !Cue.find(HINT, sentence)
                || PERIODS.matcher(beginning).find()
                || NOT_THE_TERM.matcher(beginning).find()) {
            return 0;
        }
        Matcher core = CORE.matcher(sentence);
        if (!core.find()) {
            return 0;
        }
        boolean fixed = FIXED.matcher(sentence).find(core.start("runs"));
        boolean open = OPEN.matcher(sentence).find(core.start());
        if (!fixed && !open) {
            return 0;
        }
        Matcher notice = NOTICE_ONLY.matcher(sentence);
        boolean other = notice.find() && notice.start() < core.start("runs") + 40;
        boolean aside = core.start() > EARLY && !LEADS_IN.matcher(sentence).find();
        boolean starts = STARTS.matcher(sentence).find();
        return (fixed ? 0.6 : 0.45) + (starts ? 0.17 : 0) - (other ? 0.3 : 0) - (aside ? 0.3 : 0);
    }

    /** The event that ends a term without a date. */
    static Optional<String> event(String sentence) {
        Matcher open = OPEN.matcher(sentence);
        return open.find()
                ? Optional.of(open.group("end").replaceAll("\\s+", " ").strip())
                : Optional.empty();
    }
}
