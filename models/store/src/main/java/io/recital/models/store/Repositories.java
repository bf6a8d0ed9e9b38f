package io.recital.models.store;

import io.recital.models.clause.Segmentation;
import io.recital.models.contract.CitableText;
import io.recital.models.contract.DocumentVersion;
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
        JdbcCarriedFindings carriedFindings,
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
        JdbcFindings findings = new JdbcFindings(dataSource, runs);
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
                findings,
                new JdbcReviews(dataSource),
                new JdbcCarriedFindings(dataSource, findings),
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

    /** The stored text of a document version with its clauses, so that its words can be cited; empty before it was read. */
    public Optional<CitableText> findCitable(UUID document) {
        return documents.findParsed(document).map(parsed -> {
            DocumentVersion version = documents.get(document);
            return new CitableText(
                    version.contract(), document, version.file(), parsed, clauses.listByDocument(document));
        });
    }
}
