package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rights whose sentence says something else first: notices of non-renewal, licences granted, sole remedies. */
final class SpecialRights {
    private static final Pattern NON_RENEWAL = Pattern.compile(
            "\\bunless\\s+(?:(?:sooner|earlier|otherwise)\\s+)?(?:(?<who>(?!sooner|earlier|otherwise)(?:either|one|a|any)\\s+(?:of\\s+the\\s+)?[Pp]art(?:y|ies)(?:\\s+hereto)?|either\\s+of\\s+us|(?:either\\s+)?(?:the\\s+)?[\\p{L}][\\w-]+(?:\\s+or\\s+(?:the\\s+)?)?(?:\\s*[\\p{L}][\\w-]+)?)\\s+"
                    + "(?:(?:shall|has|have|will)\\s+(?:first\\s+)?)?(?<verb>give|provide|deliver|notif|terminate)(?:s|n|ies|ied|y|ed|en|d)?"
                    + "|(?<done>terminated|cancel+ed)\\s+by\\s+(?<by>(?:either|one|a|any)\\s+[Pp]arty(?:\\s+hereto)?|(?:the\\s+)?\\p{Lu}[\\w-]+))\\s+"
                    + "(?<rest>[^;]{3,300}?(?:[.;]|$))");
    private static final Pattern RENEWAL = Pattern.compile(
            "\\brenew|\\bextend|\\bthen[- ]current\\b|\\bcurrent\\s+(?:term|period)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANT = Pattern.compile(
            "\\b(?:grants?(?:\\s+and\\s+agrees\\s+to\\s+grant)?|licenses|gives)\\s+(?:un)?(?:to\\s+)?$");
    private static final Pattern GRANTED = Pattern.compile(
            "\\G[^;.]{0,200}?\\b(?:licen[cs]e|right|option|permission|privilege)s?\\b[^;.]{0,220}?\\bto\\s+(?=(?!the|a|an|any|all|its|each|such)[\\p{L}-]+\\b)");
    /** What is granted in nouns: {@code grants Licensee an exclusive license for the Marks}. */
    private static final Pattern GRANTED_THING = Pattern.compile(
            "\\G,?(?:[^;.,]{0,60},)?\\s+(?=(?:and\\s+\\w+\\s+\\w+\\s+)?(?:an?|the|all|such|its)\\s[^;.]{0,120}?\\b(?:licen[cs]e|right|option|permission|privilege|use)s?\\b)");

    private static final Pattern HAS_GRANTED = Pattern.compile(
            "\\G\\s+(?:is|are|shall\\s+be|will\\s+be)\\s+(?:hereby\\s+)?(?:granted|given)\\s+(?=(?:an?|the)\\s[^;.]{0,120}?\\b(?:licen[cs]e|right|option|permission|authority)s?\\b)");
    private static final Pattern HIRES = Pattern.compile(
            "\\b(?:hereby\\s+)?(?:(?<hires>engages?|retains?|hires?|employs?)|(?:appoints?|authori[sz]es?|designates?))\\s+(?:and\\s+\\w+\\s+)?$");
    private static final Pattern HIRED = Pattern.compile(
            "\\G,?\\s*(?:(?:as|on|in)\\s[^;.]{3,140}?)?,?\\s*\\bto\\s+(?=(?!the|a|an|any|all|its|each|such|be)[a-z]+\\b)");
    private static final Pattern REMEDY = Pattern.compile(
            "(?:\\b(?<owner>(?:[Tt]he\\s+)?\\p{Lu}[\\w-]+(?:\\s+\\p{Lu}[\\w-]+)?)[’']s?|\\b(?<person>[Yy]our|[Oo]ur)|\\bthe)\\s+(?:sole|exclusive|only)(?:\\s+and\\s+exclusive)?\\s+(?:\\w+\\s+)?remed(?:y|ies)"
                    + "(?:\\s+of\\s+(?<holder>(?:the\\s+)?\\p{Lu}[\\w-]+))?(?<rest>[^;.]*)");

    private final Parties parties;

    SpecialRights(Parties parties) {
        this.parties = parties;
    }

    List<Assertion> in(String text, List<PartyMention> mentions) {
        List<Assertion> found = new ArrayList<>();
        nonRenewal(text, found);
        grants(text, mentions, found);
        remedies(text, found);
        return found;
    }

    private void nonRenewal(String text, List<Assertion> found) {
        Matcher matcher = NON_RENEWAL.matcher(text);
        if (matcher.find() && RENEWAL.matcher(text).find()) {
            boolean passive = matcher.group("done") != null;
            String who = plain(matcher.group(passive ? "by" : "who")).replaceFirst("^either\\s+the\\s+", "");
            String verb = passive ? "terminate" : matcher.group("verb").replaceFirst("^notif$", "notify");
            String action = verb + " " + matcher.group("rest");
            found.add(new Assertion(new Subject(who, who, false, 0.85), Modality.RIGHT, "", action, null, 0.8));
        }
    }

    private static void grants(String text, List<PartyMention> mentions, List<Assertion> found) {
        for (PartyMention mention : mentions) {
            String before = text.substring(0, mention.start());
            if (mention.sort() == PartyMention.Sort.PRONOUN) {
                continue;
            }
            Matcher hires = HIRES.matcher(before);
            if (GRANT.matcher(before).find()) {
                granted(text, mention, found);
            } else if (hires.find()) {
                hired(text, mention, hires.group("hires") != null, found);
            } else {
                at(HAS_GRANTED, text, mention)
                        .ifPresent(end -> found.add(right(mention, "have " + text.substring(end))));
            }
        }
    }

    private static void granted(String text, PartyMention mention, List<Assertion> found) {
        at(GRANTED, text, mention)
                .map(text::substring)
                .or(() -> at(GRANTED_THING, text, mention).map(end -> "have " + text.substring(end)))
                .ifPresent(action -> found.add(right(mention, action)));
    }

    /** Who is engaged to do something owes it; who is appointed or authorised may. */
    private static void hired(String text, PartyMention mention, boolean owes, List<Assertion> found) {
        at(HIRED, text, mention)
                .map(end -> right(mention, text.substring(end)))
                .ifPresent(right -> found.add(
                        owes ? new Assertion(right.subject(), Modality.DUTY, "", right.action(), null, 0.75) : right));
    }

    private static Optional<Integer> at(Pattern pattern, String text, PartyMention mention) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find(mention.end()) ? Optional.of(matcher.end()) : Optional.empty();
    }

    private static Assertion right(PartyMention mention, String action) {
        String who = plain(mention.words());
        return new Assertion(new Subject(who, who, false, 0.9), Modality.RIGHT, "", action, null, 0.8);
    }

    private void remedies(String text, List<Assertion> found) {
        Matcher matcher = REMEDY.matcher(text);
        while (matcher.find()) {
            @Nullable String who = holder(matcher);
            if (who != null && parties.knows(who)) {
                String what = text.substring(0, matcher.start()).strip();
                String action = "have as sole remedy" + matcher.group("rest") + ": " + what;
                found.add(new Assertion(new Subject(who, who, false, 0.85), Modality.RIGHT, "", action, null, 0.75));
                return;
            }
        }
    }

    private static @Nullable String holder(Matcher matcher) {
        if (matcher.group("owner") != null) {
            return plain(matcher.group("owner"));
        }
        if (matcher.group("person") != null) {
            return matcher.group("person").equalsIgnoreCase("your") ? "you" : "we";
        }
        return matcher.group("holder") == null ? null : plain(matcher.group("holder"));
    }

    private static String plain(String words) {
        return words.strip().replaceFirst("^[Tt]he\\s+", "");
    }
}
