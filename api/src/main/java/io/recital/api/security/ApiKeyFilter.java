package io.recital.api.security;

import io.recital.api.problem.Problems;
import io.recital.models.store.JdbcApiKeys;
import io.recital.models.store.error.StoreException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who has a key, and notes the tenant that the key belongs to. */
public final class ApiKeyFilter extends OncePerRequestFilter {
    /** Request attribute that holds the tenant's id. */
    public static final String TENANT = "recital.tenant";

    /** Where calendar programs fetch what they subscribed to: they send no headers, so the address holds the secret. */
    public static final String OPEN_CALENDARS = "/calendars";

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);
    private static final List<String> OPEN =
            List.of("/actuator/health", "/v3/api-docs", "/api/v1/openapi", OPEN_CALENDARS, ShareFilter.PATH);
    /** A path that can mean nothing but what it says: no steps upwards, no parameters, nothing encoded. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+/?");

    private static final String BEARER = "Bearer ";

    private final JdbcApiKeys keys;
    private final Problems problems;

    public ApiKeyFilter(JdbcApiKeys keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String asked = request.getRequestURI();
        return PLAIN.matcher(asked).matches()
                && OPEN.stream()
                        .anyMatch(path ->
                                asked.equals(path) || asked.startsWith(path + "/") || asked.startsWith(path + "."));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UUID> tenant;
        try {
            tenant = Optional.ofNullable(key(request)).flatMap(keys::findTenant);
        } catch (StoreException | DataAccessException e) {
            LOG.warn("A key could not be looked up: {}", e.getClass().getSimpleName());
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "store", Problems.NO_DATABASE);
            return;
        }
        if (tenant.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"recital\"");
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "api-key",
                    "Send a valid API key as 'Authorization: Bearer KEY'. The first key was printed when the service"
                            + " first started; the command line uses the one in cli.key of the data directory.");
            return;
        }
        request.setAttribute(TENANT, tenant.get());
        chain.doFilter(request, response);
    }

    static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length()).strip();
        }
        return request.getHeader("X-API-Key");
    }
}
