package io.recital.eval.ledger;

import io.recital.extraction.cascade.Cascade;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.finding.Finding;
import io.recital.samples.SamplePortfolio;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the offline extractors read; nobody has accepted it. */
final class ExtractedFindings implements DocumentFindings, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractedFindings.class);

    private final ClauseClassifier classifier = ClauseClassifier.shipped();
    private final Cascade cascade = new Cascade(OfflineExtractors.with(classifier));

    @Override
    public List<Finding> list(SamplePortfolio.Document document, ParsedDocument parsed) {
        UUID id = PortfolioFamilies.id(document.file());
        ContractReading reading = new ContractReading(
                id,
                id,
                document.file(),
                TenantRole.valueOf(document.role().toUpperCase(Locale.ROOT)),
                parsed,
                new Segmenter().segment(id, parsed));
        List<Finding> findings = cascade.read(reading).findings();
        LOG.info("Read {}: {} findings", document.file(), findings.size());
        return findings;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
