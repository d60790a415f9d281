package org.spolia.jobs.stream;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.stage.Completion;
import org.spolia.jobs.stage.TextFiles;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.TableState;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * The record of what a row stage has read of one input: a folder of Structured Streaming, with an additional file that
 * holds the id of the input and a random id of the folder. The stage, the input and the random id form the application
 * id with which the stage writes. Rows of a lost checkpoint are therefore never mistaken for rows of its replacement.
 */
public final class Checkpoint {
    private static final String ROOT = "_checkpoints";
    private static final String IDENTITY = "spolia-identity";
    private static final String OFFSETS = "offsets";
    private static final long NOTHING = -1;

    private final Warehouse warehouse;
    private final String stage;
    private final Path folder;
    private final Identity identity;

    private Checkpoint(Warehouse warehouse, String stage, Path folder, Identity identity) {
        this.warehouse = warehouse;
        this.stage = stage;
        this.folder = folder;
        this.identity = identity;
    }

    /**
     * Opens the checkpoint of this stage over this input under these options, and creates it if it does not exist.
     *
     * @param optionsHash a hash of the stage's own options: a stage with changed options reads its input again
     */
    static Checkpoint open(Warehouse warehouse, String stage, RowInput input, String optionsHash) {
        Path folder = folder(warehouse, stage, name(input, optionsHash));
        return find(warehouse, stage, input, optionsHash).orElseGet(() -> {
            try {
                Identity created = Identity.create(input.id(warehouse));
                created.write(warehouse.fileSystem(), folder);
                return new Checkpoint(warehouse, stage, folder, created);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot open checkpoint " + folder, e);
            }
        });
    }

    /** Returns the checkpoint of this stage over this input under these options; empty if it was never opened. */
    static Optional<Checkpoint> find(Warehouse warehouse, String stage, RowInput input, String optionsHash) {
        Path folder = folder(warehouse, stage, name(input, optionsHash));
        try {
            FileSystem files = warehouse.fileSystem();
            return files.exists(new Path(folder, IDENTITY))
                    ? Optional.of(new Checkpoint(warehouse, stage, folder, Identity.read(files, folder)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open checkpoint " + folder, e);
        }
    }

    private static String name(RowInput input, String optionsHash) {
        return input.name() + (optionsHash.isEmpty() ? "" : "-" + optionsHash);
    }

    /** The output that belongs to the record of this stage over this input under these options. */
    static String output(String stage, RowInput input, String optionsHash) {
        return stage + "-" + name(input, optionsHash);
    }

    /** Returns the folders of all checkpoints of a stage, for any input and options. */
    public static List<Path> folders(Warehouse warehouse, String stage) {
        try {
            List<Path> folders = new ArrayList<>();
            for (FileStatus status : warehouse.fileSystem().listStatus(root(warehouse))) {
                if (status.getPath().getName().startsWith(stage + "-")) {
                    folders.add(status.getPath());
                }
            }
            return folders;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the checkpoints in " + root(warehouse), e);
        }
    }

    String location() {
        return folder.toString();
    }

    Transaction transaction(long batch) {
        return new Transaction(application(), batch);
    }

    /** The application id with which the stage writes. */
    String application() {
        return stage + "/" + identity.inputId + "/" + identity.randomId;
    }

    /**
     * Checks that this checkpoint and the tables agree.
     *
     * @throws ExperimentException if continuing would lose rows or write them twice
     */
    void requireAgreement(RowInput input, List<? extends Relation> outputs) {
        if (!input.id(warehouse).equals(identity.inputId)) {
            throw disagreement(input.identityMismatch(warehouse, stage));
        }
        // Another process may write for another input at this moment. Its checkpoint exists before its rows.
        List<TableState> states = outputs.stream().map(warehouse::state).toList();
        Set<String> known = knownIds();
        long done = lastCommittedBatch();
        for (int i = 0; i < outputs.size(); i++) {
            Relation output = outputs.get(i);
            TableState state = states.get(i);
            for (String application : state.transactions().keySet()) {
                if (application.startsWith(stage + "/") && !known.contains(randomIdOf(application))) {
                    throw disagreement("Table " + warehouse.folder(output) + " holds rows of stage " + stage
                            + " whose checkpoint is gone, so the stage would write them a second time");
                }
            }
            if (done != NOTHING && !state.contains(transaction(done))) {
                throw disagreement("Table " + warehouse.folder(output) + " lacks rows that stage " + stage
                        + " has written according to its checkpoint " + folder);
            }
        }
    }

    /** The record that all rows of the input are in the outputs. */
    Completion completion() {
        return new Completion(warehouse, folder);
    }

    /** Returns the folder of a stage's records and checkpoints for one input, or for one set of options. */
    public static Path folder(Warehouse warehouse, String stage, String name) {
        return new Path(root(warehouse), stage + "-" + name);
    }

    private ExperimentException disagreement(String problem) {
        return new ExperimentException(
                problem + "; remove the output of the stage with: spolia reset " + stage + " --yes, and run it again");
    }

    /** Returns whether a batch was ever begun. */
    boolean isBegun() {
        return lastBatch(OFFSETS) != NOTHING;
    }

    /** Where the first batch that is not committed begins, in the words of the source; empty for a new stream. */
    Optional<String> offset() {
        long begun = lastBatch(OFFSETS);
        if (begun == NOTHING) {
            return Optional.empty();
        }
        // The first batch has the version that the stream began with.
        Path file = new Path(new Path(folder, OFFSETS), String.valueOf(Math.max(0, lastCommittedBatch())));
        try {
            String[] lines =
                    TextFiles.read(warehouse.fileSystem(), file).strip().split("\n", -1);
            return Optional.of(lines[lines.length - 1]);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The last batch that Structured Streaming has committed. */
    private long lastCommittedBatch() {
        return lastBatch("commits");
    }

    private long lastBatch(String log) {
        try {
            long last = NOTHING;
            for (FileStatus status : warehouse.fileSystem().listStatus(new Path(folder, log))) {
                String name = status.getPath().getName();
                if (name.chars().allMatch(Character::isDigit)) {
                    last = Math.max(last, Long.parseLong(name));
                }
            }
            return last;
        } catch (FileNotFoundException e) {
            return NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read checkpoint " + folder, e);
        }
    }

    private Set<String> knownIds() {
        Set<String> ids = new HashSet<>();
        try {
            FileSystem files = warehouse.fileSystem();
            for (Path other : folders(warehouse, stage)) {
                if (files.exists(new Path(other, IDENTITY))) {
                    ids.add(Identity.read(files, other).randomId);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoints of stage " + stage, e);
        }
        return ids;
    }

    private static String randomIdOf(String application) {
        return application.substring(application.lastIndexOf('/') + 1);
    }

    private static Path root(Warehouse warehouse) {
        return warehouse.path(ROOT);
    }

    private record Identity(String inputId, String randomId) {

        static Identity create(String inputId) {
            return new Identity(inputId, UUID.randomUUID().toString());
        }

        static Identity read(FileSystem files, Path folder) throws IOException {
            String[] lines = TextFiles.read(files, new Path(folder, IDENTITY)).split("\n", -1);
            return new Identity(lines[0], lines[1]);
        }

        void write(FileSystem files, Path folder) throws IOException {
            TextFiles.write(files, new Path(folder, IDENTITY), inputId + "\n" + randomId + "\n");
        }
    }
}
