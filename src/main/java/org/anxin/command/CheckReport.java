package org.anxin.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import org.anxin.policy.ExamplePerson;
import org.anxin.policy.MistakeJson;
import org.anxin.policy.MutationRun;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RuleGaps;
import org.anxin.rulebook.Mistake;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param ruleset id of the files
 * @param result every mistake and warning
 * @param mutation what the cases notice; null if that was not asked for, or the files have mistakes
 * @param gaps what the rules leave open; null if the files have mistakes
 */
record CheckReport(
        String ruleset,
        PolicyCheck.Result result,
        @Nullable MutationRun mutation,
        @Nullable RuleGaps gaps) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether there is nothing to correct; gaps may be meant. */
    boolean fine() {
        return result.mistakes().isEmpty()
                && (mutation == null || mutation.survivors().isEmpty());
    }

    /** Writes a line for each finding, and a summary. */
    void writeText(PrintStream out) {
        result.mistakes().forEach(mistake -> out.println(line(mistake)));
        if (mutation != null) {
            mutation.survivors().forEach(mistake -> out.println(line(mistake)));
        }
        if (gaps != null) {
            for (RuleGaps.Warning warning : gaps.warnings()) {
                out.println("NOTE " + warning.mistake().text());
                if (warning.example() != null) {
                    out.println("    " + json(warning.example()));
                }
            }
        }
        writeSummary(out);
    }

    private static String line(Mistake mistake) {
        return mistake.severity() + " " + mistake.text();
    }

    private void writeSummary(PrintStream out) {
        long errors = result.mistakes().stream().filter(Mistake::fatal).count();
        out.printf(
                "%s: %d 处错误、%d 处提醒 / %d mistakes, %d warnings%n",
                ruleset,
                errors,
                result.mistakes().size() - errors,
                errors,
                result.mistakes().size() - errors);
        if (mutation != null) {
            int unnoticed = mutation.survivors().size();
            out.printf(
                    "改动 %d 处，%d 处未被案例发现，%d 处含义不变 / %d changes, %d not noticed by a case, %d mean the same%n",
                    mutation.noticed() + unnoticed,
                    unnoticed,
                    mutation.same(),
                    mutation.noticed() + unnoticed,
                    unnoticed,
                    mutation.same());
        }
        if (gaps != null) {
            int all = gaps.warnings().size() + gaps.more();
            String range = Days.text(gaps.range().from()) + " – "
                    + Days.text(gaps.range().to());
            out.printf("%s: %d 处空缺或重叠，供参考 / %d gaps and overlaps, for information%n", range, all, all);
        }
    }

    /** The report as JSON; members that were not asked for are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(
            String ruleset,
            boolean fine,
            List<MistakeJson> mistakes,
            @Nullable Mutation mutation,
            @Nullable Gaps gaps) {}

    private record Mutation(int noticed, int same, List<MistakeJson> unnoticed) {}

    private record Gaps(String from, String to, boolean complete, List<Gap> warnings, int more) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Gap(MistakeJson warning, @Nullable ExamplePerson example) {}

    /** Writes one JSON document. */
    void writeJson(PrintStream out) {
        out.println(json(new Document(
                ruleset,
                fine(),
                all(result.mistakes()),
                mutation == null ? null : new Mutation(mutation.noticed(), mutation.same(), all(mutation.survivors())),
                gaps == null ? null : gaps(gaps))));
    }

    private static Gaps gaps(RuleGaps gaps) {
        List<Gap> warnings = gaps.warnings().stream()
                .map(each -> new Gap(MistakeJson.of(each.mistake()), each.example()))
                .toList();
        return new Gaps(
                Days.text(gaps.range().from()), Days.text(gaps.range().to()), gaps.complete(), warnings, gaps.more());
    }

    private static List<MistakeJson> all(List<Mistake> mistakes) {
        return mistakes.stream().map(MistakeJson::of).toList();
    }

    private static String json(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }
}
