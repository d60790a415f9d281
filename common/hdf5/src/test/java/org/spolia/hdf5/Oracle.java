package org.spolia.hdf5;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** h5py in a separate process, which is restarted if a damaged file ends or hangs it. */
final class Oracle implements AutoCloseable {
    /** Its answer for a dataset that it cannot read. */
    static final String ERROR = "error";

    private static final int MOST_SECONDS = 20;

    private final List<String> command;
    private Process process;
    private Writer questions;
    private BufferedReader answers;
    private int restarts = -1;

    Oracle() throws IOException, InterruptedException {
        this.command = Python.command("oracle.py");
        this.process = start();
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    int restarts() {
        return restarts;
    }

    /** Returns an answer for each dataset of a file. */
    List<String> ask(Path file, List<String> datasets) throws IOException, InterruptedException {
        CompletableFuture<List<String>> answer = CompletableFuture.supplyAsync(() -> exchange(file, datasets));
        try {
            return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly().waitFor();
            process = start();
            questions = process.outputWriter(StandardCharsets.UTF_8);
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return Collections.nCopies(datasets.size(), ERROR);
        }
    }

    private List<String> exchange(Path file, List<String> datasets) {
        try {
            questions.write(file + "\t" + String.join("\t", datasets) + "\n");
            questions.flush();
            List<String> lines = new ArrayList<>();
            for (String line = answers.readLine(); line == null || !line.isEmpty(); line = answers.readLine()) {
                if (line == null) {
                    throw new IOException("The oracle has ended");
                }
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start() throws IOException {
        restarts++;
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
