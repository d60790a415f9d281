package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ChannelTest {
    @Test
    void needsNothingButReadsAtPositions() throws IOException {
        for (String name : new String[] {"earliest.h5", "v110.h5"}) {
            try (PositionalChannel channel = new PositionalChannel(FileChannel.open(Fixtures.path(name)));
                    Hdf5File remote = Hdf5File.open(channel, name);
                    Hdf5File local = Fixtures.open(name)) {
                assertThat(remote.datasets()).hasSameSizeAs(local.datasets()).isNotEmpty();
                for (String path : new String[] {"contiguous", "gzip", "checked", "words", "holes"}) {
                    Hdf5Dataset far = remote.dataset(path);
                    Hdf5Dataset near = local.dataset(path);
                    assertThat(Canonical.of(far, far.all()).bytes())
                            .as(name + " " + path)
                            .isEqualTo(Canonical.of(near, near.all()).bytes());
                }
            }
        }
    }

    @Test
    void leavesTheChannelOpen() throws IOException {
        try (PositionalChannel channel = new PositionalChannel(FileChannel.open(Fixtures.path("v110.h5")))) {
            Hdf5File.open(channel, "remote").close();
            assertThat(channel.isOpen()).isTrue();
        }
    }

    @Test
    void readsStructureInFewPieces() throws IOException {
        long size = Files.size(Fixtures.path("earliest.h5"));
        try (PositionalChannel channel = new PositionalChannel(FileChannel.open(Fixtures.path("earliest.h5")));
                Hdf5File file = Hdf5File.open(channel, "remote")) {
            assertThat(file.datasets()).isNotEmpty();
            assertThat(file.attributes()).isNotEmpty();
            // The channel gives a thousand bytes at a time; every byte of the file was requested at most once.
            assertThat(channel.reads()).isLessThanOrEqualTo((int) (size / 1000) + 1);
        }
    }
}
