package org.anxin.security;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use which route: the table of {@code docs/security.md} itself, which is packed with the service. What has no row
 * there is nobody's.
 */
@Singleton
public final class AccessTable {
    private static final String PAGE = "/security/security.md";
    private static final String ROUTE = "route";
    private static final String OF = "of";
    private static final String ANYBODY = "anybody";
    private static final String YES = "yes";
    private static final String OWN = "own";
    private static final String ELSEWHERE = "/q/";

    private final Map<String, Access> rows = new HashMap<>();
    private final Map<String, Access> shapes = new HashMap<>();

    AccessTable() {
        this(page());
    }

    /** Reads the table of a page. */
    AccessTable(String page) {
        List<String> head = List.of();
        for (String line : page.lines().filter(each -> each.startsWith("|")).toList()) {
            List<String> cells = cells(line);
            if (cells.get(0).equals(ROUTE)) {
                head = cells;
            } else if (cells.get(0).startsWith("`") && !head.isEmpty()) {
                add(head, cells);
            }
        }
        rows.forEach((route, access) -> shapes.put(route.replaceAll("[{][^}]*[}]", "*"), access));
        if (rows.isEmpty()) {
            throw new IllegalStateException("no table of routes in " + PAGE);
        }
    }

    private static String page() {
        try (InputStream page = AccessTable.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the service was packed without " + PAGE);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private void add(List<String> head, List<String> cells) {
        String route = cells.get(0).replace("`", "");
        boolean open = false;
        boolean own = false;
        MarketOf of = null;
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = 1; i < cells.size(); i++) {
            String cell = cells.get(i);
            String column = head.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (column.equals(OF)) {
                of = require(MarketOf.of(cell), route, cell);
            } else if (column.equals(ANYBODY)) {
                open = is(YES, route, cell);
            } else if (cell.equals(OWN) && column.equals(Role.MARKET_ORGANISER.code())) {
                own = true;
            } else if (is(YES, route, cell)) {
                roles.add(require(Role.of(column), route, column));
            }
        }
        if (own != (of != null) || rows.put(route, new Access(route, open, roles, own, of)) != null) {
            throw new IllegalStateException("row of " + route + ": own without of, of without own, or a second row");
        }
    }

    private static boolean is(String word, String route, String cell) {
        if (!cell.equals(word)) {
            throw new IllegalStateException("row of " + route + ": " + cell);
        }
        return true;
    }

    private static <T> T require(@Nullable T found, String route, String cell) {
        if (found == null) {
            throw new IllegalStateException("row of " + route + ": " + cell);
        }
        return found;
    }

    /**
     * Who may use a route of a resource.
     *
     * @param route method and path, with the names of its parts in braces
     */
    public Access of(String route) {
        Access row = rows.get(route);
        return row == null ? Access.none(route) : row;
    }

    /**
     * Who may use a route.
     *
     * @param shape method and path, with a star for each part that varies, as templates can write it
     */
    public Access like(String shape) {
        Access row = shapes.get(shape);
        return row == null ? Access.none(shape) : row;
    }

    /** Who may use what the framework serves below {@code /q}: the row with the longest beginning of the path. */
    public Access below(String path) {
        Access found = Access.none(path);
        int longest = 0;
        for (Access row : rows.values()) {
            String start = row.route().substring(row.route().indexOf(' ') + 1);
            boolean begins = path.equals(start) || path.startsWith(start + "/");
            if (start.startsWith(ELSEWHERE) && begins && start.length() > longest) {
                found = row;
                longest = start.length();
            }
        }
        return found;
    }

    /** All rows. */
    public Collection<Access> rows() {
        return rows.values();
    }
}
