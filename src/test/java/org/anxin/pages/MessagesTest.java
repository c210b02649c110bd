package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say everything. */
class MessagesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\}");

    private static Properties english(Class<?> bundle) throws IOException {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/messages/" + name + "_en.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                FrameTexts.class,
                TodayTexts.class,
                MarketTexts.class,
                PersonTexts.class,
                SweepTexts.class,
                RulesTexts.class,
                PatrolTexts.class
            })
    void everyTextIsThereInBothLanguagesWithTheSameParameters(Class<?> bundle) throws IOException {
        Properties english = english(bundle);
        Set<String> chinese =
                Arrays.stream(bundle.getMethods()).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(english.stringPropertyNames())).isEqualTo(chinese);
        for (Method method : bundle.getMethods()) {
            String text = method.getAnnotation(Message.class).value();
            String translated = english.getProperty(method.getName());
            assertThat(translated).as(method.getName()).isNotBlank();
            assertThat(parameters(translated)).as(method.getName()).isEqualTo(parameters(text));
            assertThat(translated).as(method.getName()).doesNotContainPattern("[\\u4e00-\\u9fff]");
        }
    }
}
