package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** Numbers that are tried in a rule decide as if they stood in its file. */
class TriedNumbersTest {
    private static final Ruleset SHIPPED = ShippedPolicy.make().ruleset();

    private static List<String> texts(List<WrittenRule.Constant> written) {
        return new ArrayList<>(written.stream().map(WrittenRule.Constant::text).toList());
    }

    private static boolean isDay(WrittenRule.Constant one) {
        return one.kind() == WrittenRule.Kind.DATE;
    }

    private static String next(WrittenRule.Constant one) {
        return isDay(one) ? Days.text(Days.of(one.text()) + 1) : String.valueOf(Integer.parseInt(one.text()) + 1);
    }

    /** The same number written into the file, at the place that the rulebook names. */
    private static RuleFiles edited(WrittenRule.Constant one, String text) {
        Map<String, String> files = new TreeMap<>(SHIPPED.files().texts());
        List<String> lines = new ArrayList<>(files.get(one.at().file()).lines().toList());
        String line = lines.get(one.at().line() - 1);
        int begin = line.offsetByCodePoints(0, one.at().column() - 1) + (isDay(one) ? 1 : 0);
        assertThat(line.substring(begin)).startsWith(one.text());
        lines.set(
                one.at().line() - 1,
                line.substring(0, begin)
                        + text
                        + line.substring(begin + one.text().length()));
        files.put(one.at().file(), String.join("\n", lines) + "\n");
        return RuleFiles.of(files);
    }

    private static Firing laid(Ruleset ruleset, String id) {
        return ruleset.laid().stream()
                .filter(one -> one.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTriedNumberMeansWhatItWouldMeanInTheFile() {
        int tried = 0;
        for (Rule rule : SHIPPED.rules()) {
            List<WrittenRule.Constant> written = SHIPPED.written(rule.id()).numbers();
            if (written.isEmpty()) {
                continue;
            }
            WrittenRule.Constant last = written.get(written.size() - 1);
            List<String> texts = texts(written);
            texts.set(written.size() - 1, next(last));
            Ruleset changed = SHIPPED.rewritten(rule.id(), texts).ruleset();
            Rulebook.Reading reading = Policy.RULEBOOK.read(edited(last, next(last)));
            assertThat(changed).as(rule.id()).isNotNull();
            assertThat(changed.condition(rule.id())).isEqualTo(reading.ruleset().condition(rule.id()));
            assertThat(laid(changed, rule.id()).consequence())
                    .isEqualTo(laid(reading.ruleset(), rule.id()).consequence());
            tried++;
        }
        assertThat(tried).isGreaterThan(10);
    }

    @Test
    void untouchedNumbersChangeNothing() {
        for (Rule rule : SHIPPED.rules()) {
            Ruleset same = SHIPPED.rewritten(
                            rule.id(), texts(SHIPPED.written(rule.id()).numbers()))
                    .ruleset();
            assertThat(same.condition(rule.id())).isEqualTo(SHIPPED.condition(rule.id()));
        }
    }

    @Test
    void whatIsNoNumberIsSaidAtItsPlace() {
        WrittenRule.Constant number = SHIPPED.written("FM-3D").numbers().get(0);
        for (String text : List.of("0", "x", "3.5", "03", "99999999999", "\"; evil")) {
            Rulebook.Reading reading = SHIPPED.rewritten("FM-3D", List.of(text));
            assertThat(reading.ruleset()).as(text).isNull();
            assertThat(reading.mistakes()).as(text).hasSize(1);
            assertThat(reading.mistakes().get(0).at()).as(text).isEqualTo(number.at());
        }
        assertThat(SHIPPED.rewritten("EM-FM-1D", List.of("1", "2022-02-30", "2022-04-07"))
                        .mistakes())
                .extracting(mistake -> mistake.code())
                .containsExactly("DATE_IMPOSSIBLE");
    }
}
