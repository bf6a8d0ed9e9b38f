package io.recital.models.ledger.duty;

import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.StatedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The levels through which a contract takes a disagreement, from the first people who try to settle it upwards, and where
 * it goes when none of them does.
 *
 * @param levels in order; at least one
 * @param after what the clause gives once all levels are over; empty where it gives nothing more
 */
record EscalationLadder(List<Level> levels, String after) {
    /**
     * One level.
     *
     * @param who who is to settle it, in the contract's words; empty where the sentence does not say
     * @param within how long they have; null where the clause does not say
     * @param from from when their time runs, in the contract's words; empty where it follows the level before
     * @param isOptional whether somebody has to take it there, so that it does not get there by itself
     */
    record Level(String who, @Nullable TimeSpan within, String from, boolean isOptional, Saying said) {}

    private static final String PERSONS =
            "(?:managers?|directors?|executives?|officers?|representatives?|presidents?|committees?|boards?|heads?|partners?|leads?|leaders?|chiefs?|C[EFIO]O[’']?s?|management|leadership|sponsors?|principals?|supervisors?|counsel|engineers?|owners?|teams?|delegates?)\\b";
    private static final String SPAN =
            "[^.;,]{0,60}?\\b(?:days?|weeks?|months?)\\b(?:\\s+(?:of|after|from|following)\\s+(?<from>[^.;,]{3,60}?)(?=[.;,]|\\s+(?:is|are|shall|must|may|will|either)\\b|$))?";
    private static final Pattern PERSON = pattern("\\b" + PERSONS);
    private static final Pattern SUBJECT = pattern(
            "\\b(?:disputes?|disagreements?|differences?|escalat\\w+|complaints?|deadlock|questions?|issues?|matters?|concerns?|next\\s+level)\\b");
    private static final Pattern TIME = pattern("\\b(?:within|in|for|has|have)\\s+" + SPAN);
    private static final Pattern UNSETTLED = pattern(
            "(?:\\b(?:not|cannot|never|fails?|failed|failing|failure|unable|without|absence|no)\\b[^.;]{0,60}?\\b(?:resol\\w+|settle\\w*|agree\\w*|solv\\w*|decid\\w*)|\\bun(?:resolved|settled)\\b|\\bstill\\s+open\\b)");
    private static final Pattern REFERRED = pattern(
            "\\b(?:escalat\\w*|refer(?:s|red|ral)?|elevated?|pass(?:es|ed)?|go(?:es)?|submit\\w*|tak(?:e|en)|brought|raised?)\\b[^.;]{0,50}?\\b(?:to|before)\\s+(?<whom>[^.;,]{0,110}?\\b"
                    + PERSONS + "[^.;,]{0,60}?)(?=[.;,]|\\s+(?:who|which|for|and\\s+(?:they|shall))\\b|$)");
    private static final Pattern SETTLES = pattern(
            "(?:^|[:,;]\\s*|\\b(?:the|that|and)\\s+)(?<who>[^.:,;]{0,110}?\\b" + PERSONS
                    + "[^.:,;]{0,50}?)\\s+(?:shall|will|must|are\\s+to|is\\s+to|have|has)\\b[^.;]{0,80}?\\b(?:meet|settle|resolve|try|attempt|negotiate|discuss|confer|decide|endeavou?r)\\b");
    private static final Pattern BETWEEN = pattern(
            "\\b(?:negotiat\\w+|discuss\\w+|meeting|consultation)\\b[^.;]{0,40}?\\b(?:between|among|by|of)\\s+(?<who>[^.;,]{0,80}?\\b"
                    + PERSONS + ")");
    private static final Pattern UNABLE = pattern("\\b(?:if|that|where)\\s+(?<who>[^.,;]{0,80}?\\b" + PERSONS
            + ")\\s+(?:cannot|can\\s+not|do(?:es)?\\s+not|ha(?:s|ve)\\s+not|fail|are\\s+unable|is\\s+unable)");
    private static final Pattern ITEM = pattern(
            "^\\W*(?:\\(?\\w{1,3}\\)\\s*)?(?:(?:level|step|stage|tier)\\s+\\w+\\W*)?(?:first|second\\w*|third\\w*|then|finally|next)?[\\s,:]*(?<who>[^;:]*?\\b"
                    + PERSONS + "[^,;:]*?)(?:\\s*[,:;(–—-]|\\s+(?:within|for|in)\\b|$)");
    private static final Pattern LISTS =
            pattern("\\b(?:levels?|steps?|stages?|tiers?|escalat\\w+|as\\s+follows|following|order)\\b");
    private static final Pattern FORUM = pattern(
            "\\b(?:mediat\\w+|arbitrat\\w+|adjudicat\\w+|expert\\s+determination|court|legal\\s+proceedings|litigation|conciliat\\w+)\\b");
    private static final Pattern NEXT_LEVEL = pattern("\\b(?:may|can)\\b[^.;]{0,60}?\\b(?:next|higher)\\s+level\\b");
    private static final Pattern LET = pattern("\\b(?:may|shall|will|must|is|are)\\b");
    private static final Pattern DENIES = pattern(
            "\\b(?:neither|no)\\s+party\\b|\\b(?:shall|may)\\s+not\\b|\\bbefore\\s+(?:commencing|beginning|starting)");
    private static final Pattern OPTIONAL = pattern("\\b(?:may|can|is\\s+entitled\\s+to)\\b");

    EscalationLadder {
        levels = List.copyOf(levels);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Those of a family: the levels of a section make one. */
    static List<EscalationLadder> of(Dossier dossier) {
        List<EscalationLadder> ladders = new ArrayList<>();
        List<Saying> section = new ArrayList<>();
        for (Saying saying : Saying.of(dossier)) {
            if (!section.isEmpty() && !section.get(0).isBeside(saying)) {
                new Reading().read(section).forEach(ladders::add);
                section.clear();
            }
            section.add(saying);
        }
        new Reading().read(section).forEach(ladders::add);
        return ladders;
    }

    /** A section on its way into levels. */
    private static final class Reading {
        private final List<Level> levels = new ArrayList<>();
        private String after = "";
        private boolean mayTakeOn;

        List<EscalationLadder> read(List<Saying> section) {
            if (section.stream()
                    .noneMatch(saying -> SUBJECT.matcher(saying.words()).find())) {
                return List.of();
            }
            section.forEach(this::read);
            if (mayTakeOn) {
                levels.replaceAll(level -> new Level(level.who(), level.within(), level.from(), true, level.said()));
            }
            boolean timed = levels.stream().anyMatch(level -> level.within() != null);
            return timed ? List.of(new EscalationLadder(levels, after)) : List.of();
        }

        private void read(Saying saying) {
            String words = saying.words();
            mayTakeOn |= NEXT_LEVEL.matcher(words).find();
            if (!saying.stem().isEmpty() && isLevel(saying)) {
                item(saying);
                return;
            }
            Matcher unsettled = UNSETTLED.matcher(words);
            boolean isUnsettled = unsettled.find();
            Matcher referred = REFERRED.matcher(words);
            boolean isReferred = referred.find();
            if (isUnsettled && (isReferred || FORUM.matcher(words).find())) {
                int end = isReferred && referred.start() > unsettled.start() ? referred.start() : words.length();
                timeOfTheLevelBefore(saying, words.substring(unsettled.start(), end));
            }
            if (isReferred && !DENIES.matcher(words).find()) {
                String rest = words.substring(referred.end());
                add(
                        referred.group("whom"),
                        rest,
                        OPTIONAL.matcher(words.substring(0, referred.start())).find(),
                        saying);
            } else if (isReferred) {
                add(referred.group("whom"), words.substring(referred.end()), false, saying);
            } else if (!isUnsettled
                    && (!levels.isEmpty() || SUBJECT.matcher(words).find())) {
                settles(saying);
            }
            forum(saying, isUnsettled);
        }

        private static boolean isLevel(Saying saying) {
            return LISTS.matcher(saying.stem()).find()
                    && StatedTime.anyIn(saying.words()).isPresent()
                    && who(saying).isPresent();
        }

        private void item(Saying saying) {
            TimeSpan within = StatedTime.anyIn(saying.own())
                    .or(() -> StatedTime.anyIn(saying.stem()))
                    .orElse(null);
            levels.add(new Level(who(saying).orElse(""), within, "", false, saying));
        }

        /** As the finding has it, or else as the item begins. */
        private static Optional<String> who(Saying saying) {
            if (saying.finding().content() instanceof Obligation duty
                    && PERSON.matcher(duty.obligor().asWritten()).find()) {
                return Optional.of(duty.obligor().asWritten());
            }
            Matcher item = ITEM.matcher(saying.own());
            return item.find() ? Optional.of(plain(item.group("who"))) : Optional.empty();
        }

        /** {@code the managers have not settled it within ten days of the notice}: the time is that of the level before. */
        private void timeOfTheLevelBefore(Saying saying, String condition) {
            Matcher time = TIME.matcher(condition);
            if (!time.find()) {
                return;
            }
            TimeSpan within = StatedTime.anyIn(time.group()).orElse(null);
            String from = time.group("from") == null ? "" : time.group("from").strip();
            if (levels.isEmpty()) {
                Matcher who = UNABLE.matcher(saying.words());
                levels.add(new Level(who.find() ? plain(who.group("who")) : "", within, from, false, saying));
                return;
            }
            Level last = levels.get(levels.size() - 1);
            if (last.within() == null) {
                levels.set(levels.size() - 1, new Level(last.who(), within, from, last.isOptional(), last.said()));
            }
        }

        private void settles(Saying saying) {
            Matcher settles = SETTLES.matcher(saying.words());
            Matcher between = BETWEEN.matcher(saying.words());
            if (settles.find()) {
                add(settles.group("who"), saying.words().substring(settles.start()), false, saying);
            } else if (between.find()) {
                add(between.group("who"), saying.words(), false, saying);
            }
        }

        private void add(String who, String rest, boolean isOptional, Saying saying) {
            boolean known = levels.stream().anyMatch(level -> level.who().equalsIgnoreCase(plain(who)));
            Matcher time = TIME.matcher(rest);
            boolean timed = time.find();
            TimeSpan within = timed ? StatedTime.anyIn(time.group()).orElse(null) : null;
            String from =
                    timed && time.group("from") != null ? time.group("from").strip() : "";
            if (known) {
                levels.replaceAll(level -> level.who().equalsIgnoreCase(plain(who)) && level.within() == null
                        ? new Level(level.who(), within, from, level.isOptional(), level.said())
                        : level);
                return;
            }
            levels.add(new Level(plain(who), within, from, isOptional, saying));
        }

        private void forum(Saying saying, boolean isUnsettled) {
            Matcher forum = FORUM.matcher(saying.words());
            boolean gives = forum.find()
                    && !DENIES.matcher(saying.words()).find()
                    && LET.matcher(saying.words()).find();
            if (after.isEmpty() && !levels.isEmpty() && isUnsettled && gives) {
                after = forum.group();
            }
        }

        private static String plain(String who) {
            return who.strip()
                    .replaceFirst("(?i)^(?:the|then|that|first|to|and|each|both)\\s+(?=the\\s)", "")
                    .strip();
        }
    }
}
