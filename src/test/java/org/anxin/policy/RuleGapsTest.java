package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.Assignment;
import org.anxin.testing.ObligationGaps;
import org.anxin.testing.Period;
import org.anxin.testing.Person;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** Who owes nothing on which days, which rules concern nobody, which coincide and which are over. */
class RuleGapsTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    private static RuleGaps gaps(RuleTexts texts, String from, String to) {
        return RuleGaps.of(texts.policy().ruleset(), new Period(Days.of(from), Days.of(to)));
    }

    private static List<String> texts(RuleGaps gaps) {
        return gaps.warnings().stream()
                .map(warning -> warning.mistake().code() + " "
                        + warning.mistake().cause().en())
                .toList();
    }

    @Test
    void staffOfProfessionalMarketsOweNothingButInTheEmergency() {
        RuleGaps gaps = gaps(SHIPPED, "2022-04-01", "2022-04-30");
        assertThat(gaps.complete()).isTrue();
        assertThat(texts(gaps))
                .containsExactly(
                        "OBLIGATION_GAP No obligation 1 April 2022 to 5 April 2022, 16 April 2022 to 30 April 2022:"
                                + " staff, professional market.");
        ExamplePerson example = gaps.warnings().get(0).example();
        assertThat(example).isNotNull();
        assertThat(example.assignments().get(0).category()).isEqualTo("STAFF");
    }

    @Test
    void windowsThatEndedBeforeAreOver() {
        assertThat(texts(gaps(SHIPPED, "2022-04-09", "2022-04-30")))
                .contains("WINDOW_OVER The window of the rule EM-FM-1D ended on 7 April 2022.")
                .noneMatch(text -> text.contains("EM-FM-2D"));
    }

    @Test
    void rulesOnTheSamePeopleAndDaysCoincide() {
        RuleTexts twice = SHIPPED.with(
                "testing/twice.drl", rule("XX-TWICE", "category == \"INDIRECT_CONTACT\"", "every(7).days()"));
        assertThat(texts(gaps(twice, "2022-05-01", "2022-05-10")))
                .contains(
                        "RULES_COINCIDE The rules IC-14D and XX-TWICE always apply together: 1 May 2022 to 10 May 2022.");
        RuleTexts window = SHIPPED.with(
                "testing/twice.drl",
                rule("XX-TWICE", "category == \"INDIRECT_CONTACT\"", "every(7).days().from(\"2022-05-03\")"));
        assertThat(texts(gaps(window, "2022-05-01", "2022-05-10"))).noneMatch(text -> text.contains("XX-TWICE"));
    }

    @Test
    void otherRulesWithTheSameConditionCoincideToo() {
        RuleTexts twice = SHIPPED.appending("testing/actions.drl", """

                rule "XX-AGAIN Whoever is overdue is warned"
                    @title("逾期预警")
                    @directive("BJ-2022-04-07")
                when
                    $o : Obligation( !(daysOver < 1), daysOver != 0 )
                then
                    actions.warn( $o );
                end
                """);
        assertThat(texts(gaps(SHIPPED, "2022-05-01", "2022-05-10")))
                .noneMatch(text -> text.startsWith("RULES_COINCIDE"));
        // A missing number is not below one, so these two differ where nothing is due.
        assertThat(texts(gaps(twice, "2022-05-01", "2022-05-10"))).noneMatch(text -> text.startsWith("RULES_COINCIDE"));
        RuleTexts same = SHIPPED.replacing("testing/actions.drl", "daysLeft <= 1", "daysOver > 0");
        assertThat(texts(gaps(same, "2022-05-01", "2022-05-10")))
                .contains(
                        "RULES_COINCIDE The rules AC-SUSPEND and AC-WARN always apply together: 1 May 2022 to 10 May 2022.");
    }

    @Test
    void aRuleThatConcernsNobodyIsTold() {
        RuleTexts silent = SHIPPED.with(
                "testing/silent.drl",
                rule(
                        "XX-SILENT",
                        "category not in (\"STAFF\", \"DIRECT_CONTACT\", \"INDIRECT_CONTACT\", \"TEMPORARY\")",
                        "every(7).days()"));
        assertThat(texts(gaps(silent, "2022-05-01", "2022-05-10")))
                .contains("RULE_SILENT On 1 May 2022 to 10 May 2022 the rule XX-SILENT concerns nobody.");
    }

    @Test
    void marketsAndSubdistrictsThatRulesNameAreLookedAt() {
        RuleTexts named = SHIPPED.with(
                "testing/named.drl",
                rule("XX-NAMED", "subdistrict == \"西兴街道\", marketType == \"PROFESSIONAL\"", "every(7).days()"));
        assertThat(texts(gaps(named, "2022-05-01", "2022-05-10")))
                .anyMatch(text -> text.endsWith("staff, professional market."))
                .noneMatch(text -> text.endsWith("西兴街道."));
    }

    @Test
    void theDaysWithoutObligationAreThoseOfTheDecisions() {
        Policy policy = SHIPPED.policy();
        Period range = new Period(Days.of("2022-03-28"), Days.of("2022-04-22"));
        ObligationGaps gaps = ObligationGaps.of(policy.ruleset(), range);
        for (String type : policy.ruleset().words().codes("marketType")) {
            for (String category : policy.ruleset().words().codes("category")) {
                // With a known end, since a task without one has no obligation to decide by.
                Assignment assignment = new Assignment("EXAMPLE", type, null, category, range.from(), Days.OPEN);
                List<Integer> decided = new ArrayList<>();
                for (int day = range.from(); day <= range.to(); day++) {
                    Assignment known = category.equals("TEMPORARY")
                            ? new Assignment("EXAMPLE", type, null, category, range.from(), day)
                            : assignment;
                    Person person = new Person("P", List.of(known), List.of(), List.of(), Days.NONE);
                    int asOf = day;
                    boolean inForce = policy.testing().decide(person, day).obligations().stream()
                            .anyMatch(obligation -> obligation.from() <= asOf && asOf <= obligation.to());
                    if (!inForce) {
                        decided.add(day);
                    }
                }
                assertThat(free(gaps, assignment)).as("%s %s", type, category).isEqualTo(decided);
            }
        }
    }

    private static List<Integer> free(ObligationGaps gaps, Assignment assignment) {
        List<Integer> free = new ArrayList<>();
        gaps.unobliged().stream()
                .filter(each -> each.example().equals(assignment))
                .flatMap(each -> each.days().stream())
                .forEach(days -> {
                    for (int day = days.from(); day <= days.to(); day++) {
                        free.add(day);
                    }
                });
        return free;
    }

    @Test
    void veryManyKindsOfPeopleAreNotAllLookedAtAndThatIsSaid() {
        StringBuilder markets = new StringBuilder("\"M-0\"");
        for (int i = 1; i < 300; i++) {
            markets.append(", \"M-").append(i).append('"');
        }
        RuleTexts many = SHIPPED.with(
                "testing/many.drl",
                rule("XX-MANY", "marketId in (" + markets + ")", "every(9).days()")
                        .concat(rule("XX-STREETS", "subdistrict in (" + markets + ")", "every(9).days()")
                                .replaceFirst("package.*\n", "")));
        Ruleset ruleset = many.policy().ruleset();
        RuleGaps gaps = RuleGaps.of(ruleset, new Period(Days.of("2022-05-01"), Days.of("2022-05-10")));
        assertThat(gaps.complete()).isFalse();
        assertThat(gaps.warnings()).hasSizeLessThanOrEqualTo(RuleGaps.MOST);
    }

    private static String rule(String id, String condition, String phrase) {
        return """
                package rules.testing
                rule "%s A rule of this test"
                    @title("测试规则")
                    @directive("ANXIN-DEFAULTS")
                when
                    $a : Assignment( %s )
                then
                    obligations.require( $a, %s );
                end
                """.formatted(id, condition, phrase);
    }
}
