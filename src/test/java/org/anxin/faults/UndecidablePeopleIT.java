package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** One person in a hundred has facts that the rules have no words for. */
class UndecidablePeopleIT {
    private static final String THEM = "no % 100 = 7";

    /** A third of them each: a sample's result, a category of work, a type of market. */
    private static final String SPOIL = """
            update samples set result = 'RAPID_TEST' where person_no % 300 = 7;
            update assignments set category = 'VOLUNTEER' where person_no % 300 = 107;
            insert into markets (id, name, type) values ('M-99', '夜市', 'NIGHT_MARKET');
            update assignments set operator_no = null, market_no = (select no from markets where id = 'M-99')
                where person_no % 300 = 207""";

    @Test
    void allOthersAreDoneAndEachOfThemIsNamedWithTheReason() throws Exception {
        try (Province province = new Province()) {
            province.execute(SPOIL);
            ServiceProcess node = province.start("node");
            String sweep = Undisturbed.request(province, node, 0);
            JsonNode run = new Sweeping(node).ended(sweep);
            long them = province.number("select count(*) from people where " + THEM);
            long all = province.number("select count(*) from people");
            assertThat(run.path("state").asText()).isEqualTo("COMPLETED_WITH_ERRORS");
            assertThat(run.path("registered").asLong()).isEqualTo(all);
            assertThat(run.path("evaluated").asLong()).isEqualTo(all - them);
            assertThat(run.path("errors").size() + run.path("more").asLong()).isEqualTo(them);
            for (JsonNode error : run.path("errors")) {
                assertThat(error.path("personId").asText()).matches("P-[0-9]{5}(07)");
                assertThat(error.path("message").path("zh").asText()).isNotBlank();
                assertThat(error.path("message").path("en").asText()).isNotBlank();
            }
            assertEachIsNamed(province);
            Undisturbed.assertSameFindings(province, "not " + THEM.replace("no", "person_no"));
            Figures.tell("1 % undecidable people", them + " of " + all + " named, all others done");
        }
    }

    private static void assertEachIsNamed(Province province) throws Exception {
        List<String> reasons = province.column("""
                select person_no % 300 || ' ' || code || ' ' || count(*) || ' ' || count(zh) || ' ' || count(en)
                from sweep_errors group by person_no % 300, code order by person_no % 300""");
        assertThat(reasons).hasSize(3);
        assertThat(province.number("select count(*) from sweep_errors"))
                .isEqualTo(province.number("select count(*) from people where " + THEM));
        assertThat(province.number("select count(*) from sweep_errors where not " + THEM.replace("no", "person_no")))
                .isZero();
    }
}
