package org.anxin.testing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.anxin.policy.RuleTexts;

/** The shipped testing rules, and others made of them. */
final class TestingRules {
    private static final String ADDED = "testing/added.drl";

    /** Rules that look at every field of every fact, with windows and excepted days. */
    private static final String ODD = """
            package rules.testing

            rule "OD-NEW Whoever began in April 2022 is sampled once every 5 days"
                @title("四月起上岗者每5天1次")
                @directive("ANXIN-DEFAULTS")
            when
                $a : Assignment( startsOn >= "2022-04-01", subdistrict == "西兴街道" )
            then
                obligations.require( $a, every(5).days().except("2022-04-09", "2022-04-10").except("2022-04-14") );
            end

            rule "OD-LAST Tasks that end in April 2022 are followed by a sample within 2 days"
                @title("四月结束的岗位两天内采样")
                @directive("ANXIN-DEFAULTS")
            when
                $a : Assignment( endsOn < "2022-05-01", category != "TEMPORARY" )
            then
                obligations.require( $a, once().afterTask().within(2).days().from("2022-04-01").except("2022-04-09") );
            end

            rule "OD-M1 One market is sampled three times a week"
                @title("一个市场每周3次")
                @directive("ANXIN-DEFAULTS")
            when
                $a : Assignment( marketId in ("M-1", "M-9") )
            then
                obligations.require( $a, times(3).perWeek().apart(2).days().from("2022-04-06").to("2022-05-15") );
            end

            rule "OD-INVALID An invalid sample counts for three days from the second on, and blocks for a day"
                @title("无效采样")
                @directive("ANXIN-DEFAULTS")
            when
                $s : Sample( result == "INVALID", daysAgo >= 1, daysAgo <= 3 )
            then
                samples.count( $s );
            end

            rule "OD-OLD An old positive sample does not end the matter"
                @title("旧阳性加注")
                @directive("ANXIN-DEFAULTS")
            when
                $s : Sample( result in ("POSITIVE", "INVALID"), daysAgo > 5 )
            then
                samples.noteUnlessDayCounts( $s, "RESULT_MISSING" );
            end

            rule "OD-SOON Whoever is due in three days or was due ten days ago is warned or blocked"
                @title("三日内到期预警")
                @directive("ANXIN-DEFAULTS")
            when
                $o : Obligation( daysLeft == 3 )
            then
                actions.warn( $o );
            end

            rule "OD-LONG Whoever is overdue by more than ten days is blocked"
                @title("逾期十天以上禁止入场")
                @directive("ANXIN-DEFAULTS")
            when
                $o : Obligation( status == "OVERDUE", daysOver > 10 )
            then
                actions.block( $o );
            end

            rule "OD-AWAY Whoever is away is suspended"
                @title("缺勤暂停")
                @directive("ANXIN-DEFAULTS")
            when
                $p : Person( status in ("EXEMPT", "NO_OBLIGATION") )
            then
                actions.suspend( $p );
            end
            """;

    static final TestingPolicy SHIPPED = policy(RuleTexts.shipped());
    static final TestingPolicy ODD_ONES = policy(RuleTexts.shipped().with(ADDED, ODD));

    private TestingRules() {}

    private static TestingPolicy policy(RuleTexts texts) {
        return texts.policy().testing();
    }

    /** Nothing is remembered: Drools is asked each time. */
    static TestingPolicy fresh(boolean odd) {
        RuleTexts texts = odd ? RuleTexts.shipped().with(ADDED, ODD) : RuleTexts.shipped();
        return new TestingPolicy(texts.policy().ruleset().heard((fact, firings) -> {}));
    }

    /** The shipped rules, the last rule of each file first. */
    static TestingPolicy backwards() {
        RuleTexts texts = RuleTexts.shipped();
        for (String file : List.copyOf(texts.texts().keySet())) {
            if (file.endsWith(".drl")) {
                String text = Objects.requireNonNull(texts.texts().get(file));
                List<String> rules = Arrays.asList(text.split("(?m)^(?=rule )"));
                Collections.reverse(rules.subList(1, rules.size()));
                texts = texts.with(file, String.join("\n", rules));
            }
        }
        return policy(texts);
    }

    /** The shipped rules and one more, on facts and terms as said. */
    static TestingPolicy and(String condition, String terms) {
        return policy(RuleTexts.shipped().with(ADDED, """
                package rules.testing

                rule "XX-1 One more rule"
                    @title("又一条规则")
                    @directive("ANXIN-DEFAULTS")
                when
                    $a : Assignment( %s )
                then
                    obligations.require( $a, %s );
                end
                """.formatted(condition, terms)));
    }
}
