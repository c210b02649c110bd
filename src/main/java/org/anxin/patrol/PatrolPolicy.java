package org.anxin.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.jspecify.annotations.Nullable;

/** Decides what patrols found, by one ruleset. Immutable and safe for many threads. */
public final class PatrolPolicy {
    /** So many days before a finding do others bear on whether it is widespread. */
    public static final int LOOK_BACK = Spread.LOOK_BACK;

    private final Set<String> scenes;
    private final Answers<CheckedItem, Answered> items;
    private final Answers<Spread, ItemHistory.Spreading> spreads;
    private final Answers<PatrolledDay, List<Firing>> days;
    private final Answers<CoveredScene, List<Firing>> covered;
    private final Answers<WatchedCamera, List<Firing>> watched;

    /** The policy that {@code ruleset} lays down. */
    public PatrolPolicy(Ruleset ruleset) {
        scenes = ruleset.words().codes("scene");
        items = ruleset.answers(CheckedItem.TYPE, Answered::by);
        spreads = ruleset.answers(Spread.TYPE, firings -> new ItemHistory.Spreading(Answered.copies(firings)));
        days = ruleset.answers(PatrolledDay.TYPE, List::copyOf);
        covered = ruleset.answers(CoveredScene.TYPE, List::copyOf);
        watched = ruleset.answers(WatchedCamera.TYPE, List::copyOf);
    }

    /**
     * What is demanded for an item of a check, null if it is no finding.
     *
     * @param unfixed whether it failed at the market before and was not rectified yet
     */
    public @Nullable Demand demand(Check check, Check.Answer answer, boolean unfixed) {
        return items.of(CheckedItem.of(check, answer, unfixed)).demand();
    }

    /**
     * Which findings of one item are widespread, and since when.
     *
     * @param findings in any order; those of the last 31 days before the first one asked about, and those that were not
     *     rectified by then
     */
    public Map<Failure, Widespread> widespread(List<Failure> findings) {
        return new ItemHistory(items, spreads, findings).widespread();
    }

    /**
     * Faults of a day.
     *
     * @param checks how many the market had
     * @param day epoch day
     */
    public List<Fault> day(PatrolledMarket market, int checks, int day) {
        List<Fault> faults = new ArrayList<>();
        add(faults, days.of(new PatrolledDay(market.type(), checks, day)), market, null, null);
        faults.sort(Fault.BY_PLACE);
        return faults;
    }

    /**
     * Faults of a market's cameras.
     *
     * @param cameras those in service
     * @param at the moment, microseconds since 1970
     */
    public List<Fault> cameras(PatrolledMarket market, List<Camera> cameras, long at) {
        List<Fault> faults = new ArrayList<>();
        for (String scene : scenes) {
            int covering = (int) cameras.stream()
                    .filter(camera -> camera.scene().equals(scene))
                    .count();
            add(faults, covered.of(new CoveredScene(market.type(), scene, covering)), market, scene, null);
        }
        for (Camera camera : cameras) {
            // A scene that is declared no more covers nothing that rules could ask about.
            if (scenes.contains(camera.scene())) {
                List<Firing> firings = watched.of(camera.fact(market.type(), at));
                add(faults, firings, market, camera.scene(), camera.id());
            }
        }
        faults.sort(Fault.BY_PLACE);
        return faults;
    }

    private static void add(
            List<Fault> faults,
            List<Firing> firings,
            PatrolledMarket market,
            @Nullable String scene,
            @Nullable String camera) {
        for (Firing firing : firings) {
            String code = ((Reported) firing.consequence()).code();
            if (faults.stream().noneMatch(fault -> isAt(fault, code, scene, camera))) {
                faults.add(new Fault(market.id(), code, scene, camera, firing.rule()));
            }
        }
    }

    private static boolean isAt(Fault fault, String code, @Nullable String scene, @Nullable String camera) {
        return fault.code().equals(code)
                && Objects.equals(fault.scene(), scene)
                && Objects.equals(fault.cameraId(), camera);
    }
}
