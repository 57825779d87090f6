package uk.linkage.provider.tokenise;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Parts put together so that they can be told apart again: each behind its length as four big-endian bytes. */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    Message add(byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
        bytes.writeBytes(part);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
