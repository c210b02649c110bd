package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.anxin.sweep.Finding;
import org.anxin.testing.Action;
import org.anxin.testing.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a difference between two findings is called. */
class ChangeTest {
    private static @Nullable Finding finding(String text) {
        if (text.equals("undecided")) {
            return null;
        }
        String[] parts = text.split(" ");
        return new Finding(1, Status.valueOf(parts[0]), Integer.parseInt(parts[2]), Action.valueOf(parts[1]), "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLIANT NONE 9, COMPLIANT NONE 9, ''",
        "undecided, undecided, ''",
        "COMPLIANT NONE 9, COMPLIANT NONE 8, OTHER",
        "COMPLIANT NONE 9, NO_OBLIGATION NONE 9, OTHER",
        "DUE_TODAY WARN 9, DUE_TOMORROW WARN 10, OTHER",
        "COMPLIANT NONE 9, OVERDUE SUSPEND 5, OVERDUE SUSPENDED",
        "DUE_TODAY WARN 9, OVERDUE SUSPEND 5, OVERDUE SUSPENDED",
        "DUE_TODAY WARN 9, OVERDUE WARN 5, OVERDUE",
        "OVERDUE SUSPEND 5, OVERDUE BLOCK 5, BLOCKED",
        "OVERDUE BLOCK 5, OVERDUE SUSPEND 5, SUSPENDED",
        "OVERDUE SUSPEND 5, COMPLIANT NONE 9, CLEARED",
        "OVERDUE BLOCK 5, DUE_TODAY WARN 9, CLEARED WARNED",
        "COMPLIANT NONE 9, DUE_TOMORROW WARN 8, WARNED",
        "DUE_TOMORROW WARN 8, COMPLIANT NONE 9, NO_LONGER_WARNED",
        "OVERDUE SUSPEND 5, undecided, UNDECIDABLE",
        "undecided, COMPLIANT NONE 9, DECIDABLE",
        "undecided, OVERDUE SUSPEND 5, OVERDUE SUSPENDED DECIDABLE"
    })
    void theKindsFollowFromStatusAndAction(String before, String after, String kinds) {
        int changes = Change.between(finding(before), finding(after));
        assertThat(Arrays.stream(Change.values())
                        .filter(kind -> kind.isIn(changes))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }
}
