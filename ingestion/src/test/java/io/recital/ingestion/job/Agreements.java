package io.recital.ingestion.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small agreements to ingest. */
final class Agreements {
    private Agreements() {}

    static Path write(Path folder, String name, String goods, int days) throws IOException {
        return Files.writeString(
                folder.resolve(name), """
                SUPPLY AGREEMENT FOR %s

                This Supply Agreement (this "Agreement") is made between Birchwood Mills Ltd, a company registered in England (the "Supplier"), and Northfield Bakeries Inc., a Delaware corporation (the "Customer").

                1. Supply. The Supplier shall deliver %s to the Customer each week.

                2. Payment. The Customer shall pay each invoice within %d days of its receipt.

                3. Term. This Agreement runs for two years.

                (a) Either party may end it with ninety days' notice.

                (b) It does not renew by itself.
                """.formatted(goods.toUpperCase(java.util.Locale.ROOT), goods, days));
    }

    static Path between(Path folder, String name, String supplier, String customer) throws IOException {
        return Files.writeString(folder.resolve(name), """
                SUPPLY AGREEMENT

                This Supply Agreement (this "Agreement") is made between %s, a company registered in England (the "Supplier"), and %s, a company registered in England (the "Customer").

                1. Supply. The Supplier shall supply the Customer as ordered.
                """.formatted(supplier, customer));
    }
}
