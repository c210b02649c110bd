package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.anxin.policy.Policy;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** What may be compiled, line by line. */
final class EmittedShape {
    private static final String CONSTANT = "(-?[0-9]+|true|false|\"[^\"\\\\\\p{Cntrl}&&[^\\t]]*\")";
    private static final String COMPARISON =
            "\\(?[a-z][A-Za-z]* (==|!=|<|<=|>|>=|contains|not contains) " + CONSTANT + "\\)?";

    private static final List<Pattern> LINES = List.of(
            Pattern.compile("package rules\\.[a-z]+"),
            Pattern.compile("import org\\.anxin\\.(testing|admission|onboarding|patrol)(\\.facts)?\\.[A-Z][A-Za-z]+"),
            Pattern.compile("dialect \"mvel\""),
            Pattern.compile("global org\\.anxin\\.rulebook\\.Applied applied"),
            Pattern.compile("rule \"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+\""),
            Pattern.compile("when"),
            Pattern.compile("    \\$f : [A-Z][A-Za-z]+\\( (\\(*" + COMPARISON + "\\)*( (&&|\\|\\|) \\(*" + COMPARISON
                    + "\\)*)*)? \\)"),
            Pattern.compile("then"),
            Pattern.compile("    applied\\.add\\( \\$f, [0-9]{1,4} \\);"),
            Pattern.compile("end"));

    private EmittedShape() {}

    /** Fails unless everything that Drools compiles for this ruleset is of our making. */
    static void assertKept(Ruleset ruleset) {
        Policy.RULEBOOK.drl(ruleset.checked()).values().forEach(drl -> {
            assertThat(drl.lines())
                    .allSatisfy(line -> assertThat(LINES)
                            .as(line)
                            .anySatisfy(allowed -> assertThat(line).matches(allowed)));
            assertDroolsReads(drl);
        });
    }

    /** Fails unless Drools' own parser takes the text for DRL. */
    static void assertDroolsReads(String drl) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            parser.parse(false, drl);
        } catch (DroolsParserException e) {
            throw new AssertionError(drl, e);
        }
        assertThat(parser.getErrors()).as(drl).isEmpty();
    }
}
