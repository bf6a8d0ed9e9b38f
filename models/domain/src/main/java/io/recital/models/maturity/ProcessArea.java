package io.recital.models.maturity;

/** A process area of another model, for which the evidence of some of our dimensions speaks as well. */
public enum ProcessArea {
    PROCUREMENT_PLANNING(Framework.CMMM, "Procurement planning"),
    SOURCE_SELECTION(Framework.CMMM, "Source selection"),
    CONTRACT_ADMINISTRATION(Framework.CMMM, "Contract administration"),
    CONTRACT_CLOSEOUT(Framework.CMMM, "Contract closeout"),
    AGREEMENT_MANAGEMENT(Framework.CMMI_ACQ, "Agreement Management (AM)"),
    CONFIGURATION_MANAGEMENT(Framework.CMMI_ACQ, "Configuration Management (CM)"),
    MEASUREMENT_AND_ANALYSIS(Framework.CMMI_ACQ, "Measurement and Analysis (MA)"),
    MONITORING_AND_CONTROL(Framework.CMMI_ACQ, "Project Monitoring and Control (PMC)"),
    INTEGRATED_PROJECT_MANAGEMENT(Framework.CMMI_ACQ, "Integrated Project Management (IPM)"),
    RISK_MANAGEMENT(Framework.CMMI_ACQ, "Risk Management (RSKM)"),
    CAUSAL_ANALYSIS(Framework.CMMI_ACQ, "Causal Analysis and Resolution (CAR)"),
    PERFORMANCE_MANAGEMENT(Framework.CMMI_ACQ, "Organizational Performance Management (OPM)");

    /** Other maturity models. */
    public enum Framework {
        /** Garrett and Rendon's contract management maturity model, the buyer's process areas. */
        CMMM,
        /** CMMI for Acquisition, version 1.3. */
        CMMI_ACQ
    }

    private final Framework framework;
    private final String title;

    ProcessArea(Framework framework, String title) {
        this.framework = framework;
        this.title = title;
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
        return switch (this) {
            case PROCUREMENT_PLANNING, SOURCE_SELECTION, RISK_MANAGEMENT, CAUSAL_ANALYSIS, PERFORMANCE_MANAGEMENT ->
                dimension == Dimension.GOVERNANCE;
            case CONTRACT_ADMINISTRATION -> dimension != Dimension.GOVERNANCE;
            case CONTRACT_CLOSEOUT -> dimension == Dimension.VALUE;
            case AGREEMENT_MANAGEMENT -> dimension == Dimension.OBLIGATIONS || dimension == Dimension.VALUE;
            case CONFIGURATION_MANAGEMENT -> dimension == Dimension.CONTRACTS;
            case MEASUREMENT_AND_ANALYSIS -> dimension == Dimension.MEASUREMENT;
            case MONITORING_AND_CONTROL -> dimension == Dimension.OBLIGATIONS || dimension == Dimension.MEASUREMENT;
            case INTEGRATED_PROJECT_MANAGEMENT -> dimension == Dimension.INTEGRATION;
        };
    }
}
