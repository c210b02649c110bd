package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    Path directory;

    @Test
    void savingAddingRenamingAndRemovingARuleFileChangeIt() throws IOException {
        List<String> empty = print();
        Path file = Files.writeString(directory.resolve("x.drl"), "one");
        List<String> added = print();
        Files.writeString(file, "three");
        List<String> saved = print();
        Path renamed = Files.move(file, directory.resolve("y.drl"));
        List<String> moved = print();
        Files.delete(renamed);
        assertThat(List.of(empty, added, saved, moved)).doesNotHaveDuplicates();
        assertThat(print()).isEqualTo(empty);
    }

    @Test
    void otherFilesDoNotChangeIt() throws IOException {
        List<String> empty = print();
        Files.writeString(directory.resolve("notes.md"), "x");
        Files.writeString(directory.resolve(".x.drl.swp"), "x");
        assertThat(print()).isEqualTo(empty);
    }

    @Test
    void aLinkThatLeadsNowhereDoesNotHideEditsOfOtherFiles() throws IOException {
        Files.createSymbolicLink(directory.resolve("link.drl"), Path.of("nowhere"));
        List<String> linked = print();
        Files.writeString(directory.resolve("x.drl"), "x");
        assertThat(print()).isNotEqualTo(linked).hasSize(2);
    }

    private List<String> print() throws IOException {
        return new RuleDirectory(directory).fingerprint();
    }
}
