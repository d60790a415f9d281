package org.spolia.bench.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pinning;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Ratios;
import org.spolia.sky.Catalogue;
import org.spolia.sky.CrossMatch;
import org.spolia.sky.Matches;

/**
 * Compares our search for all pairs of two catalogues within a radius with astropy's, on one thread, from arrays of
 * angles to rows of pairs. A third of the objects on the right have no counterpart on the left. Half of the others lie
 * near the poles, right ascension 0 or corners of HEALPix cells. Both programs must find the same pairs. The ratio is
 * the median of astropy's times divided by the median of ours.
 *
 * <p>Options: {@code --objects N} on each side, {@code --radius N} in arcseconds, {@code --repetitions N}.
 */
public final class Sky {
    private static final double[][] DELICATE = {{0, 90}, {0, -90}, {0, 12}, {90, 41.8103148957786}, {45, 0}, {200, 66.4}
    };
    private static final double PATCH_DEGREES = 0.1;

    /** Warms up until the code is compiled. */
    private static final int WARM_ROUNDS = 10;

    private final Peers peers;
    private final int objects;
    private final int radius;
    private final int repetitions;

    public Sky(Path home, Options options) {
        this.peers = new Peers(home);
        this.objects = options.number("objects", 100_000);
        this.radius = options.number("radius", 1);
        this.repetitions = options.number("repetitions", 7);
    }

    public void run() throws IOException, InterruptedException {
        Pinning pinning = Pinning.ofThisThread();
        Path folder = Files.createTempDirectory("spolia-sky");
        Random random = new Random(1);
        double[][] left = left(random);
        double[][] right = right(left, random);
        write(folder.resolve("left.f64"), left);
        write(folder.resolve("right.f64"), right);
        Matches matches = match(left, right);
        for (int i = 0; i < WARM_ROUNDS; i++) {
            match(left, right);
        }
        double[] ours = new double[repetitions];
        double[] theirs = new double[repetitions];
        Optional<List<String>> program = peers.python("astropy_match.py");
        if (program.isPresent()) {
            List<String> command = new ArrayList<>(pinning.command(program.get()));
            command.add(folder.toString());
            try (Pipe pipe = new Pipe("astropy", command, Map.of())) {
                requireEqual(matches, pipe, folder.resolve("pairs.i32"));
                for (int i = 0; i < repetitions; i++) {
                    ours[i] = seconds(left, right);
                    theirs[i] = Double.parseDouble(pipe.ask("time " + radius));
                }
            }
        } else {
            for (int i = 0; i < repetitions; i++) {
                ours[i] = seconds(left, right);
            }
        }
        double own = Ratios.median(ours);
        System.out.printf(
                Locale.ROOT,
                "%d and %d objects within %d arcseconds: %d pairs, ours in %.3f s, median of %d, one thread %s, JDK %s%n",
                objects,
                objects,
                radius,
                matches.size(),
                own,
                repetitions,
                pinning,
                Runtime.version());
        System.out.printf(Locale.ROOT, "sky.pairs-per-second\tcount\t%.0f%n", matches.size() / own);
        if (program.isPresent()) {
            System.out.printf(Locale.ROOT, "sky.match.astropy\tratio\t%.2f%n", Ratios.median(theirs) / own);
        }
    }

    private Matches match(double[][] left, double[][] right) {
        return CrossMatch.within(Catalogue.of(left[0], left[1]), Catalogue.of(right[0], right[1]), radius);
    }

    private double seconds(double[][] left, double[][] right) {
        long start = System.nanoTime();
        match(left, right);
        return (System.nanoTime() - start) / 1e9;
    }

    private void requireEqual(Matches matches, Pipe pipe, Path file) throws IOException {
        pipe.ask("pairs " + radius + " " + file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long[] theirs = new long[bytes.remaining() / (2 * Integer.BYTES)];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = ((long) bytes.getInt() << Integer.SIZE) | bytes.getInt();
        }
        long[] ours = IntStream.range(0, matches.size())
                .mapToLong(pair -> ((long) matches.left(pair) << Integer.SIZE) | matches.right(pair))
                .sorted()
                .toArray();
        Arrays.sort(theirs);
        if (!Arrays.equals(ours, theirs)) {
            throw new IllegalStateException("Ours has " + ours.length + " pairs and astropy " + theirs.length
                    + ", but they are different pairs");
        }
    }

    private double[][] left(Random random) {
        double[][] positions = new double[2][objects];
        for (int row = 0; row < objects; row++) {
            if (row % 2 == 0) {
                anywhere(positions, row, random);
            } else {
                double[] place = DELICATE[row / 2 % DELICATE.length];
                near(place[0], place[1], PATCH_DEGREES, positions, row, random);
            }
        }
        return positions;
    }

    private double[][] right(double[][] left, Random random) {
        double[][] positions = new double[2][objects];
        for (int row = 0; row < objects; row++) {
            if (row % 3 == 0) {
                anywhere(positions, row, random);
            } else {
                near(left[0][row], left[1][row], radius / 3600.0, positions, row, random);
            }
        }
        return positions;
    }

    private static void anywhere(double[][] positions, int row, Random random) {
        positions[0][row] = 360 * random.nextDouble();
        positions[1][row] = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
    }

    /**
     * Returns a position at about this distance. Distances in right ascension are scaled by the cosine of the
     * declination.
     */
    private static void near(double ra, double dec, double degrees, double[][] positions, int row, Random random) {
        double height = dec + degrees * random.nextGaussian();
        double clipped = Math.abs(height) > 90 ? Math.copySign(180, height) - height : height;
        double width = Math.max(Math.cos(Math.toRadians(clipped)), 1e-6);
        positions[0][row] = ((ra + degrees * random.nextGaussian() / width) % 360 + 360) % 360;
        positions[1][row] = clipped;
    }

    private static void write(Path file, double[][] positions) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(2 * positions[0].length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : positions) {
            bytes.asDoubleBuffer().put(column);
            bytes.position(bytes.position() + column.length * Double.BYTES);
        }
        Files.write(file, bytes.array());
    }
}
