package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Parses object headers of both versions: the old one, and the newer one with a checksum for every block. */
public final class HeaderReader {
    private static final int SIGNATURE = 0x5244484f; // OHDR
    private static final int CONTINUATION_SIGNATURE = 0x4b48434f; // OCHK
    private static final int CHECKSUM_BYTES = 4;
    private static final int ORDER_TRACKED = 1 << 2;
    private static final int PHASE_CHANGE = 1 << 4;
    private static final int TIMES = 1 << 5;
    private static final int ALIGNMENT = 8;

    /** A header with more blocks contains a cycle. */
    private static final int MOST_BLOCKS = 4096;

    private final Source source;
    private final ObjectLocation place;
    private final List<HeaderMessage> messages = new ArrayList<>();
    private int blocks;

    private HeaderReader(Source source, ObjectLocation place) {
        this.source = source;
        this.place = place;
    }

    public static ObjectHeader read(Source source, long address, ObjectLocation place) {
        HeaderReader reader = new HeaderReader(source, place);
        if (source.metadata(address, 1, place).get() == 1) {
            reader.readOld(address);
        } else {
            reader.readNew(address);
        }
        return new ObjectHeader(address, reader.messages);
    }

    /** Returns the message that a shared message refers to, in the header of another object. */
    public static ByteBuffer open(HeaderMessage message, Source source, ObjectLocation place) {
        return message.isShared() ? shared(message.open(), message.type(), source, place) : message.open();
    }

    public static ByteBuffer shared(ByteBuffer reference, int type, Source source, ObjectLocation place) {
        int version = reference.get();
        int kind = reference.get();
        if (version == 3 && kind == 1) {
            throw place.unsupported("shares a message with other objects through a heap, which is not read;"
                    + " rewrite it with h5repack");
        }
        if (version == 1) {
            reference.position(reference.position() + 6);
        }
        long address = source.address(reference);
        HeaderMessage message = read(source, address, place).only(type, "shared message", place);
        if (message.isShared()) {
            throw place.damaged("shares a message that is shared itself");
        }
        return message.open();
    }

    private void readOld(long address) {
        ByteBuffer prefix = source.metadata(address, 16, place);
        int count = prefix.getShort(2) & 0xffff;
        readOldBlock(source.metadata(address + 16, prefix.getInt(8) & 0xffffffffL, place));
        if (messages.size() != count) {
            throw place.damaged("has " + messages.size() + " messages in its header where there should be " + count);
        }
    }

    private void readOldBlock(ByteBuffer block) {
        countBlock();
        while (block.hasRemaining()) {
            int type = block.getShort() & 0xffff;
            int size = block.getShort() & 0xffff;
            int flags = block.getInt() & 0xff;
            if (size % ALIGNMENT != 0 || size > block.remaining()) {
                throw place.damaged("has a message of " + size + " bytes in its header, which do not fit");
            }
            HeaderMessage message = add(type, flags, size, block);
            if (type == HeaderMessage.CONTINUATION) {
                ByteBuffer body = message.open();
                long address = source.address(body);
                readOldBlock(source.metadata(address, source.length(body), place));
            }
        }
    }

    private void readNew(long address) {
        ByteBuffer prefix = source.metadata(address, 6, place);
        if (prefix.getInt() != SIGNATURE || prefix.get() != 2) {
            throw place.damaged("there is no object header at " + address + " where one should be");
        }
        int flags = prefix.get();
        int sizeBytes = 1 << (flags & 3);
        long prefixBytes = 6L + ((flags & TIMES) != 0 ? 16 : 0) + ((flags & PHASE_CHANGE) != 0 ? 4 : 0);
        long size = Source.unsigned(source.metadata(address + prefixBytes, sizeBytes, place), sizeBytes);
        prefixBytes += sizeBytes;
        source.require(address, size, place);
        ByteBuffer block = source.verified(address, prefixBytes + size + CHECKSUM_BYTES, "object header", place);
        block.position((int) prefixBytes);
        readNewBlock(block, flags);
    }

    private void readNewBlock(ByteBuffer block, int headerFlags) {
        countBlock();
        int orderBytes = (headerFlags & ORDER_TRACKED) != 0 ? 2 : 0;
        // Bytes that are too few for a message are a gap.
        while (block.remaining() >= 4 + orderBytes) {
            int type = block.get() & 0xff;
            int size = block.getShort() & 0xffff;
            int flags = block.get() & 0xff;
            block.position(block.position() + orderBytes);
            if (size > block.remaining()) {
                throw place.damaged("has a message of " + size + " bytes in its header, which do not fit");
            }
            HeaderMessage message = add(type, flags, size, block);
            if (type == HeaderMessage.CONTINUATION) {
                ByteBuffer body = message.open();
                long address = source.address(body);
                ByteBuffer next = source.verified(address, source.length(body), "object header", place);
                if (next.getInt() != CONTINUATION_SIGNATURE) {
                    throw place.damaged("its header does not continue at " + address);
                }
                readNewBlock(next, headerFlags);
            }
        }
    }

    private HeaderMessage add(int type, int flags, int size, ByteBuffer block) {
        HeaderMessage message = new HeaderMessage(type, flags, block.slice(block.position(), size));
        block.position(block.position() + size);
        messages.add(message);
        return message;
    }

    private void countBlock() {
        if (++blocks > MOST_BLOCKS) {
            throw place.damaged("has a header of more than " + MOST_BLOCKS + " blocks");
        }
    }
}
