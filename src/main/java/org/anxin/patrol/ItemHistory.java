package org.anxin.patrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the findings of one item are widespread. A finding is looked at together with those before it only, so
 * what later ones show is since their day, and any past day reads as it did then.
 */
final class ItemHistory {
    private final Answers<CheckedItem, Answered> items;
    private final Answers<Spread, Spreading> spreads;
    private final List<Failure> failures;
    private final Map<Failure, Widespread> widespread = new HashMap<>();

    /**
     * What the rules say about failures at several markets.
     *
     * @param copied the rule by which they are widespread, null if none says so
     */
    record Spreading(@Nullable Rule copied) {}

    /** @param failures all of one item, in any order */
    ItemHistory(Answers<CheckedItem, Answered> items, Answers<Spread, Spreading> spreads, List<Failure> failures) {
        this.items = items;
        this.spreads = spreads;
        this.failures = new ArrayList<>(failures);
        this.failures.sort(Failure.BY_TIME);
    }

    /** Those that are widespread at some time. */
    Map<Failure, Widespread> widespread() {
        for (int at = 0; at < failures.size(); at++) {
            findAgain(at);
            findSpread(at);
        }
        return widespread;
    }

    private void findAgain(int at) {
        Failure failure = failures.get(at);
        boolean unfixed = failures.subList(0, at).stream().anyMatch(earlier -> earlier.isOpenAt(failure));
        Rule rule = items.of(failure.fact(unfixed)).copied();
        if (rule != null) {
            mark(failure, new Widespread(failure.on(), rule));
        }
    }

    /** Goes back from one failure, market by market. */
    private void findSpread(int at) {
        Failure last = failures.get(at);
        Set<String> markets = new HashSet<>();
        for (int back = at; back >= 0 && days(failures.get(back), last) <= Spread.LOOK_BACK; back--) {
            Failure earlier = failures.get(back);
            if (markets.add(earlier.marketId())) {
                Spread spread = new Spread(last.item(), markets.size(), days(earlier, last), last.on());
                Rule rule = spreads.of(spread).copied();
                if (rule != null) {
                    markAll(at, spread, markets, new Widespread(last.on(), rule));
                }
            }
        }
    }

    private static int days(Failure first, Failure last) {
        return last.on() - first.on() + 1;
    }

    private void markAll(int at, Spread spread, Set<String> markets, Widespread mark) {
        for (int back = at; back >= 0; back--) {
            Failure failure = failures.get(back);
            if (days(failure, failures.get(at)) > spread.days()) {
                return;
            }
            if (markets.contains(failure.marketId())) {
                mark(failure, mark);
            }
        }
    }

    private void mark(Failure failure, Widespread mark) {
        widespread.merge(failure, mark, Widespread::or);
    }
}
