package org.anxin.patrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anxin.time.Days;
import org.anxin.time.Moment;

/**
 * Everything that patrols saw, decided as a whole.
 *
 * @param markets all markets under patrol
 * @param checks of these markets
 * @param rectified when findings were rectified
 * @param cameras of these markets
 * @param at the moment at which cameras are looked at, microseconds since 1970
 */
public record Patrols(
        List<PatrolledMarket> markets,
        List<Check> checks,
        Map<Place, Moment> rectified,
        List<Camera> cameras,
        long at) {

    /** An item of a check. */
    public record Place(String check, String item) {}

    /**
     * What the rules find.
     *
     * @param asOf epoch day; later checks are not seen
     */
    public PatrolDecision decide(PatrolPolicy policy, int asOf) {
        List<Check> seen = new ArrayList<>(checks);
        seen.removeIf(check -> check.on() > asOf);
        seen.sort(Check.BY_TIME);
        return new PatrolDecision(asOf, findings(policy, seen), faults(policy, seen, asOf));
    }

    private List<PatrolDecision.Found> findings(PatrolPolicy policy, List<Check> seen) {
        Map<Failure, Demand> demands = new LinkedHashMap<>();
        Map<String, List<Failure>> byItem = new LinkedHashMap<>();
        for (Check check : seen) {
            for (Check.Answer answer : check.answers()) {
                Failure failure = failure(check, answer);
                List<Failure> before = byItem.computeIfAbsent(answer.item(), first -> new ArrayList<>());
                boolean unfixed = before.stream().anyMatch(earlier -> earlier.isOpenAt(failure));
                Demand demand = policy.demand(check, answer, unfixed);
                if (demand != null) {
                    before.add(failure);
                    demands.put(failure, demand);
                }
            }
        }
        Map<Failure, Widespread> widespread = new HashMap<>();
        byItem.values().forEach(failures -> widespread.putAll(policy.widespread(failures)));
        List<PatrolDecision.Found> found = new ArrayList<>();
        demands.forEach((failure, demand) ->
                found.add(new PatrolDecision.Found(failure, demand, rectifiedOn(failure), widespread.get(failure))));
        return found;
    }

    private Failure failure(Check check, Check.Answer answer) {
        Moment moment = rectified.get(new Place(check.id(), answer.item()));
        long rectifiedAt = moment == null ? Failure.NOT_RECTIFIED : moment.micros();
        return new Failure(
                check.id(),
                check.marketId(),
                check.marketType(),
                answer.item(),
                check.means(),
                check.on(),
                check.at(),
                rectifiedAt);
    }

    private int rectifiedOn(Failure failure) {
        Moment moment = rectified.get(new Place(failure.check(), failure.item()));
        return moment == null ? Days.NONE : moment.day();
    }

    private List<Fault> faults(PatrolPolicy policy, List<Check> seen, int asOf) {
        List<Fault> faults = new ArrayList<>();
        for (PatrolledMarket market : markets) {
            int count = (int) seen.stream()
                    .filter(check -> check.on() == asOf && check.marketId().equals(market.id()))
                    .count();
            faults.addAll(policy.day(market, count, asOf));
            List<Camera> own = cameras.stream()
                    .filter(camera -> camera.marketId().equals(market.id()))
                    .toList();
            faults.addAll(policy.cameras(market, own, at));
        }
        faults.sort(Fault.BY_PLACE);
        return faults;
    }
}
