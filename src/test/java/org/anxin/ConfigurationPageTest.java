package org.anxin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.quarkus.runtime.util.StringUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} has every key of the {@code @ConfigMapping} interfaces with its type, default and meaning, as
 * the sources say. After a change, write it anew with {@code mvn test -Dtest=ConfigurationPageTest -Danxin.docs=write}.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String MAPPING = "@ConfigMapping(";

    private final Map<String, String> rows = new TreeMap<>();

    @Test
    void thePageSaysWhatTheSourcesSay() throws IOException {
        readSources();
        String page = """
                # Configuration

                Every key of the service. Give them as JVM options (`-Danxin.zone=…`), in the environment (`ANXIN_ZONE=…`), or in \
                `config/application.properties` beside where the service starts. Keys that begin with `quarkus.` are those of \
                [Quarkus](https://quarkus.io/guides/all-config); those that matter here are in the [operations](operations.md). \
                This page is made from the sources.

                | key | type | default | meaning |
                |---|---|---|---|
                """ + String.join("", rows.values());
        if ("write".equals(System.getProperty("anxin.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private void readSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> mappings = files.filter(file ->
                            file.toString().endsWith(".java") && text(file).contains(MAPPING))
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(mappings));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    ClassTree mapping = (ClassTree) type;
                    String prefix = Objects.requireNonNull(annotation(mapping.getModifiers(), "ConfigMapping"));
                    readInterface(docs, new TreePath(new TreePath(unit), mapping), prefix);
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(10);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void readInterface(DocTrees docs, TreePath at, String prefix) {
        ClassTree type = (ClassTree) at.getLeaf();
        for (Tree member : type.getMembers()) {
            if (!(member instanceof MethodTree method)) {
                continue;
            }
            String named = annotation(method.getModifiers(), "WithName");
            String key = prefix + "."
                    + (named == null ? StringUtil.hyphenate(method.getName().toString()) : named);
            String returned = String.valueOf(method.getReturnType());
            TreePath nested = nested(at, returned);
            if (nested == null) {
                String value = annotation(method.getModifiers(), "WithDefault");
                rows.put(key, row(key, returned, value, meaning(docs, new TreePath(at, method))));
            } else {
                readInterface(docs, nested, key);
            }
        }
    }

    /** An interface of this name beside the methods; enumerations are values. */
    private static @Nullable TreePath nested(TreePath at, String name) {
        return ((ClassTree) at.getLeaf())
                .getMembers().stream()
                        .filter(member -> member.getKind() == Tree.Kind.INTERFACE
                                && ((ClassTree) member).getSimpleName().contentEquals(name))
                        .map(member -> new TreePath(at, member))
                        .findFirst()
                        .orElse(null);
    }

    private static String row(String key, String type, @Nullable String value, String meaning) {
        String shown = value == null ? "" : "`" + value + "`";
        return "| `" + key + "` | " + type.replaceAll("Optional<(\\w+)>", "$1, optional") + " | " + shown + " | "
                + meaning + " |\n";
    }

    private static String meaning(DocTrees docs, TreePath method) {
        DocCommentTree comment = Objects.requireNonNull(docs.getDocCommentTree(method), "a key without a meaning");
        return comment.getFullBody().stream()
                .map(Object::toString)
                .reduce("", String::concat)
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The value of an annotation, or null if there is none. */
    private static @Nullable String annotation(ModifiersTree modifiers, String name) {
        for (AnnotationTree one : modifiers.getAnnotations()) {
            if (one.getAnnotationType().toString().equals(name)) {
                ExpressionTree value = one.getArguments().get(0);
                ExpressionTree literal = value instanceof AssignmentTree assigned ? assigned.getExpression() : value;
                return (String) ((LiteralTree) literal).getValue();
            }
        }
        return null;
    }
}
