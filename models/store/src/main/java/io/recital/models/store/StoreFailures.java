package io.recital.models.store;

import io.recital.models.store.error.StoreException;
import io.recital.models.store.error.StoreException.Category;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Says in the store's own words what the driver, the pool or Spring threw, without the values of a row. */
final class StoreFailures {
    private StoreFailures() {}

    static StoreException explain(RuntimeException failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        String state = sqlState(failure);
        Category category = category(failure, state);
        return new StoreException(
                category, message(category) + (state == null ? "" : " (SQLSTATE " + state + ")"), failure);
    }

    private static Category category(RuntimeException failure, @Nullable String state) {
        if (failure instanceof EmptyResultDataAccessException) {
            return Category.NOT_FOUND;
        }
        if (failure instanceof DataIntegrityViolationException) {
            return Category.CONSTRAINT;
        }
        if (state != null && (state.startsWith("28") || state.startsWith("3D"))) {
            return Category.SET_UP;
        }
        if ((state != null && (state.startsWith("08") || state.startsWith("57P")))
                || failure instanceof CannotGetJdbcConnectionException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof NonTransientDataAccessResourceException) {
            return Category.UNAVAILABLE;
        }
        return failure instanceof TransientDataAccessException ? Category.CONTENTION : Category.REFUSED;
    }

    private static String message(Category category) {
        return switch (category) {
            case NOT_FOUND -> "The database has no such row";
            case CONSTRAINT -> "The row is there already, or it refers to one that is not";
            case SET_UP ->
                "The database refused the login; check user, password and database in RECITAL_DATABASE_URL and"
                        + " RECITAL_DATABASE_OWNER_URL";
            case UNAVAILABLE ->
                "The database cannot be reached or has no free connection; try again, and check that it runs";
            case CONTENTION -> "The work was in the way of other work in the database; try again";
            default -> "The database refused a statement";
        };
    }

    private static @Nullable String sqlState(RuntimeException failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
            cause = cause.getCause();
        }
        return null;
    }
}
