package io.recital.models.store;

import io.recital.models.store.error.StoreException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in the name of one tenant: in one transaction, which sees that tenant's rows and nobody else's. A failure
 * undoes all of it and comes out as {@link StoreException}, unless it is the work's own.
 */
public final class Tenancy {
    private final TransactionTemplate transactions;
    private final JdbcTenantSetting setting;

    Tenancy(DataSource dataSource) {
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.setting = new JdbcTenantSetting(dataSource);
    }

    /** Runs the work in the name of the tenant; inside work of the same tenant it joins that transaction. */
    public <T extends @Nullable Object> T call(UUID tenant, Supplier<T> work) {
        Object current = TransactionSynchronizationManager.getResource(this);
        try {
            if (tenant.equals(current)) {
                return work.get();
            }
            requireNoTransaction(current);
            return inNewTransaction(tenant, work);
        } catch (DataAccessException | TransactionException e) {
            throw StoreFailures.explain(e);
        }
    }

    /** Runs the work in the name of the tenant; inside work of the same tenant it joins that transaction. */
    public void run(UUID tenant, Runnable work) {
        this.<@Nullable Object>call(tenant, () -> {
            work.run();
            return null;
        });
    }

    private <T extends @Nullable Object> T inNewTransaction(UUID tenant, Supplier<T> work) {
        return transactions.<T>execute(status -> {
            setting.set(tenant);
            TransactionSynchronizationManager.bindResource(this, tenant);
            try {
                return work.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(this);
            }
        });
    }

    private static void requireNoTransaction(@Nullable Object current) {
        if (current != null) {
            throw new StoreException(
                    StoreException.Category.MISUSE, "Work for one tenant cannot run inside work for another tenant");
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new StoreException(
                    StoreException.Category.MISUSE,
                    "Work for a tenant cannot run inside a transaction that was begun without a tenant");
        }
    }
}
