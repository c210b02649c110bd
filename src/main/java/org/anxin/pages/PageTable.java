package org.anxin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anxin.table.Table;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A list that a page shows as a table, page by page, and that leaves as a file with the same columns.
 *
 * @param id of the part of the page that it is
 * @param title what list it is
 * @param empty what is said where it has no entries
 * @param columns in order
 * @param rows those of this page, a cell for each column
 * @param part which entries these are
 * @param tabs other lists in its place
 * @param note what is to be known of it as a whole; null if nothing is
 * @param heading of every printed page; null if the list is not printed by itself
 */
public record PageTable(
        String id,
        Bilingual title,
        Bilingual empty,
        List<Column> columns,
        List<List<Cell>> rows,
        Part part,
        List<PeopleList.Tab> tabs,
        @Nullable Bilingual note,
        @Nullable Bilingual heading) {
    private static final int LONGEST_TITLE = 31;

    /** A list without tabs and heading. */
    static PageTable of(
            String id, Bilingual title, Bilingual empty, List<Column> columns, List<List<Cell>> rows, Part part) {
        return new PageTable(id, title, empty, columns, rows, part, List.of(), null, null);
    }

    /** The same with other lists in its place. */
    PageTable tabbed(List<PeopleList.Tab> others) {
        return new PageTable(id, title, empty, columns, rows, part, others, note, heading);
    }

    /** The same with this heading where it is printed. */
    PageTable printed(Bilingual text) {
        return new PageTable(id, title, empty, columns, rows, part, tabs, note, text);
    }

    /** The same with a note; none if it is null. */
    PageTable noted(@Nullable Bilingual text) {
        return new PageTable(id, title, empty, columns, rows, part, tabs, text, heading);
    }

    /** How many columns there are. */
    public int width() {
        return columns.size();
    }

    /** The number of the last entry on this page. */
    public int last() {
        return part.first() + rows.size() - 1;
    }

    /** As a file in a language. */
    Table file(String name, Language language) {
        String full = Objects.requireNonNull(language.of(title));
        return new Table(
                name,
                full.length() > LONGEST_TITLE ? full.substring(0, LONGEST_TITLE) : full,
                columns.stream()
                        .map(column -> new Table.Column(column.name(), column.heading()))
                        .toList(),
                rows.stream().map(row -> values(row, language)).toList());
    }

    /** Numbers stay numbers, so that a spreadsheet can add them. */
    private List<Object> values(List<Cell> row, Language language) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = row.get(i).text(language);
            values.add(columns.get(i).isNumber() ? Integer.valueOf(text) : text);
        }
        return values;
    }

    /**
     * A column.
     *
     * @param name what programs call it
     * @param heading what people read
     * @param isNumber whether its cells stand at the right
     */
    public record Column(String name, Bilingual heading, boolean isNumber) {
        static Column of(String name, String zh, String en) {
            return new Column(name, new Bilingual(zh, en), false);
        }

        static Column number(String name, String zh, String en) {
            return new Column(name, new Bilingual(zh, en), true);
        }
    }

    /**
     * Some of the entries of a list.
     *
     * @param total how many there are
     * @param first number of the first one here, from 1
     * @param previous address of the page before; null on the first
     * @param next address of the page after; null on the last
     * @param whole address of all of them, where only the first are shown; null where that is the page itself
     */
    public record Part(
            int total,
            int first,
            @Nullable String previous,
            @Nullable String next,
            @Nullable String whole) {

        /** All that there are. */
        static Part all(int total) {
            return new Part(total, 1, null, null, null);
        }

        /** The first ones; all are elsewhere. */
        static Part beginning(int total, String whole) {
            return new Part(total, 1, null, null, whole);
        }

        /**
         * A page.
         *
         * @param page from 1
         * @param size entries on a page
         * @param here chooses it by {@code page}
         */
        static Part page(int total, int page, int size, Address here) {
            return new Part(
                    total,
                    (page - 1) * size + 1,
                    page > 1 ? here.with("page", page - 1).toString() : null,
                    page * size < total ? here.with("page", page + 1).toString() : null,
                    null);
        }
    }

    /** What stands in a cell, one below the other. */
    public record Cell(List<Piece> pieces) {
        static final Cell NONE = text("—");

        static Cell of(Piece... pieces) {
            return new Cell(List.of(pieces));
        }

        static Cell text(String text) {
            return of(Piece.text(text));
        }

        static Cell text(Bilingual text) {
            return of(new Piece(text, null, ""));
        }

        static Cell link(String text, String address) {
            return of(Piece.link(text, address));
        }

        static Cell tag(String mark, Bilingual text) {
            return of(new Piece(text, null, "tag " + mark));
        }

        String text(Language language) {
            return String.join(
                    language == Language.ZH ? "；" : "; ",
                    pieces.stream().map(piece -> language.of(piece.text())).toList());
        }
    }

    /**
     * Something in a cell.
     *
     * @param address where it leads; null if nowhere
     * @param look how it looks: mute, a tag, or empty
     */
    public record Piece(Bilingual text, @Nullable String address, String look) {
        static Piece text(String text) {
            return new Piece(new Bilingual(text, text), null, "");
        }

        static Piece mute(String text) {
            return new Piece(new Bilingual(text, text), null, "mute");
        }

        static Piece link(String text, String address) {
            return new Piece(new Bilingual(text, text), address, "");
        }

        static Piece link(Bilingual text, String address) {
            return new Piece(text, address, "");
        }

        /** Whether it is a tag, which has a sign of its own. */
        public boolean isTag() {
            return look.startsWith("tag");
        }
    }
}
