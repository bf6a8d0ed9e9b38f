package io.recital.extraction.rules.obligation;

import io.recital.models.finding.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rights whose sentence says something else first: notices of non-renewal, licences granted, sole remedies. */
final class SpecialRights {
    private static final Pattern NON_RENEWAL = Pattern.compile(
            "\\bunless\\s+(?<who>(?:either|one|a|any)\\s+(?:of\\s+the\\s+)?part(?:y|ies)|either\\s+of\\s+us|(?:the\\s+)?\\p{Lu}[\\w-]+(?:\\s+\\p{Lu}[\\w-]+)?)\\s+"
                    + "(?:(?:shall|has|have|will)\\s+(?:first\\s+)?)?(?<verb>give|deliver|notif)(?:s|n|ies|ied|y|ed|en)?\\s+"
                    + "(?<rest>[^;]{3,300}?(?:[.;]|$))");
    private static final Pattern RENEWAL = Pattern.compile(
            "\\brenew|\\bextend|\\bthen[- ]current\\b|\\bcurrent\\s+(?:term|period)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANT =
            Pattern.compile("\\bgrants?(?:\\s+and\\s+agrees\\s+to\\s+grant)?\\s+(?:to\\s+)?$");
    private static final Pattern GRANTED = Pattern.compile(
            "\\G[^;.]{0,200}?\\b(?:licen[cs]e|right|option)s?\\b[^;.]{0,220}?\\bto\\s+(?=(?!the|a|an|any|all|its|each|such)[a-z]+\\b)");
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
            String who = plain(matcher.group("who"));
            String verb = matcher.group("verb").equals("notif") ? "notify" : matcher.group("verb");
            String action = verb + " " + matcher.group("rest");
            found.add(new Assertion(new Subject(who, who, false, 0.85), Modality.RIGHT, "", action, null, 0.8));
        }
    }

    private static void grants(String text, List<PartyMention> mentions, List<Assertion> found) {
        for (PartyMention mention : mentions) {
            Matcher granted = GRANTED.matcher(text);
            if (mention.sort() != PartyMention.Sort.PRONOUN
                    && GRANT.matcher(text.substring(0, mention.start())).find()
                    && granted.find(mention.end())) {
                String who = plain(mention.words());
                found.add(new Assertion(
                        new Subject(who, who, false, 0.9),
                        Modality.RIGHT,
                        "",
                        text.substring(granted.end()),
                        null,
                        0.8));
            }
        }
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
