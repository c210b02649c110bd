package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a directory, and what is said of the rest. */
class RuleFilesTest {
    private static final Map<String, String> SHIPPED = RuleTexts.shipped().texts();

    @TempDir
    Path directory;

    @Test
    void theIdOfADirectoryIsThatOfItsTexts() throws IOException {
        save(SHIPPED);
        assertThat(RuleFiles.read(directory).id())
                .isEqualTo(RuleFiles.of(SHIPPED).id());
        assertThat(RuleFiles.read(directory).texts()).isEqualTo(SHIPPED);
    }

    @Test
    void aFileThatCannotBeReadGivesNoIdThatARulesetHas() throws IOException {
        save(SHIPPED);
        Files.write(directory.resolve("testing/new.drl"), "规则".getBytes(Charset.forName("GBK")));
        RuleFiles files = RuleFiles.read(directory);
        assertThat(files.id()).isNotEqualTo(RuleFiles.of(SHIPPED).id());
        assertThat(mistakes(files)).containsExactly(tuple("NOT_UTF8", "testing/new.drl"));
    }

    @Test
    void wordsInAnotherEncodingAreOneMistakeAndNotOneForEveryRule() throws IOException {
        save(SHIPPED);
        byte[] gbk = SHIPPED.getOrDefault("words.yaml", "").getBytes(Charset.forName("GBK"));
        Files.write(directory.resolve("words.yaml"), gbk);
        assertThat(mistakes(RuleFiles.read(directory))).containsExactly(tuple("NOT_UTF8", "words.yaml"));
    }

    @Test
    void aFileOfTheLargestSizeIsReadAndOneByteMoreIsNot() throws IOException {
        save(SHIPPED);
        String text = SHIPPED.getOrDefault("testing/actions.drl", "");
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        Path file = directory.resolve("testing/actions.drl");
        Files.writeString(file, text + " ".repeat(RuleFiles.MAX_FILE_BYTES - length));
        assertThat(mistakes(RuleFiles.read(directory))).isEmpty();
        Files.writeString(file, text + " ".repeat(RuleFiles.MAX_FILE_BYTES - length + 1));
        assertThat(mistakes(RuleFiles.read(directory))).containsExactly(tuple("FILE_TOO_LARGE", "testing/actions.drl"));
    }

    @Test
    void hiddenFilesAndThoseOfEditorsAreNoRules() throws IOException {
        save(SHIPPED);
        for (String name :
                List.of(".x.drl", "~x.drl", "~$words.yaml", "x.drl~", "README.md", ".git/x.drl", "#x.drl#")) {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "nonsense");
        }
        RuleFiles files = RuleFiles.read(directory);
        assertThat(files.texts()).isEqualTo(SHIPPED);
        assertThat(mistakes(files)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.drl.txt", "new.DRL", "new.yml", "new.yaml.txt", "New.Yaml"})
    void aFileThatIsAlmostARuleFileIsNamedAndChangesNothing(String name) throws IOException {
        save(SHIPPED);
        Files.writeString(directory.resolve(name), "nonsense");
        RuleFiles files = RuleFiles.read(directory);
        assertThat(mistakes(files)).containsExactly(tuple("FILE_IGNORED", name));
        assertThat(Policy.RULEBOOK.read(files).ruleset()).isNotNull();
        assertThat(files.id()).isEqualTo(RuleFiles.of(SHIPPED).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testing\\actions.drl",
                "testing/\\..\\x.drl",
                "x\u202E.drl",
                "x\n.drl",
                "x\u0000.drl",
                "x\u200B.drl",
                "x\uFFFD.drl",
                "/x.drl",
                "../x.drl",
                "testing/../x.drl",
                "./x.drl",
                "testing//x.drl"
            })
    void aNameThatCouldDeceiveIsRefused(String name) {
        Map<String, String> texts = new TreeMap<>(SHIPPED);
        texts.put(name, "package rules.testing");
        RuleFiles files = RuleFiles.of(texts);
        assertThat(files.texts()).isEqualTo(SHIPPED);
        Rulebook.Reading reading = Policy.RULEBOOK.read(files);
        assertThat(reading.ruleset()).isNull();
        assertThat(reading.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.code()).isEqualTo("FILE_NAME_REFUSED");
            assertThat(mistake.at().file()).matches("[\\x20-\\x7E\uFFFD]+");
        });
    }

    @Test
    void aNameWithABackslashDoesNotHideTheFileThatItLooksLike() throws IOException {
        assumeThat(directory.getFileSystem().getSeparator()).isEqualTo("/");
        save(SHIPPED);
        Files.writeString(directory.resolve("testing\\actions.drl"), "package rules.testing");
        RuleFiles files = RuleFiles.read(directory);
        assertThat(files.texts()).isEqualTo(SHIPPED);
        assertThat(mistakes(files)).containsExactly(tuple("FILE_NAME_REFUSED", "testing\\actions.drl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testing/应急 2022（四月）.drl",
                "testing/a-b_c.1.drl",
                "testing/2022/四月/x.drl",
                "testing/x'\"<>&;$(x).drl"
            })
    void namesInAnyScriptAndWithAnySignAreJustNames(String name) throws IOException {
        save(SHIPPED);
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package rules.testing\n");
        RuleFiles files = RuleFiles.read(directory);
        assertThat(files.texts()).containsKey(name);
        assertThat(mistakes(files)).isEmpty();
    }

    @Test
    void linksAreNotFollowedAndReported() throws IOException {
        save(SHIPPED);
        Path secret = Files.writeString(Files.createTempFile("secret", ".drl"), "package rules.testing");
        Files.createSymbolicLink(directory.resolve("testing/link.drl"), secret);
        Files.createSymbolicLink(directory.resolve("testing/dangling.yaml"), Path.of("nowhere"));
        Files.createSymbolicLink(directory.resolve("loop"), directory);
        RuleFiles files = RuleFiles.read(directory);
        assertThat(files.texts()).isEqualTo(SHIPPED);
        assertThat(mistakes(files))
                .containsExactly(
                        tuple("FILE_UNREADABLE", "testing/dangling.yaml"),
                        tuple("FILE_UNREADABLE", "testing/link.drl"));
        Files.delete(secret);
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        save(real, SHIPPED);
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        assertThat(RuleFiles.read(link).texts()).isEqualTo(SHIPPED);
        assertThat(RuleFiles.paths(link))
                .allMatch(path -> path.startsWith(link))
                .hasSameSizeAs(SHIPPED.keySet());
    }

    @Test
    @Timeout(20)
    void aPipeIsReportedAndNotWaitedFor() throws IOException, InterruptedException {
        save(SHIPPED);
        Process mkfifo = new ProcessBuilder(
                        "mkfifo", directory.resolve("testing/pipe.drl").toString())
                .start();
        assumeThat(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0)
                .isTrue();
        assertThat(mistakes(RuleFiles.read(directory))).containsExactly(tuple("FILE_UNREADABLE", "testing/pipe.drl"));
    }

    @Test
    void aFileWithoutAccessIsReportedByItsName() throws IOException {
        save(SHIPPED);
        Path file = directory.resolve("testing/actions.drl");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();
        assertThat(mistakes(RuleFiles.read(directory)))
                .containsExactly(tuple("FILE_UNREADABLE", "testing/actions.drl"));
    }

    @Test
    void aDirectoryCalledLikeARuleFileIsNoRuleFile() throws IOException {
        save(SHIPPED);
        Files.createDirectory(directory.resolve("testing/x.drl"));
        assertThat(mistakes(RuleFiles.read(directory))).isEmpty();
    }

    @Test
    void aMissingDirectoryIsAnErrorOfReading() {
        assertThatThrownBy(() -> RuleFiles.read(directory.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    private static List<org.assertj.core.groups.Tuple> mistakes(RuleFiles files) {
        return Policy.RULEBOOK.read(files).mistakes().stream()
                .map(mistake -> tuple(mistake.code(), mistake.at().file()))
                .toList();
    }

    private void save(Map<String, String> texts) throws IOException {
        save(directory, texts);
    }

    private static void save(Path directory, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = directory.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
