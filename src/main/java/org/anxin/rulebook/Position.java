package org.anxin.rulebook;

/**
 * A place in a rule file.
 *
 * @param file path within the rule directory, with {@code /}
 * @param line from 1
 * @param column from 1, in characters (Unicode code points)
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
