package org.anxin.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.it.ServiceProcess;

/**
 * What a node keeps in memory after a full collection, as the JDK's own tools tell.
 *
 * @param heap kilobytes of objects
 * @param metaspace kilobytes of classes
 */
record Memory(long heap, long metaspace) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");

    /** Collects twice: what is freed by finalizing is gone the second time. */
    static Memory of(ServiceProcess node) throws IOException, InterruptedException {
        jcmd(node, "GC.run");
        jcmd(node, "GC.run");
        String told = jcmd(node, "GC.heap_info");
        Matcher metaspace = METASPACE.matcher(told);
        if (!metaspace.find()) {
            throw new IOException("no metaspace in: " + told);
        }
        long heap = USED.matcher(told.substring(0, metaspace.start()))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
        return new Memory(heap, Long.parseLong(metaspace.group(1)));
    }

    private static String jcmd(ServiceProcess node, String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(program, Long.toString(node.pid()), command))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(told);
        }
        return told;
    }

    /** This in megabytes, and how it changed since {@code before}. */
    String since(Memory before) {
        return String.format(
                Locale.ROOT,
                "heap %.1f MB (%+.1f %%), metaspace %.1f MB (%+.1f %%)",
                heap / 1024.0,
                100.0 * (heap - before.heap) / before.heap,
                metaspace / 1024.0,
                100.0 * (metaspace - before.metaspace) / before.metaspace);
    }
}
