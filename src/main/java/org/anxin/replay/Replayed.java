package org.anxin.replay;

import java.util.List;

/**
 * What deciding a range of the log again has shown.
 *
 * @param decided how many decisions were made again
 * @param byPeople how many entries tell what a person did, which no rule decides
 * @param differences at most so many as asked for; there should be none
 * @param more how many more there are
 */
public record Replayed(long decided, long byPeople, List<Difference> differences, long more) {

    /** Whether everything was decided as it was. */
    public boolean same() {
        return differences.isEmpty();
    }
}
