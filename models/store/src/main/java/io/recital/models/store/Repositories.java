package io.recital.models.store;

import io.recital.models.clause.Segmentation;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The repositories over one database, wired once. */
public record Repositories(
        JdbcTenants tenants,
        JdbcApiKeys apiKeys,
        JdbcContracts contracts,
        JdbcCounterparties counterparties,
        JdbcOriginals originals,
        JdbcDocuments documents,
        JdbcClauses clauses,
        JdbcPassages passages,
        JdbcExtractionRuns runs,
        JdbcFindings findings,
        JdbcReviews reviews,
        JdbcClauseScores clauseScores,
        JdbcJobs jobs,
        JdbcLlmCalls llmCalls,
        JdbcLedger ledger,
        JdbcMaturity maturity,
        JdbcOccurrences occurrences,
        JdbcCalendarFeeds calendarFeeds,
        JdbcFacts facts,
        JdbcFeeds feeds,
        JdbcVendorDecisions vendorDecisions,
        JdbcRelations relations,
        JdbcScoreWeights scoreWeights,
        JdbcGovernance governance,
        JdbcShares shares) {

    /** Repositories that take part in the transactions of {@code dataSource}. */
    public static Repositories over(DataSource dataSource) {
        JdbcContracts contracts = new JdbcContracts(dataSource);
        JdbcOriginals originals = new JdbcOriginals(dataSource);
        JdbcDocuments documents = new JdbcDocuments(dataSource, contracts, originals);
        JdbcExtractionRuns runs = new JdbcExtractionRuns(dataSource);
        JdbcScoreWeights scoreWeights = new JdbcScoreWeights(dataSource);
        return new Repositories(
                new JdbcTenants(dataSource),
                new JdbcApiKeys(dataSource),
                contracts,
                new JdbcCounterparties(dataSource),
                originals,
                documents,
                new JdbcClauses(dataSource, documents),
                new JdbcPassages(dataSource),
                runs,
                new JdbcFindings(dataSource, runs),
                new JdbcReviews(dataSource),
                new JdbcClauseScores(dataSource),
                new JdbcJobs(dataSource),
                new JdbcLlmCalls(dataSource),
                new JdbcLedger(dataSource),
                new JdbcMaturity(dataSource),
                new JdbcOccurrences(dataSource),
                new JdbcCalendarFeeds(dataSource),
                new JdbcFacts(dataSource),
                new JdbcFeeds(dataSource),
                new JdbcVendorDecisions(dataSource),
                new JdbcRelations(dataSource),
                scoreWeights,
                new JdbcGovernance(dataSource, scoreWeights),
                new JdbcShares(dataSource));
    }

    /** How a document version was cut, as it was stored; empty before that. Offsets and ids are those in use. */
    public Optional<Segmentation> findSegmentation(UUID document) {
        return documents
                .findSegmenter(document)
                .map(segmenter -> new Segmentation(
                        clauses.listByDocument(document),
                        clauses.listDefinitions(document),
                        passages.listByDocument(document),
                        segmenter));
    }
}
