package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.StatedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause that gives time to put something right before somebody may take the next step: who may take it, what begins
 * the time, how long it is, and what the step is. It gives nothing that its words do not say.
 *
 * @param from from what the time runs, in the contract's words
 * @param who who may take the next step, in the contract's words; empty where the sentence does not say
 * @param onlyMaterial whether it is about material breaches only: which breach is material, no rule can tell
 */
record RemedyTerm(
        Right right, TimeSpan within, String from, String who, boolean onlyMaterial, Saying time, Saying rightSaid) {
    private static final String SPAN =
            "(?<span>(?:a\\s+(?:further\\s+|reasonable\\s+)?period\\s+of\\s+|the\\s+)?(?:(?:not\\s+less\\s+than|at\\s+least)\\s+)?[^.;,]{0,30}?\\b(?:day|week|month)s?\\b)";
    private static final String SINCE = "(?:\\s*['’])?\\s+(?:of|after|from|following|since)\\s+(?<from>[^.;,:]{3,100})";
    private static final String PUT_RIGHT =
            "(?:remed(?:y|ies|ied)|cures?|cured|rectif(?:y|ies|ied)|ma(?:de|ke)\\s+good|(?:put|set)\\s+(?:\\w+\\s+){0,2}right)";
    /** Each states a time to put right and from when it runs. */
    private static final List<Pattern> TIMES = List.of(
            pattern("\\b" + PUT_RIGHT + "\\b[^.;]{0,60}?\\b(?:within|in)\\s+" + SPAN + SINCE),
            pattern("\\bwithin\\s+" + SPAN + SINCE + "[^.;]{0,80}?\\b" + PUT_RIGHT + "\\b"),
            pattern(
                    "\\b(?:uncured|unremedied|unrectified|uncorrected|unpaid|outstanding|overdue|continu(?:es?|ed|ing)|persist(?:s|ed|ing)?)\\b[^.;]{0,50}?\\b(?:for|within|over)\\s+"
                            + SPAN + SINCE),
            pattern("\\bha(?:s|ve)\\s+" + SPAN + SINCE + "\\b[^.;]{0,40}?\\b" + PUT_RIGHT + "\\b"),
            pattern(
                    "(?:upon|on|by|gives?|with|after)\\s+" + SPAN
                            + "\\s*['’]?s?\\s+(?:prior\\s+)?(?:written\\s+)?(?<from>notice)\\b[^.;]{0,200}?\\b(?:cured?|remed(?:y|ied)|rectified)\\b[^.;]{0,40}?\\b(?:within|during|in|before\\s+the\\s+end\\s+of)\\s+(?:such|that|the|this)\\s+(?:[\\w-]+\\s+){0,2}(?:period|time|days)"),
            pattern("\\b(?:grace|cure|remedy|remediation|additional|further)\\s+period\\s+of\\s+" + SPAN
                    + "(?:\\s+(?:after|from|following|of|set\\s+(?:in|by))\\s+(?<from>[^.;,:]{3,100}))?"));
    /** What somebody says to the other side, from which alone a day can be told. */
    private static final Pattern TOLD = pattern(
            "\\b(?:notice|notif\\w+|request\\w*|demand\\w*|warning|warned|reminder|reminded|asked|writing|written|receipt|letter|called\\s+upon)\\b");

    private static final Pattern NOT_DONE = pattern(
            "\\b(?:not|fails?|failed|failing|failure|un(?:cured|remedied|rectified)|after\\s+(?:that|this|such|the)\\s+(?:period|time)|expir\\w+)\\b");
    private static final Pattern WHO = Pattern.compile(
            "(?:^|[.;,]\\s+(?:then\\s+)?|\\d\\s+|\\b(?:then|and)\\s+)(?<who>(?:[Ee]ither|[Ee]ach|[Aa]ny|[Tt]he(?:\\s+\\w+)?|[Aa])?\\s*(?:[Pp]arty|[A-Z]\\w+|[Ww]e|[Yy]ou))\\s+(?:may|is\\s+entitled|(?:shall\\s+)?ha(?:s|ve)\\s+the\\s+right|can|shall\\s+be\\s+entitled|reserves)\\b");
    private static final Pattern BY_WHOM = Pattern.compile(
            "\\b(?:terminated|ended|cancel+ed)\\s+(?:\\w+\\s+)?by\\s+(?<who>(?:either|each|any|the)?\\s*(?:[Pp]arty|[A-Z]\\w+))");
    private static final Pattern MATERIAL =
            pattern("\\b(?:material(?:ly)?|serious(?:ly)?|substantial(?:ly)?|fundamental(?:ly)?)\\b");
    private static final int LOOKS_AHEAD = 2;

    RemedyTerm {
        requireNonNull(right, "right");
        requireNonNull(within, "within");
        requireNonNull(time, "time");
        requireNonNull(rightSaid, "rightSaid");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Those of a family that are in force, each passage once. */
    static List<RemedyTerm> of(Dossier dossier) {
        List<Saying> sayings = Saying.of(dossier);
        List<RemedyTerm> terms = new ArrayList<>();
        for (int i = 0; i < sayings.size(); i++) {
            Saying time = sayings.get(i);
            List<Saying> next = sayings.subList(i + 1, Math.min(sayings.size(), i + 1 + LOOKS_AHEAD));
            read(time, next)
                    .filter(term -> terms.stream().noneMatch(term::isToldBy))
                    .ifPresent(terms::add);
        }
        return terms;
    }

    /** What a sentence says; who may do what may also stand in one of the next of its section. */
    private static Optional<RemedyTerm> read(Saying time, List<Saying> next) {
        Optional<Matcher> stated = TIMES.stream()
                .map(pattern -> pattern.matcher(time.words()))
                .filter(Matcher::find)
                .findFirst();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Optional<Saying> said = Right.in(time.words()).isPresent()
                ? Optional.of(time)
                : next.stream()
                        .filter(other -> other.isBeside(time)
                                && NOT_DONE.matcher(other.words()).find()
                                && Right.in(other.words()).isPresent())
                        .findFirst();
        return said.flatMap(right -> StatedTime.anyIn(stated.get().group("span"))
                .map(span -> new RemedyTerm(
                        Right.in(right.words()).orElseThrow(),
                        span,
                        from(stated.get()),
                        who(right),
                        MATERIAL.matcher(time.words() + " " + right.words()).find(),
                        time,
                        right)));
    }

    private static String from(Matcher stated) {
        String from = stated.group("from");
        return from == null ? "the notice that sets the time" : from.strip();
    }

    /** Who may do what a sentence gives, in its words. */
    static String who(Saying right) {
        for (Pattern pattern : List.of(WHO, BY_WHOM)) {
            Matcher who = pattern.matcher(right.words());
            if (who.find() && !who.group("who").strip().equalsIgnoreCase("it")) {
                return who.group("who").strip();
            }
        }
        return right.finding().content() instanceof Obligation duty
                ? duty.obligor().asWritten()
                : "";
    }

    /** Whether another one says the same in the same sentence: several findings may rest on it, with more words or fewer. */
    private boolean isToldBy(RemedyTerm other) {
        return right == other.right
                && within.equals(other.within)
                && from.equals(other.from)
                && time.citation().document().equals(other.time.citation().document())
                && time.citation().span().overlaps(other.time.citation().span());
    }

    /** Whether its time runs from what one side says to the other, so that an event can show when it began. */
    boolean runsFromANotice() {
        return TOLD.matcher(from).find();
    }

    Finding finding() {
        return rightSaid.finding();
    }
}
