package org.anxin.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.load.EvaluateCalls;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.policy.StoredRulesets;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepNode;
import org.anxin.sweep.SweepState;
import org.anxin.sweep.Sweeps;
import org.anxin.time.Days;

/**
 * A node in a process of its own. It reads orders from its input, a line each: {@code open URL USER PASSWORD} takes part in
 * the sweeps of a database, {@code close} does so no more, {@code run DAY} asks for a run there and answers when it has
 * ended.
 */
public final class SweepProcess {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final Policy POLICY = ShippedPolicy.make();

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, SweepNode> nodes = new HashMap<>();
    private final int threads;
    private Sweeps sweeps;

    private SweepProcess(int threads) {
        this.threads = threads;
    }

    /** @param args how many shards at a time */
    public static void main(String[] args) throws Exception {
        SweepProcess process = new SweepProcess(Integer.parseInt(args[0]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(process.carryOut(order.split(" ")));
        }
        process.close();
        System.exit(0);
    }

    private String carryOut(String[] order) throws Exception {
        if (!order[0].equals("run")) {
            close();
            if (order[0].equals("open")) {
                open(order[1], order[2], order[3]);
            }
            return order[0];
        }
        Sweep run = sweeps.request(Days.of(order[1]), null, POLICY);
        nodes.values().forEach(SweepNode::look);
        while (run.state() == SweepState.RUNNING) {
            Thread.sleep(5);
            run = Objects.requireNonNull(sweeps.find(run.id()));
        }
        return run.state().name();
    }

    private void open(String url, String user, String password) throws SQLException, IOException {
        AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(configuration -> configuration
                        .maxSize(20)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password)))));
        StoredRulesets rulesets = new StoredRulesets(pool);
        sweeps = new Sweeps(pool, rulesets);
        SweepNode node = new SweepNode(pool, rulesets, threads, new EvaluateCalls(), CLOCK);
        node.start();
        nodes.put(url, node);
        open.add(pool::close);
        open.add(0, node);
    }

    private void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        open.clear();
        nodes.clear();
    }
}
