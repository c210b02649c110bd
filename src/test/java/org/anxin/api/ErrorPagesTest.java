package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.policy.RuleTexts;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Words;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/errors} has one page for each mistake in rule files, error of facts and kind of problem, and none more; what
 * the pages call wrong is refused as they say, what they call right is not. After a change, write them anew with
 * {@code mvn test -Dtest=ErrorPagesTest -Danxin.docs=write}.
 */
class ErrorPagesTest {
    private static final Path PAGES = Path.of("docs/errors");
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final Words WORDS = SHIPPED.policy().ruleset().words();
    private static final YAMLMapper YAML = new YAMLMapper();

    private static JsonNode source(String name) throws IOException {
        return YAML.readTree(Path.of("src/test/resources", name).toFile());
    }

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        Map<String, String> pages = pages();
        if ("write".equals(System.getProperty("anxin.docs"))) {
            try (Stream<Path> old = Files.list(PAGES)) {
                for (Path page : old.toList()) {
                    Files.delete(page);
                }
            }
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey() + ".md"), page.getValue());
            }
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path page : files.toList()) {
                written.put(page.getFileName().toString().replace(".md", ""), Files.readString(page));
            }
        }
        assertThat(written).isEqualTo(pages);
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, String> problems = problems();
        Map<String, String> facts = facts();
        Map<String, String> mistakes = mistakes();
        Map<String, String> pages = new TreeMap<>();
        for (Map<String, String> kind : List.of(problems, facts, mistakes)) {
            kind.forEach(
                    (code, text) -> pages.merge(code, "# " + code + "\n\n" + text, (one, other) -> one + "\n" + text));
        }
        StringBuilder index = new StringBuilder("""
                # Errors 错误

                One page for each code. The service shows them too: at the `type` of a problem, \
                and at `/problems/CODE` for the code of an error or mistake. \
                每个错误编码一页；服务也在问题的 `type` 地址和 `/problems/编码` 提供这些页面。
                """);
        addIndex(index, "Problems 问题类型", problems);
        addIndex(index, "Errors of facts 请求与案例中的错误", facts);
        addIndex(index, "Mistakes in rule files 规则文件中的错误与提醒", mistakes);
        pages.put("README", index.toString());
        return pages;
    }

    private static void addIndex(StringBuilder index, String heading, Map<String, String> pages) {
        index.append("\n## ").append(heading).append("\n\n");
        pages.keySet().forEach(code -> index.append("- [%s](%s.md)\n".formatted(code, code)));
    }

    private static Map<String, String> problems() throws IOException {
        JsonNode source = source("errors/problems.yaml");
        Map<String, String> pages = new TreeMap<>();
        for (ProblemType type : ProblemType.values()) {
            String name = type.path().substring("/problems/".length());
            pages.put(
                    name,
                    page(
                            "%s · %s — HTTP %s"
                                    .formatted(
                                            type.title().zh(),
                                            type.title().en(),
                                            type == ProblemType.OTHER ? "4xx" : type.status()),
                            source.path(name),
                            type.detail().zh() + "\n> " + type.detail().en(),
                            "http"));
        }
        pages.put(
                "misdirected-request",
                page("主机名不属于本服务 · Misdirected request — HTTP 421", source.path("misdirected-request"), "", "http"));
        assertThat(source.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(pages.keySet());
        return pages;
    }

    private static Map<String, String> facts() throws IOException {
        JsonNode source = source("errors/requests.yaml");
        Map<String, String> pages = new TreeMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            JsonNode node = source.path(code.name());
            Object[] gaps = {"…", "…"};
            pages.put(
                    code.name(),
                    page(
                            "请求或案例中的错误 · error of facts",
                            node,
                            code.message(gaps).zh() + "\n> "
                                    + code.message(gaps).en(),
                            "json"));
        }
        assertThat(source.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(pages.keySet());
        return pages;
    }

    @Test
    void documentsCalledWrongAreRefusedWithTheCodeAndTheOthersAreNot() throws IOException {
        source("errors/requests.yaml").fields().forEachRemaining(entry -> {
            if (!entry.getValue().has("in")) {
                assertThat(codes(entry.getValue().path("wrong").asText()))
                        .as(entry.getKey())
                        .containsExactly(entry.getKey());
                assertThat(codes(entry.getValue().path("right").asText()))
                        .as(entry.getKey())
                        .isEmpty();
            }
        });
    }

    private static List<String> codes(String document) {
        byte[] bytes = filled(document).getBytes(StandardCharsets.UTF_8);
        try {
            FactInput.read(
                    Json.parser(bytes, 0, bytes.length), WORDS, ZoneId.of("Asia/Shanghai"), EvaluateRequest.atMost(10));
            return List.of();
        } catch (InvalidInputException e) {
            return e.errors().stream()
                    .map(InputError::code)
                    .map(Enum::name)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String filled(String document) {
        String assignment =
                "{\"market\": {\"id\": \"M-01\", \"type\": \"FARMERS\"}, \"category\": \"STAFF\", \"from\": \"2022-01-01\"}";
        return document.replaceAll("\\bP(?=[,\\]}]|$)", "{\"id\": \"P-1\", \"assignments\": [A]}")
                .replaceAll("\\[A]", "[" + assignment + "]");
    }

    private static Map<String, String> mistakes() throws IOException {
        JsonNode source = source("errors/rules.yaml");
        assertThat(SHIPPED.check().mistakes()).as("the right way").isEmpty();
        Map<String, String> pages = new TreeMap<>();
        for (MistakeCode code : MistakeCode.values()) {
            JsonNode node = source.path(code.name());
            assertThat(node.has("zh")).as(code.name()).isTrue();
            pages.put(code.name(), node.has("shown") ? shown(node) : worked(code, node));
        }
        assertThat(source.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(pages.keySet());
        return pages;
    }

    private static String shown(JsonNode node) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("zh", node.path("zh").asText());
        all.put("en", node.path("en").asText());
        all.put("wrong", node.path("shown").path("wrong").asText());
        all.put("right", node.path("shown").path("right").asText());
        return page("规则文件 · rule files", YAML.valueToTree(all), "", "text");
    }

    /** The page of a mistake that one edit of the shipped files brings. */
    private static String worked(MistakeCode code, JsonNode node) throws IOException {
        Edit edit = Edit.of(code, node);
        List<Mistake> found = edit.texts().check().mistakes();
        Mistake mistake = found.stream()
                .filter(each -> each.code().equals(code.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + found));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("zh", node.path("zh").asText());
        all.put("en", node.path("en").asText());
        all.put("wrong", edit.lines(edit.wrong()));
        all.put("right", edit.lines(edit.right()));
        String said = "%s:%d:%d %s%s\n> %s %s"
                .formatted(
                        mistake.at().file(),
                        mistake.at().line(),
                        mistake.at().column(),
                        mistake.cause().zh(),
                        mistake.remedy().zh(),
                        mistake.cause().en(),
                        mistake.remedy().en());
        String heading = mistake.fatal() ? "规则文件中的错误 · mistake in rule files" : "规则文件的提醒 · warning about rule files";
        return page(heading, YAML.valueToTree(all), said, edit.file().endsWith(".drl") ? "drl" : "yaml");
    }

    /** In a shipped file, {@code right} becomes {@code wrong}; without {@code right} the whole file does. */
    private record Edit(String file, String right, String wrong) {
        static Edit of(MistakeCode code, JsonNode node) throws IOException {
            if (node.has("file")) {
                return new Edit(
                        node.path("file").asText(),
                        node.path("right").asText(),
                        node.path("wrong").asText().replace("LONG", "长".repeat(401)));
            }
            for (JsonNode slip : source("rulebook/mistaken.yaml")) {
                if (slip.path("finds").findValuesAsText("code").contains(code.name())) {
                    return new Edit(
                            slip.path("file").asText(),
                            slip.path("replace").asText(),
                            slip.path("with").asText("").replace("▼", ""));
                }
            }
            throw new AssertionError("no example of " + code);
        }

        RuleTexts texts() {
            if (right.isEmpty() && wrong.isEmpty()) {
                Map<String, String> texts = new TreeMap<>(SHIPPED.texts());
                texts.remove(file);
                return new RuleTexts(texts);
            }
            return right.isEmpty() ? SHIPPED.with(file, wrong) : SHIPPED.replacing(file, right, wrong);
        }

        /** The lines of the file around {@code text}. */
        String lines(String text) {
            if (right.isEmpty()) {
                return text.equals(right) ? "（没有此文件 · without this file）" : text;
            }
            String whole = SHIPPED.texts().get(file);
            int at = whole.indexOf(right);
            int from = whole.lastIndexOf('\n', at) + 1;
            int to = whole.indexOf('\n', at + right.length());
            String lines = whole.substring(from, at) + text + whole.substring(at + right.length(), Math.max(to, at));
            return shortened(lines);
        }

        private static String shortened(String lines) {
            List<String> each = new ArrayList<>(Arrays.asList(lines.split("\n", -1)));
            each.replaceAll(line -> line.length() > 160 ? line.substring(0, 150) + "…" : line);
            return String.join("\n", each);
        }
    }

    private static String page(String kind, JsonNode node, String said, String language) {
        String page = "*%s*\n\n%s\n\n%s\n"
                .formatted(kind, node.path("zh").asText(), node.path("en").asText());
        if (!said.isBlank()) {
            page += "\n消息 · message:\n\n> " + said.replace("\n> ", "  \n> ") + "\n";
        }
        return page
                + block("错误 · wrong", language, node.path("wrong").asText())
                + block("正确 · right", language, node.path("right").asText());
    }

    private static String block(String heading, String language, String text) {
        return "\n%s:\n\n```%s\n%s\n```\n".formatted(heading, language, text.isEmpty() ? " " : text.stripTrailing());
    }
}
