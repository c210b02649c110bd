package org.anxin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        ", UNREACHABLE",
        "08001, UNREACHABLE",
        "08006, UNREACHABLE",
        "57P01, UNREACHABLE",
        "57P03, UNREACHABLE",
        "25P03, UNREACHABLE",
        "25P04,",
        "53300, UNREACHABLE",
        "40001, LOST_RACE",
        "40P01, LOST_RACE",
        "23505, LOST_RACE",
        "23503, LOST_RACE",
        "55P03, BUSY",
        "23514,",
        "42601,",
        "22P02,"
    })
    void theStateTellsTheKindWhoeverWrapsIt(String state, DatabaseFault kind) {
        SQLException failure = new SQLException("x", state);
        assertThat(DatabaseFault.of(failure)).isEqualTo(kind);
        assertThat(DatabaseFault.of(new IllegalStateException(new PersistenceException(failure))))
                .isEqualTo(kind);
    }

    @Test
    void aRowThatSomebodyDeletedMeanwhileIsALostRace() {
        assertThat(DatabaseFault.of(new OptimisticLockException())).isEqualTo(DatabaseFault.LOST_RACE);
    }

    @Test
    void otherFailuresAreNoneOfTheDatabase() {
        assertThat(DatabaseFault.of(new IllegalStateException())).isNull();
    }
}
