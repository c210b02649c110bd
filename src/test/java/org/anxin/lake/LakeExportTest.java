package org.anxin.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;
import org.anxin.rulebook.RuleFiles;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written; that an engine reads it as the service does is tested with Spark. */
class LakeExportTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int DAY = Days.of("2022-04-07");
    private static final String RULES = ShippedPolicy.make().ruleset().id();

    @TempDir
    Path directory;

    @BeforeAll
    static void store() throws SQLException, IOException {
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            DemoDistrict.load(connection);
        }
        Policy shipped = ShippedPolicy.make();
        new StoredRulesets(DATABASE.dataSource()).keep(shipped);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void theDistrictIsWrittenWithItsRulesAndCountedOnItsOwn() throws Exception {
        Path lake = directory.resolve("lake");
        LakeManifest written =
                new LakeExport(DATABASE.dataSource()).write(lake, DAY, RULES, EnumSet.allOf(LakeShape.class));
        assertThat(written.registered()).isEqualTo(2064);
        assertThat(written.people()).isEqualTo(2064);
        assertThat(written.markets()).isEqualTo(11);
        assertThat(written.ruleset()).isEqualTo(RULES);
        assertThat(RuleFiles.read(lake.resolve("rules")).id()).isEqualTo(RULES);
        assertThat(lake.resolve(LakeManifest.FILE)).content().contains("\"registered\" : 2064");
        for (String table : List.of(
                "people", "markets", "narrow/persons", "narrow/assignments", "narrow/absences", "narrow/samples")) {
            assertThat(lake.resolve(table + "/part-00000.parquet")).isRegularFile();
        }
    }

    @Test
    void nothingIsLeftOfALakeThatCannotBeWritten() throws IOException {
        Path lake = directory.resolve("lake");
        LakeExport export = new LakeExport(DATABASE.dataSource());
        assertThatThrownBy(() -> export.write(lake, DAY, "sha256:0", EnumSet.of(LakeShape.WIDE)))
                .isInstanceOf(LakeExport.NoRulesException.class);
        Files.createDirectory(lake);
        assertThatThrownBy(() -> export.write(lake, DAY, RULES, EnumSet.of(LakeShape.WIDE)))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(lake);
        }
    }

    @Test
    void generatedPeopleAreTheSameFilesEachTime() throws IOException {
        Population people = new Population(500, DAY, 3);
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        GeneratedLake.write(one, people, EnumSet.allOf(LakeShape.class), true);
        GeneratedLake.write(two, people, EnumSet.allOf(LakeShape.class), true);
        try (Stream<Path> files = Files.walk(one)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(two.resolve(one.relativize(file).toString())).hasSameBinaryContentAs(file);
            }
        }
    }
}
