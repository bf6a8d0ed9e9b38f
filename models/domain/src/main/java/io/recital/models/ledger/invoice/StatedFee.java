package io.recital.models.ledger.invoice;

import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TypedValue;
import io.recital.models.wording.StatedDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Reads a duty to pay a sum for each month, quarter or year as the one-line rate card that it is. */
final class StatedFee {
    private static final String MONEY =
            "(?<sign>[£$€]|GBP|USD|EUR)\\s?(?<sum>\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
    private static final Pattern FEE = Pattern.compile("(?i)\\bpay\\b(?<before>[^.;]*?)" + MONEY
            + "\\s+(?:per|for each|for every|each|every|an?)\\s+(?:calendar )?(?<unit>week|month|quarter|year)\\b"
            + "(?:\\s+(?:for|in respect of)\\s+(?<item>[^.;,]+))?");
    private static final Pattern NAME = Pattern.compile("(?:an?|the)\\s+(?<name>[\\p{L} -]+?)\\s+of\\s*$");
    private static final Pattern NO_PRICE = Pattern.compile(
            "(?i)damages|service credit|\\bcredit of\\b|penalt|interest|compensat|shortfall|refund|repay");
    private static final String DAY = "(\\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4}|\\p{Lu}\\p{Ll}+ \\d{1,2}, \\d{4})";
    private static final Pattern FROM = Pattern.compile("(?i:\\b(?:from|as of|with effect from))\\s+" + DAY);
    private static final Pattern UNTIL = Pattern.compile("(?i:\\b(?:to|until|through))\\s+" + DAY);
    private static final Map<String, String> SIGNS = Map.of("£", "GBP", "€", "EUR");

    private StatedFee() {}

    static Optional<Governed<CommercialLever>> of(Finding finding, FamilyMember member) {
        if (!(finding.content() instanceof Obligation duty)
                || duty.modality() != Modality.DUTY
                || duty.trigger() != null) {
            return Optional.empty();
        }
        Matcher fee = FEE.matcher(duty.action());
        if (NO_PRICE.matcher(duty.action()).find() || !fee.find()) {
            return Optional.empty();
        }
        return item(fee).map(item -> {
            List<LeverParameter> parameters = new ArrayList<>(List.of(
                    new LeverParameter(Name.ITEM, new TypedValue.Text(item)),
                    new LeverParameter(Name.RATE, new TypedValue.Amount(money(fee, member))),
                    new LeverParameter(Name.BASE, new TypedValue.Text(fee.group("unit")))));
            String words = finding.words();
            day(FROM, words).ifPresent(day -> parameters.add(new LeverParameter(Name.FROM, new TypedValue.Day(day))));
            day(UNTIL, words)
                    .ifPresent(day -> parameters.add(new LeverParameter(Name.PERIOD, new TypedValue.Day(day))));
            return new Governed<>(new CommercialLever(LeverType.RATE_CARD, parameters), finding, member);
        });
    }

    /** What the sum is for, or else what it is called. */
    private static Optional<String> item(Matcher fee) {
        if (fee.group("item") != null) {
            return Optional.of(fee.group("item").strip());
        }
        Matcher name = NAME.matcher(fee.group("before"));
        return name.find() && !ItemWords.of(name.group("name")).isEmpty()
                ? Optional.of(name.group("name").strip())
                : Optional.empty();
    }

    private static BigMoney money(Matcher fee, FamilyMember member) {
        String sign = fee.group("sign").toUpperCase(Locale.ROOT);
        BigDecimal sum = new BigDecimal(fee.group("sum").replace(",", ""));
        return BigMoney.of(sign.equals("$") ? member.dollar() : CurrencyUnit.of(SIGNS.getOrDefault(sign, sign)), sum);
    }

    private static Optional<LocalDate> day(Pattern where, String words) {
        Matcher found = where.matcher(words);
        return found.find() ? StatedDay.parse(found.group(1)) : Optional.empty();
    }
}
