package org.anxin.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a person may not trade (暂停经营): opened and lifted by runs.
 *
 * @param action SUSPEND or BLOCK, when it opened
 * @param rules ids of the rules that opened it
 * @param opened by which run
 * @param lifted by which run; null while it lasts
 */
public record Suspension(
        String action,
        List<String> rules,
        Turn opened,
        @Nullable Turn lifted) {

    /**
     * The run that opened or lifted it.
     *
     * @param sweepId id of the run
     * @param asOf the day the run decided for, as an epoch day
     * @param samples the days of the samples it rests on: the last counted ones, or those that block
     */
    public record Turn(String sweepId, int asOf, List<Integer> samples) {}
}
