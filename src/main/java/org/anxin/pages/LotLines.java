package org.anxin.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anxin.admission.Lot;
import org.anxin.text.Bilingual;

/**
 * The lines of a form on which lots are written, a lot a line.
 *
 * @param form in which they stand
 * @param count how many lines there are
 */
public record LotLines(FilledForm form, int count) {
    private static final int FIRST = 3;
    private static final int MORE = 5;
    private static final int MOST = 30;
    private static final Bilingual NUMBER_MISSING =
            new Bilingual("有数量或单位的行须填写批号。", "A line with a quantity or a unit needs a lot number.");

    /** The lines of a form, as many as it had. */
    static LotLines of(FilledForm form) {
        String count = form.value("lines").strip();
        int given = count.matches("[0-9]{1,2}") ? Integer.parseInt(count) : FIRST;
        return new LotLines(form, Math.max(1, Math.min(MOST, given)));
    }

    /** With lines for these lots, and some to spare. */
    static LotLines of(FilledForm form, List<Lot> lots) {
        int count = Math.min(MOST, Math.max(FIRST, lots.size() + 1));
        for (int at = 0; at < Math.min(MOST, lots.size()); at++) {
            Lot lot = lots.get(at);
            BigDecimal quantity = lot.quantity();
            form.with("lot" + at, lot.lotNo())
                    .with("quantity" + at, quantity == null ? null : quantity.toPlainString())
                    .with("unit" + at, lot.unit());
        }
        return new LotLines(form, count);
    }

    /** With more lines. */
    LotLines more() {
        return new LotLines(form, Math.min(MOST, count + MORE));
    }

    /** Whether there may be more. */
    public boolean mayBeMore() {
        return count < MOST;
    }

    /** The lines, from 0. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            lines.add(new Line(at));
        }
        return lines;
    }

    /** Names of the fields of a line. */
    public record Line(int at) {
        /** For readers. */
        public int no() {
            return at + 1;
        }

        /** The field of the lot's number. */
        public String lot() {
            return "lot" + at;
        }

        /** The field of the quantity. */
        public String quantity() {
            return "quantity" + at;
        }

        /** The field of the unit. */
        public String unit() {
            return "unit" + at;
        }
    }

    /** What was written; empty lines are left out, mistakes are noted in the form. */
    List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        for (Line line : lines()) {
            Lot lot = new Lot(form.text(line.lot()), form.number(line.quantity()), form.text(line.unit()));
            if (lot.lotNo() != null) {
                lots.add(lot);
            } else if (!form.value(line.quantity()).isBlank()
                    || !form.value(line.unit()).isBlank()) {
                form.refuse(line.lot(), NUMBER_MISSING);
            }
        }
        return lots;
    }
}
