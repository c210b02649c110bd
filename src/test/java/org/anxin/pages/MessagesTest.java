package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say everything. */
class MessagesTest {
    /**
     * In the cells of the calendar, which have room for three digits; their titles write the number in full. And what a form
     * gives back as it was sent.
     */
    private static final Set<String> WRITTEN_ELSEWHERE =
            Set.of("{cell.count}", "{page.at}", "{page.written.at}", "{lots.count}");

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

    /** Whatever is a bundle, so that a new one is looked at too. */
    static Stream<Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.anxin").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect);
    }

    @Test
    void everyFileOfTextsBelongsToABundle() throws IOException {
        Set<String> names = bundles()
                .map(bundle -> bundle.getAnnotation(MessageBundle.class).value() + "_en.properties")
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(5)
                    .hasSameElementsAs(names);
        }
    }

    /** A number or a day that stands in a page as Java writes it would look the same in both languages. */
    @Test
    void pagesWriteNumbersAndTimesInTheLanguageOfTheReader() throws IOException {
        Pattern raw = Pattern.compile(
                "\\{[\\w.]*\\.(size|total|count|more|people|asOf|dueOn|at|created|requested|begun|ended)\\}");
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/pages"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)
                                .lines()
                                .flatMap(line -> raw.matcher(line).results())
                                .map(MatchResult::group))
                        .as(file.toString())
                        .isSubsetOf(WRITTEN_ELSEWHERE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
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
