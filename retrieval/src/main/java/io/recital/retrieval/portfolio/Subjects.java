package io.recital.retrieval.portfolio;

import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverType;
import io.recital.retrieval.plan.Topic;
import io.recital.retrieval.portfolio.Subject.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The subjects that portfolio questions ask about beside the topics of single contracts, by their words. */
final class Subjects {
    private static final String NON_RENEWAL = "(?:non-?renew\\w*|notice of (?:non-?renewal|termination)"
            + "|notice to (?:stop|prevent)|(?:stop|prevent|avoid)\\w* (?:the |its |a )?renewal)";

    static final Subject LAW = subject(
            "governing law", Source.STATED, FindingKind.FACT, Set.of(FactType.GOVERNING_LAW.label()), "\\blaws?\\b");
    static final Subject CURRENCY = subject(
            "currency",
            Source.CURRENCY,
            FindingKind.LEVER,
            Set.of(),
            "\\bcurrenc(?:y|ies)\\b|\\b(?:charged|invoiced|priced|paid|billed|denominated|payable)\\b.{0,30}"
                    + "\\b(?:pounds?|sterling|euros?|dollars?|francs?|GBP|EUR|USD|CHF)\\b");
    private static final Subject END = subject(
            "end of the term",
            Source.END,
            FindingKind.FACT,
            Set.of(),
            "\\bend(?:s|ing)? (?:in|on|before|after|by|within|during|first|last|this|next|between|soonest|earliest|latest)\\b"
                    + "|\\bexpir\\w+|\\brun(?:s|ning)? (?:out|until|longest|beyond)|\\b(?:day|date)s? (?:on|at) which (?:they|it) ends?\\b"
                    + "|\\bend(?:ing)? dates?\\b|\\blapses?\\b|\\bcomes? to an end|\\b(?:contracts?|agreements?) (?:that )?end\\b"
                    + "|\\bin which they end\\b|\\bup for renewal\\b|\\bterms? ends?\\b");

    /** Looked through in this order, before the topics. */
    private static final List<Subject> OWN = List.of(
            subject(
                    "notice date",
                    Source.NOTICE_DATE,
                    FindingKind.FACT,
                    Set.of(),
                    "notice (?:date|day|deadline)|(?:last|latest) (?:possible )?(?:day|date|moment)\\b.{0,50}\\bnotice"
                            + "|\\bnotice\\b.{0,60}\\b(?:at the latest|latest|falls?|fall due|runs out|must (?:reach|be given|go out|be sent))"
                            + "|(?:by (?:when|what|which)|until when|when|(?:which|what) (?:day|date)|how late)\\b.{0,70}\\b"
                            + NON_RENEWAL
                            + "|(?:stop|prevent|avoid|decide on|cancel)\\w* (?:the |its |a |automatic )*renewals? .{0,40}(?:day|week|month|by|until)"
                            + "|given notice (?:in|within) the next"),
            lever(
                    LeverType.TERMINATION_FOR_CONVENIENCE,
                    "termination for convenience",
                    "(?:walk away|get out|end|leave|exit|quit|terminat\\w*|stop|cancel|drop|ended)\\b.{0,50}"
                            + "\\b(?:without (?:a |any |giving (?:a |any )?)?(?:reason|cause|breach)|for convenience|at (?:our|any) (?:will|time)|for no reason)"),
            subject(
                    "notice period",
                    Source.STATED,
                    FindingKind.FACT,
                    Set.of(FactType.NOTICE_PERIOD.label()),
                    "non-?renewal notices?|notices? (?:of|for|against) (?:non-?)?renewal|notice periods?|how much notice .{0,40}renew"),
            lever(
                    LeverType.LATE_PAYMENT_INTEREST,
                    "late-payment interest",
                    "(?:late|default|overdue)\\b.{0,30}\\binterest|\\binterest\\b.{0,60}\\b(?:late|overdue|default|month|year)|interest rates?"),
            subject(
                    "cap on service credits",
                    Source.CREDIT_CAP,
                    FindingKind.MEASURE,
                    Set.of(),
                    "\\b(?:cap|limit|ceiling|maximum|most|capped|limited)\\b.{0,40}\\b(?:service )?credits?\\b"
                            + "|\\bcredits?\\b.{0,30}\\b(?:capped|limited|cap|ceiling)\\b|credits at risk"),
            subject(
                    "time to claim",
                    Source.CLAIM_WINDOW,
                    FindingKind.MEASURE,
                    Set.of(),
                    "\\b(?:time|long|days|window|deadline|period|when|late|soon)\\b.{0,40}\\bclaim\\w*\\b.{0,40}"
                            + "\\b(?:credits?|damages|bonus|penalt\\w+)|\\bclaim (?:window|period|deadline)s?"),
            marked(
                    "Change Of Control",
                    "chang(?:e|es|ing) (?:of|in) control|takes? (?:over|control)|takeover|taken over"
                            + "|acquir(?:es|ed by|ing) (?:\\S+ )?(?:majority|control|shares)|control of \\S+ (?:passes|changes)"),
            marked("Set-Off", "\\bset(?:s|ting)?[- ]?off|\\boffset|\\bnet off|deduct what (?:they|it) owes?"),
            marked("Insurance", "\\binsur\\w+|(?:indemnity|liability) cover\\w*|\\bpolic(?:y|ies) of\\b"),
            marked(
                    "Confidentiality",
                    "confiden(?:tial\\w*|ce)\\b|keep (?:\\w+ )?(?:quiet|secret)|\\bsecre(?:t|ts|cy)\\b|non-?disclosure"),
            marked("Data Protection", "data (?:breach|protection|leak)\\w*|personal data|\\bGDPR\\b"),
            marked("Force Majeure", "force majeure|acts? of god|beyond (?:its|their) (?:reasonable )?control"),
            marked("Indemnity", "(?<!professional )indemnit(?:y|ies)\\b|indemnif\\w+|hold (?:us )?harmless"),
            marked("Anti-Assignment", "\\bassign(?:ed|ment|s)?\\b|transfer (?:the|their|its) (?:contract|agreement)"),
            marked(
                    "No-Solicit Of Employees",
                    "\\bpoach\\w*|\\bhir(?:e|ing) .{0,20}(?:staff|employees|people)|non-?solicit\\w*|\\bsolicit\\w*"),
            marked("Non-Compete", "non-?compet\\w*|\\bcompete with us"),
            marked("Source Code Escrow", "\\bescrow"),
            marked("Sole Remedy", "(?:sole|exclusive|only) (?:and exclusive )?remed(?:y|ies)"),
            marked("Warranty Duration", "warrant(?:y|ies) (?:period|last|run)\\w*|how long .{0,30}warrant\\w*"),
            marked("Post-Termination Services", "exit (?:services|assistance|plan)|transition assistance"),
            END,
            CURRENCY);

    /** Topics whose words stand in questions about others too. */
    private static final Set<String> WEAK = Set.of(
            "notice-period", "effective-date", "agreement-date", "party", "title", "rate-card", "contract-value");

    private Subjects() {}

    private static Subject subject(String name, Source source, FindingKind kind, Set<String> types, String words) {
        return new Subject(name, source, kind, types, Pattern.compile("(?i)(?:" + words + ")"));
    }

    private static Subject lever(LeverType type, String name, String words) {
        return subject(name, Source.STATED, FindingKind.LEVER, Set.of(type.label()), words);
    }

    private static Subject marked(String label, String words) {
        return subject(label.toLowerCase(Locale.ROOT), Source.MARKED, FindingKind.LABEL, Set.of(label), words);
    }

    /** What a question asks about; empty where only its own words can tell. */
    static Optional<Subject> of(String question, List<Topic> topics) {
        return OWN.stream()
                .filter(subject -> subject.words().matcher(question).find())
                .findFirst()
                .or(() -> ofTopics(topics.stream()
                        .filter(topic -> topic.type() != null && !WEAK.contains(topic.type()))
                        .toList()))
                .or(() -> ofTopics(topics));
    }

    private static Optional<Subject> ofTopics(List<Topic> topics) {
        return topics.stream().flatMap(topic -> ofTopic(topic).stream()).findFirst();
    }

    private static Optional<Subject> ofTopic(Topic topic) {
        if (topic.type() == null || (topic.kind() != FindingKind.FACT && topic.kind() != FindingKind.LEVER)) {
            return Optional.empty();
        }
        if (topic.type().equals(FactType.EXPIRATION_DATE.label())) {
            return Optional.of(END);
        }
        boolean renewal = topic.type().equals(LeverType.RENEWAL.label());
        return Optional.of(new Subject(
                topic.name(),
                Source.STATED,
                renewal ? FindingKind.LEVER : topic.kind(),
                Set.of(topic.type()),
                topic.words()));
    }
}
