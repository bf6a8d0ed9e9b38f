package io.recital.retrieval.plan;

import static io.recital.models.finding.FindingKind.FACT;
import static io.recital.models.finding.FindingKind.LEVER;
import static io.recital.models.finding.FindingKind.MEASURE;
import static io.recital.models.finding.FindingKind.MILESTONE;

import io.recital.models.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of finding that questions ask for, and the words by which they do.
 *
 * @param type the type within the kind; null for any
 * @param name for a reader, such as {@code governing law}
 */
public record Topic(FindingKind kind, @Nullable String type, String name, Pattern words) {
    private static final List<Topic> ALL = List.of(
            topic(
                    FACT,
                    "governing-law",
                    "governing law",
                    "govern(ing|ed|s)?\\W+(by\\W+)?(the\\W+)?(\\w+\\W+)?law|choice of law|(which|what|whose) (\\w+ )?law|applicable law|law applies|jurisdiction'?s law"),
            topic(
                    FACT,
                    "expiration-date",
                    "expiration date",
                    "expir(e|es|ed|y|ation)|end date|when (does|do|will) .{0,80}\\bend\\b|run until|until when|terminat\\w+ date|in force until|initial term|how long .{0,60}\\b(last|run|term)"),
            topic(
                    FACT,
                    "effective-date",
                    "effective date",
                    "effective (date|from)|(become|be|is|was)\\w* effective|(come|comes|came|go|goes) into (force|effect)|take\\w* effect|when (does|did|do) .{0,80}\\b(start|begin|commence)|commencement date|start date"),
            topic(
                    FACT,
                    "agreement-date",
                    "agreement date",
                    "agreement date|(date|dated|when) .{0,60}\\b(signed|executed|concluded|entered into)|\\bdated\\b|(?<!\\b(effective|expiration|expiry|termination|end|start|commencement|renewal|delivery|due|notice) )\\bdate of (the|this|that) (\\S+ ){0,8}?(agreement|contract|amendment|lease|licen[cs]e|addendum)"),
            topic(
                    FACT,
                    "party",
                    "parties",
                    "\\bpart(y|ies)\\b.{0,30}\\b(to|of|in|are|is)\\b|who (are|is) (the )?(part|supplier|customer|buyer|seller|licens|vendor|provider)|between whom|contracting part|who (signed|entered)"),
            topic(
                    FACT,
                    "title",
                    "title",
                    "\\b(title|name) of (the|this|that) (agreement|contract|document)|\\bcalled\\b"),
            topic(
                    FACT,
                    "contract-value",
                    "contract value",
                    "contract value|total value|value of (the|this) (agreement|contract)|worth|total (contract )?price|not[- ]to[- ]exceed"),
            topic(
                    FACT,
                    "notice-period",
                    "notice period",
                    "notice period|(how much|how long|what) .{0,80}notice( .{0,20}(non-?)?renewal)?|notice .{0,40}(renew|terminat|non-?renew)|notice (is|must|required)"),
            topic(
                    FACT,
                    "renewal",
                    "renewal",
                    "renew(al|s|ed)?\\b|extend(ed|s)? automatically|automatic(ally)? (extension|renewal)"),
            topic(
                    LEVER,
                    "payment-term",
                    "payment term",
                    "payment (term|period|deadline)|(when|how (soon|quickly|long)|by when|within how) .{0,60}(pay|paid|invoice)|days to pay|net \\d+|terms of payment|invoices? (due|payable)"),
            topic(
                    LEVER,
                    "early-payment-discount",
                    "early-payment discount",
                    "(early|prompt)[- ]payment|discount .{0,40}(early|prompt|within)|skonto|cash discount|pay(ing|ment)? early"),
            topic(
                    LEVER,
                    "late-payment-interest",
                    "late-payment interest",
                    "interest|late[- ]payment|overdue|pay(s|ing|ment)? late"),
            topic(
                    LEVER,
                    "price-adjustment",
                    "price adjustment",
                    "price (adjust|increase|index|change|revision|escalat)\\w*|index(ation|ed)?|(increase|raise|adjust)\\w* .{0,30}(price|rate|fee|charge)\\w*|\\bCPI\\b|inflation"),
            topic(LEVER, "rebate", "rebate", "rebates?\\b|bonus .{0,20}volume|year-end bonus"),
            topic(
                    LEVER,
                    "volume-discount",
                    "volume discount",
                    "volume discount|quantity discount|discount .{0,30}(volume|quantit)"),
            topic(
                    LEVER,
                    "minimum-commitment",
                    "minimum commitment",
                    "minimum (commitment|purchase|order|volume|quantit|spend|annual)\\w*|take[- ]or[- ]pay|committed (volume|spend|quantit)|at least .{0,20}(purchase|buy|order)"),
            topic(
                    LEVER,
                    "volume-restriction",
                    "volume restriction",
                    "volume restriction|maximum (volume|quantit|usage|number)\\w*|usage limit"),
            topic(
                    LEVER,
                    "most-favoured-customer",
                    "most favoured customer",
                    "most[- ]favou?red|\\bMFN\\b|best price|no less favou?rable"),
            topic(LEVER, "liquidated-damages", "liquidated damages", "liquidated damages|delay damages|penalt(y|ies)"),
            topic(
                    LEVER,
                    "gain-or-revenue-share",
                    "revenue share",
                    "(revenue|profit|gain)[- ]?shar\\w+|royalt(y|ies)|commission"),
            topic(LEVER, "liability-cap", "liability cap", "liabilit(y|ies)|cap on .{0,20}damages"),
            topic(
                    LEVER,
                    "termination-for-convenience",
                    "termination for convenience",
                    "terminat\\w+ .{0,40}(convenience|without cause|at any time|for any reason)|(convenience|without cause) .{0,20}terminat"),
            topic(LEVER, "renewal", "renewal", "renew(al|s|ed)?\\b"),
            topic(LEVER, "exclusivity", "exclusivity", "exclusiv\\w+"),
            topic(LEVER, "audit", "audit right", "audits?\\b|inspect\\w* .{0,20}(books|records)"),
            topic(LEVER, "benchmarking", "benchmarking", "benchmark\\w*"),
            topic(
                    LEVER,
                    "rate-card",
                    "rate",
                    "(hourly|daily|day|unit) (rate|price)|rate card|price (list|of|for|per)|(rate|price|cost|charge)s? (of|for|per) |how much (does|do|is|are|for)|\\brate for\\b"),
            topic(
                    MEASURE,
                    null,
                    "service level",
                    "service[- ]levels?|\\bSLAs?\\b|\\bKPIs?\\b|availability|uptime|response times?|resolution times?|service credits?|key performance|performance (measure|target|indicator)s?|on[- ]time|in full|OTIF|target\\b"),
            topic(MILESTONE, null, "milestone", "milestones?|deliverables?|acceptance"));

    private static Topic topic(FindingKind kind, @Nullable String type, String name, String words) {
        return new Topic(kind, type, name, Pattern.compile("(?i)(?:" + words + ")"));
    }

    /** What a question may be asking for, the most specific wording first. */
    public static List<Topic> of(String question) {
        record Match(Topic topic, int length) {}
        List<Match> matches = new ArrayList<>();
        for (Topic topic : ALL) {
            var matcher = topic.words.matcher(question);
            if (matcher.find()) {
                matches.add(new Match(topic, matcher.end() - matcher.start()));
            }
        }
        return matches.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .map(Match::topic)
                .toList();
    }
}
