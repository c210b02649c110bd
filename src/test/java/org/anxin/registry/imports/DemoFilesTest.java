package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The demo district, as files. */
class DemoFilesTest {
    private static final Intake INTAKE = Intake.open();

    @AfterAll
    static void close() {
        INTAKE.close();
    }

    @Test
    void everyRowIsAcceptedOnceAndUnchangedAfterThat() {
        for (ImportKind kind : Intake.DEMO_KINDS) {
            long rows = new String(Intake.demo(kind), StandardCharsets.UTF_8)
                            .lines()
                            .count()
                    - 1;
            Report first = INTAKE.csv(kind, Intake.demo(kind), null);
            assertThat(first.rejected()).as(kind.table()).isEmpty();
            assertThat(first.accepted()).as(kind.table()).isEqualTo(INTAKE.count(kind.table()));
            assertThat(first.accepted() + first.unchanged()).as(kind.table()).isEqualTo(rows);
            Report second = INTAKE.csv(kind, Intake.demo(kind), null);
            assertThat(second.accepted()).as(kind.table()).isZero();
            assertThat(second.unchanged()).as(kind.table()).isEqualTo(rows);
            byte[] gb = new String(Intake.demo(kind), StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
            Report third = INTAKE.csv(kind, gb, null);
            assertThat(third.accepted()).as(kind.table()).isZero();
        }
    }
}
