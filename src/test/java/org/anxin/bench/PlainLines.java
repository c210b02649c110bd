package org.anxin.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What the service is compared with: parses the lines of standard input with Jackson and writes, for each, an answer made
 * beforehand, under the id that was read. Decides nothing, checks nothing, speaks no HTTP; says its CPU seconds on standard error.
 */
final class PlainLines {
    private static final ObjectMapper MAPPER = new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PlainLines() {}

    /** @param args the file with the answers to the first people, which come again and again */
    public static void main(String[] args) throws IOException {
        List<ObjectNode> answers;
        try (MappingIterator<ObjectNode> lines =
                MAPPER.readerFor(ObjectNode.class).readValues(new File(args[0]))) {
            answers = lines.readAll();
        }
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
                JsonGenerator json = MAPPER.createGenerator(out).setRootValueSeparator(null)) {
            out.write('\n');
            out.flush();
            long before = PROCESS.getProcessCpuTime();
            answer(answers, json);
            System.err.println((PROCESS.getProcessCpuTime() - before) / 1e9);
        }
    }

    private static void answer(List<ObjectNode> answers, JsonGenerator json) throws IOException {
        MappingIterator<JsonNode> lines = MAPPER.readerFor(JsonNode.class).readValues(System.in);
        for (int i = 0; lines.hasNext(); i++) {
            JsonNode id = lines.next().get("person").get("id");
            ObjectNode answer = answers.get(i % answers.size());
            ((ObjectNode) answer.get("person")).set("personId", id);
            json.writeTree(answer);
            json.writeRaw('\n');
        }
    }
}
