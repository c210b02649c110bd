package org.anxin.files;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file for as long as it is open: it has no name, and is gone when it is closed, even by kill -9. What is written of it to the
 * disk is encrypted with a key that is only in memory, since lists of people come in. Not for several threads at a time.
 */
public final class UnnamedFile implements Closeable {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;
    private static final int CHUNK = 64 * 1024;

    private final SeekableByteChannel file;
    private final SecretKeySpec key = key();
    private final Cipher writing = cipher(0);

    private UnnamedFile(SeekableByteChannel file) {
        this.file = file;
    }

    /**
     * An empty one.
     *
     * @param directory on whose disk it is; made if missing
     * @throws FileStoreException if there can be none
     */
    public static UnnamedFile in(Path directory) throws FileStoreException {
        try {
            Path file = Files.createTempFile(Files.createDirectories(directory), "upload-", "");
            return new UnnamedFile(Files.newByteChannel(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new FileStoreException("no file can be kept", e);
        }
    }

    /**
     * Writes all of {@code bytes} behind what was written before.
     *
     * @throws FileStoreException if the disk cannot take them
     */
    public void write(ByteBuffer bytes) throws FileStoreException {
        try {
            while (bytes.hasRemaining()) {
                ByteBuffer piece = bytes.slice(bytes.position(), Math.min(CHUNK, bytes.remaining()));
                bytes.position(bytes.position() + piece.remaining());
                ByteBuffer sealed = ByteBuffer.allocate(piece.remaining());
                writing.update(piece, sealed);
                sealed.flip();
                while (sealed.hasRemaining()) {
                    file.write(sealed);
                }
            }
        } catch (IOException e) {
            throw new FileStoreException("a file could not be kept", e);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("in counter mode as much comes out as goes in", e);
        }
    }

    private static SecretKeySpec key() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, "AES");
    }

    /** In counter mode, so that reading may begin at any place; each key is for one file. */
    private Cipher cipher(long position) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter = ByteBuffer.allocate(BLOCK)
                    .putLong(0)
                    .putLong(position / BLOCK)
                    .array();
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            cipher.update(new byte[(int) (position % BLOCK)]);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /**
     * Its bytes from a place on. Only one such stream can be read at a time, when all is written; closing it leaves the file
     * open.
     */
    public InputStream at(long position) throws IOException {
        file.position(position);
        InputStream unclosed = new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public void close() {
                // The file may be read again.
            }
        };
        return new CipherInputStream(unclosed, cipher(position));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
