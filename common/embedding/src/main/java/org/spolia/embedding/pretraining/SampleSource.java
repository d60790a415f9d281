package org.spolia.embedding.pretraining;

import java.util.List;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.EncoderNetwork;

/** All samples, by number. */
final class SampleSource {
    private final EncoderNetwork network;
    private final List<SampleSet> sets;
    private final int size;

    private SampleSource(EncoderNetwork network, List<SampleSet> sets, int size) {
        this.network = network;
        this.sets = sets;
        this.size = size;
    }

    /**
     * Creates a source of the samples of these sets.
     *
     * @throws BundleException if there are none, or no network takes all of them
     */
    static SampleSource of(Architecture architecture, List<SampleSet> sets) {
        List<SampleSet> filled =
                sets.stream().filter(set -> !set.samples().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new BundleException("There is no sample to train on");
        }
        EncoderNetwork network = architecture.network(filled.get(0).shape());
        for (SampleSet set : filled) {
            if (!architecture.network(set.shape()).equals(network)) {
                throw new BundleException("One encoder cannot learn from samples of "
                        + filled.get(0).shape() + " and of " + set.shape()
                        + "; name tables, 'input-cols' and a 'window' that give equally many channels and axes");
            }
        }
        return new SampleSource(
                network,
                filled,
                filled.stream().mapToInt(set -> set.samples().size()).reduce(0, Math::addExact));
    }

    EncoderNetwork network() {
        return network;
    }

    int size() {
        return size;
    }

    /** Returns the set of a sample. */
    SampleSet setOf(int number) {
        int rest = number;
        for (SampleSet set : sets) {
            if (rest < set.samples().size()) {
                return set;
            }
            rest -= set.samples().size();
        }
        throw new IllegalArgumentException("There are " + size + " samples, and none has number " + number);
    }
}
