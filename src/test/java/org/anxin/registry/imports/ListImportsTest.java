package org.anxin.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of accounts, signatures, the two lists and the roster of contacts. */
class ListImportsTest {
    private static final Intake INTAKE = Intake.open();

    private Intake intake;

    @BeforeEach
    void begin() {
        intake = INTAKE.begunAnew();
        intake.empty("letters, activations, activations_past, signatures, contacts_past restart identity");
        intake.execute("insert into letters (id, valid_from, zh, en) values ('L-1', '2022-01-01', '书', 'x')");
    }

    @AfterAll
    static void close() {
        INTAKE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPERATOR_ACTIVATIONS | operator_id,from,to | O-1,2022-02-20, | O-1,2022-02-20,2022-03-31",
                "PERSON_ACTIVATIONS | person_id,from,to | P-1,2022-02-20, | P-1,2022-02-20,2022-03-31",
                "OPERATOR_SIGNATURES | operator_id,letter_id,signed_on | O-1,L-1,2022-02-21 | O-1,L-1,2022-02-22",
                "PERSON_SIGNATURES | person_id,letter_id,signed_on | P-1,L-1,2022-02-21 | P-1,L-1,2022-02-22",
                "IMPORT_OPERATORS | operator_id,from,to | O-1,2022-03-01, | O-1,2022-03-01,2022-03-31",
                "IMPORTED_GOODS | operator_id,goods,from,to | O-1,车厘子,2022-03-01, | O-1,车厘子,2022-03-01,2022-03-31",
                "CONTACTS | operator_id,person_id,contact,from,to | O-1,P-1,DIRECT,2022-03-01, | O-1,P-1,INDIRECT,2022-03-01,"
            })
    void aRowIsAcceptedOnceAndWhatItReplacesIsKept(ImportKind kind, String header, String row, String changed) {
        Report first = intake.csv(kind, header + "\n" + row + "\n");
        assertThat(first.rejected()).isEmpty();
        assertThat(first.accepted()).isEqualTo(1);
        assertThat(intake.csv(kind, header + "\n" + row + "\n").unchanged()).isEqualTo(1);
        String past = kind.table() + "_past";
        long before = intake.count(past);
        assertThat(intake.csv(kind, header + "\n" + changed + "\n").accepted()).isEqualTo(1);
        assertThat(intake.count(past)).isEqualTo(before + 1);
        assertThat(intake.rows("select changed_by, ended_by, known_to > known_from from " + past))
                .last()
                .isEqualTo("(local,local,t)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPERATOR_ACTIVATIONS | operator_id,from,to | O-9,2022-02-20, | operator_id | UNKNOWN_REFERENCE",
                "PERSON_ACTIVATIONS | person_id,from,to | P-1,2022-02-20,2022-02-19 | to | TO_BEFORE_FROM",
                "PERSON_SIGNATURES | person_id,letter_id,signed_on | P-1,L-9,2022-02-21 | letter_id | UNKNOWN_REFERENCE",
                "PERSON_SIGNATURES | person_id,letter_id,signed_on | P-1,L-1, | signed_on | REQUIRED",
                "IMPORTED_GOODS | operator_id,goods,from,to | O-1,,2022-03-01, | goods | REQUIRED",
                "CONTACTS | operator_id,person_id,contact,from,to | O-1,P-1,NEAR,2022-03-01, | contact | UNDECLARED_WORD",
                "CONTACTS | operator_id,person_id,contact,from,to | O-1,P-9,DIRECT,2022-03-01, | person_id | UNKNOWN_REFERENCE"
            })
    void aBadRowIsNamedWithItsColumn(ImportKind kind, String header, String row, String column, String code) {
        Report report = intake.csv(kind, header + "\n" + row + "\n");
        assertThat(report.accepted()).isZero();
        assertThat(report.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.column()).isEqualTo(column);
            assertThat(rejected.code().name()).isEqualTo(code);
        });
    }

    @Test
    void operatorsAndPeopleOfOneTableDoNotMeet() {
        intake.csv(ImportKind.OPERATOR_ACTIVATIONS, "operator_id,from,to\nO-1,2022-02-20,\n");
        intake.csv(ImportKind.PERSON_ACTIVATIONS, "person_id,from,to\nP-1,2022-02-20,\nP-2,2022-02-20,\n");
        assertThat(intake.rows("select operator_no, person_no from activations order by 1, 2"))
                .containsExactly("(1,)", "(,1)", "(,2)");
    }

    @Test
    void whoChangesWhatIsTakenFromTheTransaction() {
        intake.execute("begin; set local anxin.actor = 'inspector'; insert into import_operators (operator_no, from_on)"
                + " values (1, '2022-03-01'); commit");
        intake.execute("begin; set local anxin.actor = 'other'; delete from import_operators; commit");
        assertThat(intake.rows("select changed_by, ended_by from import_operators_past order by known_to desc limit 1"))
                .containsExactly("(inspector,other)");
    }
}
