package org.anxin.patrol;

import org.anxin.rulebook.Says;

/** Who else is told: {@code subdistricts.copy( $s )}. */
public final class CopyVerbs {
    private CopyVerbs() {}

    /** The finding is widespread and is copied to the subdistrict of its market. */
    @Says(zh = "属较为普遍的问题，抄告属地街道", en = "the finding is widespread and copied to the subdistrict")
    public static Copied copy() {
        return new Copied();
    }
}
