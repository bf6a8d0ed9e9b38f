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
import java.util.stream.Stream;

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
    private static final Pattern BY_ITSELF = Pattern.compile(
            "\\b(?:automatic|renews?\\b|is renewed|shall be renewed|shall renew|extends? automatically|verl\u00e4ngert sich).*\\bunless\\b|\\bautomatic(?:ally)?\\b|verl\u00e4ngert sich",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
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
                        && BY_ITSELF.matcher(words(lever.finding())).find())
                .flatMap(lever -> read(dossier, lever).stream())
                .toList();
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
                ((TypedValue.Day) end.get().content().value()).value(),
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

    private static String words(Finding finding) {
        return Stream.of(finding)
                .flatMap(each -> each.citations().stream())
                .map(Citation::quote)
                .collect(Collectors.joining(" "));
    }
}
