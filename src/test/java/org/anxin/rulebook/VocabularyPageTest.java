package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.anxin.policy.Policy;
import org.anxin.text.Bilingual;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/vocabulary.md} lists exactly what authors may say. After a change of a vocabulary, write it anew with
 * {@code mvn test -Dtest=VocabularyPageTest -Danxin.docs=write}.
 */
class VocabularyPageTest {
    private static final Path PAGE = Path.of("docs/vocabulary.md");
    private static final List<Vocabulary> VOCABULARIES = Policy.VOCABULARIES;

    @Test
    void thePageListsTheVocabulary() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("anxin.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Vocabulary 词汇

                Everything that rule files may say. 规则文件中可以使用的全部词语。

                Words are declared in `words.yaml`; dates are written `"2022-04-05"`. \
                词语在 `words.yaml` 中声明；日期写成 `"2022-04-05"`。
                """);
        for (Vocabulary vocabulary : VOCABULARIES) {
            Glossary glossary = Glossary.of(vocabulary);
            page.append("\n## ").append(glossary.folder()).append("\n");
            glossary.facts().forEach(fact -> addFact(page, fact));
            glossary.receivers().forEach(receiver -> addVerbs(page, receiver));
            addPhrases(page, glossary.phrases());
        }
        return page.toString();
    }

    private static void addFact(StringBuilder page, Glossary.Fact fact) {
        heading(page, "`" + fact.name() + "( … )`", fact.meaning());
        page.append("| field 字段 | compared with 比较 | 含义 | meaning |\n|---|---|---|---|\n");
        for (Glossary.FactField field : fact.fields()) {
            row(page, field.name(), kind(field), field.meaning());
        }
    }

    private static String kind(Glossary.FactField field) {
        return switch (field.kind()) {
            case WORD -> "word 词语 `" + field.words() + "`";
            case WORDS -> "words 词语 `" + field.words() + "`: contains";
            case NUMBER -> "number 整数";
            case DATE -> "date 日期";
            case YES_OR_NO -> "yes or no 是否";
            default -> "text 文本";
        };
    }

    private static void addVerbs(StringBuilder page, Glossary.Receiver receiver) {
        String facts = String.join(", ", receiver.facts());
        heading(page, "`" + receiver.name() + ". …`", new Bilingual("用于 " + facts, "on " + facts));
        page.append("| verb 动作 | | 含义 | meaning |\n|---|---|---|---|\n");
        for (Glossary.Verb verb : receiver.verbs()) {
            String arguments = verb.arguments().isEmpty() ? "" : ", " + arguments(verb.arguments());
            row(page, verb.name(), "( $fact" + arguments + " )", verb.meaning());
        }
    }

    private static void addPhrases(StringBuilder page, List<Glossary.Phrase> phrases) {
        heading(page, "phrases", new Bilingual("短语", "phrases"));
        page.append("| phrase 短语 | | 含义 | meaning |\n|---|---|---|---|\n");
        for (Glossary.Phrase phrase : phrases) {
            String after = phrase.after() == null ? "" : "after " + phrase.after();
            row(page, phrase.name(), after + "(" + arguments(phrase.arguments()) + ")", phrase.meaning());
        }
    }

    private static String arguments(List<Glossary.Argument> arguments) {
        return arguments.stream().map(VocabularyPageTest::argument).collect(Collectors.joining(", "));
    }

    private static String argument(Glossary.Argument argument) {
        return switch (argument.kind()) {
            case NUMBER -> argument.least() + ".." + argument.greatest();
            case WORD -> "word " + argument.words();
            case NAME -> String.join(" / ", argument.names());
            case DATE -> "date";
            default -> "phrase";
        };
    }

    private static void heading(StringBuilder page, String title, Bilingual meaning) {
        page.append("\n### ")
                .append(title)
                .append("\n\n")
                .append(meaning.zh())
                .append(" · ")
                .append(meaning.en());
        page.append("\n\n");
    }

    private static void row(StringBuilder page, String name, String kind, Bilingual meaning) {
        page.append("| `%s` | %s | %s | %s |\n".formatted(name, kind.replace("|", "\\|"), meaning.zh(), meaning.en()));
    }
}
