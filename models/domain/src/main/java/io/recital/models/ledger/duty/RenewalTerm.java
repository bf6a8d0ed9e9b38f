package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A contract that renews itself unless a notice stops it.
 *
 * @param noticeWords what the family's findings say of how notices are given
 */
record RenewalTerm(
        FamilyMember member,
        LocalDate ends,
        TimeSpan notice,
        TimeSpan renewedFor,
        List<Finding> rests,
        String noticeWords) {
    private static final String GOES_ON =
            "(?:renew(?:s|ed)?|extend(?:s|ed)?|prolong(?:s|ed)?|continue[sd]?|runs?\\s+on|goes\\s+on|rolls?\\s+over|rolled\\s+over|carr(?:y|ies)\\s+on|(?:remains?|stays?)\\s+in\\s+(?:force|effect)|keeps?\\s+running|(?:starts?|begins?)\\s+(?:again|anew)|verl\u00e4nger\\w*)";
    /** That it goes on unless something is done, or of itself. */
    private static final Pattern BY_ITSELF = Pattern.compile(
            "\\b" + GOES_ON
                    + "\\b.*?\\b(?:unless|failing|in\\s+the\\s+absence\\s+of|absent\\s+(?:such\\s+)?notice|if\\s+(?:it|the\\s+\\w+|this\\s+\\w+)\\s+is\\s+not|if\\s+(?:neither|no|none\\s+of)|provided\\s+(?:that\\s+)?(?:neither|no)|as\\s+long\\s+as\\s+(?:neither|no))\\b"
                    + "|\\b(?:unless|if\\s+(?:neither|no|it\\s+is\\s+not)|failing|absent)\\b.*?\\b" + GOES_ON
                    + "\\b|\\b(?:automatic(?:ally)?|tacit(?:ly)?|evergreen|by\\s+itself|of\\s+itself)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** That it does not, or only where somebody wishes it. */
    private static final Pattern NOT_BY_ITSELF = Pattern.compile(
            "\\b(?:not|no|never|without)\\s+(?:be\\s+)?(?:automatic\\w*\\s+|tacit\\w*\\s+)?(?:renew|exten|prolong|continu)|\\b(?:may|can|option\\s+to|right\\s+to|entitled\\s+to)\\s+(?:be\\s+)?(?:renew|exten|prolong|continu)\\w*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTICE = Pattern.compile("\\bnotices?\\b", Pattern.CASE_INSENSITIVE);

    RenewalTerm {
        requireNonNull(member, "member");
        requireNonNull(ends, "ends");
        requireNonNull(notice, "notice");
        requireNonNull(renewedFor, "renewedFor");
        rests = List.copyOf(rests);
    }

    /** The last day on which a notice can be received. */
    LocalDate noticeReceivedBy() {
        return notice.before(ends);
    }

    /** The last days of a notice, by the business days of whoever receives it. */
    NoticeDate noticeDate(Dossier dossier) {
        return NoticeDate.of(noticeReceivedBy(), Recipient.calendar(dossier, member, manner()), manner());
    }

    /** How the contract lets notices be given. */
    NoticeManner manner() {
        return NoticeManner.of(noticeWords);
    }

    static List<RenewalTerm> of(Dossier dossier) {
        return dossier.family().listInForce(CommercialLever.class, dossier.asOf()).stream()
                .filter(lever -> lever.content().lever() == LeverType.RENEWAL
                        && goesOn(lever.finding().words()))
                .flatMap(lever -> read(dossier, lever).stream())
                .toList();
    }

    private static boolean goesOn(String words) {
        return BY_ITSELF.matcher(words).find() && !NOT_BY_ITSELF.matcher(words).find();
    }

    /** The end of the term that runs on a day: where nobody gave notice, it has gone on for as long as it renews for. */
    private static LocalDate runningEnd(LocalDate first, TimeSpan renewedFor, LocalDate day) {
        LocalDate end = first;
        for (LocalDate next = first; end.isBefore(day) && renewedFor.count() > 0; end = next) {
            next = renewedFor.after(end.plusDays(1)).minusDays(1);
        }
        return end;
    }

    private static Optional<RenewalTerm> read(Dossier dossier, Governed<CommercialLever> lever) {
        List<Governed<ContractFact>> facts =
                dossier.family().listInForce(ContractFact.class, dossier.asOf(), lever.member());
        List<TimeSpan> spans = lever.content().parameters().stream()
                .filter(parameter -> parameter.name() == LeverParameter.Name.PERIOD
                        && parameter.value() instanceof TypedValue.Length)
                .map(parameter -> ((TypedValue.Length) parameter.value()).value())
                .toList();
        Optional<Governed<ContractFact>> end = fact(facts, FactType.EXPIRATION_DATE, TypedValue.Day.class);
        Optional<TimeSpan> notice = fact(facts, FactType.NOTICE_PERIOD, TypedValue.Length.class)
                .map(found -> ((TypedValue.Length) found.content().value()).value())
                .or(() -> spans.stream().skip(1).findFirst());
        if (end.isEmpty() || notice.isEmpty() || spans.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RenewalTerm(
                lever.member(),
                runningEnd(((TypedValue.Day) end.get().content().value()).value(), spans.get(0), dossier.asOf()),
                notice.get(),
                spans.get(0),
                List.of(lever.finding(), end.get().finding()),
                noticeWords(dossier, lever.member())));
    }

    private static Optional<Governed<ContractFact>> fact(
            List<Governed<ContractFact>> facts, FactType type, Class<? extends TypedValue> form) {
        return facts.stream()
                .filter(fact -> fact.content().fact() == type
                        && form.isInstance(fact.content().value()))
                .findFirst();
    }

    private static String noticeWords(Dossier dossier, FamilyMember member) {
        return dossier.family().listInForce(FindingContent.class, dossier.asOf(), member).stream()
                .flatMap(term -> term.finding().citations().stream())
                .map(Citation::quote)
                .filter(quote -> NOTICE.matcher(quote).find())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
