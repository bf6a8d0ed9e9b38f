package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Piece;
import io.recital.extraction.rules.statement.Prose;
import io.recital.extraction.rules.value.Band;
import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a clause says about credits: bands from tables and prose, the cap, and by when a credit must be claimed. */
final class CreditReader {
    private static final Pattern CREDIT =
            Pattern.compile("\\bcredits?\\b|\\brebates?\\b|\\bdeductions?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not\\s+(?:in\\s+(?:the\\s+)?(?:aggregate|total)\\s+)?exceed(?:ing)?|capped\\s+at|maximum\\s+of|limited\\s+to|in\\s+an\\s+amount\\s+more\\s+than|no\\s+more\\s+than|(?:maximum|cap)\\b[^.]{0,80}?\\b(?:is|be|of))\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:claim(?:ed|s)?|request(?:ed|s)?|notify|notif(?:ies|ied)|appl(?:y|ies)\\s+for|submit(?:ted)?|raised?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN =
            Pattern.compile("\\b(?:within|(?:no|not)\\s+later\\s+than)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSED = Pattern.compile(
            "\\b(?:miss(?:es|ed)?|fail(?:s|ed|ure)?|not\\s+(?:met|achieved|meet|achieve|attained?)|shortfall|falls?\\s+(?:below|short)|is\\s+below)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE = Pattern.compile(
            "^\\W*(?:none|nil|no\\s+(?:service\\s+)?credit.*|n/?a|0(?:\\.0+)?\\s*%?.*|[-–—])\\W*$",
            Pattern.CASE_INSENSITIVE);

    private final TierParser tiers = new TierParser();
    private final PercentParser percents = new PercentParser();
    private final MoneyParser amounts = new MoneyParser();
    private final DurationParser durations = new DurationParser();

    /** Whether a cell says that no credit is due. */
    static boolean isNone(String words) {
        return NONE.matcher(words).matches();
    }

    CreditTerms read(ContractReading contract, Clause clause) {
        Reading reading = new Reading(contract, clause);
        return reading.read();
    }

    /** One clause being read. */
    private final class Reading {
        private final ContractReading contract;
        private final Clause clause;
        private final List<Tier> found = new ArrayList<>();
        private final List<Citation> tierCitations = new ArrayList<>();
        private final List<Citation> capCitations = new ArrayList<>();
        private final List<Citation> claimCitations = new ArrayList<>();
        private final StringBuilder about = new StringBuilder();
        private @Nullable Target fullFrom;
        private @Nullable TypedValue flat;
        private @Nullable TypedValue cap;
        private @Nullable TimeSpan claimWindow;

        Reading(ContractReading contract, Clause clause) {
            this.contract = contract;
            this.clause = clause;
        }

        CreditTerms read() {
            about.append(String.join(" ", clause.headingPath())).append(' ');
            MeasureTables.tablesOf(clause).forEach(this::readTable);
            if (CREDIT.matcher(clause.text()).find()) {
                readProse();
            }
            return new CreditTerms(
                    clause,
                    about.toString(),
                    found,
                    fullFrom,
                    flat,
                    cap,
                    claimWindow,
                    tierCitations,
                    capCitations,
                    claimCitations);
        }

        private void readTable(List<TableRow> rows) {
            Columns columns = Columns.of(rows);
            if (columns.credit().isEmpty() || columns.target().isPresent()) {
                return;
            }
            List<Tier> before = List.copyOf(found);
            for (TableRow row : rows) {
                if (!row.header()) {
                    readRow(row, columns.credit().get());
                }
            }
            if (!before.equals(found)) {
                about.append(columns.words()).append(' ');
                Prose.of(contract, clause)
                        .sentences()
                        .forEach(sentence -> about.append(sentence.text()).append(' '));
            }
        }

        private void readRow(TableRow row, int creditColumn) {
            Optional<TableCell> credit = MeasureTables.find(row, creditColumn);
            for (TableCell cell : row.cells()) {
                if (credit.isEmpty() || cell.column() == creditColumn) {
                    continue;
                }
                Optional<Band> band = tiers.bandOf(cell.text(), cell.header());
                if (band.isPresent()) {
                    addRow(band.get(), cell, credit.get());
                    return;
                }
            }
        }

        private void addRow(Band band, TableCell cell, TableCell credit) {
            List<ValueMatch> values = new ArrayList<>(percents.findAll(credit.text()));
            values.addAll(amounts.findAll(credit.text()));
            if (NONE.matcher(credit.text()).matches()) {
                if (band.from() != null && (band.to() == null || band.to().intValue() == 100)) {
                    Comparison comparison = band.fromIncluded() ? Comparison.AT_LEAST : Comparison.ABOVE;
                    fullFrom = new Target(comparison, band.from(), band.unit(), null, true, 0, 0);
                    about.append(cell.header()).append(' ');
                    tierCitations.addAll(MeasureTables.cite(contract, List.of(cell, credit)));
                }
            } else if (!values.isEmpty()) {
                found.add(band.earning(values.get(0).value()));
                tierCitations.addAll(MeasureTables.cite(contract, List.of(cell, credit)));
            }
        }

        private void readProse() {
            Prose prose = Prose.of(contract, clause);
            List<Piece> sentences = prose.sentences();
            boolean near = false;
            for (Piece sentence : sentences) {
                boolean credit = CREDIT.matcher(sentence.text()).find();
                if (credit || near) {
                    readSentence(prose, sentence, credit);
                }
                near = credit;
            }
        }

        private void readSentence(Prose prose, Piece sentence, boolean credit) {
            String words = sentence.text();
            Optional<TypedValue> most = credit ? capIn(words) : Optional.empty();
            if (most.isPresent() && cap == null) {
                cap = most.get();
                capCitations.addAll(prose.cite(sentence, CitationRole.CLAUSE));
                return;
            }
            Optional<TimeSpan> claim = claimIn(words);
            if (claim.isPresent() && claimWindow == null) {
                claimWindow = claim.get();
                claimCitations.addAll(prose.cite(sentence, CitationRole.CLAUSE));
            }
            List<TierParser.TierMatch> prosed = tiers.findTiers(words);
            if (credit
                    && !prosed.isEmpty()
                    && prosed.stream().allMatch(tier -> tier.tier().unit().equals("%"))) {
                prosed.forEach(tier -> found.add(tier.tier()));
                tierCitations.addAll(prose.cite(sentence, CitationRole.CLAUSE));
                about.append(words).append(' ');
                return;
            }
            if (credit && found.isEmpty() && flat == null) {
                flatCreditIn(words).ifPresent(value -> {
                    flat = value;
                    tierCitations.addAll(prose.cite(sentence, CitationRole.CLAUSE));
                    about.append(words).append(' ');
                });
            }
        }

        /** The one credit that any miss of the target earns. */
        private Optional<TypedValue> flatCreditIn(String words) {
            if (!MISSED.matcher(words).find()) {
                return Optional.empty();
            }
            List<ValueMatch> values = new ArrayList<>(percents.findAll(words));
            values.addAll(amounts.findAll(words));
            return values.size() == 1 ? Optional.of(values.get(0).value()) : Optional.empty();
        }

        private Optional<TypedValue> capIn(String words) {
            Matcher matcher = CAP.matcher(words);
            while (matcher.find()) {
                int from = matcher.end();
                List<ValueMatch> values = new ArrayList<>(percents.findAll(words));
                values.addAll(amounts.findAll(words));
                Optional<ValueMatch> value = values.stream()
                        .filter(match -> match.start() >= from - 1 && match.start() <= from + 45)
                        .findFirst();
                if (value.isPresent()) {
                    return Optional.of(value.get().value());
                }
            }
            return Optional.empty();
        }

        private Optional<TimeSpan> claimIn(String words) {
            if (!CLAIM.matcher(words).find()) {
                return Optional.empty();
            }
            return durations.findAll(words).stream()
                    .filter(match ->
                            WITHIN.matcher(words.substring(0, match.start())).find())
                    .filter(match -> match.value() instanceof TypedValue.Length)
                    .map(match -> ((TypedValue.Length) match.value()).value())
                    .findFirst();
        }
    }
}
