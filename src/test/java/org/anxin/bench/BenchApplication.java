package org.anxin.bench;

import io.quarkus.bootstrap.app.QuarkusBootstrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The application, packaged as for production but for the comparison endpoint that is added to its classes. The endpoint
 * is a test class and the package a directory of its own, so that nothing of it can be shipped.
 */
final class BenchApplication {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path OWN = TARGET.resolve("bench");

    private BenchApplication() {}

    /**
     * Packages it.
     *
     * @return the jar to run
     */
    static Path packaged() throws Exception {
        Path classes = OWN.resolve("classes");
        copy(TARGET.resolve("classes"), classes, "");
        copy(TARGET.resolve("test-classes"), classes, ConstantResource.class.getSimpleName());
        try (var application = QuarkusBootstrap.builder()
                .setApplicationRoot(classes)
                .setProjectRoot(Path.of("").toAbsolutePath())
                .setTargetDirectory(OWN)
                .setBaseName("bench")
                .setMode(QuarkusBootstrap.Mode.PROD)
                .setIsolateDeployment(true)
                .setLocalProjectDiscovery(true)
                .setOffline(true)
                .build()
                .bootstrap()) {
            return application
                    .createAugmentor()
                    .createProductionApplication()
                    .getJar()
                    .getPath();
        }
    }

    private static void copy(Path from, Path to, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().startsWith(prefix))
                    .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copy(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
