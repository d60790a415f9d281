package org.spolia.hdf5.filter;

import java.util.Arrays;

/**
 * One step of the processing of a chunk before it is stored.
 *
 * @param id the number registered with the HDF Group
 * @param name the name in the file or the registry
 * @param parameters the client data of the filter
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChunkFilter(int id, String name, int[] parameters) {
    public static final int DEFLATE = 1;
    static final int SHUFFLE = 2;
    static final int FLETCHER32 = 3;
    static final int LZF = 32000;
    public static final int BLOSC = 32001;
    public static final int LZ4 = 32004;
    public static final int BITSHUFFLE = 32008;
    public static final int ZSTANDARD = 32015;

    public ChunkFilter {
        parameters = parameters.clone();
    }

    public static ChunkFilter of(int id, String stored, int[] parameters) {
        String known = switch (id) {
            case DEFLATE -> "gzip";
            case SHUFFLE -> "shuffle";
            case FLETCHER32 -> "fletcher32";
            case 4 -> "szip";
            case 5 -> "nbit";
            case 6 -> "scaleoffset";
            case LZF -> "lzf";
            case BLOSC -> "blosc";
            case LZ4 -> "lz4";
            case BITSHUFFLE -> "bitshuffle";
            case ZSTANDARD -> "zstd";
            case 32026 -> "blosc2";
            default -> stored;
        };
        return new ChunkFilter(id, known, parameters);
    }

    @Override
    public int[] parameters() {
        return parameters.clone();
    }

    int parameter(int index) {
        return parameters[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkFilter filter && id == filter.id && Arrays.equals(parameters, filter.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * id + Arrays.hashCode(parameters);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? Integer.toString(id) : name;
    }
}
