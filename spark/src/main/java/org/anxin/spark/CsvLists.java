package org.anxin.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.anxin.sweep.ListKind;
import org.anxin.sweep.ListedPerson;
import org.anxin.sweep.MarketList;
import org.anxin.table.CsvBytes;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;

/**
 * Writes each list of each market as the file that the service would send, byte by byte. The rows of a list come one after
 * the other, in order; a row without a person says only that the list is there.
 *
 * @param directory where; a task that is tried twice writes the same again
 * @param asOf the day of the lists, as an epoch day
 */
record CsvLists(String directory, int asOf) implements ForeachPartitionFunction<Row> {
    @Override
    public void call(Iterator<Row> rows) throws IOException {
        String market = "";
        String list = "";
        List<ListedPerson> people = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.getString(0).equals(market) || !row.getString(1).equals(list)) {
                write(list, market, people);
                people.clear();
                market = row.getString(0);
                list = row.getString(1);
            }
            if (!row.isNullAt(3)) {
                people.add(ListedRows.person(row));
            }
        }
        write(list, market, people);
    }

    private void write(String list, String market, List<ListedPerson> people) throws IOException {
        if (market.isEmpty()) {
            return;
        }
        ListKind kind = ListKind.valueOf(list);
        byte[] csv = CsvBytes.of(new MarketList(kind, market, asOf, people).table());
        Path file = new Path(directory, name(kind, market));
        // Two attempts at the same task may run at once: each fills a file of its own, and the last one stays.
        Path own = file.suffix("." + TaskContext.get().taskAttemptId());
        FileSystem files = JobFiles.of(file);
        try (FSDataOutputStream out = files.create(own, true)) {
            out.write(csv);
        }
        if (!files.rename(own, file)) {
            files.delete(file, false);
            if (!files.rename(own, file)) {
                throw new IOException("cannot be written: " + file);
            }
        }
    }

    /** Ids may hold a colon, which paths may not. */
    static String name(ListKind kind, String market) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + market.replace(":", "%3A") + ".csv";
    }
}
