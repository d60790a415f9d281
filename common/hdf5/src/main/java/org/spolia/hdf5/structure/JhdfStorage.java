package org.spolia.hdf5.structure;

import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The facts about a file that jHDF needs to read a single message: the width of its addresses. It cannot read anything
 * else.
 */
final class JhdfStorage implements HdfBackingStorage {
    private final io.jhdf.Superblock superblock;
    private final long size;

    JhdfStorage(Source source) {
        this.superblock = new Widths(source.superblock(), source.size());
        this.size = source.size();
    }

    @Override
    public io.jhdf.Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public long getUserBlockSize() {
        return superblock.getBaseAddressByte();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        throw new UnsupportedOperationException("Only one message can be read");
    }

    @Override
    public ByteBuffer map(long address, long length) {
        throw new UnsupportedOperationException("Only one message can be read");
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        throw new UnsupportedOperationException("Only one message can be read");
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException("Only one message can be read");
    }

    /** Our superblock as jHDF's type. */
    private static final class Widths extends io.jhdf.Superblock {
        private final Superblock superblock;
        private final long size;

        Widths(Superblock superblock, long size) {
            this.superblock = superblock;
            this.size = size;
        }

        @Override
        public int getVersionOfSuperblock() {
            return superblock.version();
        }

        @Override
        public int getSizeOfOffsets() {
            return superblock.offsetBytes();
        }

        @Override
        public int getSizeOfLengths() {
            return superblock.lengthBytes();
        }

        @Override
        public long getBaseAddressByte() {
            return superblock.base();
        }

        @Override
        public long getEndOfFileAddress() {
            return size;
        }

        @Override
        public Optional<io.jhdf.ObjectHeader> getExtension() {
            return Optional.empty();
        }
    }
}
