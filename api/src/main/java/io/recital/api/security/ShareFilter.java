package io.recital.api.security;

import io.recital.api.problem.Problems;
import io.recital.models.store.JdbcShares;
import io.recital.models.store.JdbcShares.Share;
import io.recital.models.store.Tenancy;
import io.recital.models.store.error.StoreException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a counterparty in to what is shared with it, and notes whom the token is for. Keys of the tenant do not open it. */
public final class ShareFilter extends OncePerRequestFilter {
    /** Below this path only tokens of shares count, and nowhere else do they. */
    public static final String PATH = "/api/v1/shared";

    /** Request attribute that holds what the token {@link Opened opens}. */
    public static final String SHARE = "recital.share";

    private static final Logger LOG = LoggerFactory.getLogger(ShareFilter.class);

    /** What a token opens. */
    public record Opened(UUID tenant, Share share) {}

    private final JdbcShares shares;
    private final Tenancy tenancy;
    private final Problems problems;
    private final Clock clock;

    public ShareFilter(JdbcShares shares, Tenancy tenancy, Problems problems, Clock clock) {
        this.shares = shares;
        this.tenancy = tenancy;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Opened> opened;
        try {
            opened = Optional.ofNullable(ApiKeyFilter.key(request)).flatMap(this::open);
        } catch (StoreException e) {
            LOG.warn("A token could not be looked up: {}", e.getClass().getSimpleName());
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "store", Problems.NO_DATABASE);
            return;
        }
        if (opened.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"recital shared\"");
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "share-token",
                    "Send the token that was shared with you as 'Authorization: Bearer TOKEN'. It may have expired or"
                            + " been revoked: ask for a new one.");
            return;
        }
        request.setAttribute(SHARE, opened.get());
        chain.doFilter(request, response);
    }

    private Optional<Opened> open(String token) {
        return JdbcShares.findTenant(token)
                .flatMap(tenant -> tenancy.call(tenant, () -> shares.find(token, clock.instant()))
                        .map(share -> new Opened(tenant, share)));
    }
}
