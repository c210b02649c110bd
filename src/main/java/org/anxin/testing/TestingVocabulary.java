package org.anxin.testing;

import org.anxin.rulebook.FactType;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Vocabulary;

/** Everything that testing rules may say. */
public final class TestingVocabulary {
    static final FactType<Assignment> ASSIGNMENT = FactType.of(
                    Assignment.class, "岗位", "a person's work at one market, in one category, from a day to a day")
            .text("marketId", Assignment::marketId, "市场编号", "the market's id")
            .word("marketType", "marketType", word -> true, Assignment::marketType, "市场类型", "the market's type")
            .text("subdistrict", Assignment::subdistrict, "市场所在街道", "the market's subdistrict")
            .word("category", "category", word -> true, Assignment::category, "人员类别", "the person's category there")
            .day("startsOn", Assignment::startsOn, "岗位首日", "first day of the assignment")
            .day("endsOn", Assignment::endsOn, "岗位末日", "last day of the assignment; missing if not known")
            .build();

    static final FactType<org.anxin.testing.facts.Sample> SAMPLE = FactType.of(
                    org.anxin.testing.facts.Sample.class,
                    "采样",
                    "one sample of a person, not taken after the day asked about")
            .word("result", "result", word -> true, org.anxin.testing.facts.Sample::result, "结果", "its result")
            .number(
                    "daysAgo",
                    org.anxin.testing.facts.Sample::daysAgo,
                    "采样距今天数",
                    "days since it was taken, 0 on the day itself")
            .build();

    static final FactType<org.anxin.testing.facts.Obligation> OBLIGATION = FactType.of(
                    org.anxin.testing.facts.Obligation.class, "检测义务", "an obligation of a person, with its due date")
            .word("status", "status", word -> true, org.anxin.testing.facts.Obligation::status, "状态", "its status")
            .number(
                    "daysLeft",
                    org.anxin.testing.facts.Obligation::daysLeft,
                    "剩余天数",
                    "days until it is due, negative when overdue; missing if nothing is due")
            .number(
                    "daysOver",
                    org.anxin.testing.facts.Obligation::daysOver,
                    "逾期天数",
                    "days by which it is overdue; missing if nothing is due")
            .build();

    static final FactType<org.anxin.testing.facts.Person> PERSON = FactType.of(
                    org.anxin.testing.facts.Person.class, "人员", "a person, with the status of the day")
            .word("status", "status", word -> true, org.anxin.testing.facts.Person::status, "状态", "the person's status")
            .build();

    /** The vocabulary of the folder {@code testing}. */
    public static final Vocabulary VOCABULARY = Vocabulary.named("testing")
            .wordKinds("marketType", "category", "result", "note")
            .fixedWord("status", "COMPLIANT", "合规", "compliant")
            .fixedWord("status", "DUE_TOMORROW", "明日到期", "due tomorrow")
            .fixedWord("status", "DUE_TODAY", "今日到期", "due today")
            .fixedWord("status", "OVERDUE", "逾期", "overdue")
            .fixedWord("status", "NO_OBLIGATION", "无检测义务", "no obligation")
            .fixedWord("status", "EXEMPT", "豁免", "exempt")
            .fixedWord("status", "BLOCKED", "禁止入场", "blocked")
            .fact(ASSIGNMENT)
            .fact(SAMPLE)
            .fact(OBLIGATION)
            .fact(PERSON)
            .verbs("obligations", ObligationVerbs.class, ASSIGNMENT)
            .verbs("samples", SampleVerbs.class, SAMPLE)
            .verbs("actions", ActionVerbs.class, OBLIGATION, PERSON)
            .phrases(CadencePhrases.class)
            .build();

    private TestingVocabulary() {}

    /** The facts that cadence rules look at. */
    public static FactType<Assignment> assignments() {
        return ASSIGNMENT;
    }

    /** How many days back any rule on samples looks. */
    public static int reach(Ruleset ruleset) {
        return ruleset.reach(SAMPLE, "daysAgo");
    }
}
