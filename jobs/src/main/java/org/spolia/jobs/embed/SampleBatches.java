package org.spolia.jobs.embed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.sample.Sample;

/**
 * Groups samples that a model processes together: consecutive samples of one file with one shape, up to a maximum
 * number.
 */
final class SampleBatches implements Iterator<List<Sample>> {
    private final Iterator<Sample> samples;
    private final int most;
    private @Nullable Sample next;

    SampleBatches(Iterator<Sample> samples, int most) {
        this.samples = samples;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        return next != null || samples.hasNext();
    }

    @Override
    public List<Sample> next() {
        Sample first = next == null ? take() : next;
        next = null;
        List<Sample> batch = new ArrayList<>(List.of(first));
        while (batch.size() < most && samples.hasNext()) {
            Sample sample = samples.next();
            if (!belongs(sample, first)) {
                next = sample;
                break;
            }
            batch.add(sample);
        }
        return batch;
    }

    private Sample take() {
        if (!samples.hasNext()) {
            throw new NoSuchElementException();
        }
        return samples.next();
    }

    private static boolean belongs(Sample sample, Sample first) {
        return sample.key().file().equals(first.key().file())
                && Objects.equals(sample.window().shape(), first.window().shape());
    }
}
