package io.recital.ingestion.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.Contract;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.DocumentSort;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A contract with its document laid open, as its relations are read from it. */
public record FamilyDocument(Contract contract, ContractReading reading, List<Finding> findings) {
    /** What part it plays among others, as far as its title and type tell. */
    enum Part {
        AGREEMENT,
        RESTATEMENT,
        CHANGE,
        SCHEDULE,
        ORDER,
        /** A letter, notice or report under another. */
        SUPPLEMENT
    }

    private static final int HEAD = 3500;
    private static final Pattern LABEL = Pattern.compile(
            "\\b(?<kind>schedule|exhibit|annex|appendix|attachment|anlage|statement of work|work order|order form|amendment|change note)\\s+(?:no\\.?\\s*|nr\\.?\\s*)?(?<number>\\d{1,3}|[A-Z]{1,2})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTATED =
            Pattern.compile("\\bamended and restated\\b|\\brestate", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:amendment|addendum|change (?:note|order|request)|(?:deed|letter|agreement|notice) of (?:variation|amendment|change)"
                    + "|variation (?:order|agreement|deed|letter|no\\b\\.?|nr\\b\\.?|number|#?\\s*\\d)|(?:supplemental|supplementary|amending|modifying) (?:agreement|deed|letter|contract)"
                    + "|modification (?:agreement|order|no\\b\\.?|number|#?\\s*\\d)|contract change|nachtrag|avenant)(?=\\W|\\d|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEDULE = Pattern.compile(
            "\\b(?:schedule|exhibit|annex|appendix|attachment|anlage|price list|rate card|tariff)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUPPLEMENT = Pattern.compile(
            "\\b(?:side letter|letter|notice|report|statement|memorandum|minutes)\\b", Pattern.CASE_INSENSITIVE);

    public FamilyDocument {
        requireNonNull(contract, "contract");
        requireNonNull(reading, "reading");
        findings = List.copyOf(findings);
    }

    String text() {
        return reading.text().value();
    }

    /** Where a document says what it is and what it belongs to. */
    String head() {
        return text().substring(0, Math.min(HEAD, text().length()));
    }

    String title() {
        return contract.title();
    }

    String type() {
        return fact(FactType.DOCUMENT_TYPE)
                .map(value -> value.display().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    Part part() {
        String called = title() + " " + type();
        if (DocumentSort.of(type()) == DocumentSort.ORDER
                && !CHANGE.matcher(title()).find()) {
            return Part.ORDER;
        }
        if (RESTATED.matcher(called).find()) {
            return SCHEDULE.matcher(title()).lookingAt() ? Part.SCHEDULE : Part.RESTATEMENT;
        }
        if (CHANGE.matcher(called).find()) {
            return Part.CHANGE;
        }
        if (SCHEDULE.matcher(called).find()) {
            return Part.SCHEDULE;
        }
        return SUPPLEMENT.matcher(called).find() ? Part.SUPPLEMENT : Part.AGREEMENT;
    }

    /** Its kind and number, such as {@code schedule 3}; empty when its title and type have none. */
    Optional<String> label() {
        Matcher label = LABEL.matcher(title());
        if (!label.find()) {
            label = LABEL.matcher(head().substring(0, Math.min(400, head().length())));
            if (part() != Part.SCHEDULE || !label.find()) {
                return Optional.empty();
            }
        }
        return Optional.of(label.group("kind") + " " + label.group("number"));
    }

    Optional<String> reference() {
        return ContractReferences.of(reading.parsed());
    }

    Optional<LocalDate> signed() {
        return day(FactType.AGREEMENT_DATE).or(() -> WrittenDay.first(head()));
    }

    Optional<LocalDate> effective() {
        return day(FactType.EFFECTIVE_DATE);
    }

    private Optional<LocalDate> day(FactType type) {
        return fact(type).filter(TypedValue.Day.class::isInstance).map(value -> ((TypedValue.Day) value).value());
    }

    private Optional<TypedValue> fact(FactType type) {
        return findings.stream()
                .filter(finding -> finding.content() instanceof ContractFact fact && fact.fact() == type)
                .map(finding -> ((ContractFact) finding.content()).value())
                .findFirst();
    }
}
