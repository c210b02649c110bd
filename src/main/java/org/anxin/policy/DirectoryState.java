package org.anxin.policy;

import java.time.Instant;
import java.util.List;
import org.anxin.rulebook.Mistake;

/**
 * How the rule directory stands to the rules that decide.
 *
 * @param active id of the ruleset that decides
 * @param directory id of the files in the directory, whether good or bad
 * @param checkedAt when these files were checked
 * @param mistakes every mistake and warning in them, by place
 */
public record DirectoryState(String active, String directory, Instant checkedAt, List<Mistake> mistakes) {

    /** Whether the files in the directory are the ones that decide. */
    public boolean live() {
        return active.equals(directory);
    }
}
