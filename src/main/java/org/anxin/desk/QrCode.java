package org.anxin.desk;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A text as a QR code, drawn without the desktop's libraries, which a server may lack. */
public final class QrCode {
    /** The empty border that readers need, in modules. */
    private static final int QUIET = 4;

    /** Pixels of a module. */
    private static final int SCALE = 8;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final ByteMatrix modules;

    /** @param text a few hundred characters at most */
    public QrCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private boolean isDark(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
        return inside && modules.get(x, y) == 1;
    }

    /** Modules of a side, the empty border among them. */
    public int side() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark modules as the path of an SVG whose sides are {@link #side()} long. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (isDark(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /** As SVG, in UTF-8. */
    public byte[] svg() {
        int side = side();
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side + "\" width=\""
                + side * SCALE + "\" height=\"" + side * SCALE
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
                + side + 'v' + side + "H0z\"/><path d=\"" + path() + "\"/></svg>\n";
        return svg.getBytes(StandardCharsets.UTF_8);
    }

    /** As PNG, one bit a pixel. */
    public byte[] png() {
        int side = side() * SCALE;
        ByteArrayOutputStream png = new ByteArrayOutputStream(1024);
        png.writeBytes(SIGNATURE);
        // Width, height, 1 bit, greyscale, the only compression, filter and order of rows there are.
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflated(rows(side)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each row begins with a byte that says it is not filtered; a bit is 1 where the pixel is white. */
    private byte[] rows(int side) {
        int width = 1 + (side + 7) / 8;
        byte[] rows = new byte[side * width];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!isDark(x / SCALE - QUIET, y / SCALE - QUIET)) {
                    rows[y * width + 1 + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        png.writeBytes(name);
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) check.getValue())
                .array());
    }
}
