package io.recital.models.ledger.duty;

import io.recital.models.fact.InvoiceLine;
import io.recital.models.ledger.Dossier;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Invoices that look odd by themselves, whatever the contracts say: somebody should look whether they are as booked. */
final class OddInvoices {
    static final List<String> NUMBERS = List.of("counterparty", "vendor", "invoice", "dates", "rows");
    static final List<String> CURRENCIES =
            List.of("counterparty", "contract", "currency", "invoices", "otherwise invoiced in", "rows");
    static final List<String> NEGATIVE = List.of("counterparty", "invoice", "date", "what", "quantity", "net", "rows");

    private OddInvoices() {}

    /** Numbers that one vendor used on two days of a year; another year may begin to count anew. */
    static List<List<ReportCell>> numbersUsedTwice(ReportQuestion question) {
        record InvoiceNumber(String vendor, String invoice) {}
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            Map<InvoiceNumber, List<InvoiceLine>> numbers = lines(standing).stream()
                    .collect(Collectors.groupingBy(
                            line -> new InvoiceNumber(
                                    line.vendor().key(), line.invoice().toUpperCase(Locale.ROOT)),
                            LinkedHashMap::new,
                            Collectors.toList()));
            numbers.values().stream()
                    .filter(OddInvoices::isUsedTwice)
                    .map(lines -> List.of(
                            ReportCell.of(standing.name()),
                            ReportCell.of(lines.get(0).vendor().name()),
                            ReportCell.of(lines.get(0).invoice()),
                            ReportCell.of(days(lines).stream()
                                    .map(LocalDate::toString)
                                    .collect(Collectors.joining(", "))),
                            ReportCell.of(ids(lines))))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static boolean isUsedTwice(List<InvoiceLine> lines) {
        List<LocalDate> days = List.copyOf(days(lines));
        return java.util.stream.IntStream.range(1, days.size())
                .anyMatch(i -> days.get(i).isBefore(days.get(i - 1).plusYears(1)));
    }

    private static Set<LocalDate> days(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::invoiceDate).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Under one contract, invoices in another currency than most of its others. */
    static List<List<ReportCell>> otherCurrencies(ReportQuestion question) {
        record Scope(String contract, String direction) {}
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            Map<Scope, List<InvoiceLine>> scopes = lines(standing).stream()
                    .collect(Collectors.groupingBy(
                            line -> new Scope(line.contract(), line.direction().name()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            scopes.values().forEach(lines -> {
                Map<CurrencyUnit, List<InvoiceLine>> byCurrency =
                        lines.stream().collect(Collectors.groupingBy(InvoiceLine::currency));
                CurrencyUnit usual = byCurrency.entrySet().stream()
                        .max(Comparator.comparing((Map.Entry<CurrencyUnit, List<InvoiceLine>> each) ->
                                        each.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElseThrow();
                byCurrency.forEach((currency, own) -> {
                    if (!currency.equals(usual)) {
                        rows.add(List.of(
                                ReportCell.of(standing.name()),
                                ReportCell.of(own.get(0).contract()),
                                ReportCell.of(currency.getCode()),
                                ReportCell.of(own.stream()
                                        .map(InvoiceLine::invoice)
                                        .distinct()
                                        .count()),
                                ReportCell.of(usual.getCode()),
                                ReportCell.of(ids(own))));
                    }
                });
            });
        }
        return rows;
    }

    /** Lines of invoices whose quantity or sum is less than nothing: they lower what is counted. */
    static List<List<ReportCell>> negative(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            lines(standing).stream()
                    .filter(line -> isNegative(line.quantity()) || isNegative(line.net()))
                    .map(line -> List.of(
                            ReportCell.of(standing.name()),
                            ReportCell.of(line.invoice()),
                            ReportCell.of(line.invoiceDate()),
                            ReportCell.of(line.description()),
                            ReportCell.of(line.quantity()),
                            ReportCell.of(line.net().toPlainString() + " "
                                    + line.currency().getCode()),
                            ReportCell.of(ids(List.of(line)))))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static boolean isNegative(BigDecimal number) {
        return number.signum() < 0;
    }

    private static List<InvoiceLine> lines(Standing standing) {
        Dossier dossier = standing.dossier();
        return dossier.facts().invoiceLines();
    }

    private static String ids(List<InvoiceLine> lines) {
        return lines.stream().map(line -> line.kind().label() + ":" + line.id()).collect(Collectors.joining(" "));
    }
}
