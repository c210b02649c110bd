package org.anxin.pages;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.anxin.files.FileKind;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.patrol.Check;
import org.anxin.policy.ActivePolicy;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.anxin.visits.Images;
import org.anxin.visits.Rectifications;
import org.anxin.visits.StoredFinding;
import org.anxin.visits.Visit;
import org.anxin.visits.Visits;

/** Patrols, cameras, and the two lists of the demo district. */
@Singleton
class DemoPatrols {
    private static final int LARGEST = 1_000_000;

    /** Whoever signed or was activated did so in March; M-11 sells cherries. */
    private static final String FACTS = """
            insert into letters (id, valid_from, zh, en) values ('L-1', '2022-03-01', '四方责任书', 'Letter');
            insert into activations (person_no, from_on) select no, '2022-03-01' from people where no % 7 <> 0;
            insert into activations (operator_no, from_on) select no, '2022-03-01' from operators where no % 9 <> 0;
            insert into signatures (person_no, letter_no, signed_on)
                select p.no, l.no, '2022-03-02' from people p, letters l where p.no % 11 <> 0;
            insert into signatures (operator_no, letter_no, signed_on)
                select o.no, l.no, '2022-03-02' from operators o, letters l where o.no % 13 <> 0;
            insert into import_operators (operator_no, from_on)
                select no, '2022-03-01' from operators where sells_imported and no % 2 = 0;
            insert into imported_goods (operator_no, goods, from_on)
                select no, '车厘子', '2022-03-01' from operators where sells_imported and no % 4 = 0;
            insert into cameras (id, market_no, name, scene, registered)
                select m.id || '-C' || n, m.no, '摄像机' || n, (array['ENTRANCE', 'MAIN_HALL', 'COOKED_FOOD'])[n], '2022-03-01'
                from markets m, generate_series(1, 3) n where m.id <> 'M-03';
            insert into camera_states (camera_no, since, online, reported)
                select no, '2022-04-01 08:00+08', no % 5 <> 0, '2022-04-07 23:50+08' from cameras where no % 7 <> 0""";

    private static final List<String> ITEMS =
            List.of("CODE_SCANNED", "MARKET_CLEANED", "MASK_WORN", "PLEDGE_SIGNED", "PUBLICITY_SHOWN", "STAFF_MASKED");

    private final DataSource database;
    private final StoredFiles files;
    private final ActivePolicy policy;

    DemoPatrols(DataSource database, StoredFiles files, ActivePolicy policy) {
        this.database = database;
        this.files = files;
        this.policy = policy;
    }

    void load() throws SQLException, IOException {
        execute(FACTS);
        Visits visits = new Visits(database, new org.anxin.policy.StoredRulesets(database));
        String photo = photo();
        for (int market = 1; market <= 11; market++) {
            for (int hour = 7; hour < 19; hour++) {
                if (market != 4 || hour < 12) {
                    visits.record(
                            visit(market, DemoDay.DAY, hour, hour == 9 && market % 3 == 1, photo), policy.current());
                }
            }
        }
        List<StoredFinding> early = visits.record(visit(2, "2022-03-28", 9, true, photo), policy.current())
                .findings();
        List<StoredFinding> done = visits.record(visit(5, "2022-04-01", 9, true, photo), policy.current())
                .findings();
        Rectifications rectifications = new Rectifications(database);
        rectifications.record(
                done.get(0).no(), new StoredFinding.Rectification(at("2022-04-02", 15), "已消毒并张贴记录", List.of(photo)));
        if (early.isEmpty()) {
            throw new AssertionError("nothing was found");
        }
        execute("update notices set delivered = noted + interval '1 second' where no % 2 = 0;"
                + "update notice_queues set failures = 3, last_failure = 'HttpTimeoutException: request timed out',"
                + " last_failed = now() where market_no = (select no from markets where id = 'M-07')");
    }

    /** The newest finding of a market. */
    static long finding(DataSource database, String market) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery("select max(f.no) from patrol_findings f"
                        + " join markets m on m.no = f.market_no where m.id = '" + market + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Visit visit(int market, String day, int hour, boolean fails, String photo) {
        List<Visit.Item> items = new ArrayList<>();
        for (String item : ITEMS) {
            boolean failed = fails && (item.equals("MARKET_CLEANED") || item.equals("MASK_WORN"));
            items.add(new Visit.Item(item, !failed, failed ? "三号摊位前" : null));
        }
        String id = "V-%02d-%s-%02d".formatted(market, day, hour);
        return new Visit(
                id,
                "M-%02d".formatted(market),
                at(day, hour),
                Check.VISIT,
                null,
                null,
                items,
                fails ? List.of(photo) : List.of(),
                null);
    }

    private static Moment at(String day, int hour) {
        OffsetDateTime time = OffsetDateTime.parse(day + "T%02d:10:00+08:00".formatted(hour));
        return new Moment(Days.of(day), ChronoUnit.MICROS.between(java.time.Instant.EPOCH, time.toInstant()));
    }

    private String photo() throws IOException, SQLException {
        StoredFile file = files.store(new ByteArrayInputStream(png()), LARGEST, EnumSet.of(FileKind.PNG));
        new Images(database).add(file.sha256(), file.size(), "PNG");
        return file.sha256();
    }

    /** A small picture. */
    static byte[] png() throws IOException {
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(160, 120, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 160; x++) {
            for (int y = 0; y < 120; y++) {
                image.setRGB(x, y, (x / 20 + y / 20) % 2 == 0 ? 0x2a6f66 : 0xd9ebe6);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
