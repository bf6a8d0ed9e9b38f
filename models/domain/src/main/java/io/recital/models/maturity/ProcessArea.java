package io.recital.models.maturity;

import static io.recital.models.maturity.Dimension.CONTRACTS;
import static io.recital.models.maturity.Dimension.GOVERNANCE;
import static io.recital.models.maturity.Dimension.INTEGRATION;
import static io.recital.models.maturity.Dimension.MEASUREMENT;
import static io.recital.models.maturity.Dimension.OBLIGATIONS;
import static io.recital.models.maturity.Dimension.VALUE;

import java.util.Optional;
import java.util.Set;

/**
 * A process area of another model, for which the evidence of some of our dimensions speaks as well, or of which what
 * happens under contracts shows nothing.
 */
public enum ProcessArea {
    PROCUREMENT_PLANNING(
            Framework.CMMM,
            "Procurement planning",
            "what to buy and how is planned before there is a contract, and no plan is kept here"),
    SOLICITATION_PLANNING(
            Framework.CMMM,
            "Solicitation planning",
            "tender documents and criteria of award are written before there is a contract and are not kept here"),
    SOLICITATION(
            Framework.CMMM, "Solicitation", "tenders, bidders' questions and offers are kept in the sourcing system"),
    SOURCE_SELECTION(
            Framework.CMMM,
            "Source selection",
            "how offers are judged is kept in the sourcing system; only the question “decides” is about it"),
    CONTRACT_ADMINISTRATION(
            Framework.CMMM, "Contract administration", CONTRACTS, OBLIGATIONS, MEASUREMENT, VALUE, INTEGRATION),
    CONTRACT_CLOSEOUT(Framework.CMMM, "Contract closeout", VALUE),
    AGREEMENT_MANAGEMENT(Framework.CMMI_ACQ, "Agreement Management (AM)", OBLIGATIONS, VALUE),
    CONFIGURATION_MANAGEMENT(Framework.CMMI_ACQ, "Configuration Management (CM)", CONTRACTS),
    MEASUREMENT_AND_ANALYSIS(Framework.CMMI_ACQ, "Measurement and Analysis (MA)", MEASUREMENT),
    MONITORING_AND_CONTROL(Framework.CMMI_ACQ, "Project Monitoring and Control (PMC)", OBLIGATIONS, MEASUREMENT),
    INTEGRATED_PROJECT_MANAGEMENT(Framework.CMMI_ACQ, "Integrated Project Management (IPM)", INTEGRATION),
    RISK_MANAGEMENT(Framework.CMMI_ACQ, "Risk Management (RSKM)", GOVERNANCE),
    CAUSAL_ANALYSIS(Framework.CMMI_ACQ, "Causal Analysis and Resolution (CAR)", OBLIGATIONS),
    PERFORMANCE_MANAGEMENT(Framework.CMMI_ACQ, "Organizational Performance Management (OPM)", GOVERNANCE);

    /** Other maturity models. */
    public enum Framework {
        /** Garrett and Rendon's contract management maturity model, the buyer's process areas. */
        CMMM,
        /** CMMI for Acquisition, version 1.3. */
        CMMI_ACQ
    }

    private final Framework framework;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
    private final Set<Dimension> shownBy;

    private final String whyUnknown;

    ProcessArea(Framework framework, String title, Dimension... shownBy) {
        this.framework = framework;
        this.title = title;
        this.shownBy = Set.of(shownBy);
        this.whyUnknown = "";
    }

    ProcessArea(Framework framework, String title, String whyUnknown) {
        this.framework = framework;
        this.title = title;
        this.shownBy = Set.of();
        this.whyUnknown = whyUnknown;
    }

    public Framework framework() {
        return framework;
    }

    /** Its name in its own model. */
    public String title() {
        return title;
    }

    /** Whether the evidence of a dimension speaks for it. */
    public boolean isShownBy(Dimension dimension) {
        return shownBy.contains(dimension);
    }

    /** Why what happens under contracts does not show it; empty where it does. */
    public Optional<String> whyUnknown() {
        return Optional.of(whyUnknown).filter(why -> !why.isEmpty());
    }
}
