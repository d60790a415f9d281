package org.spolia.hdf5.structure;

import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.Message;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;

/** The only access to jHDF: it reads single messages of object headers. Its exceptions are translated. */
public final class Jhdf {
    private final JhdfStorage storage;

    public Jhdf(Source source) {
        this.storage = new JhdfStorage(source);
    }

    io.jhdf.Superblock superblock() {
        return storage.getSuperblock();
    }

    /** Reads a message, framed as in a header of the newer version. */
    public <T extends Message> T read(HeaderMessage message, Class<T> type, ObjectLocation place) {
        ByteBuffer body = message.open();
        ByteBuffer framed = ByteBuffer.allocate(4 + body.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        framed.put((byte) message.type())
                .putShort((short) body.remaining())
                .put((byte) message.flags())
                .put(body)
                .flip();
        return translated(place, () -> type.cast(Message.readObjectHeaderV2Message(framed, storage, false)));
    }

    /**
     * Runs code that calls jHDF or parses structures. Damage shows as exceptions of all types, including those of
     * buffers.
     */
    public static <T> T translated(ObjectLocation place, Supplier<T> read) {
        try {
            return read.get();
        } catch (Hdf5Exception | UncheckedIOException e) {
            throw e;
        } catch (UnsupportedHdfException e) {
            throw new UnsupportedHdf5Exception(
                    place.file(),
                    place.object(),
                    "is stored in a way that is not read (" + e.getMessage()
                            + "); write it with libver='v114' or lower, without virtual or external storage",
                    e);
        } catch (RuntimeException e) {
            throw place.damaged("has a header that contradicts the format (" + e.getMessage() + ")", e);
        }
    }
}
