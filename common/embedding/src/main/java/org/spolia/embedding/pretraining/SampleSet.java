package org.spolia.embedding.pretraining;

import java.io.Serializable;
import java.util.List;
import org.spolia.embedding.SampleShape;

/** Samples of one shape, the values of each in row-major order. */
public record SampleSet(SampleShape shape, List<float[]> samples) implements Serializable {
    public SampleSet {
        samples = List.copyOf(samples);
    }
}
