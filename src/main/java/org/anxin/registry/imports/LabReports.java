package org.anxin.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.anxin.json.FactInput;
import org.anxin.json.InvalidInputException;
import org.anxin.json.Json;
import org.anxin.load.Background;
import org.anxin.registry.imports.Content.Meaning;
import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/** Takes samples from laboratories, with the very code that imports files. */
@ApplicationScoped
public class LabReports {
    private final DataSource database;
    private final ZoneId zone;
    private final SampledRefresh refresh;

    /** @param clock in whose zone times become civil days */
    public LabReports(
            @io.quarkus.agroal.DataSource(Background.POOL) DataSource database, Clock clock, SampledRefresh refresh) {
        this.database = database;
        this.zone = clock.getZone();
        this.refresh = refresh;
    }

    /**
     * Stores the samples of a JSON document, all of them or, where anything is wrong, none.
     *
     * @param once null if the sender named no key
     * @param writing makes the answer of the report
     * @return the answer
     * @throws InvalidInputException with every mistake
     * @throws Once.KeyReusedException if the key stands for another request
     */
    public byte[] storeDocument(byte[] body, Words words, @Nullable Once once, Function<Report, byte[]> writing)
            throws IOException, SQLException {
        LabList rows = new LabList(FactInput.read(Json.parser(body, 0, body.length), words, zone, LabSample::document));
        return store(rows, once, report -> {
            rows.requireAll(report);
            return writing.apply(report);
        });
    }

    /**
     * Stores the good lines of a stream.
     *
     * @param once null if the sender named no key
     * @param writing makes the answer of the report
     * @return the answer
     * @throws Once.KeyReusedException if the key stands for another request
     */
    public byte[] storeLines(Upload lines, Words words, @Nullable Once once, Function<Report, byte[]> writing)
            throws IOException, SQLException {
        RowSource rows = new LabLines(lines, new Meaning(words, zone));
        return store(rows, once, report -> writing.apply(withMembers(report)));
    }

    /** The report in the words of JSON, where columns are members. */
    private static Report withMembers(Report report) {
        List<Rejected> rejected = report.rejected().stream()
                .map(row -> "person_id".equals(row.column())
                        ? new Rejected(row.line(), "personId", row.code(), row.message())
                        : row)
                .toList();
        return new Report(report.accepted(), report.unchanged(), rejected, report.more());
    }

    private byte[] store(RowSource rows, @Nullable Once once, Function<Report, byte[]> writing)
            throws IOException, SQLException {
        byte[] answer = Transaction.in(database, connection -> {
            Once.Work work = () -> writing.apply(new ImportRun(connection, database).store(ImportKind.SAMPLES, rows));
            return once == null ? work.answer() : once.answer(connection, work);
        });
        refresh.soon();
        return answer;
    }
}
