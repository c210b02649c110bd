package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anxin.admission.AdmissionVocabulary;
import org.anxin.testing.TestingVocabulary;
import org.anxin.text.Bilingual;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/vocabulary.md} lists exactly what authors may say. After a change of a vocabulary, write it anew with
 * {@code mvn test -Dtest=VocabularyPageTest -Danxin.docs=write}.
 */
class VocabularyPageTest {
    private static final Path PAGE = Path.of("docs/vocabulary.md");
    private static final List<Vocabulary> VOCABULARIES =
            List.of(TestingVocabulary.VOCABULARY, AdmissionVocabulary.VOCABULARY);

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
            page.append("\n## ").append(vocabulary.name()).append("\n");
            vocabulary.facts().values().forEach(fact -> addFact(page, fact));
            vocabulary.verbs().values().forEach(verbs -> addVerbs(page, verbs));
            addPhrases(page, vocabulary);
        }
        return page.toString();
    }

    private static void addFact(StringBuilder page, FactType<?> fact) {
        heading(page, "`" + fact.name() + "( … )`", fact.meaning());
        page.append("| field 字段 | compared with 比较 | 含义 | meaning |\n|---|---|---|---|\n");
        for (Field<?> field : fact.fields()) {
            row(page, field.name(), kind(field), field.meaning());
        }
    }

    private static String kind(Field<?> field) {
        if (field instanceof Field.Word<?> word) {
            return "word 词语 `" + word.kind() + "`";
        }
        if (field instanceof Field.WordSet<?> set) {
            return "words 词语 `" + set.kind() + "`: contains";
        }
        if (field instanceof Field.WholeNumber) {
            return "number 整数";
        }
        if (field instanceof Field.Day) {
            return "date 日期";
        }
        return field instanceof Field.Flag ? "yes or no 是否" : "text 文本";
    }

    private static void addVerbs(StringBuilder page, Vocabulary.Verbs verbs) {
        String facts = verbs.facts().stream().map(FactType::name).collect(Collectors.joining(", "));
        heading(page, "`" + verbs.receiver() + ". …`", new Bilingual("用于 " + facts, "on " + facts));
        page.append("| verb 动作 | | 含义 | meaning |\n|---|---|---|---|\n");
        for (Method method : ConsequenceCheck.said(verbs.verbs(), true)) {
            says(page, "( $fact" + (method.getParameterCount() > 0 ? ", " : "") + parameters(method) + " )", method);
        }
    }

    private static void addPhrases(StringBuilder page, Vocabulary vocabulary) {
        Class<?> beginnings = vocabulary.phrases();
        if (beginnings == null) {
            return;
        }
        heading(page, "phrases", new Bilingual("短语", "phrases"));
        page.append("| phrase 短语 | | 含义 | meaning |\n|---|---|---|---|\n");
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Method> next = new ArrayDeque<>(ConsequenceCheck.said(beginnings, true));
        while (!next.isEmpty()) {
            Method method = next.removeFirst();
            boolean begins = method.getDeclaringClass() == beginnings;
            says(
                    page,
                    (begins ? "" : " after " + method.getDeclaringClass().getSimpleName()) + "(" + parameters(method)
                            + ")",
                    method);
            if (seen.add(method.getReturnType())) {
                next.addAll(ConsequenceCheck.said(method.getReturnType(), false));
            }
        }
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .map(VocabularyPageTest::parameter)
                .collect(Collectors.joining(", "));
    }

    private static String parameter(Parameter parameter) {
        Says.Between range = parameter.getAnnotation(Says.Between.class);
        Says.OneOf kind = parameter.getAnnotation(Says.OneOf.class);
        Says.Among among = parameter.getAnnotation(Says.Among.class);
        if (range != null) {
            return range.min() + ".." + range.max();
        }
        if (kind != null) {
            return "word " + kind.value();
        }
        if (among != null) {
            return String.join(" / ", among.value());
        }
        return parameter.isAnnotationPresent(Says.Day.class) ? "date" : "phrase";
    }

    private static void says(StringBuilder page, String parameters, Method method) {
        Says says = method.getAnnotation(Says.class);
        row(page, method.getName(), parameters.strip(), new Bilingual(says.zh(), says.en()));
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
