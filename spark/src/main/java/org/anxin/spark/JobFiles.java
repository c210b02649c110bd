package org.anxin.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;

/** Files wherever Hadoop reaches: HDFS, object stores, this machine. */
final class JobFiles {
    private static final int LARGEST = 8 << 20;

    private JobFiles() {}

    static Configuration configuration() {
        return SparkHadoopUtil.get().conf();
    }

    /** The file system of a path; on this machine without a file of checksums beside each file. */
    static FileSystem of(Path path) throws IOException {
        FileSystem files = path.getFileSystem(configuration());
        files.setWriteChecksum(false);
        return files;
    }

    /** All texts below a directory, by path within it. */
    static Map<String, String> texts(Path directory) throws IOException {
        FileSystem files = of(directory);
        Path root = files.makeQualified(directory);
        Map<String, String> texts = new TreeMap<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            FileStatus one = all.next();
            String name = root.toUri().relativize(one.getPath().toUri()).getPath();
            if (name.endsWith(".drl") || name.endsWith(".yaml")) {
                texts.put(name, text(one.getPath()));
            }
        }
        return texts;
    }

    static String text(Path file) throws IOException {
        try (InputStream in = of(file).open(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    /** The text of a file, or null if there is none. */
    static @Nullable String textIfThere(Path file) throws IOException {
        try {
            return text(file);
        } catch (FileNotFoundException e) {
            return null;
        }
    }
}
