package org.spolia.embedding.network;

import java.util.Arrays;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;

/** What kind of network an encoder is that learns here. */
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

    /** What the encoder is called that has learned nothing. */
    String randomName() {
        return randomName;
    }

    /**
     * The network for samples like this one, on a grid of any extent.
     *
     * @throws BundleException if the grid has more than three axes
     */
    public abstract EncoderNetwork network(SampleShape sample);

    /**
     * The network that has made a bundle for samples like this one.
     *
     * @throws BundleException if none of these has
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

    /** How many axes the grid of a sample has. */
    static int requireGrid(String kind, SampleShape sample) {
        int grid = sample.extent().size();
        if (grid > MOST_AXES) {
            throw new BundleException(kind + " encoder takes grids of up to " + MOST_AXES + " axes, not of " + grid);
        }
        return grid;
    }
}
