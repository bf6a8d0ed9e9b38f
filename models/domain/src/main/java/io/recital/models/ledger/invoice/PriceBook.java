package io.recital.models.ledger.invoice;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.FindingContent;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.invoice.ItemJoin.Joined;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agreed prices of a family of contracts, and which of them governs an invoice line. */
final class PriceBook {
    /** Who is asked: what a line bears, and the days; a year of lines asks for few. */
    private record Question(String contract, String order, LocalDate day, LocalDate known) {}

    private final ContractFamily family;
    private final Map<UUID, List<AgreedPrice>> prices;
    private final ItemJoin items;
    private final Map<LocalDate, List<FamilyMember>> inForce = new HashMap<>();
    private final Map<Question, SpeakingDocuments> speaking = new HashMap<>();
    private final Map<List<UUID>, SpeakingDocuments> documents = new HashMap<>();
    private final IdentityHashMap<InvoicedItem, Map<Question, Optional<Joined>>> answers = new IdentityHashMap<>();
    private final IdentityHashMap<InvoiceLine, InvoicedItem> invoiced = new IdentityHashMap<>();
    private final IdentityHashMap<FamilyMember, List<ChargeSentence>> sentences = new IdentityHashMap<>();
    private final Map<InvoicedItem.Said, InvoicedItem> said = new HashMap<>();
    /** Each item once, so that those of the same words are the same object. */
    private final Map<InvoicedItem, InvoicedItem> known = new HashMap<>();

    private PriceBook(Dossier dossier) {
        this.family = dossier.family();
        this.prices = family.members().stream()
                .collect(Collectors.toMap(member -> member.contract().id(), PriceBook::prices));
        this.items = new ItemJoin(prices.values().stream().flatMap(List::stream).toList());
    }

    /** The one that all checks of a dossier share. */
    static PriceBook of(Dossier dossier) {
        return dossier.reading(PriceBook.class, PriceBook::new);
    }

    private static List<AgreedPrice> prices(FamilyMember member) {
        Stream<Governed<CommercialLever>> fees =
                member.findings().stream().flatMap(finding -> StatedFee.of(finding, member).stream());
        return Stream.concat(levers(member).stream(), fees)
                .flatMap(lever -> RateCard.prices(lever).stream())
                .toList();
    }

    /** The levers of a document. */
    static List<Governed<CommercialLever>> levers(FamilyMember member) {
        return member.findings().stream()
                .filter(finding -> finding.content() instanceof CommercialLever)
                .map(finding -> new Governed<>((CommercialLever) finding.content(), finding, member))
                .toList();
    }

    InvoicedItem item(InvoiceLine line) {
        return invoiced.computeIfAbsent(line, each -> {
            InvoicedItem item = said.computeIfAbsent(InvoicedItem.Said.of(each), InvoicedItem::of);
            InvoicedItem same = known.putIfAbsent(item, item);
            return same == null ? item : same;
        });
    }

    /** The price that governs a line on a day, as far as documents signed by another day say. */
    Optional<Joined> find(InvoiceLine line, LocalDate day, LocalDate known) {
        InvoicedItem item = item(line);
        return answers.computeIfAbsent(item, first -> new HashMap<>())
                .computeIfAbsent(
                        new Question(line.contract(), line.order(), day, known),
                        question -> closest(documents(line, day, known).members().stream()
                                .map(member -> items.find(item, valid(member, day)))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /** What the first document says, unless another means a narrower thing that the line is about. */
    private static Optional<Joined> closest(List<Joined> found) {
        return found.stream()
                .filter(joined -> found.stream().noneMatch(joined::isOutdoneBy))
                .findFirst();
    }

    private List<AgreedPrice> valid(FamilyMember member, LocalDate day) {
        List<AgreedPrice> valid = prices.getOrDefault(member.contract().id(), List.of()).stream()
                .filter(price -> price.isValidOn(day))
                .toList();
        return valid.stream().filter(price -> !isReplaced(price, valid)).toList();
    }

    /** Whether a later column for the same item has begun. */
    private static boolean isReplaced(AgreedPrice price, List<AgreedPrice> valid) {
        LocalDate from = price.from();
        return valid.stream()
                .anyMatch(other -> other.names().equals(price.names())
                        && other.limit() == price.limit()
                        && other.unit().equals(price.unit())
                        && other.from() != null
                        && (from == null || other.from().isAfter(from)));
    }

    /** The documents that speak of a line: its order's own first, then the latest change; of other orders none. */
    SpeakingDocuments documents(InvoiceLine line, LocalDate day, LocalDate known) {
        return speaking.computeIfAbsent(
                new Question(line.contract(), line.order(), day, known),
                question -> once(inForce.computeIfAbsent(day, family::inForce).stream()
                        .filter(member -> isKnown(member, known))
                        .filter(member ->
                                !member.isOrder() || member.references().isEmpty() || names(member, line))
                        .sorted(Comparator.comparing(member -> !isOfItsOrder(member, line)))
                        .toList()));
    }

    private SpeakingDocuments once(List<FamilyMember> members) {
        return documents.computeIfAbsent(
                members.stream().map(member -> member.contract().id()).toList(),
                key -> new SpeakingDocuments(members, this::sentences));
    }

    /** What a document says of charges. */
    List<ChargeSentence> sentences(FamilyMember member) {
        return sentences.computeIfAbsent(member, ChargeSentence::of);
    }

    /** Whether it is the order that a line bears, or changes that. */
    private boolean isOfItsOrder(FamilyMember member, InvoiceLine line) {
        return isItsOrder(member, line)
                || family.relations().stream()
                        .filter(relation -> relation.kind() == RelationKind.AMENDS
                                && relation.contract().equals(member.contract().id()))
                        .flatMap(relation -> Stream.ofNullable(relation.to()))
                        .flatMap(changed -> family.find(changed).stream())
                        .anyMatch(changed -> isItsOrder(changed, line));
    }

    private static boolean isItsOrder(FamilyMember member, InvoiceLine line) {
        return member.isOrder() && names(member, line);
    }

    private static boolean isKnown(FamilyMember member, LocalDate known) {
        return member.findSigned().map(signed -> !signed.isAfter(known)).orElse(true);
    }

    static boolean names(FamilyMember member, InvoiceLine line) {
        return member.bears(line.contract()) || member.bears(line.order());
    }

    /** All prices of the family, whenever they hold. */
    List<AgreedPrice> all() {
        return prices.values().stream().flatMap(List::stream).toList();
    }

    /** Whether any document of the family, whenever it is in force, says something of charges. */
    boolean isSaid(Predicate<String> something) {
        return family.members().stream()
                .flatMap(member -> sentences(member).stream())
                .anyMatch(sentence -> something.test(sentence.words()));
    }

    /** What the documents that speak of a line on a day say of charges, as far as they were signed by then; latest first. */
    List<ChargeSentence> sentences(InvoiceLine line, LocalDate day, LocalDate known) {
        return documents(line, day, known).sentences();
    }

    /** The findings of a sort that speak of a line on a day, as far as documents signed by then say; latest first. */
    <C extends FindingContent> List<Governed<C>> list(Class<C> sort, InvoiceLine line, LocalDate day, LocalDate known) {
        return documents(line, day, known).list(sort);
    }
}
