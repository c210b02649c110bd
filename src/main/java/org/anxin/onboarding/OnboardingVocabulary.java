package org.anxin.onboarding;

import org.anxin.onboarding.facts.Contact;
import org.anxin.onboarding.facts.Employee;
import org.anxin.onboarding.facts.Operator;
import org.anxin.rulebook.FactType;
import org.anxin.rulebook.Vocabulary;

/** Everything that the rule files in {@code onboarding} may say. */
public final class OnboardingVocabulary {
    private static final String MARKET_TYPE = "marketType";

    static final FactType<Operator> OPERATOR = FactType.of(
                    Operator.class, "经营户及其当日状态", "an operator at its market on the day asked about")
            .flags(Operator::flags)
            .flag("activated", 0, "账号已激活", "its account is activated")
            .flag("letterSigned", 1, "已签订任一版本的责任书", "it has signed some version of the responsibility letter")
            .flag("letterOutdated", 2, "签过责任书，但不是现行版本", "it has signed, but not the version that applies")
            .flag("sellsImported", 3, "登记为销售进口商品", "it is registered as selling imported goods")
            .flag("listed", 4, "在进口商品经营户清单上", "it is on the list of operators that sell imported goods")
            .flag("declaresImported", 5, "当日申报进口商品入场", "goods were declared for it at the admission desk for that day")
            .text("marketId", Operator::marketId, "市场编号", "the market's id")
            .word(MARKET_TYPE, MARKET_TYPE, Operator::marketType, "市场类型", "the market's type")
            .text("subdistrict", Operator::subdistrict, "市场所在街道", "the market's subdistrict")
            .number(
                    "daysOutdated",
                    Operator::daysOutdated,
                    "未签的现行版本已适用的天数，首日为 0；无此情况时缺失",
                    "days since the version that it has not signed applies, 0 on its first day; missing otherwise")
            .number("staff", Operator::staff, "当日在岗人数", "people who work for it that day")
            .number("contacts", Operator::contacts, "名单上的接触人员数", "its contacts on the roster")
            .number("goodsKinds", Operator::goodsKinds, "清单上的进口商品种类数", "kinds of imported goods on the list")
            .day("asOf", Operator::asOf, "判定日", "day of the decision")
            .build();

    static final FactType<Employee> EMPLOYEE = FactType.of(
                    Employee.class,
                    "从业人员及其当日状态（岗位已结束者不计）",
                    "a person at a market on the day asked about; not who has no assignment there any more")
            .flags(Employee::flags)
            .flag("activated", 0, "账号已激活", "the person's account is activated")
            .flag("letterSigned", 1, "已签订任一版本的责任书", "the person has signed some version of the responsibility letter")
            .flag("letterOutdated", 2, "签过责任书，但不是现行版本", "the person has signed, but not the version that applies")
            .flag("assigned", 3, "当日有岗位", "the person has an assignment that day")
            .flag("forImporter", 4, "为清单上的经营户工作", "the person works for an operator on the list")
            .flag("contactListed", 5, "在接触人员名单上", "the person is on the roster of contacts")
            .text("marketId", Employee::marketId, "市场编号", "the market's id")
            .word(MARKET_TYPE, MARKET_TYPE, Employee::marketType, "市场类型", "the market's type")
            .text("subdistrict", Employee::subdistrict, "市场所在街道", "the market's subdistrict")
            .wordSet(
                    "categories", "category", Employee::categories, "当日岗位的类别", "categories of the assignments that day")
            .number(
                    "daysOutdated",
                    Employee::daysOutdated,
                    "未签的现行版本已适用的天数，首日为 0；无此情况时缺失",
                    "days since the version that the person has not signed applies, 0 on its first day; missing otherwise")
            .day("asOf", Employee::asOf, "判定日", "day of the decision")
            .build();

    static final FactType<Contact> CONTACT = FactType.of(
                    Contact.class, "接触人员名单的一项", "an entry of the roster of contacts, on the day asked about")
            .flags(Contact::flags)
            .flag("assigned", 0, "当日在该市场有岗位", "the person has an assignment at the market that day")
            .flag("forOperator", 1, "当日为该经营户工作", "the person works for this operator that day")
            .flag("operatorListed", 2, "该经营户在清单上", "the operator is on the list")
            .text("marketId", Contact::marketId, "市场编号", "the market's id")
            .word(MARKET_TYPE, MARKET_TYPE, Contact::marketType, "市场类型", "the market's type")
            .text("subdistrict", Contact::subdistrict, "市场所在街道", "the market's subdistrict")
            .word("contact", "contact", Contact::contact, "接触方式", "how the person is in contact with the goods")
            .wordSet("categories", "category", Contact::categories, "当日岗位的类别", "categories of the assignments that day")
            .day("asOf", Contact::asOf, "判定日", "day of the decision")
            .build();

    /** The vocabulary. Directories and rulesets from before it declare no {@code contact}, and have no rules about it. */
    public static final Vocabulary VOCABULARY = Vocabulary.named("onboarding")
            .wordKinds(MARKET_TYPE, "category", "finding")
            .optionalWordKinds("contact")
            .fact(OPERATOR)
            .fact(EMPLOYEE)
            .fact(CONTACT)
            .verbs("readiness", ReadinessVerbs.class, OPERATOR, EMPLOYEE)
            .verbs("findings", ListVerbs.class, OPERATOR, EMPLOYEE, CONTACT)
            .build();

    private OnboardingVocabulary() {}
}
