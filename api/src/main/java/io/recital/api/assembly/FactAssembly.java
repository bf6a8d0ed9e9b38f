package io.recital.api.assembly;

import io.recital.ingestion.facts.FactImports;
import io.recital.ingestion.facts.VendorLinks;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From exports of other systems to performance facts, and from vendors to counterparties. */
@Configuration(proxyBeanMethods = false)
class FactAssembly {
    @Bean
    FactImports factImports(Tenancy tenancy, Repositories store) {
        return new FactImports(tenancy, store);
    }

    @Bean
    VendorLinks vendorLinks(Tenancy tenancy, Repositories store) {
        return new VendorLinks(tenancy, store);
    }
}
