package org.anxin.faults;

import java.util.List;

/** How much of a scenario is carried out: little in every build, all of it in the profile {@code faults}. */
final class Scale {
    private static final boolean FULL = Boolean.getBoolean("anxin.faults.full");

    private Scale() {}

    /** One or the other. */
    static int of(int everyBuild, int full) {
        return FULL ? full : everyBuild;
    }

    /** Options of the nodes' JVMs; in every build those with which a process that soon ends starts fastest. */
    static List<String> jvm() {
        return FULL ? List.of("-Xmx512m") : List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** People in the province: so many that a sweep takes some seconds. */
    static int people() {
        return of(20_000, 100_000);
    }
}
