package io.recital.models.maturity;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stage asks for. The criteria and their thresholds are Recital's own; the model's four stages are not. Each is
 * decided by live data or by a question, and none by the mere presence of software.
 */
public enum Criterion {
    TYPED(
            Dimension.CONTRACTS,
            Stage.FOUNDATIONAL,
            Indicator.CONTRACTS_TYPED,
            80,
            "Contracts can be found by counterparty and type",
            "Look through the contracts without a type or counterparty and state them",
            3),
    REVIEWED(
            Dimension.CONTRACTS,
            Stage.INTEGRATED,
            Indicator.FINDINGS_REVIEWED,
            60,
            "Somebody answers for the terms that money hangs on",
            "Accept or correct the findings with the most money at stake, the first in the leakage report",
            10),
    TERMS_REUSED(
            Dimension.CONTRACTS,
            Stage.STRATEGIC,
            "Do you decide what the next contract of a type should say by what earlier ones of the type achieved?",
            "Write for one type of contract which terms paid off and which did not, and use it in the next negotiation",
            15),
    OWNED(
            Dimension.OBLIGATIONS,
            Stage.FOUNDATIONAL,
            Indicator.OBLIGATIONS_OWNED,
            80,
            "Duties with a date have an owner",
            "Give each counterparty's obligations an owner",
            4),
    ON_TIME(
            Dimension.OBLIGATIONS,
            Stage.INTEGRATED,
            Indicator.OBLIGATIONS_ON_TIME,
            90,
            "Duties are done in time, on both sides",
            "Take the overdue list into the monthly supplier meeting",
            8),
    CAUSES(
            Dimension.OBLIGATIONS,
            Stage.STRATEGIC,
            "When duties are missed again and again, do you look for the cause and change the contract or the work?",
            "Find the three most missed duties and decide what to change for each",
            10),
    SOME_MEASURED(
            Dimension.MEASUREMENT,
            Stage.FOUNDATIONAL,
            Indicator.MEASURES_MEASURED,
            50,
            "Half of what contracts promise in numbers is measured",
            "Import the service reports that suppliers send anyway",
            3),
    MEASURED(
            Dimension.MEASUREMENT,
            Stage.INTEGRATED,
            Indicator.MEASURES_MEASURED,
            90,
            "What contracts promise in numbers is measured, with few exceptions",
            "Ask for the missing reports, or strike the measures that nobody needs",
            8),
    OBJECTIVES(
            Dimension.MEASUREMENT,
            Stage.STRATEGIC,
            "Does each important contract name the business objective that it serves, and do its measures show it?",
            "Link each important contract to one objective and choose the measure that shows it",
            12),
    CLAIMED(
            Dimension.VALUE,
            Stage.FOUNDATIONAL,
            Indicator.CREDITS_CLAIMED,
            50,
            "Credits and damages are claimed while they can be",
            "Send the claims whose windows are open",
            2),
    RECOVERED(
            Dimension.VALUE,
            Stage.INTEGRATED,
            Indicator.LEAKAGE_RECOVERED,
            50,
            "Overpayments come back",
            "Ask for the overpayments in the ledger, the largest first",
            5),
    REPORTED(
            Dimension.VALUE,
            Stage.STRATEGIC,
            "Does finance book, by contract, what was realised against what was negotiated?",
            "Agree with finance on one report of realised and negotiated value",
            15),
    ONE_FEED(
            Dimension.INTEGRATION,
            Stage.FOUNDATIONAL,
            Indicator.FEEDS_FRESH,
            25,
            "Facts of at least one kind arrive regularly",
            "Import one kind of facts, invoices for example, each month",
            2),
    FEEDS(
            Dimension.INTEGRATION,
            Stage.INTEGRATED,
            Indicator.FEEDS_FRESH,
            75,
            "Measurements, invoices and deliveries arrive by themselves",
            "Let the ERP and the service desk deliver their exports to the import every month",
            15),
    ELSEWHERE(
            Dimension.INTEGRATION,
            Stage.STRATEGIC,
            "Do buyers and planners see contract performance in the systems in which they decide?",
            "Show scorecards in the sourcing system, through the REST API",
            20),
    OWNERS(
            Dimension.GOVERNANCE,
            Stage.FOUNDATIONAL,
            "Has every contract above your threshold a named owner after signature?",
            "Name an owner for the ten largest contracts",
            1),
    REVIEWS(
            Dimension.GOVERNANCE,
            Stage.INTEGRATED,
            Indicator.REVIEWS_HELD,
            50,
            true,
            "Are important contracts reviewed with the supplier at least twice a year, and are the actions followed to their end?",
            "Set dates for reviews with the five most important suppliers, and keep a list of actions",
            6),
    DECIDES(
            Dimension.GOVERNANCE,
            Stage.STRATEGIC,
            "Does measured performance decide renewals and awards?",
            "Put the scorecard into the next renewal decision, in writing",
            5);

    private final Dimension dimension;
    private final Stage stage;
    private final @Nullable Indicator indicator;
    private final int percent;
    private final boolean question;
    private final String statement;
    private final String step;
    private final int days;

    Criterion(
            Dimension dimension,
            Stage stage,
            @Nullable Indicator indicator,
            int percent,
            boolean question,
            String statement,
            String step,
            int days) {
        this.dimension = dimension;
        this.stage = stage;
        this.indicator = indicator;
        this.percent = percent;
        this.question = question;
        this.statement = statement;
        this.step = step;
        this.days = days;
    }

    Criterion(
            Dimension dimension,
            Stage stage,
            Indicator indicator,
            int percent,
            String statement,
            String step,
            int days) {
        this(dimension, stage, indicator, percent, false, statement, step, days);
    }

    Criterion(Dimension dimension, Stage stage, String question, String step, int days) {
        this(dimension, stage, null, 0, true, question, step, days);
    }

    public Dimension dimension() {
        return dimension;
    }

    /** The stage that asks for it. */
    public Stage stage() {
        return stage;
    }

    /** Whether somebody may answer it; where there are live data too, they decide. */
    public boolean isQuestion() {
        return question;
    }

    /** The share that decides it; empty where only a question does. */
    public Optional<Indicator> indicator() {
        return Optional.ofNullable(indicator);
    }

    /** Least share in percent. */
    public int percent() {
        return percent;
    }

    /** What must be so, or the question that is asked. */
    public String statement() {
        return statement;
    }

    /** What to do next to fulfil it. */
    public String step() {
        return step;
    }

    /** A guess at the working days that the step takes. */
    public int days() {
        return days;
    }

    /** In lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
