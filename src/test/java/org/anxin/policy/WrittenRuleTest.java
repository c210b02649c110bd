package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.anxin.testing.Terms;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class WrittenRuleTest {
    private static final Ruleset SHIPPED = ShippedPolicy.make().ruleset();

    private static String text(WrittenRule written) {
        return Objects.requireNonNull(SHIPPED.files().texts().get(written.rule().file()));
    }

    private static WrittenRule.Constant number(WrittenRule written, String text) {
        return written.constants().stream()
                .filter(constant -> constant.kind() == WrittenRule.Kind.NUMBER
                        && constant.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyNumberOfEveryShippedRuleIsChangedInItsLineAndNothingElse() {
        int numbers = 0;
        for (Rule rule : SHIPPED.rules()) {
            WrittenRule written = SHIPPED.written(rule.id());
            for (WrittenRule.Constant constant : written.constants()) {
                String by = constant.kind() == WrittenRule.Kind.NUMBER ? "77" : "2030-01-31";
                List<String> before = text(written).lines().toList();
                List<String> after = written.changes()
                        .constant(constant, by)
                        .inFile()
                        .lines()
                        .toList();
                assertThat(DiffUtils.diff(before, after).getDeltas())
                        .as(rule.id())
                        .hasSize(1);
                String was = before.get(constant.at().line() - 1);
                String is = after.get(constant.at().line() - 1);
                assertThat(is)
                        .isEqualTo(was.replaceFirst(
                                "(?<=.{" + (constant.at().column() - 1) + "}\"?)"
                                        + java.util.regex.Pattern.quote(constant.text()),
                                by));
                assertThat(constant.words().zh()).as(rule.id()).isNotBlank();
                assertThat(constant.words().en()).as(rule.id()).isNotBlank();
                numbers += constant.kind() == WrittenRule.Kind.NUMBER ? 1 : 0;
            }
        }
        assertThat(numbers).isGreaterThan(20);
    }

    @Test
    void aWindowIsOpenedMovedAndClosedAtTheEndOfThePhrase() {
        WrittenRule always = SHIPPED.written("FM-3D");
        assertThat(always.dayOf("to")).isNull();
        assertThat(always.changes()
                        .day("from", "2022-05-01")
                        .day("to", "2022-05-07")
                        .inFile())
                .contains("every(3).days().from(\"2022-05-01\").to(\"2022-05-07\") );");
        WrittenRule emergency = SHIPPED.written("EM-FM-2D");
        assertThat(emergency.dayOf("to")).isEqualTo("2022-04-15");
        assertThat(emergency.changes().day("to", "2022-04-12").inFile())
                .isEqualTo(text(emergency)
                        .replace(
                                "every(2).days().from(\"2022-04-08\").to(\"2022-04-15\")",
                                "every(2).days().from(\"2022-04-08\").to(\"2022-04-12\")"));
        assertThat(emergency.changes().day("from", null).day("to", null).inFile())
                .contains("every(2).days() );");
    }

    @Test
    void aMistakeIsFoundAtTheConstantThatMovedWhenAnotherOfItsLineBecameLonger() {
        WrittenRule written = SHIPPED.written("DC-2W");
        WrittenRule.Constant times = written.constants().get(1);
        WrittenRule.Constant apart = written.constants().get(2);
        WrittenRule.Changes changes = written.changes().constant(times, "1000").constant(apart, "9");
        List<Mistake> mistakes = RuleTexts.shipped()
                .with(written.rule().file(), changes.inFile())
                .check()
                .mistakes();
        List<Position> places = new ArrayList<>();
        mistakes.stream()
                .filter(mistake -> mistake.code().equals(MistakeCode.NUMBER_OUT_OF_RANGE.name()))
                .forEach(mistake -> places.add(mistake.at()));
        assertThat(places).contains(changes.moved(times.at()));
        assertThat(changes.moved(apart.at()).column()).isEqualTo(apart.at().column() + 3);
    }

    @Test
    void aNewEmergencyRuleComesWithTheCasesThatItNeeds() {
        WrittenRule written = SHIPPED.written("EM-PM-2D");
        String rule = written.changes()
                .name("EM-PM-1D", "Professional markets: every day, 1 to 5 May 2022")
                .annotation("title", "专业市场2022年5月1日至5日每天1次核酸检测")
                .constant(number(written, "2"), "1")
                .day("from", "2022-05-01")
                .day("to", "2022-05-05")
                .alone();
        assertThat(rule).startsWith("rule \"EM-PM-1D ").endsWith("end");
        RuleTexts with = RuleTexts.shipped().with("testing/may.drl", "package rules.testing\n\n" + rule + "\n");
        Policy policy = with.policy();
        Terms terms = (Terms) policy.ruleset().laid().stream()
                .filter(laid -> laid.rule().id().equals("EM-PM-1D"))
                .findFirst()
                .orElseThrow()
                .consequence();
        String cases = WindowCases.of(policy, "EM-PM-1D", terms, Days.of("2022-04-20"));
        assertThat(with.with("testing/may.cases.yaml", cases).check().mistakes())
                .noneMatch(mistake -> mistake.at().file().startsWith("testing/may"));
    }

    private static Policy with(String file, String addition, String path, String from, String to) {
        RuleTexts texts = RuleTexts.shipped();
        return texts.appending(file, addition)
                .with(path, Objects.requireNonNull(texts.texts().get(path)).replace(from, to))
                .policy();
    }

    private static RuleTexts adjusted(Policy policy, String rule) {
        return new RuleTexts(AdjustedCases.of(SHIPPED, policy, rule).texts());
    }

    @Test
    void casesThatListObligationsGetTheNewOne() {
        WrittenRule written = SHIPPED.written("EM-FM-2D");
        String rule = written.changes()
                .name("EM-FM-1D-LATE", "Farmers' markets: every day, 16 to 20 April 2022")
                .annotation("title", "农贸市场2022年4月16日至20日每天1次核酸检测")
                .day("from", "2022-04-16")
                .day("to", "2022-04-20")
                .alone();
        String path = written.rule().file();
        Policy policy = with(path, "\n" + rule + "\n", "words.yaml", "", "");
        assertThat(policy.ruleset().rules()).extracting(Rule::id).contains("EM-FM-1D-LATE");
        List<Mistake> before = PolicyCheck.of(policy.ruleset().files()).mistakes();
        assertThat(before).anyMatch(mistake -> mistake.code().equals(MistakeCode.CASE_FAILED.name()));
        List<Mistake> failing = adjusted(policy, "EM-FM-1D-LATE").check().mistakes().stream()
                .filter(mistake -> mistake.code().equals(MistakeCode.CASE_FAILED.name()))
                .toList();
        assertThat(failing).hasSizeLessThan(before.size());
    }

    @Test
    void aNewDocumentIsDeclaredAndGivenToTheBatchesOfTheCases() {
        String words = new DeclaredWord("document", "ORIGIN_CERTIFICATE", "原产地证明", "certificate of origin")
                .in(Objects.requireNonNull(SHIPPED.files().texts().get(DeclaredWord.FILE)));
        WrittenRule written = SHIPPED.written("AD-LICENCE");
        WrittenRule.Changes changes = written.changes()
                .name("AD-ORIGIN-DOC", "No goods enter without the certificate of origin")
                .annotation("title", "无原产地证明不得入场");
        written.constants().stream()
                .filter(constant -> "document".equals(constant.wordKind()))
                .forEach(constant -> changes.constant(constant, "ORIGIN_CERTIFICATE"));
        Policy policy = RuleTexts.shipped()
                .with(DeclaredWord.FILE, Objects.requireNonNull(words))
                .appending(written.rule().file(), "\n" + changes.alone() + "\n")
                .policy();
        assertThat(adjusted(policy, "AD-ORIGIN-DOC").check().mistakes()).isEmpty();
    }
}
