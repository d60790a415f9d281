package org.spolia.hdf5;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The files that {@code fixtures.py} wrote. */
public final class Fixtures {
    private Fixtures() {}

    public static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource("/fixtures/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Hdf5File open(String name) {
        return Hdf5File.open(path(name));
    }

    /** Element i is i times the scale. */
    public static float[] ramp(int first, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) ((first + i) * scale);
        }
        return values;
    }
}
