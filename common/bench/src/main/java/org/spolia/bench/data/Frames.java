package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.bench.common.Command;
import org.spolia.bench.common.Folders;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Processes;

/**
 * Checks that other engines can read tables of large frames from stage shard. A spark-sql with 2 GiB of memory averages
 * 2000 frames of 512², 2 GB; deltalake and DuckDB read one frame. All results must equal those of h5py.
 */
public final class Frames {
    private final Peers peers;
    private final Command spolia;
    private final Path home;
    private final Path folder;

    public Frames(Path home) {
        this.peers = new Peers(home);
        this.spolia = new Command(home);
        this.home = home;
        this.folder = home.resolve("common/bench/target/frames").toAbsolutePath();
    }

    public void run() throws IOException, InterruptedException {
        Optional<List<String>> maker = peers.python("well_files.py");
        Optional<List<String>> reader = peers.python("frames_read.py");
        if (maker.isEmpty() || reader.isEmpty()) {
            return;
        }
        try {
            Processes.run(maker.get(), folder.toString(), "frames");
            Path config = Files.writeString(folder.resolve("frames.yaml"), """
                    name: frames
                    stages: [shard]
                    shards: [{name: frames, format: well, path: frames/datasets/frames/data}]
                    """);
            String warehouse = folder.resolve("out").toString();
            spolia.run(System.out::println, "shard", config.toString(), "--warehouse", warehouse);
            spolia.run(System.out::println, "sql", "--init", "--warehouse", warehouse);
            Processes.run(
                    reader.get(),
                    folder.toString(),
                    home.resolve("jobs/target/spolia.jar").toAbsolutePath().toString());
        } finally {
            Folders.delete(folder);
        }
    }
}
