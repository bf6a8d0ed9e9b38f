package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.ClauseLabel;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Claimed.Part;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Surcharges that the contract includes in its prices, excludes, or lets be charged only with the tenant's consent. */
public final class ExcludedChargeCheck implements Check {
    private static final Pattern SURCHARGE =
            Pattern.compile("(?i)surcharge|zuschlag|supplement\\b|\\blevy\\b|handling (?:fee|charge)"
                    + "|admin(?:istration|istrative)? (?:fee|charge)|(?:processing|convenience|environmental|expedite|peak) (?:fee|charge)"
                    + "|\\bfuel\\b|\\benergy\\b|\\bfreight\\b|small.order|pauschale für bearbeitung"
                    + "|(?:recovery|compliance|regulatory|platform|documentation|booking|minimum.order|packaging|security|booking) (?:fee|charge)"
                    + "|\\bmileage\\b|\\btravel(?:l?ing)?\\b|\\bparking\\b|\\btolls?\\b|low.water|Anfahrt|Fahrtkosten");
    private static final Pattern TAX =
            Pattern.compile("(?i)\\btax(?:es)?\\b|\\bvat\\b|\\bgst\\b|mwst|umsatzsteuer|customs dut");
    private static final Pattern EXCLUDED =
            Pattern.compile("(?i)\\b(?:no|any|not any) other (?:sur)?charges?\\b|\\bother surcharges\\b"
                    + "|\\badd an?y? (?:other )?(?:handling |further )?charge|charges? other than|(?:sur)?charges? (?:is|are) included"
                    + "|shall not (?:charge|invoice|add)[^.]*(?:surcharge|travel|carriage|freight|packag|handling|fuel|energy)"
                    + "|no (?:surcharges?|additional charges?|handling)|prices? (?:includes?|are inclusive)"
                    + "|(?:not|never) (?:charge|invoice|add|levy) any (?:\\w+ )?(?:fee|charge|surcharge|cost)"
                    + "|no (?:fee|charge|surcharge)s? of (?:any|whatever) kind"
                    + "|any (?:fee|charge|cost)[^.;]{0,60} not (?:set forth|set out|stated|listed|named|provided)");
    /** What is paid for with the prices, of the kinds that the clause names. */
    private static final Pattern COVERED = Pattern.compile(
            "(?i)\\b(?:nothing|no(?: further| additional| extra| separate)? (?:charge|amount|sum|payment|fee)s?)\\b"
                    + "[^.;]{0,60}\\b(?:charged|payable|paid|due|made|added|invoiced)\\b[^.;]{0,60}"
                    + "|\\b(?:rates?|prices?|fees?|charges?)\\b[^.;]{0,60}\\b(?:cover|include|comprise)s?\\b"
                    + "|\\b(?:is|are)\\s+included\\s+in\\b[^.;]{0,40}\\b(?:rates?|prices?|fees?|charges?)\\b");
    /** The charges that a clause against others names. */
    private static final Pattern LISTED = Pattern.compile(
            "(?i)\\b(?:including|such\\s+as|be\\s+it\\s+for|whether\\s+for)\\s+(?<list>[^.;]*?)(?=,?\\s+(?:may|shall|will|must|can|to)\\b|[.;]|$)");

    /** A right to charge nothing is a prohibition. */
    private static final Pattern NO_CHARGE =
            Pattern.compile("(?i)\\b(?:charge|add|invoice|bill|levy)\\s+(?:\\w+\\s+){0,3}?(?:nothing|no)\\b");

    private static final Words GENERAL = Words.of(
            "surcharge charge fee cost levy supplement handling percent service other any kind further additional");
    private static final List<Words> KINDS = List.of(
            Words.of(
                    "travel travelling traveling mileage mile journey vehicle van car fuel drive driving parking Anfahrt Fahrtkosten"),
            Words.of("packaging packing pallet crate"),
            Words.of("freight carriage delivery transport shipping"),
            Words.of("energy electricity gas power"));
    private static final Pattern CONSENT =
            Pattern.compile("(?i)consent|approv|agreed|agreement of|ordered|order in|text form|authori[sz]");

    /** What the words of a line call it; many lines bear the same words. */
    private record Named(boolean surcharge, boolean tax) {
        static Named of(String said) {
            return new Named(SURCHARGE.matcher(said).find(), TAX.matcher(said).find());
        }
    }

    /** A clause against other charges. */
    private record Exclusion(Finding finding, String words) {
        boolean needsConsent() {
            return CONSENT.matcher(words).find();
        }

        /** Whether it names the very charge, and not charges at large. */
        boolean names(InvoiceLine line) {
            Words kind = Words.undated(line.description())
                    .without(Words.of("surcharge zuschlag supplement levy handling percent"));
            return Words.of(words).touch(kind);
        }

        /** Whether it lists the charge among those that it is against. */
        boolean lists(InvoiceLine line) {
            Matcher listed = LISTED.matcher(words);
            Words kind = Words.undated(line.description()).without(GENERAL);
            return EXCLUDED.matcher(words).find()
                    && listed.find()
                    && Words.of(listed.group("list")).without(GENERAL).share(kind);
        }

        /** Whether it names the charge, or one of its kind, among what prices cover. */
        boolean covers(InvoiceLine line) {
            Words said = Words.of(line.description());
            Words named = Words.of(words);
            return COVERED.matcher(words).find()
                    && (names(line) || KINDS.stream().anyMatch(kind -> kind.share(said) && kind.share(named)));
        }
    }

    @Override
    public List<Outcome> run(Dossier dossier) {
        return dossier.isOfASeller() ? List.of() : new Run(dossier).outcomes();
    }

    private static final class Run {
        private final Dossier dossier;
        private final PriceBook book;
        private final IndexedSurcharges indexed;
        /** Whether a clause lists charges, so that others than those that are called surcharges may be meant. */
        private final boolean isListed;

        private final Consent consent;
        private final Map<String, Named> names = new HashMap<>();
        private final Map<String, List<Overcharge>> matters = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();

        Run(Dossier dossier) {
            this.dossier = dossier;
            this.book = PriceBook.of(dossier);
            this.indexed = new IndexedSurcharges(book);
            this.isListed = dossier.family().members().stream()
                    .flatMap(member -> member.findings().stream())
                    .flatMap(finding -> finding.citations().stream())
                    .anyMatch(citation -> EXCLUDED.matcher(citation.quote()).find()
                            && LISTED.matcher(citation.quote()).find());
            this.consent = new Consent(dossier.facts().events());
        }

        List<Outcome> outcomes() {
            dossier.facts().invoiceLines().stream()
                    .filter(line ->
                            line.direction() == Direction.RECEIVED && line.net().signum() > 0)
                    .filter(this::isSurcharge)
                    .forEach(this::look);
            OverpaymentClaims claims = OverpaymentClaims.of(dossier);
            matters.values().forEach(overcharges -> {
                String title = overcharges.get(0).line().description() + ": the contract lets no such charge be made";
                claims.overpayment("surcharge", Part.WHOLE, title, overcharges).ifPresent(outcomes::add);
            });
            return outcomes.stream().distinct().toList();
        }

        private boolean isSurcharge(InvoiceLine line) {
            Named named = names.computeIfAbsent(line.description() + " " + line.product(), Named::of);
            return (named.surcharge() || isListed)
                    && !named.tax()
                    && book.find(line, line.priceDay(), line.invoiceDate()).isEmpty()
                    && indexed.find(line).isEmpty()
                    && (named.surcharge() || exclusions(line).stream().anyMatch(exclusion -> exclusion.lists(line)));
        }

        private void look(InvoiceLine line) {
            List<Exclusion> exclusions = exclusions(line);
            if (exclusions.isEmpty() || consent.isGiven(line, line.invoiceDate())) {
                return;
            }
            boolean outright = exclusions.stream()
                    .anyMatch(exclusion -> !exclusion.needsConsent()
                            || exclusion.names(line)
                            || exclusion.covers(line)
                            || exclusion.lists(line));
            List<Finding> rests = exclusions.stream().map(Exclusion::finding).toList();
            if (!outright && !consent.isRecorded()) {
                outcomes.add(new NotCheckable(
                        "surcharge",
                        "Whether the surcharges on invoices were agreed cannot be checked",
                        "consents to charges",
                        rests));
                return;
            }
            String key = line.product().isEmpty() ? line.description() : line.product();
            matters.computeIfAbsent(Words.normalised(key), matter -> new ArrayList<>())
                    .add(new Overcharge(line, line.net(), rests, List.of(), workings(line), 0.9));
        }

        private static List<Derivation> workings(InvoiceLine line) {
            Workings workings = new Workings(line.currency());
            return workings.step(
                            Operation.SUM,
                            workings.money(line.net()),
                            Workings.cell("charged", line, "net", line.net()))
                    .steps();
        }

        private List<Exclusion> exclusions(InvoiceLine line) {
            return book.list(FindingContent.class, line, line.priceDay(), line.invoiceDate()).stream()
                    .filter(Run::forbids)
                    .map(clause -> new Exclusion(clause.finding(), words(clause)))
                    .filter(exclusion -> EXCLUDED.matcher(exclusion.words()).find() || exclusion.covers(line))
                    .toList();
        }

        private static boolean forbids(Governed<FindingContent> clause) {
            return clause.content() instanceof Obligation duty
                    ? duty.modality() == Modality.PROHIBITION
                            || NO_CHARGE.matcher(duty.action()).find()
                    : clause.content() instanceof ClauseLabel label
                            && label.label().equals("Price Restrictions");
        }

        private static String words(Governed<FindingContent> clause) {
            String action = clause.content() instanceof Obligation duty ? duty.action() : "";
            return Adjustment.words(clause) + " " + action;
        }
    }
}
