package io.recital.models.ledger.catalogue;

import io.recital.models.governance.report.GainShareReporter;
import io.recital.models.governance.report.GovernanceReporter;
import io.recital.models.governance.report.ObjectivesReporter;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.duty.DiscoveryReporter;
import io.recital.models.ledger.duty.ObligationsReporter;
import io.recital.models.ledger.measure.ServiceLevelsReporter;
import io.recital.models.ledger.payment.WorkingCapitalReporter;
import io.recital.models.ledger.score.MaturityReporter;
import io.recital.models.ledger.score.PortfolioReporter;
import io.recital.models.ledger.score.ScorecardReporter;
import io.recital.models.report.InOrderReporter;
import io.recital.models.report.LeakageReporter;
import io.recital.models.report.Reporter;
import java.util.List;
import java.util.Optional;

/** The reports that can be asked for, in one place. */
public final class Reports {
    private static final List<Reporter> ALL = List.of(
            new LeakageReporter(),
            new InOrderReporter(Checks::listInOrder),
            new ServiceLevelsReporter(),
            new WorkingCapitalReporter(),
            new ObligationsReporter(),
            new DiscoveryReporter(),
            new ScorecardReporter(),
            new PortfolioReporter(),
            new GovernanceReporter(),
            new ObjectivesReporter(),
            new GainShareReporter(),
            new MaturityReporter(dossier -> Ledger.of(dossier, Checks.all())));

    private Reports() {}

    public static List<Reporter> all() {
        return ALL;
    }

    /** The one of that name. */
    public static Optional<Reporter> find(String name) {
        return ALL.stream().filter(reporter -> reporter.name().equals(name)).findFirst();
    }
}
