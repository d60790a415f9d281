package org.spolia.symbolic.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A search between two epochs as bytes. A search that continues from them ends with the same bits as one without
 * interruption. Bytes of another {@link Search#REVISION}, other options, another seed or other data are refused.
 */
public final class SearchState {
    private static final int MAGIC = 0x53504C43;

    private SearchState() {}

    /** Returns the state after the last complete epoch. */
    public static byte[] save(Search search, byte[] dataDigest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StateWriter out = new StateWriter(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(Search.REVISION);
            out.writeUTF(signature(search));
            out.writeInt(dataDigest.length);
            out.write(dataDigest);
            search.snapshot(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Sets a search before its first epoch to the saved state.
     *
     * @throws IllegalArgumentException if the bytes do not belong to this search; the message gives the reason
     */
    public static void load(Search search, byte[] state, byte[] dataDigest) {
        try (StateReader in = new StateReader(new ByteArrayInputStream(state))) {
            check(in.readInt() == MAGIC, "it is not a saved search");
            int revision = in.readInt();
            check(
                    revision == Search.REVISION,
                    "it was saved by revision " + revision + " of the search and this is revision " + Search.REVISION);
            check(in.readUTF().equals(signature(search)), "it was saved with other options or another seed");
            byte[] digest = new byte[in.readInt()];
            in.readFully(digest);
            check(Arrays.equals(digest, dataDigest), "it was saved for other data");
            search.restore(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("The saved search is cut short or damaged", e);
        }
    }

    private static void check(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException("The saved search cannot be resumed: " + reason);
        }
    }

    private static String signature(Search search) {
        return search.options() + " seed " + search.seed();
    }
}
