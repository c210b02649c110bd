package org.anxin.faults;

/** How much of a scenario is carried out: little in every build, all of it in the profile {@code faults}. */
final class Scale {
    private static final boolean FULL = Boolean.getBoolean("anxin.faults.full");

    private Scale() {}

    /** One or the other. */
    static int of(int everyBuild, int full) {
        return FULL ? full : everyBuild;
    }

    /** People in the province: so many that a sweep takes some seconds. */
    static int people() {
        return of(20_000, 150_000);
    }
}
