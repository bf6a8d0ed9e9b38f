package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Invoices, prices and clauses for tests, in few words. */
final class Invoiced {
    private static final VendorReference VENDOR = new VendorReference("V1", "Other Side Ltd");

    private Invoiced() {}

    /** An invoice line that was paid a month after its date, for one month of service or none. */
    record Line(
            String id,
            String invoice,
            String date,
            @Nullable String paidOn,
            String order,
            String description,
            String product,
            String quantity,
            String unit,
            String price,
            @Nullable String month,
            String vendor,
            Direction direction) {
        Line of(String newProduct, String newDescription) {
            return new Line(
                    id,
                    invoice,
                    date,
                    paidOn,
                    order,
                    newDescription,
                    newProduct,
                    quantity,
                    unit,
                    price,
                    month,
                    vendor,
                    direction);
        }

        Line order(String newOrder) {
            return new Line(
                    id,
                    invoice,
                    date,
                    paidOn,
                    newOrder,
                    description,
                    product,
                    quantity,
                    unit,
                    price,
                    month,
                    vendor,
                    direction);
        }

        Line at(String newQuantity, String newUnit, String newPrice) {
            return new Line(
                    id,
                    invoice,
                    date,
                    paidOn,
                    order,
                    description,
                    product,
                    newQuantity,
                    newUnit,
                    newPrice,
                    month,
                    vendor,
                    direction);
        }

        Line month(String newMonth) {
            return new Line(
                    id,
                    invoice,
                    date,
                    paidOn,
                    order,
                    description,
                    product,
                    quantity,
                    unit,
                    price,
                    newMonth,
                    vendor,
                    direction);
        }

        Line unpaid() {
            return new Line(
                    id,
                    invoice,
                    date,
                    null,
                    order,
                    description,
                    product,
                    quantity,
                    unit,
                    price,
                    month,
                    vendor,
                    direction);
        }

        Line from(String newVendor) {
            return new Line(
                    id,
                    invoice,
                    date,
                    paidOn,
                    order,
                    description,
                    product,
                    quantity,
                    unit,
                    price,
                    month,
                    newVendor,
                    direction);
        }

        Line issued() {
            return new Line(
                    id,
                    invoice,
                    date,
                    paidOn,
                    order,
                    description,
                    product,
                    quantity,
                    unit,
                    price,
                    month,
                    vendor,
                    Direction.ISSUED);
        }

        InvoiceLine in(String currency) {
            BigDecimal net =
                    new BigDecimal(quantity).multiply(new BigDecimal(price)).setScale(2, RoundingMode.HALF_UP);
            Period service = month == null ? null : Period.of(YearMonth.parse(month));
            return new InvoiceLine(
                    id,
                    invoice,
                    1,
                    direction,
                    new VendorReference(vendor, "Other Side Ltd"),
                    LocalDate.parse(date),
                    LocalDate.parse(date).plusDays(1),
                    null,
                    paidOn == null ? null : LocalDate.parse(paidOn),
                    null,
                    "MASTER",
                    order,
                    description,
                    product,
                    new BigDecimal(quantity),
                    unit,
                    new BigDecimal(price),
                    net,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    CurrencyUnit.of(currency),
                    service);
        }
    }

    /** A line of its own invoice, paid a month later. */
    static Line line(String id, String date) {
        String paid = LocalDate.parse(date).plusMonths(1).toString();
        return new Line(id, "INV-" + id, date, paid, "", "", "", "1", "each", "0", null, "V1", Direction.RECEIVED);
    }

    static CreditNote credit(String invoice, String date, String description, String net, String currency) {
        return new CreditNote(
                "CN-" + invoice + date,
                "CN-1",
                invoice,
                Direction.RECEIVED,
                VENDOR,
                LocalDate.parse(date),
                description,
                new BigDecimal(net),
                BigDecimal.ZERO,
                CurrencyUnit.of(currency),
                null);
    }

    static Purchase purchase(String order, String product, String ordered) {
        return new Purchase(
                "P-" + order,
                VENDOR,
                "MASTER",
                order,
                product,
                LocalDate.parse("2025-01-01"),
                null,
                LocalDate.parse("2025-02-01"),
                new BigDecimal(ordered),
                new BigDecimal(ordered),
                "each");
    }

    /** The approved hours of a few days. */
    static Measurement sheet(String measure, String from, String to, String hours) {
        Period days = new Period(LocalDate.parse(from), LocalDate.parse(to));
        return new Measurement(
                from, VENDOR, "MASTER", measure, days, null, null, "hours", new BigDecimal(hours), days.to(), "");
    }

    static Measurement approved(String id, String measure, String month, String days, String reported) {
        return new Measurement(
                id,
                VENDOR,
                "MASTER",
                measure,
                Period.of(YearMonth.parse(month)),
                null,
                null,
                measure.contains("hours") ? "hours" : "days",
                new BigDecimal(days),
                LocalDate.parse(reported),
                "");
    }

    static ContractEvent event(String event, String subject, String date, String reference) {
        return new ContractEvent(
                event + date, VENDOR, "MASTER", event, subject, LocalDate.parse(date), null, reference, "");
    }

    static IndexValue index(String series, String month, String value) {
        YearMonth period = YearMonth.parse(month);
        return new IndexValue(
                series + month,
                series,
                period,
                new BigDecimal(value),
                period.plusMonths(1).atDay(15));
    }

    /** A rate card: items and their prices in turn. */
    static Finding rates(
            String contract, String currency, String unit, @Nullable String from, String... itemsAndPrices) {
        List<LeverParameter> parameters = new ArrayList<>();
        parameters.add(text(Name.BASE, unit));
        if (from != null) {
            parameters.add(new LeverParameter(Name.FROM, new TypedValue.Day(LocalDate.parse(from))));
        }
        List<String> quotes = new ArrayList<>(List.of("Price per " + unit));
        for (int i = 0; i < itemsAndPrices.length; i += 2) {
            parameters.add(text(Name.ITEM, itemsAndPrices[i]));
            parameters.add(new LeverParameter(Name.RATE, amount(currency, itemsAndPrices[i + 1])));
            quotes.add(itemsAndPrices[i + 1]);
        }
        return lever(contract, LeverType.RATE_CARD, parameters, quotes.toArray(String[]::new));
    }

    static Finding limit(String contract, String currency, String unit, String item, String most) {
        List<LeverParameter> parameters = List.of(
                text(Name.ITEM, item), text(Name.BASE, unit), new LeverParameter(Name.CAP, amount(currency, most)));
        return lever(contract, LeverType.RATE_CARD, parameters, item, most);
    }

    static Finding breaks(String contract, String item, String unit, Tier... tiers) {
        List<LeverParameter> parameters = List.of(
                text(Name.ITEM, item),
                text(Name.BASE, unit),
                new LeverParameter(Name.TIERS, new TypedValue.Tiers(List.of(tiers))));
        return lever(contract, LeverType.VOLUME_DISCOUNT, parameters, item);
    }

    static Tier tier(@Nullable String from, @Nullable String to, String currency, String price) {
        return new Tier(
                from == null ? null : new BigDecimal(from),
                true,
                to == null ? null : new BigDecimal(to),
                false,
                "units",
                amount(currency, price));
    }

    static Finding lever(String contract, LeverType type, List<LeverParameter> parameters, String... quotes) {
        return FamilyInWords.finding(contract, new CommercialLever(type, parameters), quotes);
    }

    static LeverParameter text(Name name, String value) {
        return new LeverParameter(name, new TypedValue.Text(value));
    }

    static LeverParameter percent(Name name, String value) {
        return new LeverParameter(name, new TypedValue.Percent(new BigDecimal(value)));
    }

    static LeverParameter day(Name name, String value) {
        return new LeverParameter(name, new TypedValue.Day(LocalDate.parse(value)));
    }

    static LeverParameter span(Name name, int count, TimeSpan.Unit unit) {
        return new LeverParameter(name, new TypedValue.Length(new TimeSpan(count, unit)));
    }

    static TypedValue amount(String currency, String value) {
        return new TypedValue.Amount(BigMoney.of(CurrencyUnit.of(currency), new BigDecimal(value)));
    }

    /** A clause with its deadline. */
    static Finding duty(String contract, Modality modality, String words, @Nullable Deadline deadline) {
        Obligation duty =
                new Obligation(modality, new PartyReference("Supplier", null), null, words, null, deadline, null);
        return FamilyInWords.finding(contract, duty, words);
    }

    static Finding signed(String contract, String day) {
        return FamilyInWords.finding(
                contract, ContractFact.of(FactType.AGREEMENT_DATE, new TypedValue.Day(LocalDate.parse(day))), day);
    }

    /** Within two years of paying. */
    static Finding refund(String contract) {
        TimeSpan years = new TimeSpan(2, TimeSpan.Unit.YEARS);
        return duty(
                contract,
                Modality.DUTY,
                "repay what was overcharged if told so within two years of paying",
                new Deadline.After(years, "paying"));
    }

    static List<Outcome> run(Check check, ContractFamily family, PerformanceFact... facts) {
        return check.run(new Dossier(family, Facts.of(List.of(facts)), LocalDate.parse("2026-12-31")));
    }

    /** What was claimed: check and amount. Each claim's workings can be done again, and end in the amount. */
    static List<String> claims(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .peek(Invoiced::doAgain)
                .map(entry -> entry.check() + " " + entry.amount())
                .toList();
    }

    private static void doAgain(LedgerEntry entry) {
        assertThat(entry.workings()).allMatch(Recomputation::holds);
        String last = entry.workings().get(entry.workings().size() - 1).result();
        assertThat(new BigDecimal(last.substring(4)))
                .isEqualByComparingTo(entry.amount().getAmount());
    }

    static List<String> missing(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(NotCheckable.class::isInstance)
                .map(outcome -> ((NotCheckable) outcome).missing())
                .toList();
    }
}
