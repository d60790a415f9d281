package org.spolia.embedding.network;

import java.util.Arrays;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;

/** The kind of network of an encoder that is trained here. */
public enum Architecture {
    /** Four convolutions with rectifiers. */
    CONVOLUTIONAL("random") {
        @Override
        public EncoderNetwork network(SampleShape sample) {
            return ConvolutionalNetwork.of(sample);
        }
    },
    /** Convolutions to patches, then blocks of attention along one axis after the other. */
    AXIAL_ATTENTION("random-axial-attention") {
        @Override
        public EncoderNetwork network(SampleShape sample) {
            return AxialAttentionNetwork.of(sample);
        }
    };

    private static final int MOST_AXES = 3;

    private final String randomName;

    Architecture(String randomName) {
        this.randomName = randomName;
    }

    /** The name of the encoder with random weights. */
    String randomName() {
        return randomName;
    }

    /**
     * Returns the network for samples of this shape, on a grid of any extent.
     *
     * @throws BundleException if the grid has more than three axes
     */
    public abstract EncoderNetwork network(SampleShape sample);

    /**
     * Returns the network that made a bundle, for samples of this shape.
     *
     * @throws BundleException if none of these networks did
     */
    public static EncoderNetwork of(EncoderBundle bundle, SampleShape sample) {
        return Arrays.stream(values())
                .map(architecture -> architecture.network(sample))
                .filter(network -> network.hasMade(bundle))
                .findFirst()
                .orElseThrow(() -> new BundleException("Encoder '"
                        + bundle.manifest().name()
                        + "' is not a network that learns here; name random or pretrained ones"));
    }

    /** Returns the number of axes of the grid of a sample. */
    static int requireGrid(String kind, SampleShape sample) {
        int grid = sample.extent().size();
        if (grid > MOST_AXES) {
            throw new BundleException(kind + " encoder takes grids of up to " + MOST_AXES + " axes, not of " + grid);
        }
        return grid;
    }
}
