package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Objects;
import org.anxin.load.Pace;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.ShippedPolicy;
import org.anxin.registry.OperatorIds;
import org.anxin.registry.Replica;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How previews are carried out by nodes that come and go. */
@Timeout(120)
class ImpactNodeTest {
    private static final Policy SHIPPED = ShippedPolicy.make();
    private static final Policy EDITED = RuleTexts.shipped()
            .replacing("testing/cadence.drl", "every(3).days()", "every(5).days()")
            .policy();
    private static final String DAY = "2022-04-07";
    private static final String LONG_AGO = "clock_timestamp() - interval '40 s'";

    private final ImpactDistrict district = ImpactDistrict.demo();

    @AfterEach
    void close() {
        district.close();
    }

    private Impact now(Impact impact) throws Exception {
        return Objects.requireNonNull(district.impacts.find(impact.no()));
    }

    private ImpactClaims claims(String node) {
        return new ImpactClaims(district.source(), node);
    }

    @Test
    void aPreviewOfSeveralDaysSaysWhatOneOfEachDaySays() throws Exception {
        district.start();
        Impact all = district.ended(district.ask(EDITED, SHIPPED, "2022-04-02", "2022-04-04"));
        JsonNode result = new ObjectMapper().readTree(all.result());
        for (int i = 0; i < 3; i++) {
            String day = Days.text(Days.of("2022-04-02") + i);
            Impact one = district.ended(district.ask(EDITED, SHIPPED, day, day));
            JsonNode alone =
                    new ObjectMapper().readTree(one.result()).get("days").get(0);
            assertThat(result.get("days").get(i)).isEqualTo(alone);
            assertThat(alone.at("/counts/CLEARED").asInt()
                            + alone.at("/counts/OTHER").asInt())
                    .isPositive();
        }
        assertThat(all.done()).isEqualTo(all.total()).isEqualTo(2064);
        DemandForecast forecasts = new DemandForecast(district.source(), new Replica(null));
        for (Policy policy : new Policy[] {SHIPPED, EDITED}) {
            Forecast forecast =
                    Objects.requireNonNull(forecasts.of(policy, Days.of("2022-04-02"), Days.of("2022-04-04"), null));
            String side = policy == SHIPPED ? "before" : "after";
            for (int i = 0; i < 3; i++) {
                assertThat(result.at("/demand/total/" + i + "/" + side).asInt()).isEqualTo(forecast.total()[i]);
            }
            for (JsonNode market : result.at("/demand/markets")) {
                int[] people = forecast.markets().get(market.get("marketId").asText());
                for (int i = 0; i < 3; i++) {
                    assertThat(market.at("/days/" + i + "/" + side).asInt()).isEqualTo(people[i]);
                }
            }
        }
    }

    @Test
    void theSameQuestionIsAskedOnceAndOthersWait() throws Exception {
        Impact first = district.ask(EDITED, SHIPPED, DAY, DAY);
        assertThat(district.ask(EDITED, SHIPPED, DAY, DAY).no()).isEqualTo(first.no());
        Impact second = district.ask(SHIPPED, EDITED, DAY, DAY);
        assertThat(second.no()).isNotEqualTo(first.no());
        assertThat(Objects.requireNonNull(claims("a").take()).no()).isEqualTo(first.no());
        assertThat(now(second).begun()).isNull();
        district.start();
        assertThat(district.ended(second).state()).isEqualTo(ImpactState.COMPLETED);
        assertThat(now(first).state()).isEqualTo(ImpactState.RUNNING);
    }

    @Test
    void whenTooManyWaitNoMoreAreTaken() throws Exception {
        int day = Days.of(DAY);
        for (int i = 0; i < Impacts.MOST_WAITING; i++) {
            assertThat(district.impacts.request(EDITED, SHIPPED, day + i, day + i))
                    .isNotNull();
        }
        assertThat(district.impacts.request(EDITED, SHIPPED, day - 1, day - 1)).isNull();
        assertThat(district.impacts.request(EDITED, SHIPPED, day, day)).isNotNull();
    }

    @Test
    void aRunWhoseNodeDiedFailsAndItsLateWritingsCountForNothing() throws Exception {
        Impact asked = district.ask(EDITED, SHIPPED, DAY, DAY);
        Impact run = Objects.requireNonNull(claims("dead").take());
        district.execute("update impacts set seen = " + LONG_AGO);
        district.start();
        Impact ended = district.ended(asked);
        assertThat(ended.failure()).isEqualTo(ImpactFailure.NODE_LOST);
        ImpactProgress progress = new ImpactProgress(district.source(), run, "dead");
        ImpactPart late = new ImpactPart(
                district.source(), new Replica(null), run, progress, new OperatorIds(), new Listing(), SHIPPED, EDITED);
        Pace pace = new Pace(district.calls, System::nanoTime);
        BatchPart lateBatches = new BatchPart(district.source(), run, progress, SHIPPED, EDITED, pace);
        assertThatThrownBy(() -> late.add(new PersonRange(0, 100))).isInstanceOf(ImpactLostException.class);
        assertThatThrownBy(lateBatches::carryOut).isInstanceOf(ImpactLostException.class);
        assertThatThrownBy(() -> claims("dead").complete(run, "{}")).isInstanceOf(ImpactLostException.class);
        assertThat(district.rows("select count(*) from impact_people")).containsExactly("0");
    }

    @Test
    void aNodeThatStopsEndsWhatItLeaves() throws Exception {
        Impact asked = district.ask(EDITED, SHIPPED, DAY, DAY);
        ImpactClaims node = claims("stopping");
        node.take();
        claims("other").endLeft();
        claims("other").endLost();
        assertThat(now(asked).state()).isEqualTo(ImpactState.RUNNING);
        node.endLeft();
        assertThat(now(asked).failure()).isEqualTo(ImpactFailure.NODE_LOST);
    }

    @Test
    void aRulesetThatCannotBeReadFailsItsRunAndNoOther() throws Exception {
        String broken = "sha256:" + "0".repeat(64);
        district.execute("insert into rulesets (id, files) values ('" + broken + "', '')");
        district.rulesets.keep(SHIPPED);
        district.execute("insert into impacts (ruleset, against, from_on, to_on, state) values ('" + broken + "', '"
                + SHIPPED.ruleset().id() + "', '2022-04-07', '2022-04-07', 'RUNNING')");
        Impact good = district.ask(EDITED, SHIPPED, DAY, DAY);
        district.start();
        assertThat(district.ended(good).state()).isEqualTo(ImpactState.COMPLETED);
        assertThat(district.rows("select failure from impacts order by no limit 1"))
                .containsExactly("CALCULATION_FAILED");
    }

    @Test
    void previewsAreRemovedSomeDaysAfterTheirEnd() throws Exception {
        district.start();
        Impact old = district.ended(district.ask(EDITED, SHIPPED, DAY, DAY));
        Impact fresh = district.ended(district.ask(EDITED, SHIPPED, "2022-04-03", "2022-04-03"));
        district.execute("update impacts set ended = clock_timestamp() - interval '8 days' where no = " + old.no());
        claims("any").removeOlderThan(Duration.ofDays(7));
        assertThat(district.impacts.find(old.no())).isNull();
        assertThat(district.rows("select distinct impact from impact_people")).containsExactly(fresh.id());
    }
}
