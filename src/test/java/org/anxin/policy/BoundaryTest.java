package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped cases show both sides of every number and date in the shipped rules: moving one by one breaks a case. */
class BoundaryTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final Pattern DATE = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2})\"");
    private static final Pattern NUMBER = Pattern.compile("(?<=[(<>=] ?)(\\d+)(?= ?[,)]| )");

    record Moved(String file, int from, int to, String fresh) {
        RuleTexts rules() {
            String text = SHIPPED.texts().get(file);
            return SHIPPED.with(file, text.substring(0, from) + fresh + text.substring(to));
        }

        @Override
        public String toString() {
            String text = SHIPPED.texts().get(file);
            int line = (int) text.substring(0, from).lines().count();
            return "%s:%d %s becomes %s".formatted(file, line, text.substring(from, to), fresh);
        }
    }

    static Stream<Moved> moved() {
        List<Moved> all = new ArrayList<>();
        SHIPPED.texts().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                for (Matcher found = DATE.matcher(text); found.find(); ) {
                    int day = Days.of(found.group(1));
                    all.add(new Moved(file, found.start(1), found.end(1), Days.text(day - 1)));
                    all.add(new Moved(file, found.start(1), found.end(1), Days.text(day + 1)));
                }
                // Titles and names hold numbers for people only; numbers that decide stand after when.
                for (Matcher found = NUMBER.matcher(text); found.find(); ) {
                    String before = text.substring(0, found.start());
                    if (before.lastIndexOf("when\n") > before.lastIndexOf("\nrule ")) {
                        int number = Integer.parseInt(found.group(1));
                        all.add(new Moved(file, found.start(1), found.end(1), String.valueOf(number - 1)));
                        all.add(new Moved(file, found.start(1), found.end(1), String.valueOf(number + 1)));
                    }
                }
            }
        });
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("moved")
    void movingANumberOrADateByOneBreaksACase(Moved moved) {
        assertThat(moved.rules().check().mistakes())
                .anyMatch(mistake -> mistake.code().equals("CASE_FAILED") || mistake.fatal());
    }

    @Test
    void everyNumberOfTheShippedRulesIsMoved() {
        // 3, 2, 2, 14, 1 of the cadences; 1, 2, 2 and six dates of the emergency; 1 of pending; 1, 1 of the actions;
        // 0 of the expiry: each down and up.
        assertThat(moved()).hasSize(2 * (5 + 9 + 1 + 2 + 1));
    }
}
