package org.anxin.pages;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form with files ({@code multipart/form-data}, RFC 7578) that was received whole, in constant memory: its files are on the
 * disk until it is closed. Vert.x's own decoder reads it.
 */
final class ReceivedForm implements Closeable {
    private static final int MOST_PARTS = 256;
    private static final int CHUNK = 8 * 1024;

    /** What a broken form leaves behind is then seen to by the garbage collector. */
    private static final ByteBufAllocator HEAP = new UnpooledByteBufAllocator(false, true);

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<ArrivingFile> files = new ArrayList<>();
    private final Path directory;
    private final Attachments attachments;
    private long received;

    private ReceivedForm(Path directory, Attachments attachments) {
        this.directory = directory;
        this.attachments = attachments;
    }

    /**
     * Reads a form.
     *
     * @param contentType of the request; null if there is none
     * @param directory where files are kept meanwhile; made if missing
     * @throws PageException if it is much too large
     * @throws IOException if it is no such form, ends early, or its sender went away
     */
    static ReceivedForm of(InputStream in, @Nullable String contentType, Path directory, Attachments attachments)
            throws IOException {
        ReceivedForm form = new ReceivedForm(directory, attachments);
        try {
            form.receive(in, contentType == null ? "" : contentType);
            return form;
        } catch (DecoderException | IllegalArgumentException e) {
            form.close();
            throw new IOException("no multipart form", e);
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private void receive(InputStream in, String contentType) throws IOException {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (!HttpPostRequestDecoder.isMultipart(head)) {
            throw new EOFException("no multipart form");
        }
        HttpPostMultipartRequestDecoder decoder =
                new HttpPostMultipartRequestDecoder(new Parts(), head, StandardCharsets.UTF_8, MOST_PARTS, 0);
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            ByteBuf bytes = HEAP.buffer(Math.max(1, count)).writeBytes(chunk, 0, count);
            decoder.offer(new DefaultHttpContent(bytes));
            received += count;
            limit();
        }
        decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
        takeFields(decoder);
    }

    private void limit() {
        long ofFiles = files.stream().mapToLong(ArrivingFile::length).sum();
        if (received > attachments.readable() || received - ofFiles > Attachments.MOST_OF_FIELDS) {
            throw new PageException(PageError.TOO_LARGE);
        }
    }

    private void takeFields(HttpPostMultipartRequestDecoder decoder) throws IOException {
        try {
            while (decoder.hasNext()) {
                if (decoder.next() instanceof Attribute field) {
                    fields.computeIfAbsent(field.getName(), first -> new ArrayList<>())
                            .add(field.getValue());
                }
            }
        } catch (EndOfDataDecoderException end) {
            // The decoder says so only of a form whose last boundary came.
            return;
        }
        throw new EOFException("the form ends early");
    }

    /** Keeps what is uploaded. */
    private final class Parts extends DefaultHttpDataFactory {
        Parts() {
            super(false);
        }

        @Override
        public FileUpload createFileUpload(
                HttpRequest request,
                String name,
                String filename,
                String contentType,
                String contentTransferEncoding,
                Charset charset,
                long size) {
            long before = files.stream().mapToLong(ArrivingFile::keptSize).sum();
            long most = Math.min(attachments.largest(), attachments.together() - before);
            ArrivingFile file = new ArrivingFile(name, filename, directory, most);
            files.add(file);
            return file;
        }
    }

    /** What was written into it. */
    Form fields() {
        return new Form(fields);
    }

    /** What was attached, in order. */
    List<ArrivingFile> files() {
        return files.stream().filter(ArrivingFile::isChosen).toList();
    }

    /** Gives up its files. */
    @Override
    public void close() {
        files.forEach(ArrivingFile::delete);
    }
}
