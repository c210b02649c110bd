package org.anxin.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;

/** What keeps a version of the rules from being approved (SPEC section 8): cases that fail or are missing. */
public final class Approvals {
    private static final Set<String> OBSTACLES = Stream.of(
                    MistakeCode.CASE_FAILED,
                    MistakeCode.CASE_UNREADABLE,
                    MistakeCode.CASE_MISSING,
                    MistakeCode.CASE_ONE_SIDED)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private Approvals() {}

    /** Those of these mistakes that forbid an approval; empty if the version may be approved. */
    public static List<Mistake> obstacles(List<Mistake> mistakes) {
        return mistakes.stream()
                .filter(mistake -> mistake.fatal() || OBSTACLES.contains(mistake.code()))
                .toList();
    }
}
