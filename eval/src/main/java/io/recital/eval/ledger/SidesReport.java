package io.recital.eval.ledger;

import io.recital.ingestion.family.FamilyDocument;
import io.recital.ingestion.family.RelationReader;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.StoredText;
import io.recital.models.fact.CompanyName;
import io.recital.models.family.ContractSides;
import io.recital.models.family.SideEvidence;
import io.recital.samples.SamplePortfolio;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose the contracts of a portfolio are and on which side the tenant stands, read as if nobody had stated either. */
final class SidesReport {
    private final ContractSides sides;
    private final List<String> wrong = new ArrayList<>();
    private int others;
    private int roles;

    private SidesReport(ContractSides sides) {
        this.sides = sides;
    }

    /** Prints how many are right, and those that are not. */
    static void print(Map<SamplePortfolio.Document, FamilyDocument> read, PrintStream out) {
        List<SideEvidence> evidence = read.entrySet().stream()
                .map(entry -> evidence(entry.getKey(), entry.getValue()))
                .toList();
        SidesReport report = new SidesReport(ContractSides.among(evidence, List.of(), List.of()));
        read.forEach((document, opened) -> report.judge(document));
        out.printf(
                "%n%d documents, taken for ours: %s%nother side right %d, own side right %d%n",
                read.size(), String.join(", ", report.sides.own().stems()), report.others, report.roles);
        report.wrong.forEach(out::println);
    }

    private void judge(SamplePortfolio.Document document) {
        Optional<ContractSides.Side> side = sides.find(PortfolioFamilies.id(document.file()));
        boolean other = side.filter(found -> CompanyName.of(found.counterparty())
                        .words()
                        .equals(CompanyName.of(document.counterparty()).words()))
                .isPresent();
        boolean role = side.filter(found -> found.role().name().equals(document.role()))
                .isPresent();
        others += other ? 1 : 0;
        roles += role ? 1 : 0;
        if (!other || !role) {
            wrong.add("side    " + document.file() + ": "
                    + side.map(found -> found.role() + " with " + found.counterparty() + ", since " + found.reason())
                            .orElse("unknown"));
        }
    }

    private static SideEvidence evidence(SamplePortfolio.Document document, FamilyDocument read) {
        StoredText text = read.reading().text();
        return new SideEvidence(
                read.contract().id(),
                document.file(),
                TenantRole.UNKNOWN,
                null,
                read.findings().stream()
                        .flatMap(finding -> SideEvidence.party(finding).stream())
                        .toList(),
                text.value()
                        .substring(
                                0, Math.min(SideEvidence.BEGINNING, text.value().length())),
                RelationReader.referencesOf(read));
    }
}
