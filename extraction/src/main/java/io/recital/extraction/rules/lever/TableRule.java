package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.Band;
import io.recital.extraction.rules.value.Redaction;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Levers of tables: rate-card items, and the tiers of discounts and rebates. */
final class TableRule {
    private static final Pattern ITEM = Pattern.compile(
            "\\b(?:role|item|service|product|description|category|position|grade|resource|labor|labour|sku|article|material|title|level|deliverable|task|surcharges?|allowances?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile(
            "\\b(?:rate|price|fee|charge|cost|unit\\s+price|tariff)s?\\b|\\bamount\\b|[$€£]|\\b(?:USD|EUR|GBP)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOTAL =
            Pattern.compile("^\\s*(?:(?:grand|sub)[\\s-]?)?total", Pattern.CASE_INSENSITIVE);
    private static final Pattern BANDS = Pattern.compile(
            "\\b(?:volume|quantity|spend|purchas\\w*|turnover|units?|orders?|from|tier|band|sales|revenue)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EARNS = Pattern.compile(
            "\\b(?:discount|rebate|bonus|price|rate|royalt\\w+|share|commission)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDIT = Pattern.compile(
            "credit|availab|uptime|service\\s+level|\\bSLA\\b|\\bKPI\\b|performance|defect|ppm|on-time",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b(USD|EUR|GBP|CHF|CAD|AUD)\\b|([$€£])");
    private static final Pattern PLAIN = Pattern.compile("\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*");
    private static final Map<String, String> SIGNS = Map.of("$", "USD", "€", "EUR", "£", "GBP");

    /** All levers of the clause's tables. */
    List<Candidate> judge(ContractReading reading, Clause clause) {
        Map<Integer, List<TableRow>> tables = new LinkedHashMap<>();
        clause.rows()
                .forEach(row -> tables.computeIfAbsent(row.table(), table -> new ArrayList<>())
                        .add(row));
        List<Candidate> found = new ArrayList<>();
        for (List<TableRow> rows : tables.values()) {
            Optional<Candidate> tiers = tiers(reading, clause, rows);
            tiers.ifPresent(found::add);
            if (tiers.isEmpty()) {
                rows.forEach(row -> item(reading, row).ifPresent(found::add));
            }
        }
        return found;
    }

    private static Optional<Candidate> item(ContractReading reading, TableRow row) {
        if (row.header() || row.cells().size() < 2) {
            return Optional.empty();
        }
        Optional<TableCell> item = row.cells().stream()
                .filter(cell -> ITEM.matcher(cell.header()).find()
                        && !RATE.matcher(cell.header()).find()
                        && hasLetters(cell))
                .findFirst();
        if (item.isEmpty() || TOTAL.matcher(item.get().text()).find() || isAboutService(row)) {
            return Optional.empty();
        }
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(parameter(Name.ITEM, item.get().text())));
        List<Citation> citations = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            Optional<TypedValue> rate =
                    cell.equals(item.get()) || !RATE.matcher(cell.header()).find() ? Optional.empty() : rate(cell);
            if (rate.isPresent()) {
                parameters.add(parameter(Name.RATE, rate.get()));
                parameters.add(parameter(Name.BASE, cell.header()));
                citations.add(reading.cite(cell.span(), CitationRole.CELL));
                cell.headerSpans().stream()
                        .filter(span -> !span.isEmpty())
                        .forEach(span -> citations.add(reading.cite(span, CitationRole.TABLE_HEADER)));
            }
        }
        Optional<TypedValue> breaks = quantityBreaks(row);
        if (citations.isEmpty() && breaks.isEmpty()) {
            return Optional.empty();
        }
        if (breaks.isPresent()) {
            return Optional.of(discounted(reading, row, item.get(), breaks.get()));
        }
        citations.add(0, reading.cite(item.get().span(), CitationRole.CELL));
        return Optional.of(new Candidate(new CommercialLever(LeverType.RATE_CARD, parameters), citations, 0.85));
    }

    /** The prices of a row by the quantities that its headers name; empty unless there are two. */
    private static Optional<TypedValue> quantityBreaks(TableRow row) {
        List<Tier> tiers = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            Optional<Band> band = Values.TIERS
                    .bandOf(cell.header(), cell.header())
                    .filter(found -> !found.unit().isEmpty() && !found.unit().equals("%"));
            Optional<TypedValue> price = band.isPresent() ? rate(cell) : Optional.empty();
            price.ifPresent(value -> tiers.add(band.get().earning(value)));
        }
        return tiers.size() < 2 ? Optional.empty() : Optional.of(new TypedValue.Tiers(adjoining(tiers)));
    }

    /** Tiers of whole numbers that follow each other without a gap: {@code 1 to 9} and {@code 10 to 99} meet at 10. */
    private static List<Tier> adjoining(List<Tier> tiers) {
        List<Tier> joined = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            BigDecimal to = tier.to();
            BigDecimal next = i + 1 < tiers.size() ? tiers.get(i + 1).from() : null;
            boolean meets = to != null
                    && next != null
                    && tier.toIncluded()
                    && next.subtract(to).compareTo(BigDecimal.ONE) == 0;
            joined.add(
                    meets ? new Tier(tier.from(), tier.fromIncluded(), next, false, tier.unit(), tier.value()) : tier);
        }
        return joined;
    }

    private static Candidate discounted(ContractReading reading, TableRow row, TableCell item, TypedValue tiers) {
        List<Citation> citations = new ArrayList<>(List.of(reading.cite(item.span(), CitationRole.CELL)));
        row.cells().stream()
                .filter(cell ->
                        Values.TIERS.bandOf(cell.header(), cell.header()).isPresent()
                                && !cell.span().isEmpty())
                .forEach(cell -> {
                    citations.add(reading.cite(cell.span(), CitationRole.CELL));
                    cell.headerSpans().stream()
                            .filter(span -> !span.isEmpty())
                            .forEach(span -> citations.add(reading.cite(span, CitationRole.TABLE_HEADER)));
                });
        List<LeverParameter> parameters = List.of(parameter(Name.ITEM, item.text()), parameter(Name.TIERS, tiers));
        return new Candidate(new CommercialLever(LeverType.VOLUME_DISCOUNT, parameters), citations, 0.85);
    }

    private static boolean isAboutService(TableRow row) {
        return row.cells().stream()
                .anyMatch(cell -> CREDIT.matcher(cell.header()).find());
    }

    private static boolean hasLetters(TableCell cell) {
        return cell.text().codePoints().anyMatch(Character::isLetter)
                && !cell.span().isEmpty();
    }

    private static Optional<TypedValue> rate(TableCell cell) {
        if (cell.span().isEmpty() || cell.text().isBlank()) {
            return Optional.empty();
        }
        Optional<TypedValue> stated = Values.rate(cell.text(), 0)
                .map(match -> match.value())
                .or(() -> new Redaction().findFirst(cell.text()).map(match -> match.value()));
        return stated.or(() -> plain(cell));
    }

    /** A bare number is an amount only when its header names the currency. */
    private static Optional<TypedValue> plain(TableCell cell) {
        Matcher number = PLAIN.matcher(cell.text());
        if (!number.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(",", ""));
        String header = cell.header();
        Matcher code = CODE.matcher(header);
        if (code.find()) {
            String currency = code.group(1) == null ? SIGNS.getOrDefault(code.group(2), "USD") : code.group(1);
            return Optional.of(new TypedValue.Amount(BigMoney.of(CurrencyUnit.of(currency), value)));
        }
        return header.contains("%")
                ? Optional.of(new TypedValue.Percent(value))
                : Optional.of(new TypedValue.Quantity(value, ""));
    }

    private static Optional<Candidate> tiers(ContractReading reading, Clause clause, List<TableRow> rows) {
        List<Tier> tiers = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        String earned = "";
        for (TableRow row : rows) {
            Optional<Step> step = row.header() || isAboutService(row) ? Optional.empty() : step(row);
            if (step.isPresent()) {
                tiers.add(step.get().tier);
                citations.add(reading.cite(step.get().band.span(), CitationRole.CELL));
                citations.add(reading.cite(step.get().value.span(), CitationRole.CELL));
                earned = step.get().value.header();
                if (tiers.size() == 1) {
                    List.of(step.get().band, step.get().value)
                            .forEach(cell -> cell.headerSpans().stream()
                                    .filter(span -> !span.isEmpty())
                                    .forEach(span -> citations.add(reading.cite(span, CitationRole.TABLE_HEADER))));
                }
            }
        }
        if (tiers.size() < 2) {
            return Optional.empty();
        }
        LeverType type = typeOf(earned + " " + String.join(" ", clause.headingPath()) + " " + clause.text());
        List<LeverParameter> parameters = new ArrayList<>(List.of(parameter(Name.TIERS, new TypedValue.Tiers(tiers))));
        Values.FREQUENCIES
                .findFirst(String.join(" ", clause.headingPath()) + " " + earned)
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every.value())));
        return Optional.of(new Candidate(new CommercialLever(type, parameters), citations, 0.85));
    }

    private static LeverType typeOf(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("rebate") || lower.contains("bonus")) {
            return LeverType.REBATE;
        }
        boolean share = lower.contains("royalt") || lower.contains("revenue share") || lower.contains("commission");
        return share ? LeverType.GAIN_OR_REVENUE_SHARE : LeverType.VOLUME_DISCOUNT;
    }

    private static Optional<Step> step(TableRow row) {
        for (TableCell band : row.cells()) {
            Optional<Band> range =
                    BANDS.matcher(band.header()).find() && !band.span().isEmpty()
                            ? Values.TIERS.bandOf(band.text(), band.header())
                            : Optional.empty();
            for (TableCell value : row.cells()) {
                boolean earns = range.isPresent()
                        && value.column() > band.column()
                        && EARNS.matcher(value.header()).find();
                Optional<TypedValue> rate = earns ? rate(value) : Optional.empty();
                if (rate.isPresent()) {
                    return Optional.of(new Step(band, value, range.get().earning(rate.get())));
                }
            }
        }
        return Optional.empty();
    }

    private record Step(TableCell band, TableCell value, Tier tier) {}
}
