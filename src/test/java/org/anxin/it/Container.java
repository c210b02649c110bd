package org.anxin.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What an image would be in a container engine, as far as a machine without one can show it: its files as a root that cannot
 * be written to, its user, entrypoint and environment and no others, no capabilities; the programs of this machine stand in
 * for those of the base. It needs root, to mount.
 */
final class Container {
    /** $1 is the root, $2 a Java; what follows is the command. */
    private static final String ENTER = """
            set -e
            root=$1; java=$2; shift 2
            mount --make-rprivate /
            mount --bind "$root" "$root"
            for place in usr etc proc dev; do mkdir -p "$root/$place"; mount --rbind "/$place" "$root/$place"; done
            for place in bin sbin lib lib64; do
              if [ -L "/$place" ]; then ln -sfn "usr/$place" "$root/$place"
              elif [ -d "/$place" ]; then mkdir -p "$root/$place"; mount --rbind "/$place" "$root/$place"; fi
            done
            mkdir -p "$root/jre" "$root/tmp"
            mount --rbind "$java" "$root/jre"
            mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
            mount -t tmpfs -o mode=777 tmpfs "$root/var/lib/anxin"
            mount -o remount,bind,ro "$root" "$root"
            exec chroot "$root" "$@"
            """;

    private final ImageTar image;
    private final Path log;

    Container(ImageTar image, Path log) {
        this.image = image;
        this.log = log;
    }

    /** Whether this machine lets the test do it. */
    static boolean isPossible() throws IOException, InterruptedException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                && new ProcessBuilder("unshare", "--mount", "mount", "--make-rprivate", "/")
                                .start()
                                .waitFor()
                        == 0;
    }

    /** Starts it; what it prints goes to the log. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTER, "enter"));
        command.addAll(List.of(image.root().toString(), System.getProperty("java.home")));
        String[] user = image.config().get("User").asText().split(":");
        command.addAll(List.of("/usr/bin/setpriv", "--reuid=" + user[0], "--regid=" + user[1], "--clear-groups"));
        command.addAll(List.of("--no-new-privs", "--bounding-set=-all", "/usr/bin/env", "-i"));
        command.add("-C" + image.config().get("WorkingDir").asText());
        for (JsonNode variable : image.config().get("Env")) {
            String text = variable.asText();
            command.add(text.startsWith("PATH=") ? "PATH=/jre/bin:/usr/bin:/bin" : text);
        }
        environment.forEach((name, value) -> command.add(name + "=" + value));
        image.config().get("Entrypoint").forEach(part -> command.add(part.asText()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs it to its end; its exit code. */
    int run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Process process = start(environment, arguments);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end:\n" + log());
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(log);
    }
}
