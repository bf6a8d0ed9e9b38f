package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.extraction.rules.value.ValueMatch;
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
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a summary of terms, whose first cell names what the second states: a share, a guaranteed sum, a fee. */
final class KeyTerms {
    private static final Pattern SUBJECT = Pattern.compile(
            "\\s*(?:subject|item|topic|term|key\\s+term|commercial\\s+term|matter|particular|element|component|provision|parameter)s?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TERMS = Pattern.compile(
            "\\s*(?:terms?|details?|provisions?|conditions?|(?:as\\s+)?agreed(?:\\s+terms?)?|description|content|particulars?|entr(?:y|ies)|value|what\\s+is\\s+agreed)s?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile(
            "\\b(?:royalt(?:y|ies)|commission|share|contribution|participation|turnover\\s+(?:rent|fee)|percentage|levy)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE_OF = Pattern.compile(
            "^\\s*(?:royalt(?:y|ies)|commissions?)(?:\\s+rates?)?(?:\\s+(?:on|for|from)\\s+(?:the\\s+)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF = Pattern.compile(
            "^[\\s)]*(?:of|on)\\s+(?<base>(?:the\\s+|all\\s+)?(?:[\\p{L}’'-]+\\s+){0,3}?(?:sales|revenues?|receipts|profits?|turnover|price|prices|proceeds|income|takings|fees|billings)(?:\\s+(?:of|from)\\s+(?:all|the)\\s+[\\p{L}]+)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAST = Pattern.compile(
            "\\b(?:minim(?:um|a)|guarante\\w+|commit\\w+|take[\\s-]or[\\s-]pay)\\b", Pattern.CASE_INSENSITIVE);
    /** So small an order is not taken, but none is promised. */
    private static final Pattern OF_AN_ORDER = Pattern.compile(
            "\\b(?:minimum|smallest)\\s+(?:order|call-off|delivery|lot|batch|drop)\\b(?!\\s+commitment)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_FEE = Pattern.compile(
            "\\b(?:liabilit\\w+|insur\\w+|limit|cap|maximum|ceiling|estimate\\w*|budget|credit|value|penalt\\w+|damages|capital|turnover|deposit|security|bond)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile(
            "^\\s*(?:per|an?|each|every|for\\s+(?:each|every))\\s+(?<unit>(?:calendar\\s+)?[\\p{L}-]{3,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RISES = Pattern.compile(
            "\\b(?:ris(?:es?|ing)|increas(?:es?|ing|ed)|go(?:es|ing)\\s+up|escalat\\w+|uplifted?|step(?:s|ping)?\\s+up)\\b[^.;]{0,30}?\\bby\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b(?:(?:19|20)\\d\\d|year)\\b", Pattern.CASE_INSENSITIVE);
    private static final int FRONT = 12;
    private static final double SURE = 0.85;

    private KeyTerms() {}

    /** Whether a row is a line of a summary of terms. */
    static boolean isLine(TableRow row) {
        return !row.header()
                && row.cells().size() == 2
                && SUBJECT.matcher(row.cells().get(0).header()).matches()
                && TERMS.matcher(row.cells().get(1).header()).matches();
    }

    /** The levers of a line; none where it is read as a sentence. */
    static List<Candidate> read(ContractReading contract, TableRow row) {
        if (!isLine(row)
                || row.cells().get(0).span().isEmpty()
                || row.cells().get(1).span().isEmpty()) {
            return List.of();
        }
        String subject = row.cells().get(0).text().replaceAll("\\s+", " ").strip();
        String terms = row.cells().get(1).text().replaceAll("\\s+", " ").strip();
        List<Citation> citations = cite(contract, row);
        return share(subject, terms)
                .or(() -> minimum(subject, terms))
                .map(List::of)
                .orElseGet(() -> fee(subject, terms))
                .stream()
                .map(lever -> new Candidate(lever, citations, SURE))
                .toList();
    }

    private static List<Citation> cite(ContractReading contract, TableRow row) {
        return row.cells().stream()
                .map(TableCell::span)
                .map(span -> contract.cite(span, CitationRole.CELL))
                .toList();
    }

    private static Optional<CommercialLever> share(String subject, String terms) {
        Optional<ValueMatch> first = Values.PERCENTS.findFirst(terms).filter(percent -> percent.start() < FRONT);
        Matcher of =
                OF.matcher(first.map(percent -> terms.substring(percent.end())).orElse(""));
        if (first.isEmpty() || !SHARE.matcher(subject).find() || !of.find()) {
            return Optional.empty();
        }
        Optional<TypedValue> tiers = Values.tiers(terms);
        if (tiers.isEmpty() && Values.PERCENTS.findAll(terms).size() > 1) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        parameters.add(tiers.map(bands -> parameter(Name.TIERS, bands))
                .orElseGet(() -> parameter(Name.RATE, first.get().value())));
        String item = SHARE_OF.matcher(subject).replaceFirst("");
        if (!item.isBlank()) {
            parameters.add(parameter(Name.ITEM, item));
        }
        parameters.add(parameter(Name.BASE, of.group("base")));
        Values.frequency(terms).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(new CommercialLever(LeverType.GAIN_OR_REVENUE_SHARE, parameters));
    }

    private static Optional<CommercialLever> minimum(String subject, String terms) {
        Optional<ValueMatch> least = Values.MONEY
                .findFirst(terms)
                .or(() -> Values.QUANTITIES.findFirst(terms))
                .filter(value -> value.start() < FRONT || terms.matches("(?i)at\\s+least\\b.*|minimum\\b.*"));
        boolean promised = LEAST.matcher(subject).find()
                && !OF_AN_ORDER.matcher(subject).find()
                && !NO_FEE.matcher(subject).find();
        if (least.isEmpty() || !promised) {
            return Optional.empty();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.ITEM, subject),
                parameter(Name.VOLUME, least.get().value())));
        Values.frequency(terms)
                .or(() -> Values.frequency(subject))
                .or(() -> YEAR.matcher(subject).find() ? Optional.of(year()) : Optional.empty())
                .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        return Optional.of(new CommercialLever(LeverType.MINIMUM_COMMITMENT, parameters));
    }

    private static TypedValue year() {
        return new TypedValue.Length(new TimeSpan(1, TimeSpan.Unit.YEARS));
    }

    /** A fee, and by what it rises. */
    private static List<CommercialLever> fee(String subject, String terms) {
        List<ValueMatch> amounts = Values.MONEY.findAll(terms);
        if (amounts.size() != 1
                || amounts.get(0).start() >= FRONT
                || NO_FEE.matcher(subject).find()
                || OF_AN_ORDER.matcher(subject).find()) {
            return List.of();
        }
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                parameter(Name.ITEM, subject),
                parameter(Name.RATE, amounts.get(0).value())));
        String after = terms.substring(amounts.get(0).end());
        Matcher each = EACH.matcher(after);
        if (each.find()) {
            parameters.add(parameter(Name.BASE, each.group("unit")));
        } else {
            Values.frequency(subject).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        }
        List<CommercialLever> levers = new ArrayList<>(List.of(new CommercialLever(LeverType.RATE_CARD, parameters)));
        rise(subject, after).ifPresent(levers::add);
        return levers;
    }

    private static Optional<CommercialLever> rise(String subject, String words) {
        Matcher rises = RISES.matcher(words);
        Optional<ValueMatch> by =
                rises.find() ? Values.from(Values.PERCENTS.findAll(words), rises.end() - 1) : Optional.empty();
        return by.map(rate -> {
            List<LeverParameter> parameters =
                    new ArrayList<>(List.of(parameter(Name.RATE, rate.value()), parameter(Name.BASE, subject)));
            Values.frequency(words.substring(rises.start()))
                    .ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
            return new CommercialLever(LeverType.PRICE_ADJUSTMENT, parameters);
        });
    }
}
