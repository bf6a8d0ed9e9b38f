package io.recital.retrieval.portfolio;

import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.finding.TypedValue;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what each family says of a subject on a day. Call it in the name of a tenant. */
final class StatedTerms {
    private static final int MOST = 1000;

    private final QueryRun run;
    private final LocalDate today;
    /** Stems that a finding should hold, where a contract says several things of the subject. */
    private final Set<String> words;

    private final Form form;

    StatedTerms(QueryRun run, LocalDate today, Set<String> words, Form form) {
        this.run = run;
        this.today = today;
        this.words = Set.copyOf(words);
        this.form = form;
    }

    /** One statement of each family that says something, and more where its orders say something else. */
    List<StatedTerm> of(Subject subject, List<Family> families) {
        Map<UUID, List<Finding>> found = findings(subject, families);
        List<StatedTerm> all = new ArrayList<>();
        for (Family family : families) {
            all.addAll(ofFamily(subject, family, found));
        }
        return all;
    }

    private Map<UUID, List<Finding>> findings(Subject subject, List<Family> families) {
        Set<UUID> contracts =
                families.stream().flatMap(family -> family.contracts().stream()).collect(Collectors.toSet());
        List<Finding> found = new ArrayList<>();
        switch (subject.source()) {
            case END, NOTICE_DATE -> {
                found.addAll(fetch(FindingKind.FACT, Set.of("expiration-date", "notice-period"), contracts));
                found.addAll(fetch(FindingKind.LEVER, Set.of(LeverType.RENEWAL.label()), contracts));
            }
            case CLAIM_WINDOW -> {
                found.addAll(fetch(FindingKind.MEASURE, Set.of(), contracts));
                found.addAll(fetch(FindingKind.LEVER, Set.of(LeverType.LIQUIDATED_DAMAGES.label()), contracts));
            }
            default -> found.addAll(fetch(subject.kind(), subject.types(), contracts));
        }
        return found.stream()
                .filter(finding -> finding.review() != ReviewStatus.REJECTED)
                .collect(Collectors.groupingBy(Finding::contract));
    }

    private List<Finding> fetch(FindingKind kind, Set<String> types, Set<UUID> contracts) {
        return run.findings(new TypedQuery.Findings(kind, types, contracts, "", MOST));
    }

    private List<StatedTerm> ofFamily(Subject subject, Family family, Map<UUID, List<Finding>> found) {
        List<StatedTerm> stated = new ArrayList<>();
        for (Member member : family.speaking(today)) {
            ofMember(
                            subject,
                            family,
                            member,
                            found.getOrDefault(member.contract().id(), List.of()))
                    .ifPresent(stated::add);
        }
        Optional<StatedTerm> main = main(stated);
        if (subject.source() == Subject.Source.END || subject.source() == Subject.Source.NOTICE_DATE) {
            return main.map(List::of).orElse(List.of());
        }
        List<StatedTerm> kept = new ArrayList<>();
        main.ifPresent(kept::add);
        stated.stream()
                .filter(StatedTerm::ofAnOrder)
                .filter(order -> order.value() != null)
                .filter(order -> kept.stream().noneMatch(other -> Objects.equals(other.value(), order.value())))
                .forEach(kept::add);
        return kept;
    }

    /** The first that has a value; the last that has the same, which is what a change repeats. */
    private static Optional<StatedTerm> main(List<StatedTerm> stated) {
        List<StatedTerm> own =
                stated.stream().filter(statement -> !statement.ofAnOrder()).toList();
        Optional<StatedTerm> first =
                own.stream().filter(statement -> statement.value() != null).findFirst();
        return first.flatMap(one -> own.stream()
                        .filter(other -> Objects.equals(other.value(), one.value()))
                        .reduce((before, after) -> after))
                .or(() -> own.stream().findFirst());
    }

    /** What each text of a family says, oldest first, as far as it says something else than the one before. */
    List<StatedTerm> versions(Subject subject, Family family) {
        Map<UUID, List<Finding>> found = findings(subject, List.of(family));
        List<StatedTerm> versions = new ArrayList<>();
        for (Member member : family.byDate()) {
            best(subject, family, member, found.getOrDefault(member.contract().id(), List.of()))
                    .filter(statement -> statement.value() != null)
                    .filter(statement ->
                            versions.stream().noneMatch(other -> Objects.equals(other.value(), statement.value())))
                    .ifPresent(versions::add);
        }
        return versions;
    }

    private Optional<StatedTerm> ofMember(Subject subject, Family family, Member member, List<Finding> findings) {
        return switch (subject.source()) {
            case END -> member.isAgreement() ? new TermDates(family, member, findings).end(today) : Optional.empty();
            case NOTICE_DATE ->
                member.isAgreement() ? new TermDates(family, member, findings).noticeDate(today) : Optional.empty();
            case CURRENCY -> currency(family, member, findings);
            case MARKED -> Optional.empty();
            case STATED, CREDIT_CAP, CLAIM_WINDOW -> best(subject, family, member, findings);
        };
    }

    /** Of what a contract says of the subject: what holds the question's words, has a value, and is surest. */
    private Optional<StatedTerm> best(Subject subject, Family family, Member member, List<Finding> findings) {
        Map<Finding, @Nullable TypedValue> values = new HashMap<>();
        for (Finding finding : findings) {
            values.put(finding, StatedValue.of(finding, subject, form).orElse(null));
        }
        boolean needsValue =
                subject.source() == Subject.Source.CREDIT_CAP || subject.source() == Subject.Source.CLAIM_WINDOW;
        Comparator<Finding> order = Comparator.comparingDouble(this::coverage);
        if (StatedValue.largestSpeaks(subject)) {
            order = order.thenComparing(finding -> size(values.get(finding)));
        }
        return findings.stream()
                .filter(finding -> !needsValue || values.get(finding) != null)
                .max(order.thenComparing(finding -> values.get(finding) != null)
                        .thenComparingDouble(Finding::confidence))
                .map(finding -> StatedTerm.of(family, member, finding, values.get(finding)));
    }

    private double size(@Nullable TypedValue value) {
        return value instanceof TypedValue.Amount amount
                ? amount.value().getAmount().doubleValue()
                : 0;
    }

    /** The share of the question's words that a finding holds. */
    double coverage(Finding finding) {
        Set<String> there = new HashSet<>(Words.of(finding.content().summary()));
        finding.citations().forEach(citation -> there.addAll(Words.of(citation.quote())));
        return words.isEmpty() ? 0 : Words.coverage(words, there);
    }

    /** The currency in which most of a contract's amounts are stated, by the largest of them. */
    private static Optional<StatedTerm> currency(Family family, Member member, List<Finding> levers) {
        Map<String, List<Finding>> byCode = levers.stream()
                .filter(finding -> amount(finding).isPresent())
                .collect(Collectors.groupingBy(finding ->
                        amount(finding).orElseThrow().value().getCurrencyUnit().getCode()));
        return byCode.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry ->
                        StatedTerm.of(family, member, entry.getValue().get(0), new TypedValue.Text(entry.getKey())));
    }

    private static Optional<TypedValue.Amount> amount(Finding finding) {
        return finding.content() instanceof CommercialLever lever
                ? lever.parameters().stream()
                        .map(LeverParameter::value)
                        .filter(TypedValue.Amount.class::isInstance)
                        .map(TypedValue.Amount.class::cast)
                        .findFirst()
                : Optional.empty();
    }
}
