package org.anxin.pages;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The files beside the pages. Their addresses change with their contents, so that browsers may keep them for ever. */
@Singleton
class Assets {
    private static final String FOLDER = "/assets/";
    private static final int HASH_LENGTH = 12;

    /** {@code editor.js} is made by the build (docs/adr/0008-editor.md). */
    private static final Map<String, String> TYPES = Map.of(
            "anxin.css", "text/css",
            "icon.svg", "image/svg+xml",
            "editor.js", "text/javascript",
            "whatif.js", "text/javascript");

    private final Map<String, String> addresses = new TreeMap<>();
    private final Map<String, Asset> byAddress = new TreeMap<>();

    /**
     * A file ready to be sent.
     *
     * @param compressed the same by gzip
     */
    record Asset(byte[] bytes, byte[] compressed, String type) {}

    Assets() {
        TYPES.forEach((name, type) -> {
            byte[] bytes = bytes(name);
            String address = FOLDER + hash(bytes) + "/" + name;
            addresses.put(name, address);
            byAddress.put(address, new Asset(bytes, compressed(bytes), type + ";charset=UTF-8"));
        });
    }

    /** Where a file is served now. */
    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException(name);
        }
        return address;
    }

    /** The file of an address, or null if there is none. */
    @Nullable
    Asset find(String hash, String name) {
        return byAddress.get(FOLDER + hash + "/" + name);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
        return compressed.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
