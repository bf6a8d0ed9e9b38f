package io.recital.api.counterparty;

import io.recital.api.problem.ProblemException;
import io.recital.models.contract.Counterparty;
import io.recital.models.store.JdbcCounterparties;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Finds the counterparty that a person means: by id, name or alias, or by words that only one name has. */
public final class NamedCounterparty {
    private static final int NAMED = 10;

    private NamedCounterparty() {}

    /** Call it in the name of a tenant; throws a problem that names the choices where there is not one. */
    public static Counterparty get(JdbcCounterparties counterparties, String named) {
        return byId(counterparties, named)
                .or(() -> counterparties.findByName(named))
                .orElseGet(() -> byWords(counterparties.list(), named));
    }

    private static Optional<Counterparty> byId(JdbcCounterparties counterparties, String named) {
        try {
            return counterparties.find(UUID.fromString(named));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Counterparty byWords(List<Counterparty> all, String named) {
        String words = named.strip().toLowerCase(Locale.ROOT);
        List<Counterparty> found = all.stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(words))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String choices = (found.isEmpty() ? all : found)
                .stream().map(Counterparty::name).limit(NAMED).collect(Collectors.joining(", "));
        throw new ProblemException(
                found.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                found.isEmpty() ? "not-found" : "bad-request",
                (found.isEmpty() ? "No counterparty is called “" : "Several counterparties are called “") + named
                        + "”. Name one of: " + choices + ".");
    }
}
