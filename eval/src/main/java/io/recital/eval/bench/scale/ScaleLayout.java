package io.recital.eval.bench.scale;

import io.recital.eval.EvalException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who owns the generated passages: one large tenant with counterparties of very different size, and small tenants beside
 * it, so that searches of any selectivity can be asked.
 *
 * @param passages in all, nearly; a contract has {@value #PER_CONTRACT}
 * @param holdings in the order in which they are generated
 */
record ScaleLayout(int passages, List<Holding> holdings) {
    static final int PER_CONTRACT = 100;
    static final String LARGE = "Generated: the large tenant";

    /**
     * Contracts of one tenant with one counterparty.
     *
     * @param first number of the first contract
     * @param contracts how many
     * @param alike made around one and the same real document, as contracts with one supplier often are
     */
    record Holding(String tenant, String counterparty, int first, int contracts, boolean alike) {}

    ScaleLayout {
        holdings = List.copyOf(holdings);
    }

    static ScaleLayout of(int passages) {
        int contracts = passages / PER_CONTRACT;
        if (contracts < 20) {
            throw new EvalException("--passages must be 2000 or more: shares of fewer cannot be told apart");
        }
        List<Holding> holdings = new ArrayList<>();
        add(holdings, "Generated: a hundredth", "all of it", share(contracts, 0.01), false);
        add(holdings, "Generated: a thousandth", "all of it", share(contracts, 0.001), false);
        add(holdings, "Generated: one contract", "all of it", 1, false);
        add(holdings, LARGE, "one contract", 1, false);
        add(holdings, LARGE, "a thousandth", share(contracts, 0.001), false);
        add(holdings, LARGE, "a hundredth", share(contracts, 0.01), false);
        add(holdings, LARGE, "a hundredth, all alike", share(contracts, 0.01), true);
        add(holdings, LARGE, "a tenth", share(contracts, 0.1), false);
        add(holdings, LARGE, "a half", share(contracts, 0.5), false);
        add(holdings, LARGE, "the others", contracts - next(holdings), false);
        return new ScaleLayout(contracts * PER_CONTRACT, holdings);
    }

    int contracts() {
        return next(holdings);
    }

    private static int share(int contracts, double share) {
        return Math.max(1, (int) Math.round(contracts * share));
    }

    private static void add(List<Holding> holdings, String tenant, String counterparty, int contracts, boolean alike) {
        holdings.add(new Holding(tenant, "Generated: " + counterparty, next(holdings), contracts, alike));
    }

    private static int next(List<Holding> holdings) {
        if (holdings.isEmpty()) {
            return 0;
        }
        Holding last = holdings.get(holdings.size() - 1);
        return last.first() + last.contracts();
    }
}
