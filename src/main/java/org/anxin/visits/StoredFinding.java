package org.anxin.visits;

import java.util.List;
import org.anxin.patrol.FindingState;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a patrol, as it is stored.
 *
 * @param no its id
 * @param visitId the visit
 * @param marketId the market
 * @param item the item that failed
 * @param code its kind, a word
 * @param found when: the moment of the visit
 * @param dueOn last day for rectification, an epoch day
 * @param by what decided so
 * @param message what is wrong
 * @param widespread null if it is not
 * @param rectification null if it was not rectified
 */
public record StoredFinding(
        long no,
        String visitId,
        String marketId,
        String item,
        String code,
        Moment found,
        int dueOn,
        Ground by,
        Bilingual message,
        @Nullable Copied widespread,
        @Nullable Rectification rectification) {

    /** A rule, with its directive and ruleset. */
    public record Ground(String rule, String directive, String ruleset) {}

    /**
     * That it is widespread and was copied to the subdistrict.
     *
     * @param since epoch day
     */
    public record Copied(int since, Ground by) {}

    /**
     * How it was rectified.
     *
     * @param at when
     * @param proof what was done
     * @param photos SHA-256 of images that show it
     */
    public record Rectification(Moment at, String proof, List<String> photos) {}

    /** How it stands on a day. */
    public FindingState state(int asOf) {
        int rectifiedOn = rectification == null ? Days.NONE : rectification.at().day();
        return FindingState.of(dueOn, rectifiedOn, asOf);
    }

    /** As it was on a day: what came later is not seen. */
    public StoredFinding asOf(int day) {
        Copied copied = widespread == null || widespread.since() > day ? null : widespread;
        Rectification done = rectification == null || rectification.at().day() > day ? null : rectification;
        return new StoredFinding(no, visitId, marketId, item, code, found, dueOn, by, message, copied, done);
    }
}
